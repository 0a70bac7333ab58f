"""A letter as it is sent in the Netherlands: sender, addressee, place and day, subject, text."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepInFrame, Spacer

from smi_core.blocks import Heading, Letter
from smi_core.pdf import styles
from smi_core.pdf.flowables import flowables
from smi_core.pdf.tags import Node
from smi_core.pdf.texts import heading, written

BETWEEN = 24  # points between the parts of the head of a letter


def on_one_page(letter: Letter, into: Node) -> list[Flowable]:
    """The whole letter; one that is a little too long becomes a little smaller."""
    pieces = [*_head(letter, into)]
    above = ()
    for block in letter.blocks:
        if isinstance(block, Heading):
            above = (*(level for level in above if level < block.level), block.level)
            tag = f"H{len(above) + 1}"
            pieces.append(heading(block.text, styles.HEADINGS[3], into, tag, None))
        else:
            pieces += flowables(block, into)
    return [KeepInFrame(styles.WIDTH, styles.HEIGHT, pieces, mode="shrink")]


def _head(letter: Letter, into: Node) -> list[Flowable]:
    return [
        *_address(letter.sender, into),
        *_address(letter.to, into),
        written(letter.place_and_day, styles.ADDRESS, into),
        Spacer(0, BETWEEN / 2),
        heading(f"Betreft: {letter.subject}", styles.SUBJECT, into, "H1", None),
        Spacer(0, BETWEEN / 2),
    ]


def _address(lines: Sequence[str], into: Node) -> list[Flowable]:
    """An address and the room below it; nothing where there is none."""
    if not lines:
        return []
    return [written("\n".join(lines), styles.ADDRESS, into), Spacer(0, BETWEEN)]
