"""Which value is in force on a day; an error if none is."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TypeVar

from pydantic import Field, model_validator

from smi_core.base import Frozen


class Period(Frozen):
    """A period with its source. Both days belong to the period.

    Attributes:
        source: a citation or an address, for people to look it up.
        checked_on: the day on which somebody compared the figures with the source.
    """

    valid_from: date
    valid_until: date
    source: str = Field(min_length=1)
    checked_on: date

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> "Period":
        if self.valid_from > self.valid_until:
            raise ValueError(f"ends on {self.valid_until}, before it starts on {self.valid_from}")
        return self


class NotInForce(LookupError):
    """No value is known for the day asked about."""


P = TypeVar("P", bound=Period)


def in_force(periods: Sequence[P], on: date) -> P:
    """The period that a day falls in.

    A day for which no figures are published has no period. That is an error on purpose:
    whoever can do with older figures asks `newest_published`, which says that they are older.

    Raises:
        NotInForce: if no period covers the day.
    """
    for period in periods:
        if period.valid_from <= on <= period.valid_until:
            return period
    raise NotInForce(f"no figures for {on}; {_span(periods)}")


def newest_published(periods: Sequence[P], on: date) -> tuple[P, bool]:
    """The period that a day falls in, or the last one if the day lies after all of them.

    Returns:
        The period, and whether it is indicative: True if the day lies after the period, so
        that an amount worked out with it holds for an earlier day than the one asked about.

    Raises:
        NotInForce: if the day lies before the first period, or in a gap.
    """
    if periods and on > periods[-1].valid_until:
        return periods[-1], True
    return in_force(periods, on), False


def check_order(periods: Sequence[P]) -> Sequence[P]:
    """Refuse periods that overlap or stand in the wrong order. Gaps are allowed."""
    for earlier, later in pairwise(periods):
        if earlier.valid_until >= later.valid_from:
            raise ValueError(
                f"{later.valid_from} falls in the period that ends on {earlier.valid_until}"
            )
    return periods


def _span(periods: Sequence[Period]) -> str:
    if not periods:
        return "there are none at all"
    return f"they run from {periods[0].valid_from} to {periods[-1].valid_until}"
