"""What a visit holds of packs: the one that was made, and the one that was brought back."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from smi_core.attached import Attachment
from smi_core.case import Case

if TYPE_CHECKING:  # for the first page needs none of the libraries that make a pack
    from smi_core.pack import Fitted, Reopened


@dataclass(frozen=True)
class Packed:
    """A pack as it was made a moment ago. Its bytes are not kept: they are made when fetched.

    Attributes:
        given: the files that were to go in.
        fitted: the files as they go in, made smaller where that was needed.
    """

    case: Case
    given: tuple[Attachment, ...]
    fitted: "Fitted"


@dataclass
class Reopening:
    """How far a visitor is with opening a pack or a file that was kept.

    Attributes:
        locked: a file that waits for its passphrase, as it came; empty if none does.
        found: what is in it; it waits until the visitor agrees to lose other answers.
        is_done: it was taken over.
        refused: why it does not open; empty if nothing is wrong.
        round: counts the files that came in. Each round has a fresh uploader.
    """

    locked: bytes = field(default=b"", repr=False)
    found: "Reopened | None" = None
    is_done: bool = False
    refused: str = ""
    round: int = 0
