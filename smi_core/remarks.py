"""What to know about the half-days that are asked for, with the words of the municipality."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from smi_core.answers import AnswersOf
from smi_core.case import Case
from smi_core.citing import Citation
from smi_core.halfdays import AGAINST, Against, HalfDay, day_of, names
from smi_core.paying import Cap
from smi_core.rules import UNSURE_ANSWER, facts_in
from smi_core.scheme import Condition
from smi_core.texts import Texts
from smi_core.words import Words

LOOKED_AT: dict[Against, str] = {
    "away": "opvang_op_woondagen",
    "network": "netwerk",
    "no_work": "opvang_binnen_werktijd",
}
"""The fact by which a municipality looks at what stands in the way."""

Over = Literal["over_half_day", "over_day", "over_hour"]
OVER: dict[str, Over] = {"half_day": "over_half_day", "day": "over_day", "hour": "over_hour"}
RemarkId = Over | Against | Literal["work_open", "therapy"]


class Remark(NamedTuple):
    """One thing to know about the half-days that are asked for. It advises and never forbids.

    Attributes:
        half_days: which of them it is about; empty if it is about the whole week.
        numbers: what is filled in in its sentence, by name.
        rule: the rule in plain words; None if the sentence says all of it.
        cite: the municipality's own words; None where its text is silent.
    """

    id: RemarkId
    half_days: tuple[str, ...] = ()
    numbers: tuple[tuple[str, Decimal], ...] = ()
    rule: Words | None = None
    cite: Citation | None = None


def remarks_on(
    week: Sequence[HalfDay], cap: Cap | None, case: Case, child: int
) -> tuple[Remark, ...]:
    """Everything to know about the week of a child; nothing as long as no care is asked for.

    Args:
        week: all half-days.
        cap: the most that is paid for the care of this child.
        case: worked out with these half-days.
        child: its place, from 0.
    """
    asked = [one for one in week if one.is_asked]
    if not asked:
        return ()
    over = _over(cap, asked, case.route.children[child]) if cap else ()
    return (*over, *_in_the_way(asked, case, child), *_not_compared(case))


def remark_words(remark: Remark, texts: Texts) -> str:
    """A remark in one or two short sentences."""
    if remark.id in ("away", "network"):
        days = dict.fromkeys(map(day_of, remark.half_days))
        return texts.say(f"week.remark.{remark.id}", days=names(days, texts))
    numbers = {name: f"{number.normalize():f}" for name, number in remark.numbers}
    half_days = names(remark.half_days, texts)
    return texts.say(f"week.remark.{remark.id}", half_days=half_days, **numbers)


def _over(cap: Cap, asked: Sequence[HalfDay], known: AnswersOf) -> Iterable[Remark]:
    wanted = _counted(cap, asked, known)
    if wanted > cap.at_most:
        numbers = (("most", cap.at_most), ("asked", wanted), ("over", wanted - cap.at_most))
        yield Remark(OVER[cap.unit], numbers=numbers, cite=cap.cite)


def _counted(cap: Cap, asked: Sequence[HalfDay], known: AnswersOf) -> Decimal:
    """What is asked in the unit of a cap; half-days do not say how many hours they are."""
    match cap.unit:
        case "half_day":
            return Decimal(len(asked))
        case "day":
            return Decimal(len({day_of(one.value) for one in asked}))
        case "hour":
            hours = known.get("uren_per_week")
            return hours if isinstance(hours, Decimal) else Decimal(0)


def _in_the_way(asked: Sequence[HalfDay], case: Case, child: int) -> Iterable[Remark]:
    """What may stand in the way, each with the rule by which the municipality looks at it."""
    for mark in AGAINST:
        found = tuple(one.value for one in asked if mark in one.marks)
        if found:
            rule = _rule(LOOKED_AT[mark], case, child)
            yield Remark(mark, found, rule=rule and rule.text, cite=rule and rule.cite)


def _rule(fact: str, case: Case, child: int) -> Condition | None:
    """The condition that looks at a fact; None if the municipality has none."""
    conditions = (a.condition for a in case.verdict.assessments if a.child in (None, child))
    return next((one for one in conditions if fact in facts_in(one.requires)), None)


def _not_compared(case: Case) -> Iterable[Remark]:
    """What we cannot compare with: working times that are not known, and times of therapy."""
    household = case.route.household
    if household.get("werkdagdelen") == UNSURE_ANSWER:
        rule = _rule(LOOKED_AT["no_work"], case, 0)
        yield Remark("work_open", rule=rule and rule.text, cite=rule and rule.cite)
    if household.get("therapie") == "ja":
        papers = case.guide.scheme.papers
        cites = [paper.cite for paper in papers if "therapie" in facts_in(paper.when)]
        yield Remark("therapy", cite=cites[0] if cites else None)
