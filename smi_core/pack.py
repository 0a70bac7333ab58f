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
from smi_core.content import load_guide, load_steps, load_texts, municipalities
from smi_core.dossier import compile_dossier
from smi_core.draft import Refused, UnreadableDraft
from smi_core.filled import with_filled
from smi_core.handover import attached, enclosed, hand_over, take_back
from smi_core.kept import Aside
from smi_core.uploads import PackRefused, open_pack, shrink

MOST_BY_CHANNEL = {"email": 7_000_000}
"""Bytes on disk. Mail adds 37%, and many mailboxes refuse more than 10 MB."""
LONGEST_NAME = 50


class Fitted(Frozen):
    """Attachments that go along, made to fit the way of handing in.

    Attributes:
        is_smaller: pages were drawn again with less detail.
        size: bytes that the pack takes; 0 if this way of handing in has no limit that we know.
        most: bytes that a pack may take; None if there is no such limit.
    """

    attachments: tuple[Attachment, ...]
    is_smaller: bool
    size: int = 0
    most: int | None = None

    @property
    def fits(self) -> bool:
        """False if even the smallest pictures are too much."""
        return self.most is None or self.size <= self.most


class Reopened(Frozen):
    """What a pack brings back, or a file that was kept.

    Attributes:
        refused: what no longer fits, by name; it is asked again.
        lost: the names of attachments that could not be brought back.
        waiting: attachments that the parent has yet to look at; a pack has none.
        beside: what else a file has that was kept; None of a pack.
    """

    municipality: str
    answers: Answers
    refused: tuple[Refused, ...]
    attachments: tuple[Attachment, ...]
    lost: tuple[str, ...]
    waiting: tuple[Attachment, ...] = ()
    beside: Aside | None = None


def fit(case: Case, attachments: Sequence[Attachment]) -> Fitted:
    """The attachments that go along, small enough for this municipality's way of handing in."""
    going = enclosed(case, attachments)
    most = MOST_BY_CHANNEL.get(case.guide.scheme.channel.kind)
    if most is None:
        return Fitted(attachments=going, is_smaller=False)
    size = len(make_pack(case, going))
    if size <= most:
        return Fitted(attachments=going, is_smaller=False, size=size, most=most)
    beside = size - sum(map(size_of, going))
    smaller = shrink(going, most - beside)
    size = len(make_pack(case, smaller))
    return Fitted(attachments=smaller, is_smaller=smaller != going, size=size, most=most)


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
    papers = {paper.id for paper in load_guide(handed.municipality).scheme.papers}
    found = [
        (one, attached(one, opened.images, opened.originals) if one.paper in papers else None)
        for one in handed.attachments
    ]
    answers, refused = with_filled(handed.answers, opened.filled, load_steps(), on)
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
