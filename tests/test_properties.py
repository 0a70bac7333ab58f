"""What holds for every set of answers. The same examples on every run."""

import json
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise
from typing import get_args

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from smi_core.amounts import Span
from smi_core.answers import Answers, PaperState
from smi_core.care import Care
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_national, load_steps, municipalities
from smi_core.contribution import Amount
from smi_core.draft import read, write
from smi_core.eligibility import Result
from smi_core.hourly import income_curve
from smi_core.money import round_to_cents
from smi_core.national import Column
from smi_core.questions import (
    Answer,
    ChoiceKind,
    InvalidAnswer,
    Question,
    child_questions,
    display,
    parse,
    questions_of,
)
from smi_core.rules import UNSURE_ANSWER
from smi_core.words import LANGUAGES
from tests.families import TODAY, possible, ways

STEPS = load_steps()
QUESTIONS = questions_of(STEPS)
PER_CHILD = child_questions(STEPS)
KINDS = sorted({question.kind for question in QUESTIONS.values()})
YEARS = {year.valid_from.year: year for year in load_national().toeslag}
VALID = {
    "bsn": ("999990019", "123456782"),
    "postcode": ("1811 AB", "9999 XX"),
    "email": ("naam@voorbeeld.nl",),
    "phone": ("06 12345678", "+31612345678"),
    "iban": ("NL91 ABNA 0417 1643 00",),
    "lrk": ("123456789",),
}
# While the start is not known, an age is taken on the day of applying. So this one answer may turn
# a condition on age round, for a child with its birthday in between.
CAN_BE_LEFT_OUT = sorted(set(QUESTIONS) - {"begindatum"})
ALONE = {"geen", "nee", UNSURE_ANSWER}
INCOMES = st.integers(0, 260_000)
PLAIN_JSON = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
ANY_JSON = PLAIN_JSON | st.lists(PLAIN_JSON, max_size=3)
HALF_DAYS = tuple(f"{day}_middag" for day in ("ma", "di", "wo", "do", "vr"))
CARES = [
    {"opvangsoort": kind, "uren_per_week": hours, "uurprijs": Decimal(rate), "dagdelen": HALF_DAYS}
    for kind in ("dagopvang", "bso", "gastouder")
    for hours, rate in ((Decimal(20), 8), (Decimal(20), 10), (UNSURE_ANSWER, 10))
]

# Without shrinking: a family has a hundred answers, and making it smaller takes a minute.
quickly = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=8,
    phases=(Phase.explicit, Phase.generate),
)
sparingly = settings(quickly, max_examples=3)
in_each = pytest.mark.parametrize("key", municipalities())
every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
every_year = pytest.mark.parametrize("year", YEARS)


@every_question
@given(data=st.data())
@quickly
def test_an_answer_reads_back_as_it_is_shown(question, data):
    answer = data.draw(answers_to(question))

    for language in LANGUAGES:
        assert parse(question, display(question, answer, language), TODAY) == answer


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), anything=ANY_JSON)
@quickly
def test_whatever_comes_in_is_refused_or_reads_back(kind, data, anything):
    question = data.draw(st.sampled_from([q for q in QUESTIONS.values() if q.kind == kind]))

    for answer in readable(question, anything):
        assert parse(question, display(question, answer), TODAY) == answer


@given(data=st.data())
@quickly
def test_a_draft_reads_back_as_it_was_written(data):
    answers = data.draw(families(most_children=3))

    file = json.loads(json.dumps(write(answers)))

    assert read(file, STEPS, TODAY) == (answers, ())


@in_each
@given(data=st.data())
@quickly
def test_any_answers_that_can_be_read_can_be_worked_out(key, data):
    answers = data.draw(families(most_children=3))

    case = work_out(load_guide(key), answers, TODAY)

    assert len(case.verdict.children) == len(answers.children)
    assert {item.paper.id for item in case.papers} <= {p.id for p in case.guide.scheme.papers}


@in_each
@given(data=st.data())
@settings(quickly, max_examples=20)
def test_more_answers_never_unsettle_a_condition(key, data):
    everything = data.draw(families())
    left_out = data.draw(st.sets(st.sampled_from(CAN_BE_LEFT_OUT), max_size=12))

    before = results(work_out(load_guide(key), less(everything, left_out), TODAY))
    after = results(work_out(load_guide(key), everything, TODAY))

    for about, result in before.items():
        assert result in (Result.UNKNOWN, after[about]), f"{about}, without {sorted(left_out)}"


@in_each
@given(data=st.data())
@quickly
def test_the_order_of_children_does_not_change_the_outcome(key, data):
    answers = data.draw(families(fewest_children=2, most_children=3))
    turned = answers.model_copy(update={"children": answers.children[::-1]})

    one, other = (work_out(load_guide(key), each, TODAY) for each in (answers, turned))

    assert other.verdict.family is one.verdict.family
    assert other.verdict.children == one.verdict.children[::-1]
    assert {i.paper.id: i.certainty for i in other.papers} == {
        i.paper.id: i.certainty for i in one.papers
    }


@in_each
def test_the_order_of_children_does_not_change_totals(key):
    for pair in combinations(CARES, 2):
        one = amount_of(key, 2026, pair, income=60_000)
        other = amount_of(key, 2026, pair[::-1], income=60_000)

        assert rounded(other.per_hour) == rounded(one.per_hour), f"with {pair}"
        assert rounded(other.per_month) == rounded(one.per_month), f"with {pair}"


@in_each
@every_year
@pytest.mark.parametrize("column", get_args(Column))
def test_the_contribution_per_hour_never_falls_along_the_table(key, year, column):
    rules = load_guide(key).scheme.contribution

    for kind, highest in YEARS[year].max_hourly_rate.items():
        for rate in (highest / 2, highest, highest + 1):
            care = Care(kind=kind, rate=rate, hours_per_week=None, hours_per_month=None)
            curve = [span for _, span in income_curve(rules, care, column, YEARS[year])]

            assert all(0 <= span.low <= span.high <= rate for span in curve)
            for less_, more in pairwise(curve):
                assert_not_below(more, less_)


@in_each
@every_year
@given(incomes=st.tuples(INCOMES, INCOMES).map(sorted), data=st.data())
@sparingly
def test_more_income_never_lowers_the_contribution(key, year, incomes, data):
    care = data.draw(care_in(year))

    less_income, more_income = (amount_of(key, year, care, income) for income in incomes)

    assert_not_below(more_income.per_hour, less_income.per_hour)
    assert_not_below(more_income.per_month, less_income.per_month)
    for more, less_ in zip(more_income.children, less_income.children, strict=True):
        assert_not_below(more.per_hour, less_.per_hour)


@in_each
@every_year
@given(income=INCOMES, data=st.data())
@sparingly
def test_the_contribution_lies_between_nothing_and_the_price(key, year, income, data):
    care = data.draw(care_in(year))

    amount = amount_of(key, year, care, income)

    for child in amount.children:
        assert 0 <= child.per_hour.low <= child.per_hour.high <= child.care.rate
        assert 0 <= child.per_month.low <= child.per_month.high
        assert child.per_month.high <= child.care.rate * child.care.hours_per_month.high


@in_each
@every_year
@given(income=INCOMES, data=st.data())
@sparingly
def test_a_range_holds_the_amount_that_knowing_more_gives(key, year, income, data):
    care = data.draw(care_in(year))

    exact = amount_of(key, year, care, income)
    with_band = amount_of(key, year, care, income, inkomen_soort="ongeveer")
    with_nothing = amount_of(key, year, care, income, inkomen_soort=UNSURE_ANSWER)

    assert_holds(with_band.per_hour, exact.per_hour)
    assert_holds(with_nothing.per_hour, with_band.per_hour)
    assert_holds(with_nothing.per_month, exact.per_month)


@every_year
@pytest.mark.parametrize("column", get_args(Column))
def test_a_share_that_is_not_published_lies_between_its_neighbours(year, column):
    rows = YEARS[year].rows
    published = [row.share(column) for row in rows if row.share(column) is not None]

    for row in rows:
        low, high = YEARS[year].share_range(row.from_, column)

        assert min(published) <= low <= high <= max(published)
        assert row.share(column) in (None, low)
        assert row.share(column) in (None, high)


@cache
def answers_to(question: Question) -> SearchStrategy[Answer]:
    """The answers a question can have, as `parse` gives them; those that matter more often."""
    if question.kind in VALID:
        return st.sampled_from(VALID[question.kind])
    return st.sampled_from(ways(question)) | _any_answer_to(question)


def _any_answer_to(question: Question) -> SearchStrategy[Answer]:
    if question.options:
        return _chosen(question)
    low, high = question.at_least or 0, question.at_most or 999
    letters = st.characters(exclude_categories=("C", "Z"))
    kinds = {
        "money": st.decimals(low, high, places=2),
        "hours": st.decimals(low, high, places=2),
        "whole": st.integers(int(low), int(high)),
        "birth_date": st.dates(date(2009, 1, 1), TODAY),
        "date": st.dates(date(2016, 1, 1), date(2036, 12, 31)),
    }
    return kinds.get(question.kind, st.text(letters, min_size=1, max_size=20))


def _chosen(question: Question) -> SearchStrategy[Answer]:
    values = [o.value for o in question.options if o.value != UNSURE_ANSWER]
    if question.kind in get_args(ChoiceKind):
        return st.sampled_from(values)
    several = st.sets(st.sampled_from([v for v in values if v not in ALONE]), min_size=1)
    return several.map(lambda some: tuple(v for v in values if v in some))


@st.composite
def families(draw, fewest_children=1, most_children=1) -> Answers:
    """Answers to all questions, also to those that are not asked; details may be left open."""
    number = draw(st.integers(fewest_children, most_children))
    states = st.sampled_from(get_args(PaperState.model_fields["state"].annotation))
    papers = draw(st.dictionaries(st.sampled_from(("offerte", "inkomen")), states, max_size=1))
    return Answers(
        household=possible(draw(answers_for(frozenset(QUESTIONS) - PER_CHILD)), QUESTIONS),
        children=tuple(draw(answers_for(PER_CHILD)) for _ in range(number)),
        papers={name: PaperState(state=value) for name, value in papers.items()},
        applies_anyway=draw(st.booleans()),
    )


@cache
def answers_for(names: frozenset[str]) -> SearchStrategy[dict]:
    strategies = {name: answers_to(QUESTIONS[name]) for name in sorted(names)}
    return st.fixed_dictionaries(
        {name: each for name, each in strategies.items() if not QUESTIONS[name].optional},
        optional={name: each for name, each in strategies.items() if QUESTIONS[name].optional},
    )


def readable(question: Question, given: object) -> list[Answer]:
    """The answer in what was given; none if it is refused."""
    try:
        return [parse(question, given, TODAY)]
    except InvalidAnswer:
        return []


def less(answers: Answers, left_out: set[str]) -> Answers:
    def kept(some: dict[str, Answer]) -> dict[str, Answer]:
        return {name: answer for name, answer in some.items() if name not in left_out}

    return answers.model_copy(
        update={
            "household": kept(answers.household),
            "children": tuple(kept(child) for child in answers.children),
        }
    )


def results(case: Case) -> dict[tuple[str, int | None], Result]:
    return {(a.condition.id, a.child): a.result for a in case.verdict.assessments}


@st.composite
def care_in(draw, year: int) -> tuple[dict, ...]:
    """The care of one or two children, at prices below and above the maximum of a year."""
    highest = YEARS[year].max_hourly_rate
    care = []
    for _ in range(draw(st.integers(1, 2))):
        kind = draw(st.sampled_from(sorted(highest)))
        rates = st.decimals(1, highest[kind] + 3, places=2) | st.just(highest[kind])
        care.append(
            {
                "opvangsoort": kind,
                "uurprijs": draw(rates),
                "uren_per_week": draw(st.decimals(Decimal("0.5"), 60, places=2)),
                "dagdelen": draw(answers_to(QUESTIONS["dagdelen"])),
            }
        )
    return tuple(care)


def amount_of(key: str, year: int, care: tuple[dict, ...], income: int, **changes: str) -> Amount:
    """The estimate for a single parent with this income, in a year with a table of its own."""
    bands = [option.value for option in QUESTIONS["inkomen_band"].options]
    household = {
        "begindatum": date(year, 6, 1),
        "tp_getrouwd": "nee",
        "tp_adres": "nee",
        "partner": "nee",
        "inkomen_soort": "precies",
        "jaarinkomen_ik": Decimal(income),
        "inkomen_band": next(band for band in bands if _lies_in(income, band)),
        "inkomen_anders": "nee",
        "leeftijd_ouders": "tussen",
        "netto_maand": Decimal(9_999),
        "laagste_klasse": "nee",
        **changes,
    }
    answers = Answers(household=household, children=care)
    amount = work_out(load_guide(key), answers, date(year, 3, 1)).contribution
    assert isinstance(amount, Amount)
    return amount


def _lies_in(income: int, band: str) -> bool:
    low, _, high = band.partition("-")
    return int(low) <= income <= int(high or 9_999_999)


def rounded(span: Span | None) -> tuple[Decimal, Decimal] | None:
    return span and (round_to_cents(span.low), round_to_cents(span.high))


def assert_not_below(more: Span, less_: Span) -> None:
    assert more.low >= less_.low
    assert more.high >= less_.high


def assert_holds(outer: Span, inner: Span) -> None:
    assert outer.low <= inner.low
    assert inner.high <= outer.high
