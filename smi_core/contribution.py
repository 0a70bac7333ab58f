"""The estimate of what the parent pays: per child, per hour and per month, from low to high."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import NamedTuple

from pydantic import SkipValidation

from smi_core.amounts import NOTHING, ZERO, Line, Span, either, exactly, least_firm, total
from smi_core.base import Frozen
from smi_core.care import Care, care_of
from smi_core.citing import Certainty
from smi_core.dated import NotInForce, newest_published
from smi_core.hourly import excess_of, own_part, per_hour, rate_of, shares_over
from smi_core.income import Income, income_of
from smi_core.national import Column, National, ToeslagYear
from smi_core.paying import BelowNorm, Contribution, KotTable, NotPublished
from smi_core.rules import Below, Equals, Look, judge
from smi_core.scheme import Scheme
from smi_core.sums import Sum, sum_in_words
from smi_core.truth import Truth
from smi_core.words import Words

MOST_HOURS = Decimal(744)
"""The hours of the longest month: nobody has more care."""


class NoAmountReason(Enum):
    """Why there is no amount; the texts have one sentence for each."""

    NOT_PUBLISHED = "not_published"
    NO_FIGURES = "no_figures"
    NO_CARE = "no_care"


class NoAmount(Frozen):
    """There is no amount, and this is why."""

    reason: NoAmountReason


class ChildAmount(Frozen):
    """What the parent pays for one child.

    Attributes:
        per_hour: euro per hour of care that the municipality pays part of.
        per_month: euro per month; None while not even the half-days are known.
        outside: the part of `per_month` for hours that are not paid (above a cap or 230 hours).
        excess: the part of the hourly price above the maximum rate, euro per hour.
        column: the column of the table; None if that is not certain or no table is used.
        lines: the sum in words.
    """

    child: int
    care: Care
    per_hour: Span
    per_month: Span | None
    outside: Span
    excess: Decimal
    column: Column | None
    lines: SkipValidation[tuple[Line, ...]]


class Amount(Frozen):
    """What the parent pays for all children together.

    Attributes:
        year: the year of the table and the rates.
        is_indicative: the figures are older than the care.
        income_matters: knowing the income better would change the amount.
        exempt: whether there is nothing to pay (YES), or that is not known (OPEN, UNSURE).
    """

    children: tuple[ChildAmount, ...]
    per_hour: Span
    per_month: Span | None
    year: int
    is_indicative: bool
    certainty: Certainty
    income_matters: bool
    exempt: Truth
    income: Income


class _Setting(NamedTuple):
    """What is the same for every child of the family."""

    rules: Contribution
    year: ToeslagYear
    income: Income
    exempt: Truth
    max_hours: Decimal
    is_only_child: bool
    norm_percentage: Decimal | None
    is_order_unknown: bool = False


def estimate(
    scheme: Scheme, household: Look, children: Mapping[int, Look], national: National, on: date
) -> Amount | NoAmount:
    """Estimate the own contribution under a scheme.

    Args:
        scheme: the municipality's.
        household: what is known of the household.
        children: what is known of each child that care is asked for, by its place from 0. One
            that certainly does not fit takes no part: else it might count as the first child.
        national: the figures.
        on: the day the care starts, or the day of applying if it runs already or that is not
            known.

    Source:
        Besluit kinderopvangtoeslag art. 3 (first child), 4 (maximum rate), 6-8 (share) and 8a
        (hours), where the scheme follows the kinderopvangtoeslag; else the scheme itself.
    """
    rules = scheme.contribution
    if isinstance(rules.method, NotPublished):
        return NoAmount(reason=NoAmountReason.NOT_PUBLISHED)
    cares = {place: care_of(look, national.hours, scheme.caps) for place, look in children.items()}
    known = [(place, care) for place, care in cares.items() if care is not None]
    if not known:
        return NoAmount(reason=NoAmountReason.NO_CARE)
    try:
        year, is_indicative = newest_published(national.toeslag, on)
    except NotInForce:
        return NoAmount(reason=NoAmountReason.NO_FIGURES)
    setting = _Setting(
        rules=rules,
        year=year,
        income=income_of(household, rules.income),
        exempt=_exempt(rules, household),
        max_hours=national.hours.max_per_month,
        is_only_child=len(known) == 1,
        norm_percentage=_norm_percentage(rules, household),
    )
    return _for_all(known, setting, is_indicative)


def notes_on(rules: Contribution, amount: Amount) -> tuple[Words, ...]:
    """What the scheme's file says about this way of calculating, as far as it matters here."""
    exemption = rules.exemption if amount.exempt is not Truth.NO else None
    return tuple(note for note in (rules.method.note, exemption and exemption.note) if note)


def _for_all(known: Sequence[tuple[int, Care]], setting: _Setting, is_indicative: bool) -> Amount:
    may_be_first = _possible_first(known, setting.year)
    setting = setting._replace(is_order_unknown=len(may_be_first) > 1)
    orders = [_in_order(known, first, setting) for first in may_be_first]
    children = tuple(_merge(versions) for versions in zip(*orders, strict=True))
    months = [_sum_of_months(order) for order in orders]
    return Amount(
        children=children,
        per_hour=either(total(child.per_hour for child in order) for order in orders),
        per_month=either(month for month in months if month) if all(months) else None,
        year=setting.year.valid_from.year,
        is_indicative=is_indicative,
        certainty=least_firm(line.certainty for child in children for line in child.lines),
        income_matters=_income_matters(setting, children),
        exempt=setting.exempt,
        income=setting.income,
    )


def _possible_first(known: Sequence[tuple[int, Care]], year: ToeslagYear) -> tuple[int, ...]:
    """Who may be the first child: the one with the most hours, by equal hours the dearest.

    There are several while hours or prices are not known, or when both are equal: then the
    Dienst Toeslagen decides.

    Source:
        Besluit kinderopvangtoeslag, art. 3.
    """
    spans = {place: _order_of(care, year) for place, care in known}
    surest = max(low for low, _ in spans.values())
    return tuple(place for place, (_, high) in spans.items() if high >= surest)


def _order_of(care: Care, year: ToeslagYear) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """Hours and price, at their lowest and highest; a price above the maximum counts as that.

    Source:
        Besluit kinderopvangtoeslag, art. 3 and art. 4 lid 2.
    """
    maximum = year.max_hourly_rate[care.kind]
    hours = care.hours_per_month or Span(low=ZERO, high=MOST_HOURS)
    price = Span(low=ZERO, high=maximum) if care.rate is None else exactly(care.rate)
    return (hours.low, min(price.low, maximum)), (hours.high, min(price.high, maximum))


def _in_order(
    known: Sequence[tuple[int, Care]], first: int, setting: _Setting
) -> tuple[ChildAmount, ...]:
    return tuple(
        _for_child(place, care, "first_child" if place == first else "next_child", setting)
        for place, care in known
    )


def _merge(versions: Sequence[ChildAmount]) -> ChildAmount:
    """One child, whichever child turns out to be the first."""
    one = versions[0]
    if len(versions) == 1:
        return one
    months = [version.per_month for version in versions if version.per_month]
    return one.model_copy(
        update={
            "per_hour": either(version.per_hour for version in versions),
            "per_month": either(months) if months else None,
            "column": None,
            "lines": _lines_of(versions),
        }
    )


def _lines_of(versions: Sequence[ChildAmount]) -> tuple[Line, ...]:
    """The sum as the first child, and then what differs as a next one."""
    lines: list[Line] = []
    for line in (line for version in versions for line in version.lines):
        if line not in lines:
            lines.append(line)
    return tuple(lines)


def _sum_of_months(order: Sequence[ChildAmount]) -> Span | None:
    months = [child.per_month for child in order if child.per_month]
    return total(months) if len(months) == len(order) else None


def _for_child(place: int, care: Care, column: Column, setting: _Setting) -> ChildAmount:
    hourly = _per_hour_for(care, column, setting)
    rate = rate_of(care, setting.year)
    hours = _hours(care, setting.max_hours)
    months = [hourly.times(exactly(paid)).plus(exactly(rate * rest)) for paid, rest in hours]
    per_month = either(months) if months else None
    outside_cost = either(exactly(rate * rest) for _, rest in hours) if hours else NOTHING
    amount = ChildAmount(
        child=place,
        care=care,
        per_hour=hourly,
        per_month=per_month,
        outside=outside_cost,
        excess=excess_of(care, setting.year),
        column=column if isinstance(setting.rules.method, KotTable) else None,
        lines=(),
    )
    return amount.model_copy(update={"lines": sum_in_words(_sum(amount, column, setting))})


def _hours(care: Care, most: Decimal) -> list[tuple[Decimal, Decimal]]:
    """Hours per month that are paid in part, and those that are not, in each extreme case."""
    asked = care.hours_per_month
    if asked is None:
        return []
    cases = product((asked.low, asked.high), (care.paid_share.low, care.paid_share.high))
    paid = [(hours, min(hours * share, most)) for hours, share in cases]
    return [(within, hours - within) for hours, within in paid]


def _per_hour_for(care: Care, column: Column, setting: _Setting) -> Span:
    by_income = per_hour(
        setting.rules, care, shares_over(setting.year, setting.income, column), setting.year
    )
    match setting.exempt:
        case Truth.NO:
            return by_income
        case Truth.YES:
            return _when_exempt(care, setting)
        case _:
            return either((_when_exempt(care, setting), by_income))


def _norm_percentage(rules: Contribution, household: Look) -> Decimal | None:
    """The net income as a percentage of the norm, where that matters and is known."""
    if not isinstance(rules.exemption, BelowNorm):
        return None
    value = household("norm_percentage").value
    return value if isinstance(value, Decimal) else None


def _when_exempt(care: Care, setting: _Setting) -> Span:
    exemption = setting.rules.exemption
    if exemption is None or exemption.excess == "covered":
        return NOTHING
    return Span(low=ZERO, high=excess_of(care, setting.year))


def _exempt(rules: Contribution, household: Look) -> Truth:
    match rules.exemption:
        case None:
            return Truth.NO
        case BelowNorm(percent=percent):
            return judge(Below(fact="norm_percentage", below=percent), household).truth
        case _:
            return judge(Equals(fact="laagste_klasse", equals="ja"), household).truth


def _income_matters(setting: _Setting, children: Sequence[ChildAmount]) -> bool:
    if not isinstance(setting.rules.method, KotTable) or setting.exempt is Truth.YES:
        return False
    columns: tuple[Column, ...] = (
        ("first_child", "next_child") if len(children) > 1 else ("first_child",)
    )
    return any(_rows_differ(setting.year, setting.income, column) for column in columns)


def _rows_differ(year: ToeslagYear, income: Income, column: Column) -> bool:
    shares = shares_over(year, income, column)
    return not income.is_exact and not shares.is_exact


def _sum(amount: ChildAmount, column: Column, setting: _Setting) -> Sum:
    maximum = setting.year.max_hourly_rate[amount.care.kind]
    paid_rate = min(rate_of(amount.care, setting.year), maximum)
    shares = shares_over(setting.year, setting.income, column)
    percent = own_part(setting.rules, Decimal(100), shares)
    return Sum(
        rules=setting.rules,
        care=amount.care,
        income=setting.income,
        exempt=setting.exempt,
        year=setting.year.valid_from.year,
        certainty=_certainty(setting.rules),
        maximum=exactly(maximum),
        paid_rate=exactly(paid_rate),
        own_percent=percent,
        own_part=own_part(setting.rules, paid_rate, shares),
        excess=exactly(amount.excess),
        per_hour=amount.per_hour,
        per_month=amount.per_month,
        outside=amount.outside,
        max_hours=exactly(setting.max_hours),
        norm_percentage=setting.norm_percentage,
        is_order_unknown=setting.is_order_unknown,
        of="only_child" if setting.is_only_child else column,
    )


def _certainty(rules: Contribution) -> Certainty:
    return "ambiguous" if isinstance(rules.method, NotPublished) else rules.method.certainty
