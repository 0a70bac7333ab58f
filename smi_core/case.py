"""The whole flow in one function: answers in, case out."""

from collections.abc import Mapping
from datetime import date

from pydantic import SkipValidation

from smi_core.advice import (
    NextStep,
    Note,
    amount_notes,
    network_notes,
    next_steps,
    notes,
)
from smi_core.answers import Answers
from smi_core.base import Frozen
from smi_core.checklist import ChecklistItem, checklist
from smi_core.citing import Statement
from smi_core.contribution import Amount, NoAmount, estimate
from smi_core.deadlines import Deadline, deadlines
from smi_core.derived import World
from smi_core.eligibility import Outlook, Verdict, assess
from smi_core.facts import reader
from smi_core.flow import Route, route
from smi_core.guide import Guide
from smi_core.questions import Answer, PartOf, asked_after
from smi_core.rules import Look, judge
from smi_core.truth import Truth


class Case(Frozen):
    """Everything that follows from the answers of one applicant, on one day.

    Attributes:
        given: all answers, also those that do not count now.
        route: what this applicant is asked, and the answers that count.
        papers: empty for a family that is unlikely to get it, unless the parent goes on.
        advice: what the municipality says that holds for this family.
    """

    guide: Guide
    on: date
    given: Answers
    route: Route
    verdict: SkipValidation[Verdict]
    papers: tuple[ChecklistItem, ...]
    contribution: Amount | NoAmount
    deadlines: tuple[Deadline, ...]
    next_steps: tuple[NextStep, ...]
    notes: tuple[Note, ...]
    advice: tuple[Statement, ...]


def work_out(guide: Guide, answers: Answers, on: date, through: PartOf = "apply") -> Case:
    """Work out a case. The answers may be incomplete; everything else follows from them.

    Args:
        guide: the municipality.
        answers: what was answered so far.
        on: the day of applying.
        through: the last part of the questions that counts for the outlook. What waits only for
            a later part leaves the outlook as it is; what is answered there already counts.
    """
    world = World(on=on, lists=guide.lists, national=guide.national)

    def read(known: Mapping[str, Answer]) -> Look:
        return reader(known, world)

    asked = route(guide.steps, answers, read)
    household = read(asked.known(None))
    children = [read(asked.known(place)) for place in range(len(asked.children))]
    start = _start(household)
    verdict = assess(guide.conditions, household, children, asked_after(guide.steps, through))
    applying = _applying(verdict, answers)
    terms = deadlines(guide.scheme.terms, start, on)
    cared_for = {place: children[place] for place in applying or range(len(children))}
    amount = estimate(guide.scheme, household, cared_for, guide.national, max(start or on, on))
    return Case(
        guide=guide,
        on=on,
        given=answers,
        route=asked,
        verdict=verdict,
        papers=checklist(
            guide.scheme.papers,
            household,
            {place: children[place] for place in applying},
            answers.papers,
        )
        if applying
        else (),
        contribution=amount,
        deadlines=terms,
        next_steps=next_steps(guide.scheme, household, verdict, terms, is_applying=bool(applying)),
        notes=(
            *notes(guide.scheme, household, terms, on),
            *network_notes(children),
            *amount_notes(amount),
        ),
        advice=tuple(s for s in guide.scheme.advice if _holds(s, household)),
    )


def _start(household: Look) -> date | None:
    day = household("begindatum").value
    return day if isinstance(day, date) else None


def _applying(verdict: Verdict, answers: Answers) -> tuple[int, ...]:
    """The children that the application is about: not those that certainly do not fit."""
    return tuple(
        place
        for place, outlook in enumerate(verdict.children)
        if answers.applies_anyway or outlook is not Outlook.UNLIKELY
    )


def _holds(statement: Statement, household: Look) -> bool:
    return statement.when is None or judge(statement.when, household).truth is not Truth.NO
