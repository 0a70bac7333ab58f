"""Lines, tables and page breaks that reportlab does not have."""

from collections.abc import Sequence
from typing import Any, cast

from reportlab.platypus import CondPageBreak, HRFlowable, Table

from smi_core.pdf.tags import TaggedCanvas


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


def _rules(table: Any, moment: str, *_: Any) -> None:
    """Called by reportlab while it draws a table: what it draws before and after the cells."""
    code, is_tagged = table.canv._code, table.canv.is_tagged
    if is_tagged and moment in ("startBG", "startLines"):
        code.append("/Artifact <</Type/Layout>> BDC")
    elif is_tagged and moment in ("endBG", "endLines"):
        code.append("EMC")
