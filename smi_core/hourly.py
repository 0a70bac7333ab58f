"""What an hour of care costs the parent: the table, the maximum rate, and who pays above it."""

from decimal import Decimal

from smi_core.amounts import NOTHING, ZERO, Span, either, exactly
from smi_core.care import Care
from smi_core.income import Income
from smi_core.national import Column, ToeslagYear
from smi_core.paying import Contribution, FlatPercentage, KotTable


def per_hour(rules: Contribution, care: Care, shares: Span, year: ToeslagYear) -> Span:
    """Rate minus share times the rate up to the maximum, under each reading of the excess.

    Source:
        Besluit kinderopvangtoeslag, art. 4 lid 2 (a higher price counts as the maximum).
    """
    paid_rate = min(rate_of(care, year), year.max_hourly_rate[care.kind])
    own = own_part(rules, paid_rate, shares)
    excess = exactly(excess_of(care, year))
    match rules.excess.paid_by:
        case "municipality":
            return own
        case "parent":
            return own.plus(excess)
        case "either":
            return either((own, own.plus(excess)))


def own_part(rules: Contribution, paid_rate: Decimal, shares: Span) -> Span:
    """The part of a price up to the maximum that the parent pays, in euro."""
    match rules.method:
        case KotTable():
            return Span(
                low=paid_rate * (100 - shares.high) / 100,
                high=paid_rate * (100 - shares.low) / 100,
            )
        case FlatPercentage(parent_pays=percent):
            return exactly(paid_rate * percent / 100)
        case _:
            return NOTHING


def shares_over(year: ToeslagYear, income: Income, column: Column) -> Span:
    """The share that is reimbursed, in percent, over an income from low to high."""
    low_income = year.share_range(income.low, column)
    top = Decimal(year.rows[-1].from_) if income.high is None else income.high
    high_income = year.share_range(max(top, income.low), column)
    return Span(low=high_income[0], high=low_income[1])


def rate_of(care: Care, year: ToeslagYear) -> Decimal:
    """The hourly price; while it is not known, the maximum rate."""
    return year.max_hourly_rate[care.kind] if care.rate is None else care.rate


def excess_of(care: Care, year: ToeslagYear) -> Decimal:
    """The part of the hourly price above the maximum rate, in euro."""
    return max(rate_of(care, year) - year.max_hourly_rate[care.kind], ZERO)


def income_curve(
    rules: Contribution, care: Care, column: Column, year: ToeslagYear
) -> tuple[tuple[int, Span], ...]:
    """The own contribution per hour for every row of the table, with the row's lowest income."""
    at_each = [Income(low=Decimal(row.from_), high=Decimal(row.from_)) for row in year.rows]
    return tuple(
        (int(income.low), per_hour(rules, care, shares_over(year, income, column), year))
        for income in at_each
    )
