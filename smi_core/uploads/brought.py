"""Files of a visit that was under lock and key. Anybody may have made them, so a child looks."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, get_args

from pydantic import Field

from smi_core.attached import MOST_PAGES, Attachment, Removed
from smi_core.base import Frozen
from smi_core.cleaning import safe_name
from smi_core.uploads.opening import PackRefused, Said, ask_of
from smi_core.uploads.taking import SaidPage, page_from

MOST_ROUNDS = 8
"""Children one after the other, each as far as it comes in its time."""


class SaidFile(Frozen):
    """A file as the child gives it: its pages are pieces, and so is the original, after them."""

    paper: str
    name: str
    kind: Literal["document", "photo"]
    removed: tuple[str, ...]
    pages: Annotated[tuple[SaidPage, ...], Field(min_length=1, max_length=MOST_PAGES)]
    has_original: bool

    @property
    def pieces(self) -> int:
        """How many pieces belong to it."""
        return len(self.pages) + self.has_original


class SaidBrought(Said):
    """The first so many files, None for one that cannot come back."""

    files: tuple[SaidFile | None, ...] = ()


def look_at(files: Sequence[bytes]) -> tuple[Attachment | None, ...]:
    """Files as `kept.pack_file` wrote them, or anybody else; None for one that cannot come back.

    Raises:
        PackRefused: they take too long, or more room than files can.
    """
    found: list[Attachment | None] = []
    for _ in range(MOST_ROUNDS):
        if len(found) >= len(files):
            return tuple(found)
        found += _ask(files[len(found) :])
    raise PackRefused("too_slow")


def _ask(files: Sequence[bytes]) -> Iterator[Attachment | None]:
    said, pieces = ask_of("kept", files, SaidBrought)
    needed = sum(one.pieces for one in said.files if one)
    if not 1 <= len(said.files) <= len(files) or needed != len(pieces):
        raise PackRefused("unsafe")
    left = iter(pieces)
    return (one and _attachment(one, left) for one in said.files)


def _attachment(said: SaidFile, pieces: Iterator[bytes]) -> Attachment:
    return Attachment(
        paper=said.paper,
        name=safe_name(said.name),
        kind=said.kind,
        pages=tuple(page_from(page, next(pieces)) for page in said.pages),
        removed=tuple(one for one in get_args(Removed) if one in said.removed),
        original=next(pieces) if said.has_original else None,
    )
