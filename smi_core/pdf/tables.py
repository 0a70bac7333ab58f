"""Tables: labels beside their values, and rows under a header."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.fonts import markup, width_of
from smi_core.pdf.styles import WIDTH

LABEL_WIDTH = 0.36 * WIDTH
LEAST_OF_A_ROW = 60  # points of a row that stand on either side of a page break
Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
"""What reportlab calls a table command: a look, from one cell to another."""


def pairs(rows: Sequence[tuple[str, str]], room: Sequence[float], kind: type[Table]) -> Table:
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
    return kind(
        cells,
        colWidths=[LABEL_WIDTH, WIDTH - LABEL_WIDTH],
        minRowHeights=room,
        style=[*styles.ROWS, *_lines_to_write_on(rows)],
        spaceBefore=3,
        spaceAfter=16,
    )


def grid(table: blocks.Table) -> Table:
    """Rows under a header that comes back on every page; a row may run over two of them."""
    numbers = frozenset(table.numbers)
    header = _cells(table.header, numbers, (styles.CELL_HEADER, styles.NUMBER_HEADER))
    rows = [_cells(row, numbers, (styles.CELL, styles.NUMBER)) for row in table.rows]
    return Table(
        [header, *rows],
        colWidths=_column_widths((table.header, *table.rows), numbers),
        repeatRows=1,
        splitInRow=LEAST_OF_A_ROW,
        style=[*styles.ROWS, ("LINEBELOW", (0, 0), (-1, 0), 1.2, styles.ACCENT)],
        spaceAfter=16,
    )


def _lines_to_write_on(rows: Sequence[tuple[str, str]]) -> Iterator[Command]:
    for row, (_, value) in enumerate(rows):
        if not value.strip():
            yield ("LINEBELOW", (1, row), (1, row), 0.9, styles.INK)
            yield ("VALIGN", (0, row), (-1, row), "BOTTOM")


def _cells(
    row: Sequence[str], numbers: frozenset[int], looks: tuple[ParagraphStyle, ParagraphStyle]
) -> list[Paragraph]:
    return [Paragraph(markup(text), looks[index in numbers]) for index, text in enumerate(row)]


def _column_widths(rows: Sequence[Sequence[str]], numbers: frozenset[int]) -> list[float]:
    """At least the longest word of each column; then each gets its share of what is left.

    Where all fits on one line, the widest column of words gets what is left.
    """
    columns = [*zip(*rows, strict=True)]
    least = [min(max(map(_longest_word, column)), WIDTH / 3) for column in columns]
    most = [max(low, *map(_width, column)) for low, column in zip(least, columns, strict=True)]
    if sum(most) <= WIDTH:
        widest = max(range(len(most)), key=lambda column: (column not in numbers, most[column]))
        most[widest] += WIDTH - sum(most)
        return most
    if sum(least) >= WIDTH:
        return [low * WIDTH / sum(least) for low in least]
    share = (WIDTH - sum(least)) / (sum(most) - sum(least))
    return [low + (high - low) * share for low, high in zip(least, most, strict=True)]


def _longest_word(text: str) -> float:
    return max(map(_width, text.split()), default=0)


def _width(text: str) -> float:
    return width_of(text, styles.CELL_HEADER) + 2 * styles.GAP
