"""Attachments: a page that says what follows, then every page as a picture with its text."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak, Spacer

from smi_core.attached import Line, PageImage
from smi_core.blocks import Enclosure
from smi_core.pdf import styles
from smi_core.pdf.fonts import actual, in_one_line, width_of
from smi_core.pdf.pieces import Ahead, Rule
from smi_core.pdf.syntax import plain, string
from smi_core.pdf.tags import Node, TaggedCanvas, bounds
from smi_core.pdf.texts import heading, written

PLACES = 10_000  # a place on a page is in this many parts of its width or height
ABOVE = 130  # points of white above what announces an attachment
NEW_PARAGRAPH = 0.7  # of the height of a line: more room than this and a new paragraph begins


class Sheet(Flowable):
    """One page of an attachment, as large as fits, with its text invisibly in its place."""

    def __init__(self, page: PageImage, name: str, alt: str, into: Node) -> None:
        super().__init__()
        self.page, self.name = page, name
        self.node = Node("Figure", into, f"/Alt{string(alt)}")
        self.texts = [
            (lines, Node("P", into, actual(" ".join(line.text for line in lines))))
            for lines in _paragraphs(page.lines)
        ]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """All the room there is."""
        self.width, self.height = aW, aH - 1
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture by its name, and lay the text over it."""
        canvas = cast(TaggedCanvas, self.canv)
        scale = min(self.width / self.page.width, self.height / self.page.height)
        width, height = self.page.width * scale, self.page.height * scale
        left, bottom = (self.width - width) / 2, self.height - height
        canvas.saveState()
        canvas.translate(left, bottom)
        self.node.entries += bounds(canvas, (0, 0, width, height))
        with canvas.marked(self.node):
            canvas.show(self.name, (width, height))
        for lines, node in self.texts:
            with canvas.marked(node):
                _lay_over(canvas, lines, (width, height))
        canvas.restoreState()


def enclosed(enclosure: Enclosure, number: int, into: Node) -> Iterator[Flowable]:
    """The page that announces an attachment, and its pages.

    Args:
        enclosure: the attachment.
        number: of the attachment in the pack, from 1.
        into: the root of the structure tree.
    """
    yield NextPageTemplate(styles.TEXT_PAGE)
    yield Ahead(styles.HEIGHT)
    yield from _announced(enclosure, into)
    for sheet in _sheets(enclosure, number, into):
        yield NextPageTemplate(_template(sheet.page))
        yield PageBreak()
        yield sheet


def separate_sheets(enclosure: Enclosure, into: Node) -> Iterator[Flowable]:
    """Only the pages of an attachment; the first is on `first_template`."""
    for index, sheet in enumerate(_sheets(enclosure, 1, into)):
        if index:
            yield NextPageTemplate(_template(sheet.page))
            yield PageBreak()
        yield sheet


def first_template(enclosure: Enclosure) -> str:
    """The kind of page that the first page of an attachment fits on."""
    return _template(enclosure.attachment.pages[0])


def picture_name(enclosure: int, page: int) -> str:
    """What a page of an attachment is called inside the file; both counted from 1."""
    return f"Bijlage{enclosure}Blad{page}"


def _sheets(enclosure: Enclosure, number: int, into: Node) -> Iterator[Sheet]:
    pages = enclosure.attachment.pages
    for index, page in enumerate(pages, start=1):
        alt = enclosure.page_alt.replace("{number}", f"{index}").replace("{total}", f"{len(pages)}")
        yield Sheet(page, picture_name(number, index), alt, into)


def _template(page: PageImage) -> str:
    """Upright, or on its side."""
    return styles.WIDE_SHEET if page.width > page.height else styles.SHEET


def _announced(enclosure: Enclosure, into: Node) -> list[Flowable]:
    bookmark = (f"{enclosure.label}: {enclosure.title}", 0)
    label = heading(enclosure.label, styles.ENCLOSURE, into, "H2", bookmark)
    label.place = enclosure.label
    rule = Rule(width="100%", thickness=2, color=styles.ACCENT, spaceBefore=12, spaceAfter=14)
    title = written(enclosure.title, styles.SUBTITLE, into)
    return [
        Spacer(0, ABOVE),
        label,
        title,
        rule,
        *(written(line, styles.NORMAL, into) for line in enclosure.details),
    ]


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines close below each other belong together."""
    found: list[list[Line]] = [[*lines[:1]]] if lines else []
    for above, line in pairwise(lines):
        gap = line.top - (above.top + above.height)
        if -above.height < gap < NEW_PARAGRAPH * above.height:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _lay_over(canvas: TaggedCanvas, lines: Sequence[Line], size: tuple[float, float]) -> None:
    """Invisible text, each line as wide as it is in the picture."""
    width, height = size
    text = canvas.beginText()
    text.setTextRenderMode(3)
    for line in lines:
        letters = plain(line.text) + " "
        points = max(line.height * height / PLACES, 1)
        natural = width_of(letters, styles.NORMAL) * points / styles.NORMAL.fontSize
        text.setHorizScale(100 * max(line.width * width / PLACES, 1) / (natural or 1))
        bottom = height * (1 - (line.top + line.height) / PLACES)
        text.setTextOrigin(line.left * width / PLACES, bottom + 0.2 * points)
        for face, part in in_one_line(letters):
            text.setFont(face, points)
            text.textOut(part)
    text.setHorizScale(100)
    text.setTextRenderMode(0)
    canvas.drawText(text)
