"""Decision lists as data: who is entitled to kinderopvangtoeslag, who is a toeslagpartner."""

from typing import Literal

from smi_core.base import Frozen
from smi_core.rules import Finding, Look, Reading, Requirement, facts_in, judge
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
    found: list[Finding] = []
    for ground in decisions.grounds:
        finding = judge(ground.when, look)
        found.append(finding)
        if finding.truth is not Truth.NO:
            possible.add(ground.then)
        if finding.truth is Truth.YES:
            break
    else:
        possible.add("nee")
    return Reading(
        value=possible.pop() if len(possible) == 1 else _waiting(found), rests_on=_rests_on(found)
    )


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


def _waiting(found: list[Finding]) -> Truth:
    return Truth.OPEN if any(f.truth is Truth.OPEN for f in found) else Truth.UNSURE


def _rests_on(found: list[Finding]) -> tuple[str, ...]:
    """What decides, the lines before it that do not apply among it; or what can still decide."""
    waits_for = dict.fromkeys(name for f in found for name in f.depends_on)
    return tuple(waits_for or dict.fromkeys(name for f in found for name in f.settled_by))
