"""The week plan: what stands in a half-day, what may be paid of a week, and what is said of it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smi_core.content import load_texts, municipalities
from smi_core.halfdays import HALF_DAYS, day_of, shows_weekend
from smi_core.remarks import remark_words
from smi_core.weekplan import week_of
from tests.stories import case_of

ON = date(2026, 3, 2)
START = {"begindatum": "11-5-2026"}
COUPLE = {**START, "partner": "ja", "situatie_partner": ["werk"]}
DUTCH = load_texts("nl")
MONDAY, TUESDAY = ("ma_ochtend", "ma_middag"), ("di_ochtend", "di_middag")
WEDNESDAY, THURSDAY = ("wo_ochtend", "wo_middag"), ("do_ochtend", "do_middag")

towns = pytest.mark.parametrize("town", municipalities())
a_few = settings(derandomize=True, database=None, deadline=None, max_examples=15)
some_half_days = st.sets(st.sampled_from(HALF_DAYS))
some_days = st.sets(st.sampled_from(["ma", "di", "wo", "do", "vr", "za", "zo"]), min_size=1)


def said(week) -> list[str]:
    return [remark_words(remark, DUTCH) for remark in week.remarks]


def about(week, remark_id):
    return next(remark for remark in week.remarks if remark.id == remark_id)


# ---- what holds for every family ----


@towns
@a_few
@given(asked=some_half_days, living=some_days)
def test_a_half_day_is_not_paid_when_the_child_is_elsewhere(town, asked, living):
    child = {"ouders_samen": "uit_elkaar", "woondagen": sorted(living)}

    week = week_of(case_of(town, ON, START, child), 0, asked)

    counting = {one.value for one in week.half_days if one.counts}
    assert counting == {one for one in asked if one.partition("_")[0] in living}
    assert week.paid <= len(counting)


@pytest.mark.parametrize(("kind", "most"), [("dagopvang", 6), ("bso", 3), ("gastouder", 14)])
@a_few
@given(asked=some_half_days)
def test_no_more_is_paid_than_the_cap(kind, most, asked):
    child = {"opvangsoort": kind}

    week = week_of(case_of("lansingerland", ON, START, child), 0, asked)

    assert week.paid == min(len(asked), most)
    assert any(remark.id == "over_half_day" for remark in week.remarks) == (len(asked) > most)


@a_few
@given(asked=st.permutations(HALF_DAYS[:8]), number=st.integers(0, 8))
def test_the_order_of_tapping_does_not_matter(asked, number):
    case = case_of("lansingerland", ON, {**START, "netwerk": "deels", "netwerk_dagen": ["ma"]})

    tapped, in_order = week_of(case, 0, asked[:number]), week_of(case, 0, sorted(asked[:number]))

    assert tapped.half_days == in_order.half_days
    assert tapped.remarks == in_order.remarks
    assert tapped.asked == tuple(sorted(asked[:number], key=HALF_DAYS.index))


def test_nothing_is_said_of_a_week_without_care():
    household = {**START, "therapie": "ja", "netwerk": "ja"}

    week = week_of(case_of("pijnacker-nootdorp", ON, household), 0, ())

    assert (week.asked, week.paid, week.remarks) == ((), 0, ())


def test_trying_a_week_changes_nothing_of_the_other_children():
    other = {"kind_naam": "Noor", "dagdelen": list(MONDAY)}
    case = case_of("delft", ON, START, {"kind_naam": "Sam", "dagdelen": list(TUESDAY)}, other)

    week = week_of(case, 0, WEDNESDAY)

    assert [child.get("dagdelen") for child in week.case.route.children] == [WEDNESDAY, MONDAY]
    assert case.route.children[0]["dagdelen"] == TUESDAY


# ---- one family in each municipality, worked out by hand ----


def test_lansingerland_pays_six_half_days_and_none_while_the_child_is_with_the_other_parent():
    # Eight half-days from Monday to Thursday; Thursday is with the other parent. Six are left,
    # and six is the cap.
    child = {"ouders_samen": "uit_elkaar", "woondagen": ["ma", "di", "wo"]}
    eight = (*MONDAY, *TUESDAY, *WEDNESDAY, *THURSDAY)

    week = week_of(case_of("lansingerland", ON, START, child), 0, eight)

    assert week.paid == 6
    assert said(week) == [
        "De gemeente betaalt mee aan hoogstens 6 dagdelen. U kiest er 8: 2 betaalt u zelf.",
        "Uw kind is dan niet bij u: donderdag.",
    ]
    assert "maximaal 6 dagdelen per week dagopvang" in about(week, "over_half_day").cite.quote
    assert "naar de opvang op de dag(en) dat het bij u woont" in about(week, "away").cite.quote


def test_pijnacker_nootdorp_compares_with_the_working_times():
    # The partner works on Monday, and on Tuesday morning: Tuesday afternoon does not match.
    household = {**COUPLE, "werkdagdelen": [*MONDAY, "di_ochtend"], "therapie": "ja"}
    case = case_of("pijnacker-nootdorp", ON, household, {"ouders_samen": "samen"})

    week = week_of(case, 0, (*MONDAY, *TUESDAY))

    assert week.paid == 3
    assert said(week) == [
        "De ouder die werkt, werkt dan niet: dinsdag middag.",
        "Wij kennen de tijden van de therapie niet. Let daar zelf op.",
    ]
    assert "gelijk zijn aan de werkmomenten" in about(week, "no_work").cite.quote
    assert "Bij het volgen van therapie" in about(week, "therapy").cite.quote


def test_pijnacker_nootdorp_cannot_compare_with_times_that_are_not_known():
    household = {**COUPLE, "werkdagdelen": "onbekend"}

    week = week_of(case_of("pijnacker-nootdorp", ON, household), 0, MONDAY)

    assert week.paid == 2
    assert said(week) == [
        "De gemeente vergelijkt de opvang met de werktijden. Die weet u nog niet."
    ]
    assert "gelijk zijn aan de werkmomenten" in about(week, "work_open").cite.quote


def test_alkmaar_names_no_limit_and_looks_at_who_can_help():
    household = {**START, "netwerk": "deels", "netwerk_dagen": ["ma", "di"]}
    ten = HALF_DAYS[:10]

    week = week_of(case_of("alkmaar", ON, household), 0, ten)

    assert (week.cap, week.paid) == (None, 6)
    assert said(week) == ["Iemand anders kan dan oppassen: maandag, dinsdag."]
    assert about(week, "network").cite is not None


def test_delft_says_nothing_of_children_with_two_homes():
    child = {"ouders_samen": "uit_elkaar", "woondagen": ["ma"]}

    week = week_of(case_of("delft", ON, START, child), 0, (*MONDAY, *TUESDAY))

    away = about(week, "away")
    assert (week.paid, away.half_days) == (2, TUESDAY)
    assert away.cite is None
    assert away.rule is not None


def test_beemster_pays_all_half_days_when_nobody_can_help():
    week = week_of(case_of("beemster", ON, START), 0, HALF_DAYS)

    assert (week.paid, week.remarks) == (14, ())


# ---- other caps, which no municipality has yet ----


@pytest.mark.parametrize(
    ("unit", "most", "asked", "paid", "remark"),
    [
        (
            "day",
            1,
            (*MONDAY, "di_ochtend"),
            2,
            "hoogstens 1 dagen. U kiest er 2: 1 betaalt u zelf.",
        ),
        ("day", 2, (*MONDAY, *TUESDAY), 4, None),
        ("hour", 16, MONDAY, 2, "hoogstens 16 uur. U vraagt 20 uur: 4 uur betaalt u zelf."),
        ("hour", 20, MONDAY, 2, None),
    ],
)
def test_a_cap_in_days_or_hours(unit, most, asked, paid, remark):
    case = case_of("lansingerland", ON, START)
    scheme = case.guide.scheme
    cap = scheme.caps[0].model_copy(update={"unit": unit, "at_most": Decimal(most)})
    capped = scheme.model_copy(update={"caps": (cap,)})
    case = case.model_copy(update={"guide": case.guide.model_copy(update={"scheme": capped})})

    week = week_of(case, 0, asked)

    assert week.paid == paid
    assert [one.partition("aan ")[2] for one in said(week)] == ([remark] if remark else [])


# ---- the weekend ----


@pytest.mark.parametrize(
    ("asked", "known", "shown"),
    [
        ((), {}, False),
        (MONDAY, {"woondagen": ("ma", "vr")}, False),
        (("zo_middag",), {}, True),
        ((), {"woondagen": ("vr", "za")}, True),
        ((), {"woondagen": "onbekend"}, False),
    ],
)
def test_the_weekend_is_shown_to_who_needs_it(asked, known, shown):
    assert shows_weekend(asked, known) is shown


def test_a_day_is_the_first_part_of_a_half_day():
    assert [day_of(one) for one in TUESDAY] == ["di", "di"]
