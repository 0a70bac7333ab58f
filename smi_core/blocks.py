"""What the application pack is made of: blocks of text that say nothing of how they look."""

from datetime import date
from typing import Literal

from smi_core.base import Frozen


class Heading(Frozen):
    """A heading; level 1 starts a section on a new page."""

    level: Literal[1, 2, 3]
    text: str


class Paragraph(Frozen):
    """Running text. A quote is somebody's literal words; `source` says whose and where."""

    text: str
    style: Literal["normal", "lead", "small", "quote"] = "normal"
    source: str = ""


class Notice(Frozen):
    """Something not to be missed."""

    text: str


class Steps(Frozen):
    """What to do, in order. Each step is a sentence, with a line of detail or none."""

    items: tuple[tuple[str, str], ...]


class Bullets(Frozen):
    """A list without an order."""

    items: tuple[str, ...]


class Facts(Frozen):
    """Labels with their values. An empty value is left open to be filled in by pen."""

    rows: tuple[tuple[str, str], ...]


class Tick(Frozen):
    """One paper with a box to tick.

    Attributes:
        detail: where to get it, what is refused, who gives it.
        note: what the parent said about it.
    """

    text: str
    detail: tuple[str, ...] = ()
    note: str = ""
    is_ticked: bool = False


class Ticks(Frozen):
    """Papers with boxes to tick."""

    items: tuple[Tick, ...]


class Table(Frozen):
    """Rows under headings. The first column names the row; numbers stand right."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


class Point(Frozen):
    """The own contribution at an income, whole euro per year and euro-cents per hour."""

    income: int
    low: int
    high: int


class Chart(Frozen):
    """Own contribution per hour against income, with the place of this family.

    Attributes:
        here: the family's income from low to high, whole euro; None if it is not known.
        alt: the same in words.
    """

    caption: str
    alt: str
    points: tuple[Point, ...]
    here: tuple[int, int] | None
    x_label: str
    y_label: str
    here_label: str


class Signature(Frozen):
    """Where somebody signs.

    Attributes:
        who: the role and, where known, the name.
        labels: what to fill in: place, date, signature.
    """

    who: str
    labels: tuple[str, ...]


class Lines(Frozen):
    """Empty lines to write on by pen."""

    count: int


Block = (
    Heading
    | Paragraph
    | Notice
    | Steps
    | Bullets
    | Facts
    | Ticks
    | Table
    | Chart
    | Signature
    | Lines
)


class Dossier(Frozen):
    """An application pack as it is read.

    Attributes:
        title: of the document; neutral in the file name, clear on the page.
        subtitle: the municipality and its scheme.
        footer: on every page, before the page numbers.
        made_on: the day it was made; the same case on the same day gives the same pack.
    """

    title: str
    subtitle: str
    footer: str
    language: Literal["nl"] = "nl"
    made_on: date
    blocks: tuple[Block, ...]
