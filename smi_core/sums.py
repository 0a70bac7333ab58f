"""The estimate as a sum in words: one line for each step, with its source and certainty."""

from decimal import Decimal
from typing import Any, Literal, NamedTuple

from smi_core.amounts import NOTHING, ZERO, Line, Span, exactly
from smi_core.care import Care
from smi_core.citing import Certainty
from smi_core.income import Income
from smi_core.national import Column
from smi_core.paying import BelowNorm, Contribution, FlatPercentage, KotTable
from smi_core.truth import Truth

LAW = "Besluit kinderopvangtoeslag"


class Sum(NamedTuple):
    """Everything that a sum for one child is made of; amounts in euro, percentages in percent."""

    rules: Contribution
    care: Care
    income: Income
    exempt: Truth
    year: int
    certainty: Certainty
    maximum: Span
    paid_rate: Span
    own_percent: Span
    own_part: Span
    excess: Span
    per_hour: Span
    per_month: Span | None
    outside: Span
    max_hours: Span
    norm_percentage: Decimal | None
    is_order_unknown: bool
    of: Column | Literal["only_child"]


def sum_in_words(parts: Sum) -> tuple[Line, ...]:
    """The lines in the order in which one would work it out by hand."""
    order = (_order_line(parts),) if parts.is_order_unknown else ()
    return (
        *order,
        *_rate_lines(parts),
        *_own_part_lines(parts),
        *_excess_lines(parts),
        _line(parts, "per_hour", euro={"per_hour": parts.per_hour}),
        *_month_lines(parts),
    )


def _line(parts: Sum, line_id: str, **fields: Any) -> Line:
    """A line that rests on the municipality's own words, unless its fields say otherwise."""
    line = Line(line_id, source=parts.rules.method.cite.place, certainty="stated")
    return line._replace(**fields)


def _rate_lines(parts: Sum) -> list[Line]:
    law = f"{LAW} art. 4, {parts.year}"
    maximum = _line(
        parts,
        "maximum",
        euro={"maximum": parts.maximum},
        word={"care": parts.care.kind, "year": str(parts.year)},
        source=law,
    )
    if parts.care.rate is None:
        unknown = {"euro": {"maximum": parts.maximum}, "source": law, "certainty": "assumed"}
        return [maximum, _line(parts, "rate_unknown", **unknown)]
    return [_line(parts, "rate", euro={"rate": exactly(parts.care.rate)}, source=""), maximum]


def _own_part_lines(parts: Sum) -> list[Line]:
    if parts.exempt is Truth.YES:
        return [_exemption_line(parts, "exempt")]
    match parts.rules.method:
        case KotTable():
            lines = [_share_line(parts), _own_part_line(parts)]
        case FlatPercentage():
            lines = [_own_part_line(parts)]
        case _:
            lines = [_line(parts, "nothing")]
    return lines if parts.exempt is Truth.NO else [*lines, _exemption_line(parts, "maybe_exempt")]


def _share_line(parts: Sum) -> Line:
    known = _income_known(parts)
    top = parts.income.low if parts.income.high is None else parts.income.high
    return _line(
        parts,
        f"share_{known}",
        euro={"income": Span(low=parts.income.low, high=top)},
        number={"share": _rest(parts.own_percent)},
        word={"column": parts.of, "year": str(parts.year)},
        source=f"{LAW} art. 6, bijlage I, {parts.year}",
        certainty="assumed" if known == "blank" else parts.certainty,
    )


def _income_known(parts: Sum) -> str:
    """How far the row of the table is known; a blank is a share that was not published."""
    if parts.income.is_exact:
        return "exact" if parts.own_percent.is_exact else "blank"
    return "band" if parts.income.high is not None else "open"


def _order_line(parts: Sum) -> Line:
    """Said before the lines of a child of which it is not certain whether it is the first."""
    return _line(parts, "order", source=f"{LAW} art. 3", certainty="ambiguous")


def _own_part_line(parts: Sum) -> Line:
    return _line(
        parts,
        "own_part",
        euro={"paid_rate": parts.paid_rate, "own": parts.own_part},
        number={"own_percent": parts.own_percent},
        certainty=parts.certainty,
    )


def _rest(percent: Span) -> Span:
    return Span(low=100 - percent.high, high=100 - percent.low)


def _exemption_line(parts: Sum, line_id: str) -> Line:
    exemption = parts.rules.exemption
    certainty = "stated" if line_id == "exempt" else "ambiguous"
    source = exemption.cite.place if exemption else ""
    if isinstance(exemption, BelowNorm) and line_id == "exempt" and parts.norm_percentage:
        percents = {"norm": exactly(parts.norm_percentage), "limit": exactly(exemption.percent)}
        return _line(parts, "exempt_norm", number=percents, source=source)
    return _line(parts, line_id, source=source, certainty=certainty)


def _excess_lines(parts: Sum) -> list[Line]:
    rule = parts.rules.excess
    is_covered = parts.exempt is Truth.YES and parts.per_hour == NOTHING
    if parts.excess == NOTHING or is_covered:
        return []
    return [
        _line(
            parts,
            f"excess_{rule.paid_by}",
            euro={"excess": parts.excess},
            source=rule.cite.place if rule.cite else "",
            certainty="ambiguous" if rule.paid_by == "either" else rule.certainty,
        )
    ]


def _month_lines(parts: Sum) -> list[Line]:
    hours = parts.care.hours_per_month
    if hours is None or parts.per_month is None:
        return [_line(parts, "no_hours", source="")]
    return [
        _hours_line(parts, hours),
        *_outside_lines(parts),
        _line(parts, "per_month", euro={"per_month": parts.per_month}, source=""),
    ]


def _hours_line(parts: Sum, hours: Span) -> Line:
    weekly = parts.care.hours_per_week
    return _line(
        parts,
        "hours_assumed" if weekly is None else "hours",
        number={"week": exactly(weekly or ZERO), "month": hours},
        source="",
        certainty="assumed" if weekly is None else "stated",
    )


def _outside_lines(parts: Sum) -> list[Line]:
    if parts.outside == NOTHING:
        return []
    outside = {"euro": {"outside": parts.outside}, "source": "", "certainty": "assumed"}
    return [_why_outside(parts), _line(parts, "outside", **outside)]


def _why_outside(parts: Sum) -> Line:
    cap, asked = parts.care.cap, parts.care.asked
    if cap is None or asked is None:
        law = f"{LAW} art. 8a"
        return _line(parts, "max_hours", number={"most": parts.max_hours}, source=law)
    counts = {"asked": asked, "paid": exactly(cap.at_most)}
    return _line(parts, f"cap_{cap.unit}", number=counts, source=cap.cite.place)
