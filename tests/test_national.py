"""The national figures, held against what others published and against themselves."""

import csv
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import yaml
from pydantic import ValidationError

from smi_core.dated import NotInForce, in_force, newest_published
from smi_core.money import floor_to_euro, round_to_cents
from smi_core.national import Cell, Column, National, NormGroup, Provenance, ToeslagYear

try:
    from smi_core.content import load_national
except ImportError:  # until content.py is there

    def load_national() -> National:
        folder = Path(__file__).parent.parent / "content" / "national"
        files = {
            "toeslag": "kinderopvangtoeslag",
            "bijstand": "bijstandsnorm",
            "hours": "uren",
        }
        return National.model_validate(
            {
                key: yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8"))
                for key, name in files.items()
            }
        )


NATIONAL = load_national()
YEARS = {year.valid_from.year: year for year in NATIONAL.toeslag}
WORKED = Path(__file__).parent / "data" / "worked_examples.csv"
EXAMPLES = list(csv.DictReader(WORKED.read_text("utf-8").splitlines()))
WITH_TABLE = [example for example in EXAMPLES if int(example["year"]) in YEARS]
QUANTITIES = {
    "toeslag per month, whole euro (floor)",
    "own contribution per month",
    "own contribution per hour",
    "own contribution per YEAR (hours = 40 weeks x 16 or 8)",
    "rate used for toeslag",
}
# SOURCES.md of the collected data: every bound is last year's, times this, rounded half up.
INDEXATION = {
    2021: Decimal("1.0207"),
    2022: Decimal("1.0139"),
    2023: Decimal("1.0337"),
    2024: Decimal("1.0502"),
    2025: Decimal("1.0387"),
    2026: Decimal("1.0404"),
}

every_year = pytest.mark.parametrize("year", YEARS.values(), ids=map(str, YEARS))


# ---- what others worked out ----


@pytest.mark.parametrize("example", WITH_TABLE, ids=lambda example: example["id"])
def test_a_worked_example_comes_out(example):
    expected, tolerance = Decimal(example["expected"]), Decimal(example["tolerance"])

    outcome = worked_out(example)

    assert abs(outcome - expected) <= tolerance


@pytest.mark.parametrize("example", WITH_TABLE, ids=lambda example: example["id"])
def test_a_worked_example_has_our_maximum_rate(example):
    assert Decimal(example["max_rate"]) == max_rate(example)


def test_the_examples_are_of_kinds_that_we_work_out():
    assert {example["quantity"] for example in WITH_TABLE} == QUANTITIES
    assert len(WITH_TABLE) == 50
    assert {example["year"] for example in EXAMPLES if example not in WITH_TABLE} == {"2019"}


def test_row_33_of_2024_stays_exact_where_the_official_calculator_slips():
    # The calculator shows 227 for this row alone. 62.5% of 40 x 9.12 is 228 exactly; in binary
    # floating point 40 x 9.12 is 364.7999..., and the floor of that share is 227. All other rows
    # agree, so it is the calculator's arithmetic and no rule. We keep the exact amount.
    low, high = YEARS[2024].share_range(90_000, "first_child")

    toeslag = 40 * Decimal("9.12") * low / 100

    assert low == high == Decimal("62.5")
    assert toeslag == 228
    assert floor_to_euro(toeslag) == 228


@pytest.mark.parametrize(
    ("column", "per_hour"), [("first_child", Decimal("1.39")), ("next_child", Decimal("0.62"))]
)
def test_a_rate_above_the_maximum_of_2020_comes_out_as_welschap_prints_it(column, per_hour):
    share, _ = YEARS[2020].share_range(44_000, column)

    own = own_contribution(Decimal("8.35"), share, YEARS[2020].max_hourly_rate["dagopvang"])

    assert round_to_cents(own) == per_hour


def worked_out(example: dict[str, str]) -> Decimal:
    rate = Decimal(example["hourly_rate"])
    if example["quantity"] == "rate used for toeslag":
        return min(rate, max_rate(example))
    hours, share = Decimal(example["hours_per_month"]), published_share(example)
    if example["quantity"].startswith("toeslag"):
        return Decimal(floor_to_euro(hours * min(rate, max_rate(example)) * share / 100))
    return hours * own_contribution(rate, share, max_rate(example))


def own_contribution(rate: Decimal, share: Decimal, most: Decimal) -> Decimal:
    return rate - min(rate, most) * share / 100


def published_share(example: dict[str, str]) -> Decimal:
    year = YEARS[int(example["year"])]
    low, high = year.share_range(Decimal(example["joint_income"]), f"{example['child']}_child")
    assert low == high
    return low


def max_rate(example: dict[str, str]) -> Decimal:
    """Peuterwerk and peuteropvang are dagopvang to the national rates."""
    kind = example["type"].split()[0].replace("peuteropvang", "dagopvang")
    return YEARS[int(example["year"])].max_hourly_rate[kind]


# ---- copied by hand ----


def test_the_first_and_last_rows_of_2026_are_as_printed():
    first, second, *_, last = YEARS[2026].rows

    assert (first.from_, first.first_child, first.next_child) == (0, 96, 96)
    assert second.from_ == 24_150
    assert (last.from_, last.first_child, last.next_child) == (
        235_698,
        Decimal("36.5"),
        Decimal("68.2"),
    )


def test_the_maximum_rates_of_2026_are_as_printed():
    assert YEARS[2026].max_hourly_rate == {
        "dagopvang": Decimal("11.23"),
        "bso": Decimal("9.98"),
        "gastouder": Decimal("8.49"),
    }


def test_the_norms_of_july_2026_are_as_the_act_states_them():
    norm = in_force(NATIONAL.bijstand, date(2026, 7, 1)).with_holiday_pay

    assert {group: norm[group].per_month for group in norm} == {
        "alleenstaande_ouder": Decimal("1419.46"),
        "gehuwden": Decimal("2027.79"),
        "alleenstaande_ouder_aow": Decimal("1587.34"),
        "gehuwden_aow": Decimal("2176.10"),
    }


def test_no_more_than_230_hours_a_month_count():
    assert NATIONAL.hours.max_per_month == 230


# ---- the tables ----


@every_year
def test_a_table_has_69_rows_from_income_0(year):
    assert len(year.rows) == 69
    assert year.rows[0].from_ == 0


@every_year
def test_a_share_never_goes_up_with_income(year):
    for column in get_args(Column):
        ranges = [year.share_range(row.from_, column) for row in year.rows]
        assert all(low >= next_low for (low, _), (next_low, _) in pairwise(ranges))
        assert all(high >= next_high for (_, high), (_, next_high) in pairwise(ranges))


@every_year
def test_every_cell_has_a_provenance_and_is_blank_only_if_it_is_empty(year):
    for row in year.rows:
        values = (row.from_, row.first_child, row.next_child)
        for value, cell in zip(values, get_args(Cell), strict=True):
            provenance = year.basis(row.from_, cell).provenance
            assert provenance in get_args(Provenance)
            assert (provenance == "blank") == (value is None)


def test_only_three_cells_are_not_published():
    blanks = [
        (number, place, column)
        for number, year in YEARS.items()
        for place, row in enumerate(year.rows, start=1)
        for column in get_args(Column)
        if row.share(column) is None
    ]

    assert blanks == [
        (2025, 17, "next_child"),
        (2025, 18, "next_child"),
        (2025, 19, "next_child"),
    ]


def test_two_cells_are_an_estimate():
    estimates = [
        (number, place, cell)
        for number, year in YEARS.items()
        for place, row in enumerate(year.rows, start=1)
        for cell in get_args(Cell)
        if year.basis(row.from_, cell).provenance == "estimate"
    ]

    assert estimates == [(2020, 47, "first_child"), (2021, 47, "first_child")]


def test_every_cell_of_2026_has_two_sources():
    cells = [(row.from_, cell) for row in YEARS[2026].rows for cell in get_args(Cell)]

    less = [cell for cell in cells if YEARS[2026].basis(*cell).provenance != "two_sources"]

    assert less == [(0, "bound")]


@pytest.mark.parametrize(("number", "factor"), INDEXATION.items())
def test_the_bounds_are_those_of_the_year_before_indexed(number, factor):
    before, after = YEARS[number - 1].rows[1:], YEARS[number].rows[1:]

    indexed = [((row.from_ - 1) * factor).quantize(Decimal(1), ROUND_HALF_UP) for row in before]

    assert [row.from_ - 1 for row in after] == indexed


@pytest.mark.parametrize("same", [(2020, 2021), (2022, 2023), (2023, 2024)], ids=str)
def test_years_without_a_change_of_percentages_have_the_same(same):
    one, other = (
        [(row.first_child, row.next_child) for row in YEARS[number].rows] for number in same
    )

    assert one == other


# ---- reading a table ----


@pytest.mark.parametrize(
    ("income", "starts_at"),
    [
        (Decimal("24149"), 0),
        (Decimal("24149.50"), 0),
        (Decimal("24149.99"), 0),
        (Decimal("24150"), 24_150),
        (Decimal("235697.99"), 231_808),
        (Decimal("235698"), 235_698),
        (Decimal("9999999"), 235_698),
    ],
)
def test_an_income_between_two_rows_is_read_in_the_applicants_favour(income, starts_at):
    assert YEARS[2026].row_for(income).from_ == starts_at


def test_a_loss_over_the_year_is_in_the_first_row():
    assert YEARS[2026].row_for(Decimal("-1500")).from_ == 0


@pytest.mark.parametrize(
    ("income", "low", "high"),
    [
        (47_403, "96.0", "96.0"),  # published
        (47_404, "95.3", "96.0"),  # not below the first child, 95.3
        (49_109, "94.6", "96.0"),  # not below the first child, 94.6
        (
            50_812,
            "94.5",
            "96.0",
        ),  # not below the next published row, 94.5; the first child has 93.7
        (52_519, "94.5", "96.0"),
        (52_520, "94.5", "94.5"),  # published
    ],
)
def test_a_cell_that_is_not_published_is_bounded_by_its_neighbours(income, low, high):
    assert YEARS[2025].share_range(income, "next_child") == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("income", [20, 30])
def test_the_nearest_published_neighbours_count_and_no_others(income):
    shares = [(95, 96), (80, 94), (70, None), (60, None), (50, 88), (40, 80)]
    rows = [
        {
            "from": place * 10,
            "first_child": first,
            "next_child": following,
            "by": ["page", "page", "blank" if following is None else "page"],
        }
        for place, (first, following) in enumerate(shares)
    ]
    notes = {
        "page": {"provenance": "one_source", "text": "made up"},
        "blank": {"provenance": "blank", "text": "made up"},
    }
    table = YEARS[2025].model_dump() | {"rows": rows, "notes": notes}

    year = ToeslagYear.model_validate(table)

    assert year.share_range(income, "next_child") == (88, 94)


def test_the_first_child_is_published_where_the_next_child_is_not():
    assert YEARS[2025].share_range(47_404, "first_child") == (Decimal("95.3"), Decimal("95.3"))


def test_a_row_runs_up_to_the_next_one_and_the_last_has_no_end():
    assert YEARS[2026].income_range(Decimal("24149.50")) == (0, 24_149)
    assert YEARS[2026].income_range(25_000) == (24_150, 25_756)
    assert YEARS[2026].income_range(300_000) == (235_698, None)


# ---- the norms and the hours ----


@pytest.mark.parametrize("norm", NATIONAL.bijstand, ids=lambda norm: str(norm.valid_from))
def test_a_single_parent_has_70_percent_of_a_couple_to_the_cent(norm):
    single, couple = (
        norm.with_holiday_pay[group].per_month for group in ("alleenstaande_ouder", "gehuwden")
    )

    # The minister rounds sometimes to the nearest cent and sometimes up.
    assert abs(couple * 70 / 100 - single) < Decimal("0.01")


@pytest.mark.parametrize("norm", NATIONAL.bijstand, ids=lambda norm: str(norm.valid_from))
@pytest.mark.parametrize("group", get_args(NormGroup))
def test_five_percent_of_a_norm_is_holiday_pay(norm, group):
    with_pay, without = norm.with_holiday_pay[group], norm.without_holiday_pay[group]

    assert abs(with_pay.per_month * 95 / 100 - without.per_month) <= Decimal("0.005")


def test_there_is_a_norm_for_every_half_year_from_2021_to_2026():
    halves = [(norm.valid_from, norm.valid_until) for norm in NATIONAL.bijstand]

    assert halves == [
        half
        for year in range(2021, 2027)
        for half in (
            (date(year, 1, 1), date(year, 6, 30)),
            (date(year, 7, 1), date(year, 12, 31)),
        )
    ]


def test_hours_per_month_are_a_years_hours_divided_by_twelve():
    assert NATIONAL.hours.per_month(Decimal("12")) == 52
    assert round_to_cents(NATIONAL.hours.per_month(Decimal("10"))) == Decimal("43.33")


def test_the_length_of_a_half_day_after_school_is_our_own_assumption():
    half_day = NATIONAL.hours.half_days["bso"]

    assert (half_day.at_least, half_day.at_most) == (2, Decimal("5.25"))
    assert half_day.basis.provenance == "estimate"


# ---- which year ----


def test_there_is_a_table_for_every_year_from_2020_to_2026():
    assert list(YEARS) == list(range(2020, 2027))
    assert all(
        (year.valid_from, year.valid_until) == (date(number, 1, 1), date(number, 12, 31))
        for number, year in YEARS.items()
    )


def test_care_in_2027_is_worked_out_with_2026_and_says_so():
    assert newest_published(NATIONAL.toeslag, date(2027, 3, 1)) == (YEARS[2026], True)


def test_there_are_no_figures_before_2020():
    with pytest.raises(NotInForce):
        newest_published(NATIONAL.toeslag, date(2019, 12, 31))


def test_table_and_norm_are_of_the_same_year():
    figures = NATIONAL.figures_for(date(2025, 3, 1))

    assert figures.toeslag is YEARS[2025]
    assert figures.norm.valid_from == date(2025, 1, 1)
    assert not figures.is_indicative


def test_table_and_norm_stay_of_the_same_year_when_only_one_of_them_is_published():
    without_newest_norms = NATIONAL.model_copy(update={"bijstand": NATIONAL.bijstand[:-2]})
    without_newest_table = NATIONAL.model_copy(update={"toeslag": NATIONAL.toeslag[:-1]})

    for national in (without_newest_norms, without_newest_table):
        figures = national.figures_for(date(2026, 9, 1))
        assert figures.toeslag is YEARS[2025]
        assert figures.norm.valid_from == date(2025, 7, 1)
        assert figures.is_indicative


# ---- a file with a mistake does not load ----


@pytest.mark.parametrize(
    ("place", "change", "message"),
    [
        (0, {"from": 1}, "rows must start at income 0 and go up"),
        (1, {"from": 0}, "rows must start at income 0 and go up"),
        (1, {"from": 30_000}, "rows must start at income 0 and go up"),
        (5, {"first_child": "96.1"}, "first_child: a share must not go up with income"),
        (60, {"next_child": "99"}, "next_child: a share must not go up with income"),
        (60, {"first_child": None}, "None cannot have provenance 'two'"),
        (60, {"by": ["two", "two", "twee"]}, "twee is in one only"),
        (68, {"next_child": "30"}, "the first child has more than the next child"),
        (68, {"next_child": "682"}, "less than or equal to 100"),
    ],
)
def test_a_table_with_a_mistake_does_not_load(place, change, message):
    table = YEARS[2026].model_dump(by_alias=True)
    table["rows"] = [dict(row) for row in table["rows"]]
    table["rows"][place] |= change

    with pytest.raises(ValidationError, match=message):
        ToeslagYear.model_validate(table)


def test_a_table_whose_end_is_not_published_does_not_load():
    table = YEARS[2025].model_dump(by_alias=True)
    last = {**table["rows"][-1], "next_child": None, "by": ["index", "floor", "blank"]}
    table["rows"] = [*table["rows"][:-1], last]

    with pytest.raises(ValidationError, match="the first and the last row must be published"):
        ToeslagYear.model_validate(table)


def test_a_table_without_the_rate_of_a_kind_of_care_does_not_load():
    table = YEARS[2026].model_dump(by_alias=True)
    del table["max_hourly_rate"]["bso"]

    with pytest.raises(ValidationError, match="bso missing; it needs dagopvang, bso, gastouder"):
        ToeslagYear.model_validate(table)
