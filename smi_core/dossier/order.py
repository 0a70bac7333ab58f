"""In which order a municipality asks: the details on its form first, then its conditions."""

from collections.abc import Callable

from smi_core.case import Case
from smi_core.facts import questions_behind
from smi_core.questions import Question
from smi_core.rules import facts_in

BEHIND_MANY = "begindatum"
"""The age of a child and much else hangs on the start, though no text asks for it first."""

Rank = Callable[[Question], int]
"""The place of a question in the text of the municipality; what it does not ask comes last."""


def rank_in(case: Case) -> Rank:
    """How the questions follow each other in the text of this municipality."""
    scheme = case.guide.scheme
    asked = [frozenset({field.question}) for field in scheme.form]
    for condition in scheme.conditions:
        facts = (*facts_in(condition.requires), *facts_in(condition.assess_if))
        asked.append(questions_behind(facts, case.guide.lists) - {BEHIND_MANY})
    places: dict[str, int] = {}
    for place, names in enumerate(asked):
        for name in names:
            places.setdefault(name, place)
    return lambda question: places.get(question.id, len(asked))
