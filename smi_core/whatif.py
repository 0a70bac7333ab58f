"""What the parent would pay if something were different; the answers stay as they are."""

from decimal import Decimal

from smi_core.amounts import NOTHING, Span, total
from smi_core.answers import Answers, AnswersOf
from smi_core.base import Frozen
from smi_core.case import Case, work_out
from smi_core.contribution import Amount, NoAmount
from smi_core.derived import World
from smi_core.facts import reader
from smi_core.halfdays import PARTS, WEEKDAYS
from smi_core.national import CareType
from smi_core.paying import BelowNorm, KotTable
from smi_core.questions import Answer
from smi_core.rules import UNSURE_ANSWER

MOST_HALF_DAYS = len(WEEKDAYS) * len(PARTS)
CENT = Decimal("0.01")


class Change(Frozen):
    """Answers that would be different, for the household or for one child.

    Attributes:
        child: the place of the child, from 0; None for the household.
        answers: the new answers, by question; the others stay as they are.
    """

    child: int | None = None
    answers: AnswersOf


class Compared(Frozen):
    """An estimate beside the one with a change.

    Attributes:
        more: what is paid more per month with the change, in euro; below zero it is less. From
            low to high: the lowest amounts beside each other, and the highest. None if it is
            not known per month on both sides.
        outside: the part of the new amount for hours that are not paid, in euro per month.
    """

    before: Amount | NoAmount
    after: Amount | NoAmount
    more: Span | None
    outside: Span


def changed(answers: Answers, change: Change) -> Answers:
    """The answers with a change; those of all others stay the same."""
    if change.child is None:
        return answers.model_copy(update={"household": answers.household | change.answers})
    children = [
        child | change.answers if place == change.child else child
        for place, child in enumerate(answers.children)
    ]
    return answers.model_copy(update={"children": tuple(children)})


def compare(case: Case, change: Change) -> Compared:
    """The estimate of a case, and what it would be with a change."""
    after = work_out(case.guide, changed(case.given, change), case.on).contribution
    return Compared(
        before=case.contribution,
        after=after,
        more=_more(case.contribution, after),
        outside=total(c.outside for c in after.children) if isinstance(after, Amount) else NOTHING,
    )


def half_days(case: Case, child: int) -> tuple[str, ...]:
    """The half-days of care that are asked for a child; none if they are not known."""
    given = case.route.children[child].get("dagdelen")
    return given if isinstance(given, tuple) else ()


def can_change_half_days(case: Case, child: int) -> bool:
    """Whether another number of half-days says something: not if only the hours are known."""
    return bool(half_days(case, child)) or _hours(case, child) is None


def with_half_days(case: Case, child: int, number: int) -> Change:
    """As many half-days of care; hours that are known change in proportion.

    Which ones they are makes no difference to the amount: the last ones go first, and free ones
    on weekdays are added, for care after school (bso) the afternoons first.
    """
    now, hours = half_days(case, child), _hours(case, child)
    chosen = (*now, *(free for free in _in_order(case, child) if free not in now))[:number]
    answers: AnswersOf = {"dagdelen": chosen}
    if now and hours is not None:
        answers["uren_per_week"] = (hours * number / len(now)).quantize(CENT)
    return Change(child=child, answers=answers)


def other_kinds(case: Case, child: int) -> tuple[CareType, ...]:
    """The other kinds of care that can fit a child of this age, or of an age not known.

    Source:
        Wet kinderopvang art. 1.1: dagopvang is for children until they go to primary school,
        which they may from their fourth birthday and must from the month after their fifth;
        buitenschoolse opvang is for children at primary school.
    """
    world = World(on=case.on, lists=case.guide.lists, national=case.guide.national)
    age = reader(case.route.known(child), world)("leeftijd").value
    kinds: list[CareType] = ["gastouder"]
    if not isinstance(age, int) or age < 5:
        kinds.insert(0, "dagopvang")
    if not isinstance(age, int) or age >= 4:
        kinds.insert(-1, "bso")
    now = case.route.children[child].get("opvangsoort")
    return tuple(kind for kind in kinds if kind != now)


def with_kind(child: int, kind: CareType) -> Change:
    """Another kind of care. What that costs per hour is not known yet."""
    return Change(child=child, answers={"opvangsoort": kind, "uurprijs": UNSURE_ANSWER})


def income_question(case: Case) -> str:
    """The question on the income of now that changes the amount; empty if none does.

    The income of now counts where the text says so, and where somebody with a low net income
    pays nothing.
    """
    rules = case.guide.scheme.contribution
    if isinstance(rules.method, KotTable) and rules.income and rules.income.basis == "current":
        return "jaarinkomen_nu"
    return "netto_maand" if isinstance(rules.exemption, BelowNorm) else ""


def with_income(question: str, amount: Answer) -> Change:
    """Another income of now: an amount for the question that `income_question` gives."""
    answers: AnswersOf = {question: amount}
    if question == "jaarinkomen_nu":
        answers["inkomen_anders"] = "ja"
    return Change(answers=answers)


def _more(before: Amount | NoAmount, after: Amount | NoAmount) -> Span | None:
    if isinstance(before, NoAmount) or isinstance(after, NoAmount):
        return None
    if before.per_month is None or after.per_month is None:
        return None
    ends = (
        after.per_month.low - before.per_month.low,
        after.per_month.high - before.per_month.high,
    )
    return Span(low=min(ends), high=max(ends))


def _hours(case: Case, child: int) -> Decimal | None:
    hours = case.route.children[child].get("uren_per_week")
    return hours if isinstance(hours, Decimal) else None


def _in_order(case: Case, child: int) -> list[str]:
    """All half-days on weekdays, in the order in which they are added."""
    if case.route.children[child].get("opvangsoort") == "bso":
        return [f"{day}_{part}" for part in reversed(PARTS) for day in WEEKDAYS]
    return [f"{day}_{part}" for day in WEEKDAYS for part in PARTS]
