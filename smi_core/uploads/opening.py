"""A pack that a family brings back; anybody may have changed it, so the child reads it."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import Field, ValidationError

from smi_core.attached import PageImage
from smi_core.base import Frozen
from smi_core.cleaning import plain
from smi_core.uploads.kinds import task_for
from smi_core.uploads.process import Failed, Task, ask
from smi_core.uploads.taking import MOST_JSON, SaidPage, page_from

Told = Literal[
    "not_a_pack",
    "scanned",
    "printed",
    "signed",
    "password",
    "changed",
    "damaged",
    "too_large",
    "too_slow",
    "not_answers",
    "newer_version",
    "unknown_municipality",
    "wrong_passphrase",
    "busy",
]
TOLD: tuple[Told, ...] = get_args(Told)
"""The reasons with a sentence of their own (`reopen.refused.<reason>`)."""
PackRefusal = Literal[Told, "empty", "too_many_pages", "bomb", "too_much_memory", "unsafe"]
"""Why a pack, or a file under lock and key, is not opened again."""

MOST_BYTES = 60 * 2**20  # as much as the website lets in; a pack of ours stays well below it
_ROOM = 20_000_000  # beside twice the size of the pack
MOST_TYPED = 4000  # characters in a field

PictureName = Annotated[str, Field(pattern=r"^Bijlage[1-9]\d{0,2}Blad[1-9]\d{0,2}$")]
OriginalName = Annotated[str, Field(pattern=r"^bijlage-[1-9]\d{0,2}-origineel\.pdf$")]


class PackRefused(ValueError):
    """A file that is no pack, or one that cannot be opened again."""

    def __init__(self, reason: PackRefusal) -> None:
        super().__init__(reason)
        self.reason: PackRefusal = reason

    @property
    def told(self) -> PackRefusal:
        """The reason as people are told it: the rare ones come down to a damaged file."""
        return self.reason if self.reason in TOLD else "damaged"


class Opened(Frozen):
    """What is inside a pack. Nothing of it has been believed yet.

    Attributes:
        data: the answers, as they were written; at most 2 MB.
        images: the pages of attachments, by name (`Bijlage2Blad1`). Their lines of text are not
            in the picture, so they are missing here.
        originals: signed files that went along, by name (`bijlage-2-origineel.pdf`).
        filled: what was typed in form fields since; a box that was ticked says `yes`.
    """

    data: bytes
    images: dict[str, PageImage]
    originals: dict[str, bytes]
    filled: dict[str, str]


class Said(Frozen):
    """The answer of the child."""

    refused: PackRefusal | None = None


AnySaid = TypeVar("AnySaid", bound=Said)


class SaidPicture(Frozen):
    """A page by name, as the child gives it."""

    name: PictureName
    page: SaidPage


class SaidOpened(Said):
    """The pieces with it: the answers, the pictures, the originals."""

    pictures: Annotated[tuple[SaidPicture, ...], Field(max_length=600)] = ()
    originals: Annotated[tuple[OriginalName, ...], Field(max_length=600)] = ()
    filled: Annotated[dict[str, str], Field(max_length=200)] = {}


def open_pack(data: bytes) -> Opened:
    """Everything that a pack carries.

    Args:
        data: the bytes of the pack, at most 60 MiB; anything may come in.

    Raises:
        PackRefused: if it is no pack, or a copy that was signed, locked, printed or changed.
    """
    _check(data)
    said, pieces = ask_of("open", [data], SaidOpened)
    if len(pieces) != 1 + len(said.pictures) + len(said.originals):
        raise PackRefused("unsafe")
    return _opened(said, pieces)


def _check(data: bytes) -> None:
    if not data:
        raise PackRefused("empty")
    if len(data) > MOST_BYTES:
        raise PackRefused("too_large")
    match task_for(data):
        case "photo" | "heif":
            raise PackRefused("scanned")
        case None:
            raise PackRefused("not_a_pack")


def ask_of(task: Task, files: Sequence[bytes], kind: type[AnySaid]) -> tuple[AnySaid, list[bytes]]:
    """What the child says of files that a family brings back, and the pieces with it.

    Raises:
        PackRefused: it does not open them, or what it says cannot be so.
    """
    try:
        answer, *pieces = ask(task, files, 2 * sum(map(len, files)) + _ROOM + MOST_JSON)
        said = kind.model_validate_json(answer)
    except Failed as failed:
        raise PackRefused(_reason_of(failed)) from None
    except ValidationError:  # its words quote the file, so they go no further
        raise PackRefused("unsafe") from None
    if said.refused:
        raise PackRefused(said.refused)
    return said, pieces


def _reason_of(failed: Failed) -> PackRefusal:
    """Why a child gave no answer, in the words for who brings a pack."""
    match failed.reason:
        case "too_slow" | "too_much_memory" as reason:
            return reason
        case _:
            return "unsafe"


def _opened(said: SaidOpened, pieces: list[bytes]) -> Opened:
    data, *rest = pieces
    pictures = zip(said.pictures, rest, strict=False)
    return Opened(
        data=data,
        images={one.name: page_from(one.page, pixels) for one, pixels in pictures},
        originals=dict(zip(said.originals, rest[len(said.pictures) :], strict=True)),
        filled={plain(name, 100): _typed(text) for name, text in said.filled.items()},
    )


def _typed(text: str) -> str:
    lines = (plain(line, MOST_TYPED) for line in text.splitlines())
    return "\n".join(lines).strip()[:MOST_TYPED]
