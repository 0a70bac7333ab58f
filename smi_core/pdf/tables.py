"""Tables: labels beside their values, and rows under a header."""

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.boxes import LINE_TO_WRITE_ON, Box
from smi_core.pdf.fonts import width_of
from smi_core.pdf.pieces import Leading, Once, Ruled, Text, ours, written
from smi_core.pdf.styles import WIDTH
from smi_core.pdf.tags import Node

FIELD = 22  # points high
LEAST_OF_A_ROW = 60  # points of a row that stand on either side of a page break
LONGEST_LABEL = 200  # characters of a row that may have to stay with another one
ROW_HEADER = "/A<</O/Table/Scope/Row>>"
COLUMN_HEADER = "/A<</O/Table/Scope/Column>>"
Command = tuple[str, tuple[int, int], tuple[int, int], *tuple[Any, ...]]
"""What reportlab calls a table command: a look, from one cell to another."""


def fact_table(rows: Sequence[blocks.Fact], into: Node) -> Flowable:
    """Labels beside values, with a field or a line to write on where there is no value."""
    cells, look = fact_rows(rows, Node("Table", into))
    room = [0 if row.value.strip() else LINE_TO_WRITE_ON for row in rows]
    return Ruled(cells, minRowHeights=room, style=[*look, *_together(rows)], **styles.PAIRS)


def fact_rows(
    rows: Sequence[blocks.Fact], into: Node, who: str = ""
) -> tuple[list[list[Flowable]], list[Command]]:
    """The cells of labels and values, and how they look; `who` must fill them in."""
    cells = [_fact_row(row, Node("TR", into), who) for row in rows]
    return cells, [*styles.ROWS, *_open_rows(rows)]


def grid(table: blocks.Table, into: Node) -> list[Flowable]:
    """Rows under a header that comes back on every page; a row may run over two of them."""
    whole = Node("Table", into)
    caption = ours(table.caption, styles.CAPTION, whole, "Caption", Leading)
    numbers = frozenset(table.numbers)
    cells = [
        header_row(table.header, Node("TR", whole), numbers),
        *(_row(row, Node("TR", whole), numbers) for row in table.rows),
    ]
    look = [*styles.ROWS, ("LINEBELOW", (0, 0), (-1, 0), 1.2, styles.ACCENT)]
    drawn = Ruled(
        cells,
        colWidths=_column_widths((table.header, *table.rows), numbers),
        repeatRows=1,
        splitInRow=LEAST_OF_A_ROW,
        style=look,
        spaceAfter=16,
    )
    return [caption, drawn]


def header_row(words: Sequence[str], into: Node, numbers: frozenset[int]) -> list[Text]:
    """The names of the columns; a column without a name has no header."""
    looks = (styles.CELL_HEADER, styles.NUMBER_HEADER)
    return [
        header_cell(text, looks[index in numbers], into, COLUMN_HEADER)
        for index, text in enumerate(words)
    ]


def header_cell(words: str, style: ParagraphStyle, into: Node, scope: str) -> Text:
    """A cell that names a row or a column; without words it is an ordinary empty cell."""
    cell = ours(words, style, into, "TH" if words.strip() else "TD", Once)
    if words.strip():
        cell.inline.node.entries += scope
    return cell


def _row(words: Sequence[str], into: Node, numbers: frozenset[int]) -> list[Text]:
    looks = (styles.CELL, styles.NUMBER)
    name = header_cell(words[0], looks[0 in numbers], into, ROW_HEADER)
    return [
        name,
        *(
            written(text, looks[index in numbers], into, "TD")
            for index, text in enumerate(words[1:], start=1)
        ),
    ]


def _fact_row(row: blocks.Fact, into: Node, who: str) -> list[Flowable]:
    label = header_cell(row.label, styles.FACT_LABEL, into, ROW_HEADER)
    if row.field and not row.value.strip():
        spoken = f"{who}: {row.label}" if who else row.label
        return [label, Box(row.field, spoken, FIELD, Node("TD", into))]
    return [label, written(row.value, styles.FACT_VALUE, into, "TD")]


def _open_rows(rows: Sequence[blocks.Fact]) -> Iterator[Command]:
    """A line to write on, unless there is a field with its own box."""
    for row, fact in enumerate(rows):
        if fact.value.strip():
            continue
        if fact.field:
            yield ("VALIGN", (0, row), (-1, row), "MIDDLE")
        else:
            yield ("LINEBELOW", (1, row), (1, row), 0.9, styles.INK)
            yield ("VALIGN", (0, row), (-1, row), "BOTTOM")


def _together(rows: Sequence[blocks.Fact]) -> Iterator[Command]:
    """No row stands alone on a page: the first two and the last two stay together."""
    if len(rows) > 1 and max(len(row.label) for row in rows) < LONGEST_LABEL:
        yield ("NOSPLIT", (0, 0), (-1, 1))
        yield ("NOSPLIT", (0, -2), (-1, -1))


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
