"""Draws pieces on pages of paper, with a footer on each."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from threading import Lock
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from smi_core.pdf import styles
from smi_core.pdf.annotations import write_annotations
from smi_core.pdf.fonts import REGULAR, markup, printable, width_of
from smi_core.pdf.references import NUMBER_OF_PAGES, draw_page_numbers, page_number
from smi_core.pdf.syntax import plain
from smi_core.pdf.tags import Node, TaggedCanvas
from smi_core.pdf.tree import write_tree

rl_config.useA85 = 0  # it would write streams as text, a quarter larger and slower
_ONE_AT_A_TIME = Lock()
"""reportlab embeds a font by moving about in its file, with one position for all threads.

A pack takes less than a tenth of a second of Python, which threads share anyway.
"""


class About(NamedTuple):
    """What the file says about itself, and what stands below each page; a letter has no footer."""

    title: str
    subject: str
    made_on: date
    footer: str = ""
    reference: str = ""


def build(
    pieces: Iterable[Flowable], tree: Node | None, about: About, first: str = styles.TEXT_PAGE
) -> bytes:
    """The pieces on pages.

    Args:
        pieces: what flows over the pages.
        tree: the root of the structure; None leaves out everything that says what is what.
        about: what the file says of itself.
        first: the kind of the first page.
    """
    file = BytesIO()
    document = _Document(file, pagesize=A4, initialFontName=REGULAR, invariant=1)
    document.tree, document.about = tree, about
    document.addPageTemplates(sorted(_templates(), key=lambda one: one.id != first))
    with _ONE_AT_A_TIME:
        document.build([*pieces], canvasmaker=TaggedCanvas)
    return file.getvalue()


class _Document(BaseDocTemplate):
    """A document that finishes what refers to pages when it knows them all."""

    tree: Node | None
    about: About
    canv: Any  # a TaggedCanvas

    def beforeDocument(self) -> None:  # noqa: N802  # reportlab's name
        """Before the first page."""
        self.canv.is_tagged = self.tree is not None

    def _endBuild(self) -> None:  # noqa: N802  # reportlab's name; it has no hook for the end
        self._doSave = 0
        super()._endBuild()  # pyright: ignore[reportAttributeAccessIssue]  # no types for it
        draw_page_numbers(self.canv)
        if self.tree:
            write_annotations(self.canv)
            write_tree(self.canv, self.tree)
        self.canv.save()


def _templates() -> Iterable[PageTemplate]:
    """Text, and pages of attachments upright and on their side."""
    width, height = A4
    text = Frame(styles.SIDE, styles.BOTTOM, styles.WIDTH, styles.HEIGHT, 0, 0, 0, 0)
    yield PageTemplate(styles.TEXT_PAGE, [text], onPageEnd=_footer, pagesize=A4)
    yield PageTemplate(styles.SHEET, [_sheet(width, height)], onPageEnd=_footer, pagesize=A4)
    size = landscape(A4)
    yield PageTemplate(styles.WIDE_SHEET, [_sheet(*size)], onPageEnd=_footer, pagesize=size)


def _sheet(width: float, height: float) -> Frame:
    edge, bottom = styles.EDGE, styles.BOTTOM
    return Frame(edge, bottom, width - 2 * edge, height - bottom - edge, 0, 0, 0, 0)


def _footer(canvas: Any, document: Any) -> None:
    about, left, base = document.about, styles.SIDE, styles.FOOTER_BASE
    if not about.footer:
        return
    width = canvas._pagesize[0] - 2 * styles.SIDE
    with canvas.artifact("Pagination"):
        canvas.saveState()
        canvas.setStrokeColor(styles.RULE)
        canvas.line(left, base + 16, left + width, base + 16)
        taken = _numbered(canvas, about.reference)
        words = Paragraph(markup(about.footer), styles.FOOTER)
        words.wrapOn(canvas, width - taken, styles.BOTTOM)
        words.drawOn(canvas, left + taken, base + 9 - words.height)
        canvas.restoreState()


def _numbered(canvas: TaggedCanvas, reference: str) -> float:
    """Write which page of how many this is, and the reference; gives the width it takes."""
    left, base, style = styles.SIDE, styles.FOOTER_BASE, styles.FOOTER_NUMBER
    canvas.setFillColor(style.textColor)
    canvas.setFont(style.fontName, style.fontSize)
    page = f"Blad {canvas.getPageNumber()} van "
    canvas.drawString(left, base, page)
    after = left + width_of(page, style)
    page_number(canvas, NUMBER_OF_PAGES, (after, base), style)
    after += width_of("000", style)
    if reference:
        canvas.drawString(after, base, printable(plain(f"· {reference}")))
        after += width_of(f"· {reference}", style)
    return after + styles.GAP - left
