"""One upload: what it must not exceed, and an answer of the child that is not believed blindly."""

from typing import Annotated, Literal

from pydantic import Field, ValidationError

from smi_core.attached import (
    MOST_LINES,
    MOST_PAGES,
    Attachment,
    Line,
    PageImage,
    Place,
    Refusal,
    Removed,
)
from smi_core.base import Frozen
from smi_core.cleaning import plain_lines, safe_name
from smi_core.uploads.kinds import task_for
from smi_core.uploads.process import Failed, ask

MOST_BYTES = 20_000_000
PER_PAGE = 150_000  # bytes; a page of more is made smaller, unless the upload itself was larger
MOST_JSON = 8_000_000

Side = Annotated[int, Field(ge=1, le=4000)]


class UploadRefused(ValueError):
    """A file that is not taken; the texts have a sentence for each reason."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason: Refusal = reason


class SaidLine(Frozen):
    """A line as the child gives it: text, left, top, width, height."""

    text: str
    at: tuple[Place, Place, Place, Place]


class SaidPage(Frozen):
    """What the child says of a page; the pixels are in a piece of their own."""

    width: Side
    height: Side
    coding: Literal["jpeg", "flate"]
    colour: Literal["grey", "rgb"]
    lines: Annotated[tuple[SaidLine, ...], Field(max_length=MOST_LINES)] = ()


class Said(Frozen):
    """The answer of the child: a refusal, or pages."""

    refused: Refusal | None = None
    kind: Literal["document", "photo"] = "document"
    pages: Annotated[tuple[SaidPage, ...], Field(max_length=MOST_PAGES)] = ()
    removed: tuple[Removed, ...] = ()
    keeps_original: bool = False


def take_in(name: str, data: bytes, paper: str) -> Attachment:
    """A file that a family adds to a paper, as pictures of its pages.

    A page has at most 170 dots per inch on A4. All pages together take at most as much as the
    upload did, or 150 kB a page if that is more.

    Args:
        name: as the browser gave it; anything may come in.
        data: at most 20 MB of PDF, JPEG, PNG, WebP or HEIC.
        paper: the id of the paper it belongs to.

    Raises:
        UploadRefused: if it cannot be read safely, or not at all.
    """
    said, pixels = _ask(data)
    pages = tuple(map(page_from, said.pages, pixels))
    return Attachment(
        paper=paper,
        name=safe_name(name),
        kind=said.kind,
        pages=pages,
        removed=said.removed,
        original=data if said.keeps_original else None,
    )


def _ask(data: bytes) -> tuple[Said, list[bytes]]:
    if not data:
        raise UploadRefused("empty")
    if len(data) > MOST_BYTES:
        raise UploadRefused("too_large")
    task = task_for(data)
    if task is None:
        raise UploadRefused("unknown_kind")
    try:
        answer, *pixels = ask(task, [data], max(len(data), MOST_PAGES * PER_PAGE) + MOST_JSON)
    except Failed as failed:
        raise UploadRefused(failed.reason) from None
    return _understood(answer, pixels), pixels


def _understood(answer: bytes, pixels: list[bytes]) -> Said:
    try:
        said = Said.model_validate_json(answer)
    except ValidationError:  # its words quote the file, so they go no further
        raise UploadRefused("unsafe") from None
    if said.refused:
        raise UploadRefused(said.refused)
    if not pixels or len(said.pages) != len(pixels):
        raise UploadRefused("unsafe")
    return said


def page_from(said: SaidPage, pixels: bytes) -> PageImage:
    """A page of what the child said and the pixels it gave."""
    return PageImage(
        width=said.width,
        height=said.height,
        coding=said.coding,
        colour=said.colour,
        data=pixels,
        lines=lines_from(said.lines),
    )


def lines_from(said: tuple[SaidLine, ...]) -> tuple[Line, ...]:
    """The lines that still say something when everything unseen is gone."""
    places = ("left", "top", "width", "height")
    return plain_lines(
        Line(text=line.text, **dict(zip(places, line.at, strict=True))) for line in said
    )
