"""Families for the tests on what holds for everybody: every way to answer a question."""

import random
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from math import prod

from smi_core.answers import Answers
from smi_core.facts import questions_behind
from smi_core.guide import Guide
from smi_core.questions import Answer, Question, child_questions, questions_of
from smi_core.rules import UNSURE_ANSWER, facts_in
from smi_core.scheme import Condition

TODAY = date(2026, 3, 2)
# 10 and 12 weeks away, 3 weeks away, and running already.
STARTS = (date(2026, 5, 11), date(2026, 5, 25), date(2026, 3, 23), date(2026, 1, 5))
# On 11 May 2026: 2 years, 11, 12, and 13.
BIRTHS = (date(2024, 3, 15), date(2015, 3, 1), date(2014, 3, 1), date(2013, 3, 1))
SETS = {
    "days": (("ma", "di"), ("za", "zo")),
    "half_days": (("ma_ochtend", "ma_middag"), ("za_ochtend",), ("ma_middag", "wo_middag")),
}
TYPED: dict[str, tuple[Answer, ...]] = {
    "date": STARTS,
    "birth_date": BIRTHS,
    "money": (Decimal(10), Decimal("1611.72"), Decimal(60000)),
    "hours": (Decimal(20), Decimal("18.33"), Decimal(60)),
    "whole": (6, 24),
}


def ways(question: Question) -> tuple[Answer, ...]:
    """The answers to a question that can make a difference; "I do not know" comes last."""
    unsure = (UNSURE_ANSWER,) if question.unsure else ()
    if question.kind in SETS:
        return (*SETS[question.kind], *unsure)
    if question.options:
        values = [option.value for option in question.options if option.value != UNSURE_ANSWER]
        sure = [(value,) for value in values] if question.kind == "choices" else values
        return (*sure, *unsure)
    return (*_within_limits(question), *unsure)


def families(
    guide: Guide, vary: Sequence[str], most: int, *, children: int = 1
) -> Iterator[Answers]:
    """Families that answered everything: some questions in every way, the others in one.

    With more than `most` ways, so many are drawn; the same ones on every run.
    """
    questions = questions_of(guide.steps)
    varied = [name for name in questions if name in vary]
    choices = [ways(questions[name]) for name in varied]
    rest = {name: ways(question)[0] for name, question in questions.items()}
    dice = random.Random(" ".join((guide.key, *varied)))
    combinations = product(*choices)
    if prod(map(len, choices)) > most:
        combinations = (tuple(map(dice.choice, choices)) for _ in range(most))
    for combination in combinations:
        answers = rest | dict(zip(varied, combination, strict=True))
        yield _family(guide, answers, children)


def any_families(guide: Guide, number: int, *, children: int = 1) -> Iterator[Answers]:
    """Families drawn from all answers to all questions; the same ones on every run."""
    questions = questions_of(guide.steps)
    dice = random.Random(guide.key)
    per_child = child_questions(guide.steps)
    for _ in range(number):
        household, *drawn = (
            {name: dice.choice(ways(question)) for name, question in questions.items()}
            for _ in range(children + 1)
        )
        yield Answers(
            household=possible(
                {name: a for name, a in household.items() if name not in per_child}, questions
            ),
            children=tuple(
                {name: a for name, a in child.items() if name in per_child} for child in drawn
            ),
        )


def looked_at(guide: Guide, condition: Condition) -> tuple[str, ...]:
    """The questions that a condition rests on, however far back."""
    facts = (*facts_in(condition.requires), *facts_in(condition.assess_if))
    return tuple(sorted(questions_behind(facts, guide.lists)))


def _family(guide: Guide, answers: dict[str, Answer], children: int) -> Answers:
    per_child = child_questions(guide.steps)
    child = {name: answer for name, answer in answers.items() if name in per_child}
    household = {name: answer for name, answer in answers.items() if name not in per_child}
    household = possible(household, questions_of(guide.steps))
    return Answers(household=household, children=(child,) * children)


def possible(household: dict[str, Answer], questions: dict[str, Question]) -> dict[str, Answer]:
    """The answers of a household, with none about a partner that it does not have."""
    if household.get("partner") != "nee":
        return household
    of_two = {
        (name, option.value)
        for name, question in questions.items()
        for option in question.options
        if option.with_partner
    }
    return {n: ways(questions[n])[0] if (n, a) in of_two else a for n, a in household.items()}


def _within_limits(question: Question) -> tuple[Answer, ...]:
    low, high = question.at_least, question.at_most
    found = [
        value
        for value in TYPED.get(question.kind, ("x",))
        if not isinstance(value, (int, Decimal))
        or ((low is None or value >= low) and (high is None or value <= high))
    ]
    return tuple(found)
