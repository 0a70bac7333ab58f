"""What the application pack is made of: blocks of text that say nothing of how they look."""

from datetime import date
from typing import Literal

from smi_core.attached import Attachment
from smi_core.base import Frozen


class Heading(Frozen):
    """A heading. Those of level 1 and 2 are in the outline, those of level 1 in the contents.

    Attributes:
        new_page: starts on a new page, such as a page to sign.
    """

    level: Literal[1, 2, 3]
    text: str
    new_page: bool = False


class Paragraph(Frozen):
    """Running text. A quote is somebody's literal words; `source` says whose and where.

    `story` is what the parent wrote: an address in it never becomes a link.
    """

    text: str
    style: Literal["normal", "lead", "small", "quote", "story"] = "normal"
    source: str = ""


class Contents(Frozen):
    """The table of contents: every heading of level 1 and every attachment, with its page."""

    title: str


class Notice(Frozen):
    """Something not to be missed."""

    text: str


class Steps(Frozen):
    """What to do, in order. Each step is a sentence, with a line of detail or none."""

    items: tuple[tuple[str, str], ...]


class Bullets(Frozen):
    """A list without an order."""

    items: tuple[str, ...]


class Fact(Frozen):
    """A label with its value.

    Attributes:
        value: empty if it is left open.
        field: the name of the form field in which an open value is filled in; it is the same
            in every pack, such as `bsn` or `kind_bsn-2`. Empty: to be written by pen.
    """

    label: str
    value: str = ""
    field: str = ""


class Facts(Frozen):
    """Labels with their values."""

    rows: tuple[Fact, ...]


class Tick(Frozen):
    """One paper with a box to tick.

    Attributes:
        detail: where to get it, what is refused, who gives it.
        note: what the parent said about it.
        field: the name of the box as a form field, if it is still to be ticked.
        enclosures: the labels of the attachments that are this paper, such as "Bijlage 2".
    """

    text: str
    detail: tuple[str, ...] = ()
    note: str = ""
    is_ticked: bool = False
    field: str = ""
    enclosures: tuple[str, ...] = ()


class Ticks(Frozen):
    """Papers with boxes to tick."""

    items: tuple[Tick, ...]


class WeekPlan(Frozen):
    """A timetable: the days beside each other, the parts of the day below each other.

    Attributes:
        cells: what stands in each cell, row by row; the words also read in black and white.
            A cell that begins with one of `strong` is coloured.
        strong: the words that matter, such as "opvang".
    """

    caption: str
    days: tuple[str, ...]
    parts: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    strong: tuple[str, ...] = ()


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
        rows: what to fill in before the signature: place, date.
        sign: the label of the room to sign in.
    """

    who: str
    rows: tuple[Fact, ...]
    sign: str


class Lines(Frozen):
    """Empty lines to write on by pen, or in a form field with a label that is read aloud."""

    count: int
    label: str = ""
    field: str = ""


Block = (
    Heading
    | Paragraph
    | Notice
    | Contents
    | Steps
    | Bullets
    | Facts
    | Ticks
    | WeekPlan
    | Table
    | Chart
    | Signature
    | Lines
)


class Letter(Frozen):
    """A letter of one page that the parent sends, or a sheet to ask for a paper with.

    Attributes:
        id: what it is for; several letters of one kind are numbered, such as "provider-2".
        title: what the parent calls it; not in the letter itself.
        sender, to: lines of an address.
        made_on: the day it was made.
    """

    id: str
    title: str
    sender: tuple[str, ...]
    to: tuple[str, ...]
    place_and_day: str
    subject: str
    blocks: tuple[Block, ...]
    made_on: date


class Enclosure(Frozen):
    """An attachment behind its separator page.

    Attributes:
        label: such as "Bijlage 2"; the checklist refers to it.
        title: which paper it is.
        details: the name of the file, its pages, what was done to it.
        page_alt: what a page is, for who cannot see it; `{number}` and `{total}` are filled in.
    """

    label: str
    title: str
    details: tuple[str, ...]
    page_alt: str
    attachment: Attachment


class DataFile(Frozen):
    """A file inside the pack, for programs.

    Attributes:
        relation: what it is to the pack, as PDF/A names it.
    """

    name: str
    media_type: str
    description: str
    content: bytes
    relation: Literal["Data", "Source", "Supplement"] = "Data"


class Dossier(Frozen):
    """An application pack as it is read.

    Attributes:
        title: of the document; neutral in the file name, clear on the page.
        subtitle: the municipality and its scheme.
        applicant: whose application it is, on the first page only; never in the metadata.
        reference: short, on every page.
        footer: on every page, before the page numbers.
        made_on: the day it was made; the same case on the same day gives the same pack.
        files: travel inside: the answers as data, and originals with a digital signature.
    """

    title: str
    subtitle: str
    applicant: str = ""
    reference: str = ""
    footer: str
    language: Literal["nl"] = "nl"
    made_on: date
    blocks: tuple[Block, ...]
    enclosures: tuple[Enclosure, ...] = ()
    files: tuple[DataFile, ...] = ()
