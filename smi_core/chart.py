"""The chart of the own contribution against income, as marks on a plane, and as SVG.

`lay_out` says where every line and word stands; it knows no screen and no PDF. Lengths have the
unit of the `Size` that was asked for: pixels in SVG, points in the PDF. Distances are measured
from the top left corner.
"""

from collections.abc import Iterable
from decimal import Decimal
from hashlib import sha256
from html import escape
from itertools import count, pairwise
from textwrap import wrap
from typing import Literal

from smi_core.base import Frozen
from smi_core.blocks import Chart
from smi_core.money import format_euro, format_whole_euro

Place = tuple[float, float]
Role = Literal["grid", "axis", "low", "high", "here"]
WIDTH_OF_A_CHARACTER = 0.52  # of the text size; Source Sans 3 is narrower on the whole


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


SCREEN = Size(width=400, plot_height=210, text=15)
ON_SCREEN = Colours(accent="#0b5351", ink="#1b2424", rule="#c4cecd", band="#bcd8d3", here="#eceff0")
_DASHED: frozenset[Role] = frozenset({"high", "here"})
_THICK: frozenset[Role] = frozenset({"low", "high"})


def chart_svg(chart: Chart) -> str:
    """The chart for the screen: as wide as its surroundings, legible from 360 pixels."""
    drawn = lay_out(chart, SCREEN)
    key = sha256(chart.model_dump_json().encode()).hexdigest()[:8]
    size = f'width="100%" viewBox="0 0 {drawn.width} {drawn.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" lang="nl" {size} '
        f'font-family="\'Source Sans 3\', sans-serif" font-size="{drawn.text}" '
        f'aria-labelledby="chart-{key}-title" aria-describedby="chart-{key}-desc">'
        f'<title id="chart-{key}-title">{escape(chart.caption)}</title>'
        f'<desc id="chart-{key}-desc">{escape(chart.alt)}</desc>'
        f"{''.join(_svg(mark) for mark in drawn.marks)}</svg>"
    )


def lay_out(chart: Chart, size: Size) -> Drawn:
    """Where everything of the chart stands. Each income's contribution lasts until the next."""
    plot = _Plot.around(chart, size)
    marks = (
        *_here_area(chart, plot),
        *_contribution_axis(plot),
        *_income_axis(plot),
        *_contribution(chart, plot),
        *_here_lines(chart, plot),
        *_labels(chart, plot),
    )
    return Drawn(width=size.width, height=plot.height_with(chart), text=size.text, marks=marks)


def look(mark: Line, colours: Colours) -> tuple[str, float, tuple[int, ...]]:
    """The colour, the width and the dashes of a line; the same on screen and on paper."""
    colour = {"grid": colours.rule, "axis": colours.ink, "here": colours.ink}
    dashes = (4, 3) if mark.role in _DASHED else ()
    return colour.get(mark.role, colours.accent), 2 if mark.role in _THICK else 0.75, dashes


class _Plot(Frozen):
    """The plane between the axes: its edges, its scales and the steps along them."""

    size: Size
    left: float
    top: float
    right: float
    bottom: float
    income_step: int
    incomes: int
    cents_step: int
    cents: int

    @classmethod
    def around(cls, chart: Chart, size: Size) -> "_Plot":
        """The plane in which all points and the family's income find a place."""
        incomes = max((*(point.income for point in chart.points), *(chart.here or ()), 1))
        cents = max((*(point.high for point in chart.points), 1))
        income_step = _round_step(incomes, most=size.width // (6 * size.text))
        cents_step = _round_step(cents, most=size.plot_height // (2 * size.text))
        top_label = format_euro(Decimal(_up_to(cents, cents_step)) / 100)
        top = size.text * 1.35 * (len(_lines(chart.y_label, size)) + _here_lines_count(chart, size))
        return cls(
            size=size,
            left=len(top_label) * size.text * WIDTH_OF_A_CHARACTER + size.text * 0.5,
            top=top + size.text * 0.6,
            right=size.width - 2 * size.text,
            bottom=top + size.text * 0.6 + size.plot_height,
            income_step=income_step,
            incomes=_up_to(incomes, income_step),
            cents_step=cents_step,
            cents=_up_to(cents, cents_step),
        )

    def x(self, income: int) -> float:
        """How far from the left an income stands."""
        return round(self.left + (self.right - self.left) * income / self.incomes, 2)

    def y(self, cents: int) -> float:
        """How far from the top a contribution stands."""
        return round(self.bottom - (self.bottom - self.top) * cents / self.cents, 2)

    def height_with(self, chart: Chart) -> float:
        """The height with the words under the plot."""
        return round(
            self.bottom + self.size.text * (2 + 1.35 * len(_lines(chart.x_label, self.size)))
        )


def _contribution_axis(plot: _Plot) -> Iterable[Mark]:
    for cents in range(0, plot.cents + 1, plot.cents_step):
        y = plot.y(cents)
        yield Line(role="grid" if cents else "axis", places=((plot.left, y), (plot.right, y)))
        place = (plot.left - plot.size.text * 0.5, y + plot.size.text * 0.35)
        yield Label(text=format_euro(Decimal(cents) / 100), place=place, anchor="end")


def _income_axis(plot: _Plot) -> Iterable[Mark]:
    for income in range(0, plot.incomes + 1, plot.income_step):
        x = plot.x(income)
        yield Line(role="axis", places=((x, plot.bottom), (x, plot.bottom + 4)))
        place = (x, plot.bottom + plot.size.text * 1.4)
        yield Label(text=format_whole_euro(income), place=place, anchor="middle")


def _contribution(chart: Chart, plot: _Plot) -> Iterable[Mark]:
    low = _steps(plot, ((point.income, point.low) for point in chart.points))
    high = _steps(plot, ((point.income, point.high) for point in chart.points))
    if low != high:
        yield Area(role="band", places=(*low, *reversed(high)))
        yield Line(role="high", places=high)
    if low:
        yield Line(role="low", places=low)


def _steps(plot: _Plot, points: Iterable[tuple[int, int]]) -> tuple[Place, ...]:
    """A stair: a contribution lasts until the next income, the last one to the edge."""
    stairs = [*points]
    if not stairs:
        return ()
    ends = [*(later[0] for _, later in pairwise(stairs)), plot.incomes]
    return tuple(
        (plot.x(income), plot.y(cents))
        for (start, cents), end in zip(stairs, ends, strict=True)
        for income in (start, end)
    )


def _here_area(chart: Chart, plot: _Plot) -> Iterable[Mark]:
    if chart.here and chart.here[0] != chart.here[1]:
        left, right = (plot.x(income) for income in chart.here)
        corners = ((left, plot.top), (right, plot.top), (right, plot.bottom), (left, plot.bottom))
        yield Area(role="here", places=corners)


def _here_lines(chart: Chart, plot: _Plot) -> Iterable[Mark]:
    for income in sorted(set(chart.here or ())):
        x = plot.x(income)
        yield Line(role="here", places=((x, plot.top), (x, plot.bottom)))
        yield from (Dot(place=(x, plot.y(cents))) for cents in _cents_at(chart, income))


def _cents_at(chart: Chart, income: int) -> tuple[int, ...]:
    reached = [point for point in chart.points if point.income <= income]
    return tuple(sorted({reached[-1].low, reached[-1].high})) if reached else ()


def _labels(chart: Chart, plot: _Plot) -> Iterable[Mark]:
    size = plot.size
    lines = _lines(chart.y_label, size)
    yield from _column(lines, (0, size.text), size)
    if chart.here:
        texts = _lines(chart.here_label, size)
        width = max((len(text) for text in texts), default=0) * size.text * WIDTH_OF_A_CHARACTER
        middle = (plot.x(chart.here[0]) + plot.x(chart.here[1])) / 2
        left = max(plot.left, min(middle - width / 2, size.width - width))
        top = size.text * (1 + 1.35 * len(lines))
        yield from _column(texts, (round(left, 2), round(top, 2)), size, is_strong=True)
    below = (plot.left, plot.bottom + size.text * 3)
    yield from _column(_lines(chart.x_label, size), below, size)


def _column(
    lines: Iterable[str], place: Place, size: Size, *, is_strong: bool = False
) -> Iterable[Label]:
    x, y = place
    for text, lower in zip(lines, count(0, size.text * 1.35)):
        yield Label(text=text, place=(x, round(y + lower, 2)), is_strong=is_strong)


def _lines(text: str, size: Size) -> list[str]:
    return wrap(text, int(size.width / (size.text * WIDTH_OF_A_CHARACTER)) - 8)


def _here_lines_count(chart: Chart, size: Size) -> int:
    return len(_lines(chart.here_label, size)) if chart.here else 0


def _round_step(top: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that reaches the top in at most so many steps."""
    powers = (10**power * digit for power in count() for digit in (1, 2, 5))
    return next(step for step in powers if step * most >= top)


def _up_to(top: int, step: int) -> int:
    return -(-top // step) * step


def _svg(mark: Mark) -> str:
    match mark:
        case Line():
            colour, width, dashes = look(mark, ON_SCREEN)
            dashed = f' stroke-dasharray="{" ".join(map(str, dashes))}"' if dashes else ""
            stroke = f'fill="none" stroke="{colour}" stroke-width="{width:g}"{dashed}'
            return f'<polyline points="{_points(mark.places)}" {stroke}/>'
        case Area(role=role):
            fill = ON_SCREEN.band if role == "band" else ON_SCREEN.here
            return f'<polygon points="{_points(mark.places)}" fill="{fill}"/>'
        case Dot(place=(x, y)):
            fill = ON_SCREEN.accent
            return f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="{fill}" stroke="#fff"/>'
        case Label(place=(x, y)):
            weight = ' font-weight="600"' if mark.is_strong else ""
            where = f'x="{x:g}" y="{y:g}" text-anchor="{mark.anchor}" fill="{ON_SCREEN.ink}"'
            return f"<text {where}{weight}>{escape(mark.text)}</text>"


def _points(places: Iterable[Place]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in places)
