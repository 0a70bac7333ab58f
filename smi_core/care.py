"""What care one child has: kind, price, and hours as far as they are known."""

from decimal import Decimal
from typing import get_args

from smi_core.amounts import Span, exactly
from smi_core.base import Frozen
from smi_core.national import CareType, Hours
from smi_core.paying import CAP_FACTS, Cap
from smi_core.rules import Look

ONE = Decimal(1)


class Care(Frozen):
    """The care of one child.

    Attributes:
        rate: euro per hour; None while it is not known.
        hours_per_week: as the offer says; None while it is not known.
        hours_per_month: a span while the hours of a half-day are not known; None if not even
            the half-days are.
        paid_share: which part of the hours lies within the cap, from 0 to 1; a span while the
            half-days are not known.
        cap: the cap that leaves part of the hours out; None if none does.
    """

    kind: CareType
    rate: Decimal | None
    hours_per_week: Decimal | None
    hours_per_month: Span | None
    paid_share: Span = exactly(1)
    cap: Cap | None = None
    asked: Span | None = None


def care_of(look: Look, hours: Hours, caps: tuple[Cap, ...]) -> Care | None:
    """The care of one child; None while not even the kind is known."""
    wanted = look("opvangsoort").value
    kind = next((kind for kind in get_args(CareType) if kind == wanted), None)
    if kind is None:
        return None
    weekly = _number(look, "uren_per_week")
    care = Care(
        kind=kind,
        rate=_number(look, "uurprijs"),
        hours_per_week=weekly,
        hours_per_month=_per_month(look, kind, weekly, hours),
    )
    return _capped(care, look, caps, hours)


def _per_month(look: Look, kind: CareType, weekly: Decimal | None, hours: Hours) -> Span | None:
    if weekly is not None:
        return exactly(hours.per_month(weekly))
    half_days = _number(look, "dagdelen_per_week")
    if half_days is None:
        return None
    length = hours.half_days[kind]
    return Span(
        low=hours.per_month(half_days * length.at_least),
        high=hours.per_month(half_days * length.at_most),
    )


def _capped(care: Care, look: Look, caps: tuple[Cap, ...], hours: Hours) -> Care:
    for cap in caps:
        asked = _asked(care, look, cap, hours) if care.kind in cap.care else None
        if asked is not None and asked.high > cap.at_most:
            share = Span(low=cap.at_most / asked.high, high=min(cap.at_most / asked.low, ONE))
            return care.model_copy(update={"paid_share": share, "cap": cap, "asked": asked})
    return care


def _asked(care: Care, look: Look, cap: Cap, hours: Hours) -> Span | None:
    """What is asked in the unit of a cap; half-days that are not known follow from the hours."""
    asked = _number(look, CAP_FACTS[cap.unit])
    if asked is not None:
        return exactly(asked)
    if care.hours_per_week is None or cap.unit != "half_day":
        return None
    length = hours.half_days[care.kind]
    return Span(
        low=care.hours_per_week / length.at_most, high=care.hours_per_week / length.at_least
    )


def _number(look: Look, fact: str) -> Decimal | None:
    value = look(fact).value
    return Decimal(value) if isinstance(value, (int, Decimal)) else None
