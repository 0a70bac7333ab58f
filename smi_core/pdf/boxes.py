"""A form field: to type in on the screen, and the same box to write in on paper."""

from typing import cast

from reportlab.platypus import Flowable

from smi_core.pdf import styles
from smi_core.pdf.annotations import text_field
from smi_core.pdf.tags import Node, TaggedCanvas

LINE_TO_WRITE_ON = 30  # points high


class Box(Flowable):
    """A form field, with a box around it that is also seen on paper."""

    def __init__(self, name: str, label: str, height: float, into: Node) -> None:
        super().__init__()
        self.name, self.label, self.height = name, label, height
        self.node = Node("Form", into)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """As wide as there is room."""
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Draw the box, with a line for every line of writing, and put the field in it."""
        canvas = cast(TaggedCanvas, self.canv)
        with canvas.artifact():
            canvas.setLineWidth(0.7)
            canvas.setStrokeColor(styles.MUTED)
            canvas.rect(0, 0, self.width, self.height)
            canvas.setStrokeColor(styles.RULE)
            for line in range(1, round(self.height / LINE_TO_WRITE_ON)):
                canvas.line(6, line * LINE_TO_WRITE_ON, self.width - 6, line * LINE_TO_WRITE_ON)
        size = (self.width - 6, self.height - 2)
        is_long = self.height > 1.5 * LINE_TO_WRITE_ON
        words = text_field(canvas, self.name, self.label, size, is_long=is_long)
        canvas.annotate(self.node, (3, 1, self.width - 3, self.height - 1), words)
