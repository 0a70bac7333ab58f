"""What a visit knows of its draft in the store."""

from dataclasses import dataclass, field

from smi_core.attached import Attachment
from smi_core.draft import Refused
from smi_core.kept import Record


@dataclass
class Keeping:
    """How the draft of a visit stands.

    Attributes:
        base: what both this tab and the store had last.
        revision: of the draft in the store; 0 if it has none.
        stored: the files that are in the store, each with its name there.
        is_fresh: the store was not asked yet.
        is_away: what was said last is not kept: the store could not be reached, or has a draft that
            this tab may not write over.
        is_told: the page was drawn anew because of that.
        is_shared: this is a computer of more people, so nothing is kept.
        must_forget: everything was wiped while the store was away.
        touched: from when the store keeps the draft for a day, by a clock that only goes on.
        refused: answers that came back from the store and no longer fit.
        lost: the names of files that did not come back.
    """

    base: Record = field(default_factory=dict)
    revision: int = 0
    stored: list[tuple[Attachment, str]] = field(default_factory=list)
    is_fresh: bool = True
    is_away: bool = False
    is_told: bool = False
    is_shared: bool = False
    must_forget: bool = False
    touched: float = float("-inf")
    refused: tuple[Refused, ...] = ()
    lost: tuple[str, ...] = ()
