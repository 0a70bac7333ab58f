"""Kinds of flowable that reportlab does not have."""

from collections.abc import Sequence
from typing import Any, cast

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, Paragraph, Table

from smi_core.pdf import styles
from smi_core.pdf.fonts import actual, markup, printable, turned_lines
from smi_core.pdf.links import linked
from smi_core.pdf.script import needs_shaping, starts_from_the_right
from smi_core.pdf.syntax import plain
from smi_core.pdf.tags import Inline, Node, TaggedCanvas


class Text(Paragraph):
    """A paragraph that belongs to an element of the structure tree.

    Attributes:
        inline: its element and its links; parts on two pages share them.
        label: what stands before its first line: an element, a text and a style.
        turned: what it says, if there are letters in it that run from the right.
    """

    inline: Inline
    label: tuple[Node, str, ParagraphStyle] | None = None
    turned: str = ""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """Make lines; those that run from the right must know how long they are first.

        The parts of a text on two pages have their lines already.
        """
        if self.turned:
            self._turn(aW)
        return super().wrap(aW, aH)

    def draw(self) -> None:
        """Draw the words, each under its element."""
        canvas = cast(TaggedCanvas, self.canv)
        self.draw_ground(canvas)
        if self.label:
            self._draw_label(canvas, *self.label)
        if self.inline.links:
            with canvas.with_links(self.inline):
                super().draw()
        else:
            with canvas.marked(self.inline.node):
                super().draw()

    def draw_ground(self, canvas: TaggedCanvas) -> None:
        """Draw what is behind the words; nothing, but for some kinds."""

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803  # reportlab's names
        """Two parts of the same element; only the first has the label."""
        parts = super().split(aW, aH)
        for part in cast(list[Text], parts):
            part.inline = self.inline
        if parts:
            cast(Text, parts[0]).label = self.label
        return parts

    def _turn(self, width: float) -> None:
        """Several lines stand on the right if they begin there; one stays beside its label."""
        style = self.style
        lines = turned_lines(self.turned, width - style.leftIndent - style.rightIndent, style)
        if len(lines) > 1 and starts_from_the_right(self.turned):
            style = ParagraphStyle(style.name, style, alignment=TA_RIGHT)
        super().__init__("<br/>".join(lines), style)

    def _draw_label(self, canvas: TaggedCanvas, node: Node, words: str, look: Any) -> None:
        with canvas.marked(node):
            canvas.setFillColor(look.textColor)
            canvas.setFont(look.fontName, look.fontSize)
            base = self.height - self.style.fontSize + look.bulletOffsetY
            canvas.drawString(look.leftIndent, base, printable(words))


class Leading(Text):
    """A line that stands on the same page as the beginning of what follows it."""


class Bookmarked(Leading):
    """A heading.

    Attributes:
        bookmark: its text and level (from 0) in the outline; None leaves it out.
        place: what links to it call it.
    """

    bookmark: tuple[str, int] | None = None
    place: str = ""

    def draw_ground(self, canvas: TaggedCanvas) -> None:
        """Lead the outline and the links to just above the words."""
        if self.bookmark:
            text, level = self.bookmark
            key = f"{canvas.getPageNumber()}-{canvas.absolutePosition(0, 0)[1]:.0f}"
            canvas.bookmarkHorizontal(key, 0, self.height + 12)
            canvas.addOutlineEntry(plain(text), key, level)
        if self.place:
            canvas.remember(self.place, 0, self.height + 12)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803  # reportlab's names
        """Two parts, of which only the first is in the outline."""
        parts = super().split(aW, aH)
        if parts and isinstance(parts[0], Bookmarked):
            parts[0].bookmark, parts[0].place = self.bookmark, self.place
        return parts


class Noticed(Text):
    """Text on a tinted ground with a bar on the left, on every page that it runs over."""

    def draw_ground(self, canvas: TaggedCanvas) -> None:
        """Draw the ground and the bar."""
        height = self.height + 14
        with canvas.artifact():
            canvas.saveState()
            canvas.setFillColor(styles.TINT)
            canvas.rect(0, -8, styles.WIDTH, height, stroke=0, fill=1)
            canvas.setFillColor(styles.ACCENT)
            canvas.rect(0, -8, 4, height, stroke=0, fill=1)
            canvas.restoreState()


class Quoted(Text):
    """Somebody's own words, with a thin rule on the left."""

    def draw_ground(self, canvas: TaggedCanvas) -> None:
        """Draw the rule."""
        left = self.style.leftIndent - 13
        with canvas.artifact():
            canvas.saveState()
            canvas.setStrokeColor(styles.ACCENT)
            canvas.setLineWidth(1.2)
            canvas.line(left, -2, left, self.height - 1)
            canvas.restoreState()


class LeadingQuote(Quoted, Leading):
    """Somebody's own words, on the same page as their source."""


class Once(Text):
    """A cell of a header: read aloud once, and on the next pages only seen."""

    is_read = False

    def draw(self) -> None:
        """Draw the words, the first time under their element."""
        if self.is_read:
            with cast(TaggedCanvas, self.canv).artifact("Pagination"):
                Paragraph.draw(self)
        else:
            self.is_read = True
            super().draw()


class Rule(HRFlowable):
    """A line over the width of the text."""

    def draw(self) -> None:
        """Draw the line, for the eye only."""
        with cast(TaggedCanvas, self.canv).artifact():
            super().draw()


class Ruled(Table):
    """A table of which the rules and grounds are for the eye only."""

    def __init__(self, cells: Sequence[Any], **look: Any) -> None:
        look.setdefault("renderCB", _rules)
        look.setdefault("hAlign", "LEFT")
        super().__init__(cells, **look)


class Unbroken(Ruled):
    """A table that runs over two pages only if it is longer than one."""


class Ahead(CondPageBreak):
    """A new page, unless there is room for what must stay together."""

    _SPACETRANSFER = True  # distances are those between the pieces before and after it


def written(
    words: str, style: ParagraphStyle, into: Node, tag: str = "P", kind: type[Text] = Text
) -> Text:
    """Words of anybody, as a new element in the tree."""
    node = Node(tag, into, actual(words))
    piece = kind(markup(words), style)
    piece.inline = Inline(node, ())
    piece.turned = words if needs_shaping(words) else ""
    return piece


def ours(
    words: str, style: ParagraphStyle, into: Node, tag: str = "P", kind: type[Text] = Text
) -> Text:
    """Words of ours: an address in them becomes a link.

    Not beside a name in Arabic or Hebrew: the words stand in another order there.
    """
    if needs_shaping(words):
        return written(words, style, into, tag, kind)
    with_links, links = linked(markup(words))
    piece = kind(with_links, style)
    piece.inline = Inline(Node(tag, into, actual(words)), links)
    return piece


def heading(
    words: str, style: ParagraphStyle, into: Node, tag: str, bookmark: tuple[str, int] | None
) -> Bookmarked:
    """A heading, in the outline if it has a bookmark."""
    piece = cast(Bookmarked, written(words, style, into, tag, Bookmarked))
    piece.bookmark = bookmark
    return piece


def _rules(table: Any, moment: str, *_: Any) -> None:
    """Called by reportlab while it draws a table: what it draws before and after the cells."""
    code, is_tagged = table.canv._code, table.canv.is_tagged
    if is_tagged and moment in ("startBG", "startLines"):
        code.append("/Artifact <</Type/Layout>> BDC")
    elif is_tagged and moment in ("endBG", "endLines"):
        code.append("EMC")
