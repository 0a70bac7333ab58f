"""Kinds of flowable that reportlab does not have."""

from reportlab.platypus import CondPageBreak, Flowable, Paragraph, Table

from smi_core.pdf import styles


class Leading(Paragraph):
    """A line that stands on the same page as the beginning of what follows it."""


class Bookmarked(Leading):
    """A heading, with its text and level (from 0) in the outline; None leaves it out."""

    bookmark: tuple[str, int] | None = None

    def draw(self) -> None:
        """Draw the words, and lead the outline to just above them."""
        if self.bookmark:
            text, level = self.bookmark
            key = f"{self.canv.getPageNumber()}-{self.canv.absolutePosition(0, 0)[1]:.0f}"
            self.canv.bookmarkHorizontal(key, 0, self.height + 12)
            self.canv.addOutlineEntry(text, key, level)
        super().draw()

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803  # reportlab's names
        """Two parts, of which only the first is in the outline."""
        parts = super().split(aW, aH)
        if parts and isinstance(parts[0], Bookmarked):
            parts[0].bookmark = self.bookmark
        return parts


class Noticed(Paragraph):
    """Text on a tinted ground with a bar on the left, on every page that it runs over."""

    def draw(self) -> None:
        """Draw the ground, the bar, and the words."""
        canvas, height = self.canv, self.height + 14
        canvas.saveState()
        canvas.setFillColor(styles.TINT)
        canvas.rect(0, -8, styles.WIDTH, height, stroke=0, fill=1)
        canvas.setFillColor(styles.ACCENT)
        canvas.rect(0, -8, 4, height, stroke=0, fill=1)
        canvas.restoreState()
        super().draw()


class Quoted(Paragraph):
    """Somebody's own words, with a thin rule on the left."""

    def draw(self) -> None:
        """Draw the rule, and the words."""
        left = self.style.leftIndent - 13
        self.canv.saveState()
        self.canv.setStrokeColor(styles.ACCENT)
        self.canv.setLineWidth(1.2)
        self.canv.line(left, -2, left, self.height - 1)
        self.canv.restoreState()
        super().draw()


class LeadingQuote(Quoted, Leading):
    """Somebody's own words, on the same page as their source."""


class Unbroken(Table):
    """A table that runs over two pages only if it is longer than one."""


class Ahead(CondPageBreak):
    """A new page, unless there is room for what must stay together."""

    _SPACETRANSFER = True  # distances are those between the pieces before and after it
