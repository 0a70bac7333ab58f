"""The application as data inside the pack: what brings a family back to where it was.

A program of the municipality may read the same file. Its shape is `python -m smi_core schema pack`.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import Field, ValidationError

from smi_core.answers import Answers
from smi_core.attached import MOST_FILES, MOST_PAGES, Attachment, Line, PageImage, Removed
from smi_core.base import Frozen
from smi_core.blocks import DataFile
from smi_core.case import Case
from smi_core.cleaning import plain_lines, safe_name
from smi_core.draft import Refused, UnreadableDraft, read, write
from smi_core.lists import papers_in_order
from smi_core.questions import Step

FORMAT = "smi-aanvraag"
NAME = "aanvraag.json"


class DescribedPage(Frozen):
    """A page of an attachment: the name of its picture in the pack, and its text."""

    image: str
    lines: tuple[Line, ...] = ()


class Described(Frozen):
    """An attachment as the data describe it; pictures and original are elsewhere in the pack.

    Attributes:
        original: the name of the unchanged file inside the pack, if there is one.
    """

    paper: str
    name: str
    kind: Literal["document", "photo"]
    removed: Annotated[tuple[Removed, ...], Field(max_length=len(get_args(Removed)))] = ()
    pages: Annotated[tuple[DescribedPage, ...], Field(min_length=1, max_length=MOST_PAGES)]
    original: str | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all that it takes from the pack."""
        return (*(page.image for page in self.pages), *([self.original] if self.original else []))


class Handed(Frozen):
    """What the data of a pack come to.

    Attributes:
        municipality: the key of its file; it may be gone by now.
        refused: answers that no longer fit; they are asked again.
    """

    municipality: str
    answers: Answers
    refused: tuple[Refused, ...]
    attachments: tuple[Described, ...]


def enclosed(case: Case, attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """The attachments that go along: those of a paper that this family needs, as listed."""
    order = {item.paper.id: place for place, item in enumerate(papers_in_order(case))}
    asked = (one for one in attachments if one.paper in order)
    return tuple(sorted(asked, key=lambda one: order[one.paper]))


def hand_over(case: Case, attachments: Sequence[Attachment]) -> tuple[DataFile, ...]:
    """The files that travel inside a pack with these attachments, in this order."""
    originals = (
        DataFile(
            name=original_name(number),
            media_type="application/pdf",
            description=one.name,
            content=one.original,
            relation="Source",
        )
        for number, one in enumerate(attachments, start=1)
        if one.original is not None
    )
    return (_data(case, attachments), *originals)


def image_name(number: int, page: int) -> str:
    """What the picture of a page is called in the pack; both count from 1."""
    return f"Bijlage{number}Blad{page}"


def original_name(number: int) -> str:
    """What an unchanged file is called in the pack."""
    return f"bijlage-{number}-origineel.pdf"


def take_back(content: bytes, steps: Sequence[Step], on: date) -> Handed:
    """Read the data of a pack; anything may come in.

    Args:
        content: the file, as it was found in the pack.
        steps: all steps, of every municipality.
        on: the day of reading.

    Raises:
        UnreadableDraft: it is not the data of a pack, or of a version that we do not know.
    """
    given = _parsed(content)
    answers, refused = read(given, steps, on)
    described = given.get("attachments", [])
    if not isinstance(described, list) or len(described) > MOST_FILES:
        raise UnreadableDraft("not_answers", f"attachments is a list of at most {MOST_FILES}")
    found = _each_once([_described(one) for one in described])
    lost = tuple(
        Refused(where=f"attachments[{place}]", reason="not_an_attachment")
        for place, one in enumerate(found)
        if one is None
    )
    return Handed(
        municipality=str(given.get("municipality", "")),
        answers=answers,
        refused=(*refused, *lost),
        attachments=tuple(one for one in found if one is not None),
    )


def attached(
    described: Described, images: Mapping[str, PageImage], originals: Mapping[str, bytes]
) -> Attachment | None:
    """The attachment with its pictures; None if one of them is not in the pack."""
    found = [(images.get(page.image), page.lines) for page in described.pages]
    pages = [page.model_copy(update={"lines": lines}) for page, lines in found if page is not None]
    if not pages or len(pages) < len(found):
        return None
    return Attachment(
        paper=described.paper,
        name=described.name,
        kind=described.kind,
        removed=described.removed,
        pages=tuple(pages),
        original=originals.get(described.original or ""),
    )


def _data(case: Case, attachments: Sequence[Attachment]) -> DataFile:
    content = {
        "format": FORMAT,
        **write(case.given),
        "municipality": case.guide.key,
        "made_on": case.on.isoformat(),
        "rules_read_on": case.guide.scheme.read_on.isoformat(),
        "attachments": [
            _description(one, number).model_dump(mode="json")
            for number, one in enumerate(attachments, start=1)
        ],
    }
    return DataFile(
        name=NAME,
        media_type="application/json",
        description="De aanvraag als gegevens",
        content=json.dumps(content, ensure_ascii=False, sort_keys=True).encode(),
    )


def _description(one: Attachment, number: int) -> Described:
    return Described(
        paper=one.paper,
        name=one.name,
        kind=one.kind,
        removed=one.removed,
        pages=tuple(
            DescribedPage(image=image_name(number, place), lines=page.lines)
            for place, page in enumerate(one.pages, start=1)
        ),
        original=None if one.original is None else original_name(number),
    )


def _parsed(content: bytes) -> Mapping[str, Any]:
    try:
        given = json.loads(content.decode("utf-8-sig"), parse_constant=_no_such_number)
    except (ValueError, RecursionError):
        raise UnreadableDraft("not_answers", "this is not JSON that we can read") from None
    if not isinstance(given, dict) or given.get("format", FORMAT) != FORMAT:
        raise UnreadableDraft("not_answers", "this is not the data of an application")
    return given


def _no_such_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _described(given: object) -> Described | None:
    """An attachment as it is described, in words that are safe to show; None if it is not one."""
    try:
        said = Described.model_validate(given)
    except (ValidationError, RecursionError):
        return None
    pages = (page.model_copy(update={"lines": plain_lines(page.lines)}) for page in said.pages)
    cleaned = {
        "name": safe_name(said.name),
        "removed": tuple(dict.fromkeys(said.removed)),
        "pages": tuple(pages),
    }
    return said.model_copy(update=cleaned)


def _each_once(found: Sequence[Described | None]) -> list[Described | None]:
    """Without attachments that use a picture or a file again: a small pack would become huge."""
    used: set[str] = set()
    kept = []
    for one in found:
        parts = one.parts if one else ()
        is_new = len(set(parts)) == len(parts) and used.isdisjoint(parts)
        used.update(parts)
        kept.append(one if is_new else None)
    return kept
