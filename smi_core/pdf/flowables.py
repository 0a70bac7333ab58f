"""From blocks to what flows over the pages: one function for every kind of block."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.chart import draw_chart
from smi_core.pdf.fonts import markup, printable
from smi_core.pdf.pieces import Bookmarked, Leading, LeadingQuote, Noticed, Quoted, Unbroken
from smi_core.pdf.tables import grid, pairs

LONGEST_VALUE = 350  # characters that stand beside their label; a longer text stands below it
LONGEST_KEPT = 600  # characters of a paragraph that stays on one page with what follows it
LINE_TO_WRITE_ON = 30  # points high
ROOM_TO_SIGN = 60
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def flowables(block: blocks.Block) -> list[Flowable]:  # noqa: PLR0911, PLR0912  # one for each
    """The block as pieces that flow over the pages, in order."""
    match block:
        case blocks.Heading():
            return heading(block)
        case blocks.Paragraph():
            return paragraph(block)
        case blocks.Notice():
            return notice(block)
        case blocks.Contents():
            return []
        case blocks.Steps():
            return steps(block)
        case blocks.Bullets():
            return bullets(block)
        case blocks.Facts():
            return facts(block)
        case blocks.Ticks():
            return ticks(block)
        case blocks.WeekPlan():
            return []
        case blocks.Table():
            return table(block)
        case blocks.Chart():
            return chart(block)
        case blocks.Signature():
            return signature(block)
        case blocks.Lines():
            return lines(block)


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
    """Running text; a quote has its source below it."""
    if block.style == "quote":
        return _quote(block.text, block.source)
    source = [Paragraph(markup(block.source), styles.SMALL)] if block.source else []
    return [*_running(block.text, styles.PARAGRAPHS[block.style]), *source]


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
        for is_long, rows in groupby(
            ((row.label, row.value) for row in block.rows),
            key=lambda row: len(row[1]) > LONGEST_VALUE,
        )
        for piece in (_stories(rows) if is_long else _fact_table([*rows]))
    ]


def ticks(block: blocks.Ticks) -> list[Flowable]:
    """Papers, each with a box to tick by pen or ticked already."""
    return [piece for item in block.items for piece in _tick(item)]


def table(block: blocks.Table) -> list[Flowable]:
    """A table under its caption; the header comes back on every page."""
    return [Leading(markup(block.caption), styles.CAPTION), grid(block)]


def chart(block: blocks.Chart) -> list[Flowable]:
    """A picture under its caption."""
    return [Leading(markup(block.caption), styles.CAPTION), draw_chart(block)]


def signature(block: blocks.Signature) -> list[Flowable]:
    """Lines to fill in by pen; the last one has room for a signature."""
    rows = [*((row.label, row.value) for row in block.rows), (block.sign, "")]
    room = [LINE_TO_WRITE_ON] * (len(rows) - 1) + [ROOM_TO_SIGN]
    return [Leading(markup(block.who), styles.CAPTION), pairs(rows, room, Unbroken)]


def lines(block: blocks.Lines) -> list[Flowable]:
    """Lines to write on."""
    return [
        HRFlowable(width="100%", color=styles.RULE, spaceBefore=LINE_TO_WRITE_ON, spaceAfter=0)
        for _ in range(block.count)
    ]


def _quote(text: str, source: str) -> list[Flowable]:
    if not source:
        return [Quoted(markup(text), styles.QUOTE)]
    kind = LeadingQuote if len(text) <= LONGEST_KEPT else Quoted
    return [
        kind(markup(text), styles.QUOTE_WITH_SOURCE),
        Quoted(markup(source), styles.QUOTE_SOURCE),
    ]


def _step(number: int, text: str, detail: str) -> list[Flowable]:
    step = _led(text, styles.STEP, follows=bool(detail), bullet=str(number))
    return [step, Paragraph(markup(detail), styles.STEP_DETAIL)] if detail else [step]


def _tick(item: blocks.Tick) -> list[Flowable]:
    box = "☑" if item.is_ticked else "☐"
    details = [Paragraph(markup(line), styles.TICK_DETAIL) for line in item.detail]
    note = [Quoted(markup(item.note), styles.TICK_NOTE)] if item.note else []
    text = _led(item.text, styles.TICK, follows=bool(details or note), bullet=box)
    return [text, *details, *note]


def _led(text: str, style: ParagraphStyle, *, follows: bool, bullet: str) -> Paragraph:
    """A paragraph; a short one stays with what follows it."""
    kind = Leading if follows and len(text) <= LONGEST_KEPT else Paragraph
    return kind(markup(text), style, bulletText=bullet)


def _fact_table(rows: Sequence[tuple[str, str]]) -> list[Flowable]:
    room = [0 if value.strip() else LINE_TO_WRITE_ON for _, value in rows]
    return [pairs(rows, room, Table)]


def _stories(rows: Iterable[tuple[str, str]]) -> list[Flowable]:
    return [
        piece
        for label, value in rows
        for piece in (
            Leading(markup(label), styles.STORY_LABEL),
            *_running(value, styles.NORMAL),
        )
    ]


def _running(text: str, style: ParagraphStyle) -> list[Flowable]:
    """A paragraph for every piece of text between empty lines."""
    pieces = re.split(r"\n\s*\n", printable(text))
    return [Paragraph(markup(piece), style) for piece in pieces if piece.strip()]
