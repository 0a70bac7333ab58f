"""A week as a timetable: the days beside each other, the parts of the day below each other."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.pieces import Unbroken
from smi_core.pdf.tables import COLUMN_HEADER, ROW_HEADER, Command, header_cell
from smi_core.pdf.tags import Node
from smi_core.pdf.texts import Leading, Text, ours, written

PART_WIDTH = 64  # points
LEAST_HEIGHT = 34  # points of a part of the day


def week_plan(block: blocks.WeekPlan, into: Node) -> list[Flowable]:
    """The timetable under its caption; what matters is coloured, and says so in words."""
    table = Node("Table", into)
    caption = ours(block.caption, styles.CAPTION, table, "Caption", Leading)
    top = Node("TR", table)
    days = [header_cell(text, styles.DAY, top, COLUMN_HEADER) for text in ("", *block.days)]
    parts = [
        _part(name, cells, block.strong, Node("TR", table))
        for name, cells in zip(block.parts, block.cells, strict=True)
    ]
    drawn = Unbroken(
        [days, *parts],
        colWidths=[PART_WIDTH, *_equal(styles.WIDTH - PART_WIDTH, len(block.days))],
        minRowHeights=[0, *(LEAST_HEIGHT for _ in block.parts)],
        repeatRows=1,
        style=[*styles.WEEK, *_grounds(block)],
        spaceAfter=16,
    )
    return [caption, drawn]


def _part(name: str, cells: tuple[str, ...], strong: tuple[str, ...], into: Node) -> list[Text]:
    first = header_cell(name, styles.PART, into, ROW_HEADER)
    return [first, *(written(text, _look(text, strong), into, "TD") for text in cells)]


def _look(text: str, strong: tuple[str, ...]) -> ParagraphStyle:
    return styles.TAKEN if text.startswith(strong) else styles.FREE


def _grounds(block: blocks.WeekPlan) -> list[Command]:
    return [
        ("BACKGROUND", (column, row), (column, row), styles.BAND)
        for row, cells in enumerate(block.cells, start=1)
        for column, text in enumerate(cells, start=1)
        if text.startswith(block.strong)
    ]


def _equal(width: float, count: int) -> list[float]:
    return [width / count] * count
