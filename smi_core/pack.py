"""Puts an application pack together, and opens it again. Nothing is written to a disk."""

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from smi_core import pdf
from smi_core.answers import Answers
from smi_core.attached import Attachment, size_of
from smi_core.base import Frozen
from smi_core.blocks import Dossier
from smi_core.case import Case
from smi_core.content import load_steps, load_texts, municipalities
from smi_core.dossier import compile_dossier
from smi_core.draft import Refused, UnreadableDraft
from smi_core.handover import Handed, attached, enclosed, hand_over, take_back
from smi_core.questions import InvalidAnswer, Question, child_questions, parse, questions_of
from smi_core.uploads import Opened, PackRefused, open_pack, shrink

MOST_BY_CHANNEL = {"email": 7_000_000}
"""Bytes on disk. Mail adds 37%, and many mailboxes refuse more than 10 MB."""
PARTS_OF_A_PACK = 150_000
"""Bytes that a pack takes beside its attachments, at most: for a first guess."""
LONGEST_NAME = 50


class Fitted(Frozen):
    """Attachments that go along, made to fit the way of handing in.

    Attributes:
        is_smaller: pages were drawn again with less detail.
        fits: false if even the smallest pictures are too much.
        most: bytes that a pack may have; None if this way has no limit that we know.
    """

    attachments: tuple[Attachment, ...]
    is_smaller: bool
    fits: bool
    most: int | None


class Reopened(Frozen):
    """What a pack brings back.

    Attributes:
        refused: what no longer fits, by name; it is asked again.
        lost: the names of attachments that could not be brought back.
    """

    municipality: str
    answers: Answers
    refused: tuple[Refused, ...]
    attachments: tuple[Attachment, ...]
    lost: tuple[str, ...]


def fit(case: Case, attachments: Sequence[Attachment]) -> Fitted:
    """The attachments that go along, small enough for this municipality's way of handing in."""
    going = enclosed(case, attachments)
    most = MOST_BY_CHANNEL.get(case.guide.scheme.channel.kind)
    if most is None or _size(going) <= most - PARTS_OF_A_PACK:
        return Fitted(attachments=going, is_smaller=False, fits=True, most=most)
    smaller = shrink(going, most - PARTS_OF_A_PACK)
    fits = _size(smaller) <= most - PARTS_OF_A_PACK
    return Fitted(attachments=smaller, is_smaller=smaller != going, fits=fits, most=most)


def make_pack(case: Case, attachments: Sequence[Attachment]) -> bytes:
    """The pack as one PDF. The same case, attachments and day give the same bytes."""
    return pdf.draw(_dossier(case, attachments))


def make_zip(case: Case, attachments: Sequence[Attachment]) -> bytes:
    """Each attachment as a file of its own, named for the paper that it is.

    A file with a digital signature is in it unchanged.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in _single_files(_dossier(case, attachments)):
            day = (case.on.year, case.on.month, case.on.day, 0, 0, 0)
            made.writestr(zipfile.ZipInfo(name, day), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def reopen(data: bytes, on: date) -> Reopened:
    """Read a pack of ours; anything may come in.

    Raises:
        PackRefused: it cannot be opened again; the reason says why.
    """
    opened = open_pack(data)
    try:
        handed = take_back(opened.data, load_steps(), on)
    except UnreadableDraft as error:
        raise PackRefused(error.reason) from None
    if handed.municipality not in municipalities():
        raise PackRefused("unknown_municipality")
    found = [(one, attached(one, opened.images, opened.originals)) for one in handed.attachments]
    answers, refused = _with_filled(handed, opened, on)
    return Reopened(
        municipality=handed.municipality,
        answers=answers,
        refused=(*handed.refused, *refused),
        attachments=tuple(made for _, made in found if made is not None),
        lost=tuple(one.name for one, made in found if made is None),
    )


def _dossier(case: Case, attachments: Sequence[Attachment]) -> Dossier:
    going = enclosed(case, attachments)
    return compile_dossier(case, load_texts("nl"), going, hand_over(case, going))


def _single_files(dossier: Dossier) -> Iterable[tuple[str, bytes]]:
    for number, one in enumerate(dossier.enclosures, start=1):
        name = f"{number:02}-{_plain_name(one.title)}.pdf"
        yield name, one.attachment.original or pdf.draw_enclosure(one, dossier.made_on)


def _plain_name(title: str) -> str:
    """A name of small letters, digits and hyphens, which every website takes."""
    bare = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:LONGEST_NAME].strip("-")


def _with_filled(handed: Handed, opened: Opened, on: date) -> tuple[Answers, tuple[Refused, ...]]:
    """The answers with what was typed into the open fields of the pack itself."""
    household = dict(handed.answers.household)
    children = [dict(child) for child in handed.answers.children]
    refused = []
    for field, typed in opened.filled.items():
        found = _asked(field, len(children))
        if found is None:
            continue
        question, child = found
        answers = household if child is None else children[child]
        try:
            answers.setdefault(question.id, parse(question, typed, on))
        except InvalidAnswer as error:
            place = Refused(
                where=field,
                question=question.id,
                reason=error.reason.value,
                limit=str(error.limit),
            )
            refused.append(place)
    return (
        handed.answers.model_copy(update={"household": household, "children": tuple(children)}),
        tuple(refused),
    )


def _asked(field: str, children: int) -> tuple[Question, int | None] | None:
    """The question that a field of the pack asks, and of which child."""
    name, _, number = field.partition("-")
    steps = load_steps()
    question, of_a_child = questions_of(steps).get(name), name in child_questions(steps)
    if question is None or of_a_child != bool(number):
        return None
    if not of_a_child:
        return question, None
    place = int(number) if number.isdecimal() and len(number) < 3 else 0
    return (question, place - 1) if 0 < place <= children else None


def _size(attachments: Sequence[Attachment]) -> int:
    return sum(map(size_of, attachments))
