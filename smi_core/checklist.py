"""Which papers this family must hand in, and how far it is with each."""

from collections.abc import Mapping, Sequence
from typing import Literal

from smi_core.answers import PaperState
from smi_core.base import Frozen
from smi_core.rules import Look, judge
from smi_core.scheme import Paper
from smi_core.truth import Truth


class ChecklistItem(Frozen):
    """One paper of the list for this family.

    Attributes:
        certainty: `maybe` while it is not known whether it is needed.
        children: the children it is about, from 0; empty for a paper of the household.
        state: what the parent said about it; None if nothing yet.
    """

    paper: Paper
    certainty: Literal["needed", "maybe"]
    children: tuple[int, ...] = ()
    state: PaperState | None = None


def checklist(
    papers: Sequence[Paper],
    household: Look,
    children: Mapping[int, Look],
    states: Mapping[str, PaperState],
) -> tuple[ChecklistItem, ...]:
    """The papers that are needed, or may be, in the order of the municipality.

    Args:
        papers: those of the scheme.
        household: what is known of the household.
        children: what is known of each child that the application is about.
        states: what the parent said about each paper, by its id.
    """
    found = (_item(paper, household, children, states.get(paper.id)) for paper in papers)
    return tuple(item for item in found if item is not None)


def _item(
    paper: Paper, household: Look, children: Mapping[int, Look], state: PaperState | None
) -> ChecklistItem | None:
    if paper.about == "household":
        truth = _is_needed(paper, household)
        if truth is Truth.NO:
            return None
        return ChecklistItem(paper=paper, certainty=_certainty([truth]), state=state)
    truths = {place: _is_needed(paper, look) for place, look in children.items()}
    wanted = {place: truth for place, truth in truths.items() if truth is not Truth.NO}
    if not wanted:
        return None
    return ChecklistItem(
        paper=paper,
        certainty=_certainty(list(wanted.values())),
        children=tuple(wanted),
        state=state,
    )


def _is_needed(paper: Paper, look: Look) -> Truth:
    return Truth.YES if paper.when is None else judge(paper.when, look).truth


def _certainty(truths: Sequence[Truth]) -> Literal["needed", "maybe"]:
    return "needed" if Truth.YES in truths else "maybe"
