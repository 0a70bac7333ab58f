"""The shape of what is paid: caps, and how the own contribution is worked out."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from smi_core.base import Frozen
from smi_core.citing import Certainty, Citation, Statement
from smi_core.national import CareType
from smi_core.words import Words

CAP_FACTS = {"half_day": "dagdelen_per_week", "day": "dagen_per_week", "hour": "uren_per_week"}
"""What is counted for a cap, by its unit."""


class Cap(Frozen):
    """The most care that is paid for a child, by kind of care."""

    care: tuple[CareType, ...]
    at_most: Decimal
    unit: Literal["half_day", "day", "hour"]
    text: Words
    change: Words
    ref: str
    cite: Citation


class KotTable(Frozen):
    """The parent pays what a parent with kinderopvangtoeslag would pay."""

    kind: Literal["kot_table"]
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation

    @model_validator(mode="after")
    def _an_assumption_is_explained(self) -> "KotTable":
        if self.certainty != "stated" and self.note is None:
            raise ValueError("an assumed calculation needs a `note` for the parent")
        return self


class FlatPercentage(Frozen):
    """The parent pays a fixed percentage of the price, up to the maximum rate."""

    kind: Literal["flat_percentage"]
    parent_pays: Decimal
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation


class NothingToPay(Frozen):
    """The municipality pays all of it, up to the maximum rate."""

    kind: Literal["nothing_to_pay"]
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation


class NotPublished(Frozen):
    """The municipality does not say how it calculates; we show no amount."""

    kind: Literal["not_published"]
    note: Words
    ref: str
    cite: Citation


Method = Annotated[
    KotTable | FlatPercentage | NothingToPay | NotPublished, Field(discriminator="kind")
]


class BelowNorm(Frozen):
    """Nothing to pay with a net income strictly below a percentage of the bijstandsnorm.

    Attributes:
        excess: whether that covers the price above the maximum rate; `either` if not stated.
    """

    kind: Literal["below_norm"]
    percent: Decimal
    excess: Literal["covered", "either"] = "either"
    note: Words
    ref: str
    cite: Citation


class LowestLocalClass(Frozen):
    """Nothing to pay in the lowest class of a local decree.

    Attributes:
        note: says that the threshold is not in the text, and where to ask.
        threshold: euro per year, by year; empty as long as nobody has seen the decree.
        excess: whether that covers the price above the maximum rate; `either` if not stated.
    """

    kind: Literal["lowest_local_class"]
    note: Words
    threshold: dict[int, Decimal] = {}
    excess: Literal["covered", "either"] = "covered"
    ref: str
    cite: Citation


Exemption = Annotated[BelowNorm | LowestLocalClass, Field(discriminator="kind")]


class Excess(Frozen):
    """Who pays the part of the price above the maximum rate.

    Attributes:
        paid_by: `either` when the text allows both readings: then the estimate is a range.
        certainty: `assumed` when the text does not say it.
    """

    paid_by: Literal["parent", "municipality", "either"]
    certainty: Certainty
    note: Words
    ref: str
    cite: Citation | None = None


class IncomeMeant(Frozen):
    """Which income counts.

    Attributes:
        basis: the income on the `statement`, or the `current` one when it has changed.
    """

    basis: Literal["statement", "current"]
    text: Words
    ref: str
    cite: Citation


class Contribution(Frozen):
    """How the own contribution is worked out.

    Attributes:
        never_zero: the words that say there is always something to pay.
    """

    method: Method
    exemption: Exemption | None = None
    never_zero: Statement | None = None
    excess: Excess
    income: IncomeMeant | None = None
