"""The shape of the national figures: the toeslag tables, the bijstandsnormen and the hours."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple, TypeVar, get_args

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from smi_core.base import Frozen
from smi_core.dated import Period, check_order, in_force

CareType = Literal["dagopvang", "bso", "gastouder"]
Column = Literal["first_child", "next_child"]
Cell = Literal["bound", "first_child", "next_child"]
NormGroup = Literal["alleenstaande_ouder", "gehuwden", "alleenstaande_ouder_aow", "gehuwden_aow"]
Provenance = Literal["two_sources", "one_source", "derived", "estimate", "blank"]

Euro = Annotated[Decimal, Field(gt=0)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
HoursNumber = Annotated[Decimal, Field(gt=0)]

T = TypeVar("T")


def _names_all(words: tuple[str, ...]) -> AfterValidator:
    def check(mapping: Mapping[str, T]) -> Mapping[str, T]:
        if missing := [word for word in words if word not in mapping]:
            raise ValueError(f"{', '.join(missing)} missing; it needs {', '.join(words)}")
        return mapping

    return AfterValidator(check)


PerCareType = Annotated[Mapping[CareType, T], _names_all(get_args(CareType))]
PerNormGroup = Annotated[Mapping[NormGroup, T], _names_all(get_args(NormGroup))]


class Basis(Frozen):
    """How sure a figure is, and why.

    Attributes:
        provenance: `two_sources` that are independent, `one_source`, `derived` by a rule that
            was tested against published figures, an `estimate`, or `blank`: not published.
        text: where it comes from, in words.
    """

    provenance: Provenance
    text: str = Field(min_length=1)


class ToeslagRow(Frozen):
    """One row of a toeslag table: the share of the hourly rate that is reimbursed, in percent.

    Attributes:
        from_: the lowest joint annual income of the row, in whole euro. The row runs up to the
            next one.
        first_child: percent for the first child. None if it is not published.
        next_child: percent for every other child. None if it is not published.
        by: the codes of the notes on the bound, the first child and the next child.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    from_: int = Field(alias="from", ge=0)
    first_child: Percent | None
    next_child: Percent | None
    by: tuple[str, str, str]

    def share(self, column: Column) -> Decimal | None:
        """The share in percent. None if it is not published."""
        return self.first_child if column == "first_child" else self.next_child


class ToeslagYear(Period):
    """The toeslag table and the maximum hourly rates of one year.

    Attributes:
        max_hourly_rate: euro per hour; what a provider charges above it is not reimbursed.
        max_hourly_rate_basis: how sure these three rates are.
        notes: how sure the cells of the table are, by the code that the rows use.
        rows: from the lowest income up; the first starts at 0.

    Source:
        Besluit kinderopvangtoeslag, art. 4 (rates), art. 6 and annex I (table).
    """

    max_hourly_rate: PerCareType[Euro]
    max_hourly_rate_basis: Basis
    notes: Mapping[str, Basis]
    rows: tuple[ToeslagRow, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_a_sound_table(self) -> "ToeslagYear":
        _check_bounds(self.rows)
        _check_notes(self.rows, self.notes)
        _check_shares(self.rows)
        return self

    def row_for(self, income: Decimal | int) -> ToeslagRow:
        """The row that a joint annual income in euro falls in.

        Bounds are whole euros and both belong to their row. What lies between two rows, such
        as 24,149.50 between 24,149 and 24,150, is read in the applicant's favour: the lower
        row, with the higher share. A loss over the year is in the first row.

        Source:
            Besluit kinderopvangtoeslag, art. 6 and annex I.
        """
        return self.rows[self._place(income)]

    def share_range(self, income: Decimal | int, column: Column) -> tuple[Decimal, Decimal]:
        """The lowest and the highest share that may hold, in percent; equal if it is published.

        A cell that is not published is bounded by what the table itself says: not above the
        nearest published row before it, not below the nearest one after it, and for the next
        child not below the first child in the same row.
        """
        place = self._place(income)
        row = self.rows[place]
        if (share := row.share(column)) is not None:
            return share, share
        after = _nearest_share(self.rows[place + 1 :], column)
        before = _nearest_share(reversed(self.rows[:place]), column)
        return max(after, row.first_child or Decimal(0)), before

    def income_range(self, income: Decimal | int) -> tuple[int, int | None]:
        """The first and the last whole euro of the row of an income; the last row has no end."""
        place = self._place(income)
        is_last = place + 1 == len(self.rows)
        return self.rows[place].from_, None if is_last else self.rows[place + 1].from_ - 1

    def basis(self, income: Decimal | int, cell: Cell) -> Basis:
        """How sure a cell is, of the row that an income falls in."""
        return self.notes[self.row_for(income).by[get_args(Cell).index(cell)]]

    def _place(self, income: Decimal | int) -> int:
        return bisect_right(self.rows, max(income, 0), key=lambda row: row.from_) - 1


class NormAmount(Frozen):
    """One bijstandsnorm, net euro per month.

    Attributes:
        text: the place in the act, or where else the amount comes from.
    """

    per_month: Euro
    provenance: Provenance
    text: str = Field(min_length=1)


class BijstandsNorm(Period):
    """The bijstandsnormen of half a year, for people who share costs with no other adult.

    Attributes:
        with_holiday_pay: as the act states them.
        without_holiday_pay: 95% of that, as published or worked out by us.

    Source:
        Participatiewet, art. 21 (until pension age) and art. 22 (from pension age, `_aow`).
    """

    with_holiday_pay: PerNormGroup[NormAmount]
    without_holiday_pay: PerNormGroup[NormAmount]


class HalfDay(Frozen):
    """How many hours a half-day (dagdeel) may have, while the centre's hours are not known."""

    at_least: HoursNumber
    at_most: HoursNumber
    basis: Basis

    @model_validator(mode="after")
    def _is_a_range(self) -> "HalfDay":
        if self.at_least > self.at_most:
            raise ValueError(f"at least {self.at_least} hours is more than at most {self.at_most}")
        return self


class Hours(Frozen):
    """The hours that count.

    Attributes:
        max_per_month: hours per child per calendar month, all kinds of care together.
        half_days: the assumed length of a half-day, in hours.

    Source:
        Besluit kinderopvangtoeslag, art. 8a (maximum).
    """

    max_per_month: HoursNumber
    max_per_month_basis: Basis
    weeks_per_year: int = Field(gt=0)
    half_days: PerCareType[HalfDay]

    def per_month(self, hours_per_week: Decimal) -> Decimal:
        """Hours per month, not rounded and not capped: a year's hours divided by twelve."""
        return hours_per_week * self.weeks_per_year / 12


class Figures(NamedTuple):
    """The figures that belong together on one day.

    Attributes:
        is_indicative: True if the newest figures are older than the day they were asked for.
    """

    toeslag: ToeslagYear
    norm: BijstandsNorm
    is_indicative: bool


class National(Frozen):
    """All national figures, from the earliest day to the newest."""

    toeslag: Annotated[tuple[ToeslagYear, ...], AfterValidator(check_order)] = Field(min_length=1)
    bijstand: Annotated[tuple[BijstandsNorm, ...], AfterValidator(check_order)] = Field(
        min_length=1
    )
    hours: Hours

    def figures_for(self, on: date) -> Figures:
        """Table, rates and norm for a day, never of two different years.

        If one of them is not published yet for the day, both are taken on the last day for
        which both are, and marked as indicative.

        Raises:
            NotInForce: if the day lies before the first table or the first norm.
        """
        day = min(on, self.toeslag[-1].valid_until, self.bijstand[-1].valid_until)
        return Figures(
            toeslag=in_force(self.toeslag, day),
            norm=in_force(self.bijstand, day),
            is_indicative=day < on,
        )


def _check_bounds(rows: Sequence[ToeslagRow]) -> None:
    if rows[0].from_ != 0 or any(low.from_ >= high.from_ for low, high in pairwise(rows)):
        raise ValueError("rows must start at income 0 and go up")


def _check_notes(rows: Sequence[ToeslagRow], notes: Mapping[str, Basis]) -> None:
    used = {code for row in rows for code in row.by}
    if odd := sorted(used ^ set(notes)):
        raise ValueError(f"notes and rows must use the same codes; {', '.join(odd)} is in one only")
    for row in rows:
        for value, code in zip((row.from_, row.first_child, row.next_child), row.by, strict=True):
            if (value is None) != (notes[code].provenance == "blank"):
                raise ValueError(f"row {row.from_}: {value} cannot have provenance {code!r}")


def _check_shares(rows: Sequence[ToeslagRow]) -> None:
    for column in get_args(Column):
        shares = [row.share(column) for row in rows]
        if shares[0] is None or shares[-1] is None:
            raise ValueError(f"{column}: the first and the last row must be published")
        published = [share for share in shares if share is not None]
        if any(before < after for before, after in pairwise(published)):
            raise ValueError(f"{column}: a share must not go up with income")
    for row in rows:
        if row.next_child is not None and (row.first_child or 0) > row.next_child:
            raise ValueError(f"row {row.from_}: the first child has more than the next child")


def _nearest_share(rows: Iterable[ToeslagRow], column: Column) -> Decimal:
    return next(share for row in rows if (share := row.share(column)) is not None)
