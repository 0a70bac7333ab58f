"""Draws an application pack as a PDF. The only package that knows the PDF library."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from threading import Lock

from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph

from smi_core.blocks import Dossier, Heading
from smi_core.pdf import styles
from smi_core.pdf.flowables import flowables, title
from smi_core.pdf.fonts import REGULAR, markup, width_of
from smi_core.pdf.pieces import Ahead, Leading, LeadingQuote, Unbroken

PAGE_NUMBER_WIDTH = 90
LEAST_THAT_FOLLOWS = 80  # points of what follows a heading that stand on the same page
MOST_KEPT_TOGETHER = 0.9 * styles.HEIGHT
NUMBER_OF_PAGES = "number-of-pages"
_ONE_AT_A_TIME = Lock()
"""reportlab embeds a font by moving about in its file, with one position for all threads.

A pack takes less than a tenth of a second of Python, which threads share anyway.
"""


def draw(dossier: Dossier) -> bytes:
    """The pack as a PDF of A4 pages. The same dossier gives the same bytes."""
    file = BytesIO()
    document = _Document(
        file,
        pagesize=A4,
        title=dossier.title,
        subject=dossier.subtitle,
        author="SMI-wizard",
        creator="SMI-wizard",
        lang=dossier.language,
        displayDocTitle=1,
        invariant=1,
        initialFontName=REGULAR,
    )
    document.dossier = dossier
    frame = Frame(styles.SIDE, styles.BOTTOM, styles.WIDTH, styles.HEIGHT, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate(frames=[frame], onPageEnd=_footer))
    with _ONE_AT_A_TIME:
        document.build([*_kept_together([*_story(dossier)])])
    return file.getvalue()


class _Document(BaseDocTemplate):
    """A document that writes its number of pages when it knows it."""

    dossier: Dossier

    def beforeDocument(self) -> None:  # noqa: N802  # reportlab's name
        """The day in the file is that of the dossier; a clock would make every file differ."""
        day = f"D:{self.dossier.made_on:%Y%m%d}000000Z"
        self.canv.setDateFormatter(lambda *_: day)

    def _endBuild(self) -> None:  # noqa: N802  # reportlab's name; it has no hook for the end
        """Every footer refers to a form that has not been drawn until here."""
        pages = str(self.canv.getPageNumber())
        self.canv.beginForm(NUMBER_OF_PAGES, 0, -4, 40, 12)
        self.canv.setFont(REGULAR, styles.FOOTER.fontSize)
        self.canv.setFillColor(styles.MUTED)
        self.canv.drawString(0, 0, pages)
        self.canv.endForm()
        super()._endBuild()  # pyright: ignore[reportAttributeAccessIssue]  # no types for it


def _story(dossier: Dossier) -> Iterator[Flowable]:
    yield from title(dossier)
    has_section = False
    for block in dossier.blocks:
        if isinstance(block, Heading) and block.level == 1:
            if has_section:
                yield PageBreak()
            has_section = True
        yield from flowables(block)


def _kept_together(pieces: Sequence[Flowable]) -> Iterator[Flowable]:
    """The pieces, with a new page where a leading line would else stand alone at the bottom."""
    for index, piece in enumerate(pieces):
        is_first = index == 0 or not isinstance(pieces[index - 1], Leading)
        if is_first and isinstance(piece, Leading):
            yield Ahead(_room_needed(pieces[index:]))
        yield piece


def _room_needed(pieces: Sequence[Flowable]) -> float:
    """The height of the leading lines and the beginning of what follows them, in points."""
    needed = followed = 0.0
    for piece in pieces:
        if isinstance(piece, PageBreak) or (followed and _begins_anew(piece)):
            break
        height = piece.wrap(styles.WIDTH, styles.HEIGHT)[1] + piece.getSpaceBefore()
        if isinstance(piece, Leading | Unbroken | Drawing):
            needed += height + piece.getSpaceAfter()
        else:
            followed += height
        if followed >= LEAST_THAT_FOLLOWS or isinstance(piece, Unbroken | Drawing):
            break
    return min(needed + min(followed, LEAST_THAT_FOLLOWS), MOST_KEPT_TOGETHER)


def _begins_anew(piece: Flowable) -> bool:
    return isinstance(piece, Leading) and not isinstance(piece, LeadingQuote)


def _footer(canvas: Canvas, document: _Document) -> None:
    left, base = styles.SIDE, styles.FOOTER_BASE
    canvas.saveState()
    words = Paragraph(markup(document.dossier.footer), styles.FOOTER)
    words.wrapOn(canvas, styles.WIDTH - PAGE_NUMBER_WIDTH, styles.BOTTOM)
    words.drawOn(canvas, left + PAGE_NUMBER_WIDTH, base + 9 - words.height)
    canvas.setStrokeColor(styles.RULE)
    canvas.line(left, base + 16, left + styles.WIDTH, base + 16)
    canvas.setFillColor(styles.MUTED)
    canvas.setFont(REGULAR, styles.FOOTER.fontSize)
    page = f"Blad {canvas.getPageNumber()} van "
    canvas.drawString(left, base, page)
    canvas.translate(left + width_of(page, styles.FOOTER), base)
    canvas.doForm(NUMBER_OF_PAGES)
    canvas.restoreState()
