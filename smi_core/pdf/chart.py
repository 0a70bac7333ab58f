"""The chart on paper: the marks of `smi_core.chart` as shapes of reportlab."""

from typing import cast

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, Shape, String
from reportlab.lib.colors import HexColor, white
from reportlab.platypus import Flowable

from smi_core.blocks import Chart
from smi_core.chart.layout import lay_out
from smi_core.chart.marks import Area, Dot, Drawn, Label, Line, Mark, Place, look
from smi_core.pdf.fonts import REGULAR, STRONG, printable
from smi_core.pdf.styles import ACCENT, CHART_COLOURS, CHART_SIZE, INK
from smi_core.pdf.syntax import string
from smi_core.pdf.tags import Node, TaggedCanvas, bounds


class Picture(Flowable):
    """A drawing that is one figure, with words for who cannot see it."""

    def __init__(self, drawing: Drawing, alt: str, into: Node) -> None:
        super().__init__()
        self.drawing, self.node = drawing, Node("Figure", into, f"/Alt{string(alt)}")

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """As large as the drawing."""
        self.width, self.height = self.drawing.width, self.drawing.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, and say where."""
        canvas = cast(TaggedCanvas, self.canv)
        self.node.entries += bounds(canvas, (0, 0, self.width, self.height))
        with canvas.marked(self.node):
            self.drawing.drawOn(canvas, 0, 0)


def draw_chart(chart: Chart, into: Node) -> Picture:
    """The chart as vectors, as wide as the text."""
    return Picture(_drawing(chart), chart.alt, into)


def _drawing(chart: Chart) -> Drawing:
    drawn = lay_out(chart, CHART_SIZE)
    drawing = Drawing(drawn.width, drawn.height, initialFontName=REGULAR)
    for mark in drawn.marks:
        drawing.add(_shape(mark, drawn))
    return drawing


def _shape(mark: Mark, drawn: Drawn) -> Shape:
    match mark:
        case Line():
            colour, width, dashes = look(mark, CHART_COLOURS)
            line = PolyLine(_flat(mark.places, drawn), strokeColor=HexColor(colour))
            line.strokeWidth, line.strokeDashArray = width, dashes
            return line
        case Area(role=role):
            fill = CHART_COLOURS.band if role == "band" else CHART_COLOURS.here
            return Polygon(_flat(mark.places, drawn), fillColor=HexColor(fill), strokeColor=None)
        case Dot():
            x, y = _flat((mark.place,), drawn)
            return Circle(x, y, 4, fillColor=ACCENT, strokeColor=white)
        case Label():
            return _string(mark, drawn)


def _string(label: Label, drawn: Drawn) -> String:
    x, y = _flat((label.place,), drawn)
    font = STRONG if label.is_strong else REGULAR
    string = String(x, y, printable(label.text), fontName=font, fontSize=drawn.text)
    string.textAnchor, string.fillColor = label.anchor, INK
    return string


def _flat(places: tuple[Place, ...], drawn: Drawn) -> list[float]:
    """Numbers in pairs, measured from the bottom: paper has its origin there."""
    return [number for x, y in places for number in (x, drawn.height - y)]
