"""What an estimate is made of: amounts from low to high, and the lines of a sum in words."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from smi_core.base import Frozen
from smi_core.citing import Certainty

CERTAINTIES: tuple[Certainty, ...] = ("stated", "assumed", "ambiguous")
"""From the firmest to the least firm."""


class Span(Frozen):
    """A number that is known, or that lies between two bounds; both bounds are possible."""

    low: Decimal
    high: Decimal

    @property
    def is_exact(self) -> bool:
        """Whether low and high are the same."""
        return self.low == self.high

    def plus(self, other: "Span") -> "Span":
        """The sum of two."""
        return Span(low=self.low + other.low, high=self.high + other.high)

    def times(self, other: "Span") -> "Span":
        """The product of two that are not negative."""
        return Span(low=self.low * other.low, high=self.high * other.high)

    def at_most(self, limit: Decimal) -> "Span":
        """The part up to a limit."""
        return Span(low=min(self.low, limit), high=min(self.high, limit))

    def beyond(self, limit: Decimal) -> "Span":
        """The part above a limit."""
        return Span(low=max(self.low - limit, Decimal(0)), high=max(self.high - limit, Decimal(0)))


NOTHING_TO_FILL_IN: Mapping[str, Any] = MappingProxyType({})
ZERO = Decimal(0)
NOTHING = Span(low=ZERO, high=ZERO)


def exactly(number: Decimal | int) -> Span:
    """A number that is known."""
    return Span(low=Decimal(number), high=Decimal(number))


def either(spans: Iterable[Span]) -> Span:
    """The span that holds all of these: one of them applies."""
    held = tuple(spans)
    return Span(low=min(s.low for s in held), high=max(s.high for s in held))


def total(spans: Iterable[Span]) -> Span:
    """The sum of all of these."""
    held = tuple(spans)
    return Span(low=sum((s.low for s in held), ZERO), high=sum((s.high for s in held), ZERO))


def least_firm(certainties: Iterable[Certainty]) -> Certainty:
    """The least firm of these: a sum is no surer than its weakest part."""
    return max(certainties, key=CERTAINTIES.index)


class Line(NamedTuple):
    """One line of a sum in words.

    Attributes:
        id: which sentence of the texts it is (`line.<id>`).
        euro, number: the amounts and the plain numbers in that sentence, by name.
        word: option values and other words in it, by name; `care` is a kind of care.
        source: the act or the place in the municipality's text.
    """

    id: str
    source: str
    certainty: Certainty
    euro: Mapping[str, Span] = NOTHING_TO_FILL_IN
    number: Mapping[str, Span] = NOTHING_TO_FILL_IN
    word: Mapping[str, str] = NOTHING_TO_FILL_IN
