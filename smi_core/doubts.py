"""Why an amount may be wrong: the usual mistakes in the answers behind it, where they can apply."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from smi_core.base import Frozen
from smi_core.case import Case
from smi_core.contribution import Amount, ChildAmount, NoAmount
from smi_core.derived import World
from smi_core.facts import reader
from smi_core.paying import KotTable

DoubtId = Literal[
    "per_month",
    "year",
    "net",
    "partner",
    "partner_counted",
    "hours",
    "price",
    "order",
]

LEAST_PER_YEAR = Decimal(12_000)
"""Below this a yearly income, in euro, may well be one of a month: a full bijstand is more."""
MANY_HOURS = Decimal(45)
"""More hours a week than this, where the half-days are not known, may be hours a month."""


class Doubt(Frozen):
    """A usual mistake that would change the amount.

    Attributes:
        child: the child it is about, from 0; None for the household.
        question: the question to look at again.
    """

    id: DoubtId
    child: int | None = None
    question: str


def doubts(case: Case) -> tuple[Doubt, ...]:
    """The mistakes that can have been made with these answers; none while there is no amount."""
    amount = case.contribution
    if isinstance(amount, NoAmount):
        return ()
    asked = {(s.child, question.id) for s in case.route.screens for question in s.questions}
    found = (*_of_income(case), *_of_care(case, amount))
    return tuple(doubt for doubt in found if (doubt.child, doubt.question) in asked)


def _of_income(case: Case) -> Iterator[Doubt]:
    """Income counts only with the table."""
    if not isinstance(case.guide.scheme.contribution.method, KotTable):
        return
    given = case.route.household
    for question in ("jaarinkomen_ik", "jaarinkomen_partner"):
        income = given.get(question)
        if isinstance(income, Decimal) and 0 < income < LEAST_PER_YEAR:
            yield Doubt(id="per_month", question=question)
    if isinstance(given.get("jaarinkomen_ik"), Decimal):
        yield Doubt(id="net", question="jaarinkomen_ik")
        yield Doubt(id="year", question="jaarinkomen_ik")
    yield from _of_partner(case)


def _of_partner(case: Case) -> Iterator[Doubt]:
    """The income of a toeslagpartner counts too; it may be left out, or counted wrongly."""
    world = World(on=case.on, lists=case.guide.lists, national=case.guide.national)
    partner = reader(case.route.known(None), world)("toeslagpartner").value
    if partner == "ja":
        kind = case.route.household.get("inkomen_soort")
        question = "inkomen_band" if kind == "ongeveer" else "jaarinkomen_partner"
        yield Doubt(id="partner_counted", question=question)
    else:
        yield Doubt(id="partner", question="tp_getrouwd")


def _of_care(case: Case, amount: Amount) -> Iterator[Doubt]:
    for child in amount.children:
        if _has_many_hours(case, child):
            yield Doubt(id="hours", child=child.child, question="uren_per_week")
        if child.excess > 0:
            yield Doubt(id="price", child=child.child, question="uurprijs")
    if len(amount.children) > 1 and isinstance(case.guide.scheme.contribution.method, KotTable):
        yield Doubt(id="order", child=amount.children[0].child, question="uren_per_week")


def _has_many_hours(case: Case, child: ChildAmount) -> bool:
    """Whether the hours a week are more than the half-days can hold, or very many."""
    hours, half_days = child.care.hours_per_week, case.route.children[child.child].get("dagdelen")
    if hours is None:
        return False
    if not isinstance(half_days, tuple):
        return hours > MANY_HOURS
    longest = case.guide.national.hours.half_days[child.care.kind].at_most
    return hours > longest * len(half_days)
