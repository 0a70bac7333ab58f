"""The shape of the times that count: lead time, decision, completion, length, extension."""

from typing import Literal

from smi_core.base import Frozen
from smi_core.citing import Citation
from smi_core.words import Words


class LeadTime(Frozen):
    """An application must come in this many weeks before the care starts."""

    weeks: int
    text: Words
    ref: str
    cite: Citation
    exception: Citation | None = None


class DecisionTerm(Frozen):
    """How long a decision may take.

    Attributes:
        starts_at: the day the weeks count from.
        about: "circa": an indication, so no date is shown.
        extension_weeks: how much longer once; None if the text names an extension without a
            length, 0 if it names none.
    """

    weeks: int
    starts_at: Literal["receipt", "complete"]
    about: bool = False
    extension_weeks: int | None = 0
    text: Words
    ref: str
    cite: Citation
    extension_cite: Citation | None = None


class Completion(Frozen):
    """What happens with an incomplete application: so many weeks, or it is left aside (None)."""

    weeks: int | None
    text: Words
    ref: str
    cite: Citation


class Retroactive(Frozen):
    """Whether care before the decision is paid."""

    rule: Literal["never", "from_start_of_care"]
    text: Words
    ref: str
    cite: Citation


class Duration(Frozen):
    """How long an award lasts at most."""

    months: int
    text: Words
    ref: str
    cite: Citation


class Extension(Frozen):
    """How it goes on after the award ends. `times` and `months` are None if not limited."""

    mode: Literal["extend", "reapply", "reassess"]
    times: int | None = None
    months: int | None = None
    text: Words
    ref: str
    cite: Citation


class Terms(Frozen):
    """The times that count. What the text does not say is None."""

    lead_time: LeadTime | None = None
    decision: DecisionTerm | None = None
    completion: Completion | None = None
    retroactive: Retroactive | None = None
    duration: Duration | None = None
    extension: Extension | None = None
