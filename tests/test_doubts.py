"""The usual mistakes are named only where they can have been made."""

from decimal import Decimal

import pytest

from smi_core.doubts import doubts
from tests.test_whatif import CHILD, FOUR, case_of


def named(case) -> set[tuple[str, str]]:
    return {(doubt.id, doubt.question) for doubt in doubts(case)}


def test_a_usual_family_is_asked_about_income_and_partner_only():
    assert named(case_of()) == {
        ("net", "jaarinkomen_ik"),
        ("year", "jaarinkomen_ik"),
        ("partner", "tp_getrouwd"),
    }


@pytest.mark.parametrize(("income", "doubted"), [(2_100, True), (12_000, False), (0, False)])
def test_a_very_low_income_may_be_one_of_a_month(income, doubted):
    found = named(case_of(jaarinkomen_ik=Decimal(income)))

    assert (("per_month", "jaarinkomen_ik") in found) == doubted


def test_an_income_that_is_not_known_is_not_doubted():
    assert named(case_of(inkomen_soort="onbekend")) == {("partner", "tp_getrouwd")}


def test_with_a_toeslagpartner_it_is_asked_whether_both_incomes_are_in():
    case = case_of(tp_getrouwd="ja", tp_gescheiden="nee", jaarinkomen_partner=Decimal(20_000))
    roughly = case_of(
        tp_getrouwd="ja", tp_gescheiden="nee", inkomen_soort="ongeveer", inkomen_band="25000-35000"
    )

    assert ("partner_counted", "jaarinkomen_partner") in named(case)
    assert ("partner_counted", "inkomen_band") in named(roughly)


@pytest.mark.parametrize(
    ("half_days", "hours", "doubted"),
    [(FOUR, 20, False), (FOUR, 22, True), ("onbekend", 45, False), ("onbekend", 60, True)],
)
def test_more_hours_than_fit_may_be_those_of_a_month(half_days, hours, doubted):
    child = CHILD | {"dagdelen": half_days, "uren_per_week": Decimal(hours)}

    assert (("hours", "uren_per_week") in named(case_of("delft", child))) == doubted


def test_a_price_above_the_maximum_is_looked_at_for_the_child_it_is_of():
    case = case_of("delft", CHILD, CHILD | {"uurprijs": Decimal("11.24")})

    assert [d.child for d in doubts(case) if d.id == "price"] == [1]
    assert any(d.id == "order" for d in doubts(case))


def test_without_an_amount_there_is_nothing_to_doubt():
    assert doubts(case_of("delft", {})) == ()
