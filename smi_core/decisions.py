"""Decision lists as data: who is entitled to kinderopvangtoeslag, who is a toeslagpartner."""

from typing import Literal

from smi_core.base import Frozen
from smi_core.rules import Look, Reading, Requirement, facts_in, judge
from smi_core.truth import Truth
from smi_core.words import Words


class Ground(Frozen):
    """One line of a decision list: the first that applies decides.

    Attributes:
        source: the act, the article and the paragraph.
    """

    id: str
    text: Words
    when: Requirement
    then: Literal["ja", "nee"]
    source: str


class DecisionList(Frozen):
    """Lines in the order of the law; if none applies, the answer is no."""

    fact: str
    title: Words
    grounds: tuple[Ground, ...]
    otherwise: Words
    source: str


def decide(decisions: DecisionList, look: Look) -> Reading:
    """What a decision list comes to; known as soon as every line still open says the same."""
    possible: set[str] = set()
    waiting: list[Truth] = []
    rests_on: list[str] = []
    for ground in decisions.grounds:
        finding = judge(ground.when, look)
        if finding.truth is Truth.NO:
            continue
        possible.add(ground.then)
        rests_on += [*finding.settled_by, *finding.depends_on]
        if finding.truth is Truth.YES:
            break
        waiting.append(finding.truth)
    else:
        possible.add("nee")
    if not rests_on:
        rests_on = [name for name in _looked_at(decisions, look)]
    if len(possible) == 1:
        return Reading(value=possible.pop(), rests_on=tuple(dict.fromkeys(rests_on)))
    state = Truth.OPEN if Truth.OPEN in waiting else Truth.UNSURE
    return Reading(value=state, rests_on=tuple(dict.fromkeys(rests_on)))


def deciding_ground(decisions: DecisionList, look: Look) -> Ground | None:
    """The line that applies, if it is certain that one does."""
    for ground in decisions.grounds:
        truth = judge(ground.when, look).truth
        if truth is not Truth.NO:
            return ground if truth is Truth.YES else None
    return None


def facts_of(decisions: DecisionList) -> tuple[str, ...]:
    """The names of the facts that a decision list looks at, each once."""
    return tuple(dict.fromkeys(f for g in decisions.grounds for f in facts_in(g.when)))


def _looked_at(decisions: DecisionList, look: Look) -> tuple[str, ...]:
    """For a plain no: the answered questions that ruled every line out."""
    findings = [judge(ground.when, look) for ground in decisions.grounds]
    return tuple(dict.fromkeys(name for f in findings for name in f.settled_by))
