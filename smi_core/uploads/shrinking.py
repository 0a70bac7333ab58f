"""All attachments in fewer bytes, for a municipality that takes no more than so many."""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field, ValidationError

from smi_core.attached import Attachment, PageImage, Refusal, size_of
from smi_core.base import Frozen
from smi_core.uploads.pictures import as_picture
from smi_core.uploads.process import MOST_PIECES, Failed, ask
from smi_core.uploads.taking import MOST_JSON, SaidPage


class SaidSmaller(Frozen):
    """A page that became smaller, and which one it was."""

    place: Annotated[int, Field(ge=0)]
    page: SaidPage


class SaidShrunk(Frozen):
    """The answer of the child."""

    refused: Refusal | None = None
    pages: tuple[SaidSmaller, ...] = ()


def shrink(attachments: Sequence[Attachment], most: int) -> tuple[Attachment, ...]:
    """The attachments in at most so many bytes, or in as few as can still be read.

    All pages lose sharpness in the same steps. Files with a digital signature are not touched. If
    it cannot be done in time they come back as they were: look at their size afterwards.

    Args:
        attachments: as they were taken in; those that need no change come back themselves.
        most: how many bytes they may take together, as `size_of` counts them.
    """
    total = sum(map(size_of, attachments))
    pages = [page for one in attachments for page in one.pages]
    if total <= most or len(pages) >= MOST_PIECES:
        return tuple(attachments)
    signed = total - sum(len(page.data) for page in pages)
    smaller = _smaller(pages, max(0, most - signed))
    return tuple(_with(one, smaller) for one in attachments)


def _smaller(pages: Sequence[PageImage], most: int) -> Mapping[int, PageImage]:
    """The pages that became smaller, by the identity of what they replace."""
    order = json.dumps({"most": most}).encode()
    room = sum(len(page.data) for page in pages) + MOST_JSON
    try:
        answer, *pixels = ask("shrink", [order, *(as_picture(page)[0] for page in pages)], room)
        said = SaidShrunk.model_validate_json(answer).pages
    except (Failed, ValidationError):
        return {}
    if len(said) != len(pixels) or any(one.place >= len(pages) for one in said):
        return {}
    replaced = ((pages[one.place], one.page, data) for one, data in zip(said, pixels, strict=True))
    return {id(page): _replacing(page, new, data) for page, new, data in replaced}


def _replacing(page: PageImage, new: SaidPage, pixels: bytes) -> PageImage:
    """New pixels for a page; its text stands where it stood."""
    shape = new.model_dump(include={"width", "height", "coding", "colour"})
    return page.model_copy(update={**shape, "data": pixels})


def _with(attachment: Attachment, smaller: Mapping[int, PageImage]) -> Attachment:
    if not any(id(page) in smaller for page in attachment.pages):
        return attachment
    pages = tuple(smaller.get(id(page), page) for page in attachment.pages)
    return attachment.model_copy(update={"pages": pages})
