"""Where every line and word of the chart stands; it knows no screen and no PDF."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import count, pairwise
from textwrap import wrap

from smi_core.base import Frozen
from smi_core.blocks import Chart
from smi_core.chart.marks import Area, Dot, Drawn, Label, Line, Mark, Place, Size
from smi_core.money import format_euro, format_whole_euro

WIDTH_OF_A_CHARACTER = 0.6  # of the text size; a browser may lack our typeface and use a wider one


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
        cents_step = _round_step(cents, most=size.plot_height // (3 * size.text))
        top_label = format_euro(Decimal(_up_to(cents, cents_step)) / 100)
        top = size.text * 1.35 * (len(_lines(chart.y_label, size)) + _here_lines_count(chart, size))
        return cls(
            size=size,
            left=_width(top_label, size) + size.text * 0.5,
            top=top + size.text * 0.6,
            right=size.width - _width(format_whole_euro(_up_to(incomes, income_step)), size) / 2,
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
        width = max((_width(text, size) for text in texts), default=0)
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
    """The text in lines that fit; an amount stays with its euro sign."""
    longest = int(size.width / (size.text * WIDTH_OF_A_CHARACTER)) - 8
    return [line.replace("€_", "€ ") for line in wrap(text.replace("€ ", "€_"), longest)]


def _width(text: str, size: Size) -> float:
    return len(text) * size.text * WIDTH_OF_A_CHARACTER


def _here_lines_count(chart: Chart, size: Size) -> int:
    return len(_lines(chart.here_label, size)) if chart.here else 0


def _round_step(top: int, most: int) -> int:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that reaches the top in at most so many steps."""
    powers = (10**power * digit for power in count() for digit in (1, 2, 5))
    return next(step for step in powers if step * most >= top)


def _up_to(top: int, step: int) -> int:
    return -(-top // step) * step
