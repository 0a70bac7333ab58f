"""From blocks to what flows over the pages: one function for every kind of block."""

import re
from collections.abc import Callable, Iterable
from itertools import groupby

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.chart import draw_chart
from smi_core.pdf.listed import bullets, steps, ticks
from smi_core.pdf.signing import signature, writing_lines
from smi_core.pdf.tables import fact_table, grid
from smi_core.pdf.tags import Node
from smi_core.pdf.texts import Leading, LeadingQuote, Noticed, Quoted, Text, ours, written
from smi_core.pdf.weekplan import week_plan

LONGEST_VALUE = 350  # characters that stand beside their label; a longer text stands below it
LONGEST_KEPT = 600  # characters of a paragraph that stays on one page with what follows it


def flowables(block: blocks.Block, into: Node) -> list[Flowable]:  # noqa: PLR0911
    """The block as pieces that flow over the pages, in order; not the headings and contents.

    Args:
        block: what is to be drawn.
        into: the element of the tree that it goes into.
    """
    match block:
        case blocks.Paragraph():
            return paragraph(block, into)
        case blocks.Notice():
            return [ours(block.text, styles.NOTICE, into, kind=Noticed)]
        case blocks.Steps():
            return steps(block, into)
        case blocks.Bullets():
            return bullets(block, into)
        case blocks.Facts():
            return facts(block, into)
        case blocks.Ticks():
            return ticks(block, into)
        case blocks.WeekPlan():
            return week_plan(block, into)
        case blocks.Table():
            return grid(block, into)
        case blocks.Chart():
            return chart(block, into)
        case blocks.Signature():
            return signature(block, into)
        case blocks.Lines():
            return writing_lines(block, into)
    raise TypeError(f"{type(block).__name__} is drawn by the story")


def paragraph(block: blocks.Paragraph, into: Node) -> list[Flowable]:
    """Running text; a quote has its source below it."""
    if block.style == "quote":
        return _quote(block.text, block.source, Node("BlockQuote", into))
    make = written if block.style == "story" else ours
    source = [ours(block.source, styles.SMALL, into)] if block.source else []
    return [*_running(block.text, styles.PARAGRAPHS[block.style], into, make), *source]


def facts(block: blocks.Facts, into: Node) -> list[Flowable]:
    """Labels beside their values; a story stands below its label, over the whole width."""
    return [
        piece
        for is_long, rows in groupby(block.rows, key=lambda row: len(row.value) > LONGEST_VALUE)
        for piece in (_stories(rows, into) if is_long else [fact_table([*rows], into)])
    ]


def chart(block: blocks.Chart, into: Node) -> list[Flowable]:
    """A picture under its caption."""
    return [ours(block.caption, styles.CAPTION, into, kind=Leading), draw_chart(block, into)]


def _quote(text: str, source: str, into: Node) -> list[Flowable]:
    if not source:
        return [written(text, styles.QUOTE, into, kind=Quoted)]
    kind = LeadingQuote if len(text) <= LONGEST_KEPT else Quoted
    return [
        written(text, styles.QUOTE_WITH_SOURCE, into, kind=kind),
        ours(source, styles.QUOTE_SOURCE, into, kind=Quoted),
    ]


def _stories(rows: Iterable[blocks.Fact], into: Node) -> list[Flowable]:
    return [
        piece
        for row in rows
        for piece in (
            ours(row.label, styles.STORY_LABEL, into, kind=Leading),
            *_running(row.value, styles.NORMAL, into, written),
        )
    ]


def _running(
    text: str, style: ParagraphStyle, into: Node, make: Callable[..., Text]
) -> list[Flowable]:
    """A paragraph for every piece of text between empty lines."""
    pieces = re.split(r"\n\s*\n", "\n".join(text.splitlines()))
    return [make(piece, style, into) for piece in pieces if piece.strip()]
