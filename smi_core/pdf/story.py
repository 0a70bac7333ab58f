"""The whole pack as pieces that flow over the pages: what comes where, and what stays together."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable, PageBreak

from smi_core import blocks
from smi_core.pdf import styles
from smi_core.pdf.boxes import Box
from smi_core.pdf.chart import Picture
from smi_core.pdf.flowables import flowables
from smi_core.pdf.pieces import Ahead, Rule, Unbroken
from smi_core.pdf.references import entry
from smi_core.pdf.sheets import enclosed
from smi_core.pdf.tags import Node
from smi_core.pdf.texts import Leading, LeadingQuote, heading, written

LEAST_THAT_FOLLOWS = 80  # points of what follows a heading that stand on the same page
MOST_KEPT_TOGETHER = 0.9 * styles.HEIGHT
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def story(dossier: blocks.Dossier, into: Node) -> Iterator[Flowable]:
    """Everything in the order in which it is read.

    Args:
        dossier: what is to be drawn.
        into: the root of the structure tree.
    """
    yield from _kept_together([*_title(dossier, into), *_body(dossier, into)])
    for number, enclosure in enumerate(dossier.enclosures, start=1):
        yield from enclosed(enclosure, number, into)


def _title(dossier: blocks.Dossier, into: Node) -> list[Flowable]:
    """The title block of the first page; also the first entry of the outline."""
    day = dossier.made_on
    made_on = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    number = f" · kenmerk {dossier.reference}" if dossier.reference else ""
    applicant = [dossier.applicant] if dossier.applicant else []
    return [
        heading(dossier.title, styles.TITLE, into, "H1", (dossier.title, 0)),
        *(
            written(line, styles.SUBTITLE, into, kind=Leading)
            for line in (dossier.subtitle, *applicant)
        ),
        written(made_on + number, styles.MADE_ON, into),
        Rule(width="100%", thickness=2, color=styles.ACCENT, spaceBefore=12, spaceAfter=14),
    ]


def _body(dossier: blocks.Dossier, into: Node) -> Iterator[Flowable]:
    sections, above = 0, ()
    for block in dossier.blocks:
        match block:
            case blocks.Heading():
                sections += block.level == 1
                above = (*(level for level in above if level < block.level), block.level)
                yield from _heading(block, f"H{len(above) + 1}", _section(sections), into)
            case blocks.Contents():
                yield from _contents(block, dossier, into)
            case blocks.Ticks():
                yield from flowables(_findable(block, dossier), into)
            case _:
                yield from flowables(block, into)


def _heading(block: blocks.Heading, tag: str, place: str, into: Node) -> Iterator[Flowable]:
    """A heading; the outline leads to those of level 1 and 2, the contents to those of level 1.

    The tags skip no level, whatever the levels of the blocks are.
    """
    bookmark = (block.text, block.level - 1) if block.level < 3 else None
    words = heading(block.text, styles.HEADINGS[block.level], into, tag, bookmark)
    if block.level == 1:
        words.place = place
    if block.new_page:
        yield Ahead(styles.HEIGHT)
    yield words


def _contents(block: blocks.Contents, dossier: blocks.Dossier, into: Node) -> Iterator[Flowable]:
    headings = [b for b in dossier.blocks if isinstance(b, blocks.Heading) and b.level == 1]
    title = written(block.title, styles.HEADINGS[2], into, "H2", Leading)
    table = Node("TOC", into)
    parts = [entry(one.text, _section(index), table) for index, one in enumerate(headings, 1)]
    others = [entry(f"{one.label}: {one.title}", one.label, table) for one in dossier.enclosures]
    lines = [title, *parts, *others]
    yield Ahead(min(sum(map(_height, lines)), MOST_KEPT_TOGETHER))
    yield from lines


def _section(number: int) -> str:
    return f"section-{number}"


def _findable(block: blocks.Ticks, dossier: blocks.Dossier) -> blocks.Ticks:
    """The papers with only those attachments that are in the pack."""
    inside = {enclosure.label for enclosure in dossier.enclosures}
    return blocks.Ticks(
        items=tuple(
            item.model_copy(update={"enclosures": tuple(filter(inside.__contains__, found))})
            if (found := item.enclosures)
            else item
            for item in block.items
        )
    )


def _kept_together(pieces: Sequence[Flowable]) -> Iterator[Flowable]:
    """The pieces, with a new page where a leading line would else stand alone at the bottom."""
    for index, piece in enumerate(pieces):
        is_first = index == 0 or not isinstance(pieces[index - 1], Leading)
        if is_first and isinstance(piece, Leading):
            yield Ahead(_room_needed(pieces[index:]))
        yield piece


def _room_needed(pieces: Sequence[Flowable]) -> float:
    """The height of the leading lines and the beginning of what follows them, in points."""
    needed = followed = 0.0
    for piece in pieces:
        if isinstance(piece, PageBreak | Ahead) or (followed and _begins_anew(piece)):
            break
        height = _height(piece)
        if isinstance(piece, Leading | Unbroken | Picture | Box):
            needed += height
        else:
            followed += height - piece.getSpaceAfter()
        if followed >= LEAST_THAT_FOLLOWS or isinstance(piece, Unbroken | Picture | Box):
            break
    return min(needed + min(followed, LEAST_THAT_FOLLOWS), MOST_KEPT_TOGETHER)


def _height(piece: Flowable) -> float:
    """With the distances before and after it, in points."""
    height = piece.wrap(styles.WIDTH, styles.HEIGHT)[1]
    return height + piece.getSpaceBefore() + piece.getSpaceAfter()


def _begins_anew(piece: Flowable) -> bool:
    return isinstance(piece, Leading) and not isinstance(piece, LeadingQuote)
