"""What the national decision lists come to for a case: who can get kinderopvangtoeslag, and why."""

from collections.abc import Mapping

from smi_core.base import Frozen
from smi_core.case import Case
from smi_core.decisions import DecisionList, Ground, decide, deciding_ground
from smi_core.derived import World
from smi_core.facts import reader
from smi_core.rules import Look, judge
from smi_core.truth import Truth
from smi_core.words import Words

BENEFIT = "kot_recht"


class LawLine(Frozen):
    """What a national decision list comes to for a household.

    Attributes:
        text: None while it is not known which line applies.
    """

    title: Words
    text: Words | None
    source: str


def law(case: Case) -> tuple[LawLine, ...]:
    """What each national decision list comes to, in words."""
    household = _household(case)
    return tuple(_law_line(decisions, household) for decisions in case.guide.lists)


def benefit(case: Case) -> Ground | None:
    """Why the family gets kinderopvangtoeslag, or is likely to get it if it asks.

    None while that is not certain by the list, or if the list says no: who does not know is never
    sent away.

    Source:
        Wet kinderopvang art. 1.6.
    """
    household = _household(case)
    lists: Mapping[str, DecisionList] = {one.fact: one for one in case.guide.lists}
    if decide(lists[BENEFIT], household).value != "ja":
        return None
    grounds = lists[BENEFIT].grounds
    return next((g for g in grounds if judge(g.when, household).truth is Truth.YES), None)


def is_no(case: Case, fact: str) -> bool:
    """Whether a fact about the household is certainly "nee"."""
    return _household(case)(fact).value == "nee"


def _household(case: Case) -> Look:
    world = World(on=case.on, lists=case.guide.lists, national=case.guide.national)
    return reader(case.route.known(None), world)


def _law_line(decisions: DecisionList, household: Look) -> LawLine:
    if isinstance(decide(decisions, household).value, Truth):
        return LawLine(title=decisions.title, text=None, source=decisions.source)
    ground = deciding_ground(decisions, household)
    if ground is None:
        return LawLine(title=decisions.title, text=decisions.otherwise, source=decisions.source)
    return LawLine(title=decisions.title, text=ground.text, source=ground.source)
