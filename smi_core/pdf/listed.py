"""Lists: what to do in order, loose points, and papers with a box to tick."""

from typing import cast

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.annotations import TICK_SIZE, tick_field
from smi_core.pdf.references import Reference
from smi_core.pdf.tags import Node, TaggedCanvas
from smi_core.pdf.texts import Leading, Quoted, Text, ours, written

LONGEST_KEPT = 600  # characters of a text that stays on one page with its details
IN_ORDER = "/A<</O/List/ListNumbering/Decimal>>"
WITH_DOTS = "/A<</O/List/ListNumbering/Disc>>"


class Ticked(Leading):
    """A paper with a box before it that can be ticked on the screen; on paper it is a box too."""

    field: tuple[Node, str, str] | None = None

    def draw_ground(self, canvas: TaggedCanvas) -> None:
        """Put the box before the first line."""
        if self.field:
            node, name, label = self.field
            bottom = self.height - self.style.fontSize - 2
            rect = (1, bottom, 1 + TICK_SIZE, bottom + TICK_SIZE)
            with canvas.artifact():
                canvas.setLineWidth(0.9)
                canvas.setStrokeColor(styles.INK)
                canvas.rect(1.5, bottom + 0.5, TICK_SIZE - 1, TICK_SIZE - 1)
            canvas.annotate(node, rect, tick_field(canvas, name, label))

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803  # reportlab's names
        """Two parts, of which only the first has the box."""
        parts = super().split(aW, aH)
        if parts and isinstance(parts[0], Ticked):
            parts[0].field = self.field
        return parts


def steps(block: blocks.Steps, into: Node) -> list[Flowable]:
    """Numbered sentences, each with its detail."""
    every = Node("L", into, IN_ORDER)
    return [
        piece
        for number, (text, detail) in enumerate(block.items, start=1)
        for piece in _step(str(number), text, detail, Node("LI", every))
    ]


def bullets(block: blocks.Bullets, into: Node) -> list[Flowable]:
    """A list with dots."""
    every = Node("L", into, WITH_DOTS)
    return [_bullet(text, Node("LI", every)) for text in block.items]


def ticks(block: blocks.Ticks, into: Node) -> list[Flowable]:
    """Papers, each with a box to tick by pen or on the screen, or ticked already."""
    every = Node("L", into)
    return [piece for item in block.items for piece in _tick(item, Node("LI", every))]


def _step(number: str, text: str, detail: str, into: Node) -> list[Flowable]:
    label, body = Node("Lbl", into), Node("LBody", into)
    step = _led(text, styles.STEP, body, has_more=bool(detail))
    step.label = (label, number, styles.STEP_LABEL)
    return [step, ours(detail, styles.STEP_DETAIL, body)] if detail else [step]


def _bullet(text: str, into: Node) -> Flowable:
    label = Node("Lbl", into)
    words = ours(text, styles.BULLET, Node("LBody", into))
    words.label = (label, "•", styles.BULLET_LABEL)
    return words


def _tick(item: blocks.Tick, into: Node) -> list[Flowable]:
    label, body = Node("Lbl", into), Node("LBody", into)
    text = _boxed(item, label, body)
    details = [ours(line, styles.TICK_DETAIL, body) for line in item.detail]
    found = [Reference(place, styles.TICK_REFERENCE, body) for place in item.enclosures]
    note = [written(item.note, styles.TICK_NOTE, body, kind=Quoted)] if item.note else []
    return [text, *details, *found, *note]


def _boxed(item: blocks.Tick, label: Node, body: Node) -> Text:
    if item.field and not item.is_ticked:
        words = cast(Ticked, ours(item.text, styles.TICK, body, kind=Ticked))
        words.field = (Node("Form", label), item.field, item.text)
        return words
    has_more = bool(item.detail or item.enclosures or item.note)
    words = _led(item.text, styles.TICK, body, has_more=has_more)
    words.label = (label, "☑" if item.is_ticked else "☐", styles.TICK_LABEL)
    return words


def _led(text: str, style: ParagraphStyle, into: Node, *, has_more: bool) -> Text:
    """A paragraph; a short one stays with what follows it."""
    kind = Leading if has_more and len(text) <= LONGEST_KEPT else Text
    return ours(text, style, into, kind=kind)
