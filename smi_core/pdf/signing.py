"""What is still to be filled in: places to sign, and lines to write on."""

from reportlab.platypus import Flowable

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.boxes import LINE_TO_WRITE_ON, Box
from smi_core.pdf.pieces import Rule, Unbroken
from smi_core.pdf.tables import fact_rows
from smi_core.pdf.tags import Node
from smi_core.pdf.texts import Leading, ours

ROOM_TO_SIGN = 60  # points
MOST_LINES_OF_A_FIELD = 18  # a field cannot run over two pages


def signature(block: blocks.Signature, into: Node) -> list[Flowable]:
    """What to fill in before signing, and room for a signature."""
    table = Node("Table", into)
    who = ours(block.who, styles.CAPTION, table, "Caption", Leading)
    rows = [*block.rows, blocks.Fact(label=block.sign)]
    cells, look = fact_rows(rows, table, block.who)
    room = [LINE_TO_WRITE_ON] * len(block.rows) + [ROOM_TO_SIGN]
    return [who, Unbroken(cells, minRowHeights=room, style=look, **styles.PAIRS)]


def writing_lines(block: blocks.Lines, into: Node) -> list[Flowable]:
    """Lines to write on; with a field, the first of them are a box to type in too."""
    inside = min(block.count, MOST_LINES_OF_A_FIELD) if block.field else 0
    height = inside * LINE_TO_WRITE_ON
    boxes = [Box(block.field, block.label, height, Node("P", into))] if inside else []
    return [*boxes, *(_line() for _ in range(block.count - inside))]


def _line() -> Flowable:
    return Rule(width="100%", color=styles.RULE, spaceBefore=LINE_TO_WRITE_ON, spaceAfter=0)
