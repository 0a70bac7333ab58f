"""The chart of the own contribution against income, and the same chart as SVG for the screen."""

from collections.abc import Iterable
from hashlib import sha256
from html import escape

from smi_core.blocks import Chart
from smi_core.chart.layout import lay_out
from smi_core.chart.marks import Area, Colours, Dot, Label, Line, Mark, Place, Size, look

SCREEN = Size(width=400, plot_height=210, text=15)
ON_SCREEN = Colours(accent="#0b5351", ink="#1b2424", rule="#c4cecd", band="#bcd8d3", here="#eceff0")


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
