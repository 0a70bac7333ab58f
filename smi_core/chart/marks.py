"""What a chart is drawn with: lines, areas, dots and labels on a plane, and their looks."""

from typing import Literal

from smi_core.base import Frozen

Place = tuple[float, float]
"""How far from the left and from the top, in the unit of the `Size`."""
Role = Literal["grid", "axis", "low", "high", "here"]


class Size(Frozen):
    """How large to draw: the whole width, the height of the plot itself, and of the text."""

    width: int
    plot_height: int
    text: int


class Line(Frozen):
    """A line through places."""

    role: Role
    places: tuple[Place, ...]


class Area(Frozen):
    """A coloured area between places."""

    role: Literal["band", "here"]
    places: tuple[Place, ...]


class Dot(Frozen):
    """Where the family stands on the line."""

    place: Place


class Label(Frozen):
    """One line of text; `place` is on its base line, at the start, the middle or the end."""

    text: str
    place: Place
    anchor: Literal["start", "middle", "end"] = "start"
    is_strong: bool = False


Mark = Line | Area | Dot | Label


class Drawn(Frozen):
    """A chart laid out: marks from back to front."""

    width: int
    height: float
    text: int
    marks: tuple[Mark, ...]


class Colours(Frozen):
    """The colours of a chart, each as #rrggbb."""

    accent: str
    ink: str
    rule: str
    band: str
    here: str


_DASHED: frozenset[Role] = frozenset({"here"})
_THICK: frozenset[Role] = frozenset({"low", "high"})


def look(mark: Line, colours: Colours) -> tuple[str, float, tuple[int, ...]]:
    """The colour, the width and the dashes of a line; the same on screen and on paper."""
    colour = {"grid": colours.rule, "axis": colours.ink, "here": colours.ink}
    dashes = (4, 3) if mark.role in _DASHED else ()
    return colour.get(mark.role, colours.accent), 2 if mark.role in _THICK else 0.75, dashes
