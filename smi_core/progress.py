"""How far a family is with each of its papers."""

from collections.abc import Iterable

from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.flow import Screen, cards

SETTLED = frozenset({"have", "cannot", "not_applicable"})
"""The states in which there is nothing left to do for a paper."""


def cards_of(item: ChecklistItem, case: Case) -> tuple[Screen, ...]:
    """The screens on which the parent answers a paper that is a question, in order.

    Empty for a paper to enclose, and for questions that this family is not asked.
    """
    screens = case.route.screens
    parts = dict.fromkeys(screen.step.part for screen in screens)
    return tuple(
        card
        for part in parts
        for card in cards(screens, part)
        if any(question.id in item.paper.questions for question in card.questions)
    )


def is_answered(item: ChecklistItem, case: Case) -> bool:
    """Whether a paper that is a question has all its answers, as far as they are asked."""
    asked = [
        (card.child, question.id)
        for card in cards_of(item, case)
        for question in card.questions
        if question.id in item.paper.questions
    ]
    return bool(asked) and all(question in case.route.answers(child) for child, question in asked)


def is_settled(item: ChecklistItem, case: Case, with_files: Iterable[str]) -> bool:
    """Whether there is nothing left to do for a paper: it is there, or it is said why not.

    Args:
        item: the paper.
        case: the case.
        with_files: the ids of the papers that files were added to.
    """
    if item.paper.kind == "answer":
        return is_answered(item, case)
    return item.paper.id in with_files or (item.state is not None and item.state.state in SETTLED)
