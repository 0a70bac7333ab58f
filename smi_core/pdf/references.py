"""Where something is in the pack: the contents, and the pages of attachments.

A page number is not known before all pages are drawn. So it is a small drawing of its own, which is
made at the end and stands wherever it is wanted.
"""

from typing import cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from smi_core.pdf import styles
from smi_core.pdf.annotations import jumps
from smi_core.pdf.fonts import markup, printable, width_of
from smi_core.pdf.pieces import Text
from smi_core.pdf.syntax import plain
from smi_core.pdf.tags import Inline, Node, TaggedCanvas

NUMBER_OF_PAGES = "number-of-pages"
WIDEST = 40  # points for a page number


class Entry(Text):
    """A line of the contents: a link to a place, with its page at the right."""

    place: str
    spoken: str

    def draw(self) -> None:
        """Draw the words, dots, the page number, and lay the link over them."""
        canvas, node = cast(TaggedCanvas, self.canv), self.inline.node
        base = self.height - self.style.fontSize
        super().draw()
        with canvas.marked(node):
            page_number(canvas, self.place, (styles.WIDTH, base), styles.ENTRY_NUMBER)
        with canvas.artifact():
            canvas.setStrokeColor(styles.RULE)
            canvas.setLineWidth(0.6)
            canvas.line(0, -5, styles.WIDTH, -5)
        canvas.annotate(node, (0, -4, styles.WIDTH, self.height), jumps(self.spoken), self.place)


class Reference(Flowable):
    """One line that leads to an attachment: "Bijlage 2, blad 14"."""

    def __init__(self, place: str, style: ParagraphStyle, into: Node) -> None:
        super().__init__()
        self.place, self.style = place, style
        self.node = Node("Link", Node("P", into))

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """As high as one line."""
        self.width, self.height = aW, self.style.leading
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words and the number of the page, which are a link if there is a page."""
        canvas, style = cast(TaggedCanvas, self.canv), self.style
        left, base = style.leftIndent, self.height - style.fontSize
        words = printable(plain(f"{self.place}, blad")) + " "
        right = left + width_of(words, style)
        with canvas.marked(self.node):
            canvas.setFillColor(style.textColor)
            canvas.setFont(style.fontName, style.fontSize)
            canvas.drawString(left, base, words)
            page_number(canvas, self.place, (right, base), style)
        rect = (left, base - 3, right + 16, base + style.fontSize)
        canvas.annotate(self.node, rect, jumps(f"Ga naar {self.place}"), self.place)


def entry(words: str, place: str, into: Node) -> Entry:
    """A line of the table of contents."""
    node = Node("Link", Node("Reference", Node("TOCI", into)))
    line = Entry(markup(words), styles.ENTRY)
    line.inline, line.place = Inline(node, ()), place
    line.spoken = f"Ga naar {words}"
    return line


def page_number(
    canvas: TaggedCanvas, place: str, at: tuple[float, float], style: ParagraphStyle
) -> None:
    """The number of the page where a place is, on a line of text."""
    name = canvas.wanted.setdefault((place, style.name), f"number-{len(canvas.wanted)}")
    canvas.saveState()
    canvas.translate(*at)
    canvas.doForm(name)
    canvas.restoreState()


def draw_page_numbers(canvas: TaggedCanvas) -> None:
    """Make all drawings of page numbers; the last page has been drawn."""
    total = canvas.getPageNumber() - 1
    for (place, look), name in canvas.wanted.items():
        style = styles.NUMBERS[look]
        page = total if place == NUMBER_OF_PAGES else canvas.places[place][0] + 1
        canvas.beginForm(name, -WIDEST, -4, WIDEST, style.leading)
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        if style.alignment:
            canvas.drawRightString(0, 0, f" {page}")  # the space is for who reads it aloud
        else:
            canvas.drawString(0, 0, str(page))
        canvas.endForm()
