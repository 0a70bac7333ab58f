"""Facts stand between answers and rules: what follows from what somebody answered.

A rule names an answer or a fact in the same way. A fact is a pure function of answers and of the
day on which is applied; while an answer that it needs is missing, the fact is not known either.
"""

from collections.abc import Iterable, Mapping

from smi_core.decisions import DecisionList, decide, facts_of
from smi_core.derived import DERIVED, NotKnown, World
from smi_core.questions import Answer
from smi_core.rules import UNSURE_ANSWER, Look, Reading, Value
from smi_core.truth import Truth


def reader(answers: Mapping[str, Answer], world: World) -> Look:
    """How rules look at one household, or at one child of it with its household.

    Answers may be added while it is in use: what is not known yet is looked up afresh each time,
    what is known is remembered.
    """
    by_fact = {decisions.fact: decisions for decisions in world.lists}
    known: dict[str, Reading] = {}

    def look(name: str) -> Reading:
        if name in known:
            return known[name]
        reading = find(name)
        if not isinstance(reading.value, Truth):
            known[name] = reading
        return reading

    def find(name: str) -> Reading:
        if name in DERIVED:
            return _derive(name, look, world)
        if name in by_fact:
            return decide(by_fact[name], look)
        return _answer(answers, name)

    return look


def questions_behind(names: Iterable[str], lists: Iterable[DecisionList]) -> frozenset[str]:
    """The questions that facts rest on, however far back."""
    by_fact = {decisions.fact: decisions for decisions in lists}
    open_names, found = list(names), set()
    while open_names:
        name = open_names.pop()
        if name in DERIVED:
            open_names += DERIVED[name][1]
        elif name in by_fact:
            open_names += facts_of(by_fact[name])
        else:
            found.add(name)
    return frozenset(found)


def _answer(answers: Mapping[str, Answer], name: str) -> Reading:
    if name not in answers:
        return Reading(value=Truth.OPEN, rests_on=(name,))
    answer = answers[name]
    return Reading(value=Truth.UNSURE if answer == UNSURE_ANSWER else answer, rests_on=(name,))


def _derive(name: str, look: Look, world: World) -> Reading:
    work_out, looks_at = DERIVED[name]
    rests_on: dict[str, None] = {}

    def ask(asked: str) -> Value:
        value, behind = look(asked)
        if isinstance(value, Truth):
            rests_on.clear()
            rests_on.update(dict.fromkeys(behind))
            raise NotKnown(value)
        rests_on.update(dict.fromkeys(behind))
        return value

    try:
        value: Value | Truth = work_out(ask, world)
    except NotKnown as waiting:
        value = waiting.state
    return Reading(value=value, rests_on=tuple(rests_on) or looks_at)
