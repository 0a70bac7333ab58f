"""From blocks to what flows over the pages: one function for every kind of block."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.chart import draw_chart
from smi_core.pdf.fonts import markup, width_of
from smi_core.pdf.pieces import Bookmarked, Leading, Noticed, Quoted, Unbroken
from smi_core.pdf.styles import WIDTH

LABEL_WIDTH = 0.36 * WIDTH
LONGEST_VALUE = 350  # characters that stand beside their label; a longer text stands below it
LINE_TO_WRITE_ON = 30  # points high
ROOM_TO_SIGN = 60
_MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
LEAST_OF_A_ROW = 60  # points of a row that stand on either side of a page break


def flowables(block: blocks.Block) -> list[Flowable]:
    """The block as pieces that flow over the pages, in order."""
    match block:
        case blocks.Heading():
            return heading(block)
        case blocks.Paragraph():
            return paragraph(block)
        case blocks.Notice():
            return notice(block)
        case blocks.Steps():
            return steps(block)
        case blocks.Bullets():
            return bullets(block)
        case blocks.Facts():
            return facts(block)
        case blocks.Ticks():
            return ticks(block)
        case blocks.Table():
            return table(block)
        case blocks.Chart():
            return chart(block)
        case blocks.Signature():
            return signature(block)


def title(dossier: blocks.Dossier) -> list[Flowable]:
    """The title block of the first page; also the first entry of the outline."""
    words = Bookmarked(markup(dossier.title), styles.TITLE)
    words.bookmark = (dossier.title, 0)
    day = dossier.made_on
    return [
        words,
        Leading(markup(dossier.subtitle), styles.SUBTITLE),
        Paragraph(f"{day.day} {_MONTHS[day.month - 1]} {day.year}", styles.MADE_ON),
        HRFlowable(width="100%", thickness=2, color=styles.ACCENT, spaceBefore=12, spaceAfter=14),
    ]


def heading(block: blocks.Heading) -> list[Flowable]:
    """A heading; the outline leads to those of level 1 and 2."""
    words = Bookmarked(markup(block.text), styles.HEADINGS[block.level])
    if block.level < 3:
        words.bookmark = (block.text, block.level - 1)
    return [words]


def paragraph(block: blocks.Paragraph) -> list[Flowable]:
    """Running text, with its source in small."""
    kind = Quoted if block.style == "quote" else Paragraph
    return [kind(markup(block.text) + _source(block.source), styles.PARAGRAPHS[block.style])]


def notice(block: blocks.Notice) -> list[Flowable]:
    """Text on a tinted ground with a bar."""
    return [Noticed(markup(block.text), styles.NOTICE)]


def steps(block: blocks.Steps) -> list[Flowable]:
    """Numbered sentences, each with its detail."""
    return [
        piece
        for number, (text, detail) in enumerate(block.items, start=1)
        for piece in _step(number, text, detail)
    ]


def bullets(block: blocks.Bullets) -> list[Flowable]:
    """A list with dots."""
    return [Paragraph(markup(text), styles.BULLET, bulletText="•") for text in block.items]


def facts(block: blocks.Facts) -> list[Flowable]:
    """Labels beside their values; a story stands below its label, over the whole width."""
    return [
        piece
        for is_long, rows in groupby(block.rows, key=lambda row: len(row[1]) > LONGEST_VALUE)
        for piece in (_stories(rows) if is_long else _fact_table([*rows]))
    ]


def ticks(block: blocks.Ticks) -> list[Flowable]:
    """Papers, each with a box to tick by pen or ticked already."""
    return [piece for item in block.items for piece in _tick(item)]


def table(block: blocks.Table) -> list[Flowable]:
    """A table under its caption; the header comes back on every page."""
    numbers = frozenset(block.numbers)
    header = _cells(block.header, numbers, (styles.CELL_HEADER, styles.NUMBER_HEADER))
    rows = [_cells(row, numbers, (styles.CELL, styles.NUMBER)) for row in block.rows]
    grid = Table(
        [header, *rows],
        colWidths=_column_widths((block.header, *block.rows)),
        repeatRows=1,
        splitInRow=LEAST_OF_A_ROW,
        style=[*styles.ROWS, ("LINEBELOW", (0, 0), (-1, 0), 1.2, styles.ACCENT)],
        spaceAfter=16,
    )
    return [Leading(markup(block.caption), styles.CAPTION), grid]


def chart(block: blocks.Chart) -> list[Flowable]:
    """A picture under its caption."""
    return [Leading(markup(block.caption), styles.CAPTION), draw_chart(block)]


def signature(block: blocks.Signature) -> list[Flowable]:
    """Lines to fill in by pen; the last one has room for a signature."""
    rows = [(label, "") for label in block.labels]
    room = [LINE_TO_WRITE_ON] * (len(rows) - 1) + [ROOM_TO_SIGN]
    return [Leading(markup(block.who), styles.CAPTION), _pairs(rows, room, Unbroken)]


def _source(source: str) -> str:
    grey = styles.MUTED.hexval().replace("0x", "#")
    return f'<br/><font size="9.5" color="{grey}">{markup(source)}</font>' if source else ""


def _step(number: int, text: str, detail: str) -> list[Flowable]:
    if not detail:
        return [Paragraph(markup(text), styles.STEP, bulletText=str(number))]
    return [
        Leading(markup(text), styles.STEP, bulletText=str(number)),
        Paragraph(markup(detail), styles.STEP_DETAIL),
    ]


def _tick(item: blocks.Tick) -> list[Flowable]:
    kind = Leading if item.detail or item.note else Paragraph
    box = "☑" if item.is_ticked else "☐"
    paper = kind(markup(item.text), styles.TICK, bulletText=box)
    details = [Paragraph(markup(line), styles.TICK_DETAIL) for line in item.detail]
    note = [Quoted(markup(item.note), styles.TICK_NOTE)] if item.note else []
    return [paper, *details, *note]


def _fact_table(rows: Sequence[tuple[str, str]]) -> list[Flowable]:
    room = [0 if value.strip() else LINE_TO_WRITE_ON for _, value in rows]
    return [_pairs(rows, room, Table)]


def _stories(rows: Iterable[tuple[str, str]]) -> list[Flowable]:
    return [
        piece
        for label, value in rows
        for piece in (
            Leading(markup(label), styles.STORY_LABEL),
            Paragraph(markup(value), styles.NORMAL),
        )
    ]


def _pairs(rows: Sequence[tuple[str, str]], room: Sequence[float], kind: type[Table]) -> Table:
    """Labels beside values, with a line to write on where there is no value.

    Args:
        rows: the labels and the values.
        room: the least height of each row, in points.
        kind: of table.
    """
    cells = [
        [Paragraph(markup(label), styles.FACT_LABEL), Paragraph(markup(value), styles.FACT_VALUE)]
        for label, value in rows
    ]
    empty = [row for row, (_, value) in enumerate(rows) if not value.strip()]
    return kind(
        cells,
        colWidths=[LABEL_WIDTH, WIDTH - LABEL_WIDTH],
        minRowHeights=room,
        style=[*styles.ROWS, *(look for row in empty for look in _to_write_on(row))],
        spaceBefore=3,
        spaceAfter=16,
    )


def _to_write_on(row: int) -> tuple[tuple[object, ...], ...]:
    line = ("LINEBELOW", (1, row), (1, row), 0.9, styles.INK)
    return line, ("VALIGN", (0, row), (-1, row), "BOTTOM")


def _cells(
    row: Sequence[str], numbers: frozenset[int], looks: tuple[ParagraphStyle, ParagraphStyle]
) -> list[Paragraph]:
    return [Paragraph(markup(text), looks[index in numbers]) for index, text in enumerate(row)]


def _column_widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """Every column as wide as its longest word, and what is left to those that need more."""
    columns = [*zip(*rows, strict=True)]
    least = [min(max(map(_longest_word, column)), WIDTH / 3) for column in columns]
    most = [max(max(map(_width, column)), low) for column, low in zip(columns, least, strict=True)]
    if sum(most) <= WIDTH:
        return [most[0] + WIDTH - sum(most), *most[1:]]
    if sum(least) >= WIDTH:
        return [low * WIDTH / sum(least) for low in least]
    share = (WIDTH - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, most, strict=True)]


def _longest_word(text: str) -> float:
    return max(map(_width, text.split()), default=0)


def _width(text: str) -> float:
    return width_of(text, styles.CELL_HEADER) + 2 * styles.GAP
