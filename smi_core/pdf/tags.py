"""Tags while drawing: which piece of a page is which element of the structure tree.

The tree is made together with the text, in the order in which it is read; drawing only adds where
on which page an element stands. So an element that runs over two pages stays one.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfdoc import PDFObjectReference
from reportlab.pdfgen.canvas import Canvas

from smi_core.pdf.syntax import Raw, numbers, stream, string


class Mark(NamedTuple):
    """A piece of a page, counted from 0, by its number on that page."""

    page: int
    number: int


class Annotation:
    """A link or a form field on a page.

    Attributes:
        node: the element of the tree that it belongs to.
        entries: of its dictionary, in PDF's own words.
        target: the name of the place that a link leads to; empty if it does not.
        raw: the object in the file.
    """

    def __init__(self, page: int, node: "Node", entries: str, target: str = "") -> None:
        self.page, self.node, self.entries, self.target = page, node, entries, target
        self.raw = Raw()
        node.kids.append(self)


class Node:
    """An element of the structure tree.

    Attributes:
        tag: what it is, in the words of PDF: `P`, `H1`, `LI`.
        kids: elements, pieces of pages and annotations, in the order in which they are read.
        entries: of its dictionary, in PDF's own words.
    """

    __slots__ = ("entries", "kids", "tag")

    def __init__(self, tag: str, into: "Node | None", entries: str = "") -> None:
        self.tag, self.entries = tag, entries
        self.kids: list[Node | Mark | Annotation] = []
        if into is not None:
            into.kids.append(self)


class Inline:
    """Where the drawing of a text with links is.

    Attributes:
        node: the element of the text.
        links: for every link its element, and what its annotation says.
        open: the link that is being drawn; one that runs over two pages is picked up again.
    """

    def __init__(self, node: Node, links: Sequence[tuple[Node, str]]) -> None:
        self.node, self.links = node, links
        self.open: Node | None = None

    def step(self, number: str) -> Node:
        """Go into a link, or out of it if it has no number; gives where the text goes on."""
        self.open = self.links[int(number)][0] if number else None
        if self.open and self.open not in self.node.kids:
            self.node.kids.append(self.open)
        return self.open or self.node


class TaggedCanvas(Canvas):
    """A canvas that notes what it draws for which element.

    Attributes:
        pages: for every page, the element of each of its pieces.
        places: where links lead to: the page, and the distance from the left and the bottom.
        wanted: the drawings of page numbers to be made: of which place, and how they look.
        is_tagged: False draws the same without a word about structure, to compare the time.
    """

    is_tagged = True
    _code: list[str]
    _doc: Any
    _pagesize: tuple[float, float]
    _addAnnotation: Callable[[Raw], None]  # noqa: N815  # reportlab's names

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.pages: list[list[Node]] = []
        self.places: dict[str, tuple[int, float, float]] = {}
        self.wanted: dict[str, tuple[str, ParagraphStyle]] = {}
        self.annotations: list[Annotation] = []
        self.inline: Inline | None = None
        self._shown: list[str] = []
        self.setNamedCB("link", lambda _canvas, _kind, number: self._change_of_link(number))

    @contextmanager
    def marked(self, node: Node) -> Iterator[None]:
        """What is drawn now belongs to the element."""
        if self.is_tagged:
            self._code.append(self._mark(node))
        yield
        if self.is_tagged:
            self._code.append("EMC")

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn now is for the eye only: rules, grounds, page numbers."""
        if self.is_tagged:
            self._code.append(f"/Artifact <</Type/{kind}>> BDC")
        yield
        if self.is_tagged:
            self._code.append("EMC")

    @contextmanager
    def with_links(self, inline: Inline) -> Iterator[None]:
        """The text that is drawn now has links in it."""
        self.inline = inline
        yield
        self.inline = None

    def beginText(self, *given: Any, **named: Any) -> Any:  # noqa: N802  # reportlab's names
        """A text; one with links is marked inside, for marks and texts may not cross."""
        text: Any = super().beginText(*given, **named)
        if self.inline and self.is_tagged:
            text._code.append(self._mark(self.inline.open or self.inline.node))
        return text

    def drawText(self, aTextObject: Any) -> None:  # noqa: N802, N803
        """Draw the text, with the end of its last mark."""
        if self.inline and self.is_tagged:
            aTextObject._code.append("EMC")
        super().drawText(aTextObject)

    def linkURL(self, url: str, rect: Any, *_: Any, **_named: Any) -> None:  # noqa: N802
        """One line of a link in a text, by its number; reportlab calls this for every line."""
        if self.inline is None:
            raise LookupError(f"link {url} stands in no text with links")
        left, bottom, right, _ = rect
        with self.artifact():
            self.setLineWidth(0.5)
            self.line(left, bottom + 1, right, bottom + 1)
        node, entries = self.inline.links[int(url)]
        self.annotate(node, rect, entries)

    def annotate(self, node: Node, rect: Sequence[float], entries: str, target: str = "") -> None:
        """Put a link or a form field on the page; `rect` from the origin of what is drawn now."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        right, top = self.absolutePosition(rect[2], rect[3])
        if not self.is_tagged:
            return
        where = f"/Rect{numbers((left, bottom, right, top))}"
        page = self.getPageNumber() - 1
        annotation = Annotation(page, node, where + entries, target)
        self._addAnnotation(annotation.raw)
        self.annotations.append(annotation)

    def remember(self, place: str, x: float, y: float) -> None:
        """Links with this target lead here."""
        self.places[place] = (self.getPageNumber() - 1, *self.absolutePosition(x, y))

    def show(self, picture: str, size: tuple[float, float]) -> None:
        """Draw a picture by its name, and keep a place in the file where it will be put."""
        self._code.append(f"q {size[0]:.3f} 0 0 {size[1]:.3f} 0 0 cm /{picture} Do Q")
        kept = f"/Blad {string(picture)}/Type/XObject/Subtype/Image"
        self._doc.Reference(Raw(stream(kept, "")), picture)
        self._shown.append(picture)

    def _setXObjects(self, thing: Any) -> None:  # noqa: N802  # reportlab's name
        """The drawings and pictures that a page uses; reportlab calls this at its end."""
        super()._setXObjects(thing)  # pyright: ignore[reportAttributeAccessIssue]
        for picture in self._shown:
            thing.XObjects[picture] = PDFObjectReference(picture)
        self._shown = []

    def number_of(self, name: str) -> int:
        """The number of an object in the file, by the name that reportlab gave it."""
        return self._doc.idToObjectNumberAndVersion[name][0]

    def _mark(self, node: Node) -> str:
        page = self.getPageNumber() - 1
        self.pages += [[] for _ in range(page + 1 - len(self.pages))]
        node.kids.append(Mark(page, len(self.pages[page])))
        self.pages[page].append(node)
        return f"/{node.tag} <</MCID {len(self.pages[page]) - 1}>> BDC"

    def _change_of_link(self, number: str) -> None:
        """A link begins, or ends if it has no number."""
        if self.inline is None:
            raise LookupError(f"link {number} stands in no text with links")
        node = self.inline.step(number)
        if self.is_tagged:
            text = self._curr_tx_info["tx"]  # pyright: ignore[reportAttributeAccessIssue]
            text._code += ["EMC", self._mark(node)]


def bounds(canvas: Canvas, rect: Sequence[float]) -> str:
    """The entry for where a figure is; `rect` from the origin of what is drawn now."""
    corners = (*canvas.absolutePosition(*rect[:2]), *canvas.absolutePosition(*rect[2:]))
    return f"/A<</O/Layout/BBox{numbers(corners)}>>"
