"""What it would cost if something were different. The figures are those of 2026, by hand."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from smi_core.answers import Answers
from smi_core.case import Case, work_out
from smi_core.content import load_guide, municipalities
from smi_core.contribution import Amount
from smi_core.money import round_to_cents
from smi_core.whatif import (
    Change,
    can_change_half_days,
    changed,
    compare,
    half_days,
    income_question,
    other_kinds,
    with_half_days,
    with_income,
    with_kind,
)
from tests.families import any_families

TODAY = date(2026, 3, 2)
FOUR = ("ma_ochtend", "ma_middag", "di_ochtend", "di_middag")
HOUSEHOLD = {
    "tp_getrouwd": "nee",
    "tp_adres": "nee",
    "inkomen_soort": "precies",
    "jaarinkomen_ik": Decimal(75_000),
    "inkomen_anders": "nee",
    "begindatum": date(2026, 6, 1),
    "partner": "nee",
}
CHILD = {
    "geboortedatum": date(2024, 5, 1),
    "opvangsoort": "dagopvang",
    "dagdelen": FOUR,
    "uren_per_week": Decimal(20),
    "uurprijs": Decimal(10),
}
in_each = pytest.mark.parametrize("municipality", municipalities())


def case_of(municipality: str = "pijnacker-nootdorp", *children: dict, **household) -> Case:
    given = Answers(household=HOUSEHOLD | household, children=children or (CHILD,))
    return work_out(load_guide(municipality), given, TODAY)


def month(amount) -> Decimal:
    assert isinstance(amount, Amount)
    assert amount.per_month is not None
    assert amount.per_month.is_exact
    return round_to_cents(amount.per_month.low)


def test_less_care_costs_less_as_by_hand():
    case = case_of()

    compared = compare(case, with_half_days(case, 0, 3))

    # € 75.000 is in the row with 88,2%: 11,8% of € 10 is € 1,18. 20 hours a week is 86,67 a month,
    # 15 hours is 65.
    assert month(compared.before) == Decimal("102.27")
    assert month(compared.after) == Decimal("76.70")
    assert compared.more is not None
    assert round_to_cents(compared.more.low) == Decimal("-25.57")
    assert round_to_cents(compared.more.high) == Decimal("-25.57")


def test_a_dearer_offer_adds_what_is_above_the_maximum():
    change = Change(child=0, answers={"uurprijs": Decimal("12.23")})

    compared = compare(case_of(), change)

    # 11,8% of the maximum of € 11,23 is € 1,32514, and € 1,00 is above it.
    assert month(compared.after) == Decimal("201.51")


def test_a_lower_income_now_counts_where_the_text_says_so():
    compared = compare(case_of(), with_income("jaarinkomen_nu", Decimal(50_000)))

    assert month(compared.after) == Decimal("34.67")  # 4% of € 10, times 86,67 hours


@in_each
def test_an_income_is_offered_only_where_it_changes_the_amount(municipality):
    expected = {
        "pijnacker-nootdorp": "jaarinkomen_nu",
        "beemster": "jaarinkomen_nu",
        "lansingerland": "netto_maand",
    }

    assert income_question(case_of(municipality)) == expected.get(municipality, "")


def test_hours_above_the_cap_stand_out():
    six = (*FOUR, "wo_ochtend", "wo_middag")
    case = case_of("lansingerland", CHILD | {"dagdelen": six, "uren_per_week": Decimal(30)})

    compared = compare(case, with_half_days(case, 0, 8))

    # 8 half-days of 5 hours; 6 are paid. 10 hours a week is 43,33 a month, of € 10.
    assert compared.outside.is_exact
    assert round_to_cents(compared.outside.low) == Decimal("433.33")
    assert compare(case, with_half_days(case, 0, 6)).outside.high == 0


@in_each
def test_the_same_answers_give_the_same_amount_and_stay_as_they_are(municipality):
    guide = load_guide(municipality)
    for given in any_families(guide, 10, children=2):
        case = work_out(guide, given, TODAY)
        asked = Change(child=1, answers=dict(case.given.children[1]))

        compared = compare(case, asked)

        assert compared.after == compared.before
        assert compared.more is None or compared.more.high == compared.more.low == 0


@in_each
def test_more_income_never_costs_less_and_more_care_never_costs_less(municipality):
    incomes = [
        compare(case_of(municipality), Change(answers={"jaarinkomen_ik": Decimal(income)}))
        for income in range(0, 240_000, 20_000)
    ]
    cares = [
        compare(case_of(municipality), with_half_days(case_of(municipality), 0, number))
        for number in range(1, 11)
    ]

    for lower, higher in [*pairwise(incomes), *pairwise(cares)]:
        assert isinstance(lower.after, Amount)
        assert isinstance(higher.after, Amount)
        assert lower.after.per_month.high <= higher.after.per_month.high


def test_a_change_touches_one_child_only():
    given = Answers(household={"partner": "nee"}, children=({"kind_naam": "Noor"}, {}))

    after = changed(given, with_kind(1, "bso"))

    assert after.household == given.household
    assert after.children[0] == {"kind_naam": "Noor"}
    assert after.children[1]["opvangsoort"] == "bso"
    assert given.children[1] == {}


def test_half_days_go_from_the_end_and_come_on_free_weekdays():
    case = case_of()
    after_school = case_of("delft", CHILD | {"opvangsoort": "bso", "dagdelen": ("di_middag",)})

    assert with_half_days(case, 0, 2).answers["dagdelen"] == ("ma_ochtend", "ma_middag")
    assert with_half_days(case, 0, 5).answers["dagdelen"] == (*FOUR, "wo_ochtend")
    assert with_half_days(after_school, 0, 2).answers["dagdelen"] == ("di_middag", "ma_middag")


def test_half_days_say_something_unless_only_the_hours_are_known():
    nothing_known = {"opvangsoort": "dagopvang"}
    only_hours = nothing_known | {"uren_per_week": Decimal(20)}

    assert can_change_half_days(case_of(), 0)
    assert can_change_half_days(case_of("delft", nothing_known), 0)
    assert not can_change_half_days(case_of("delft", only_hours), 0)
    assert half_days(case_of("delft", nothing_known), 0) == ()


@pytest.mark.parametrize(
    ("born", "kinds"),
    [
        (date(2024, 5, 1), ("dagopvang",)),
        (date(2022, 3, 1), ("dagopvang", "bso")),  # four: at school, or not yet
        (date(2018, 3, 1), ("bso",)),
    ],
)
def test_another_kind_of_care_fits_the_age(born, kinds):
    child = {"geboortedatum": born, "opvangsoort": "gastouder"}

    assert other_kinds(case_of("delft", child), 0) == kinds


def test_of_an_age_that_is_not_known_every_kind_may_fit():
    nothing = {"opvangsoort": "gastouder"}

    assert other_kinds(case_of("delft", nothing), 0) == ("dagopvang", "bso")


def test_another_kind_of_care_is_counted_at_its_maximum_rate():
    compared = compare(case_of(), with_kind(0, "gastouder"))

    # 11,8% of € 8,49 is € 1,00182, times 86,67 hours.
    assert month(compared.after) == Decimal("86.82")


def test_without_hours_there_is_no_difference_per_month():
    unknown = {"opvangsoort": "dagopvang", "uurprijs": Decimal(10)}
    case = case_of("pijnacker-nootdorp", unknown)

    assert compare(case, with_kind(0, "gastouder")).more is None
    assert compare(case, with_half_days(case, 0, 4)).after.per_month is not None
