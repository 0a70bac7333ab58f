"""A story: what a family typed on a day, and what must come out. Told in tests/cases/."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from smi_core.base import Frozen
from smi_core.case import Case, work_out
from smi_core.content import CONTENT, load_guide, load_steps
from smi_core.contribution import Amount
from smi_core.draft import read
from smi_core.eligibility import Outlook, Result
from smi_core.money import round_to_cents

CASES = Path(__file__).parent / "cases"


class Expected(Frozen):
    """What must come out; what a story does not name is not compared.

    Attributes:
        unmet, assess: the refs of the conditions that are failed, or that the municipality
            judges, as far as they weigh.
        notices: the refs of what is pointed out and does not weigh.
        papers: the refs on the checklist, with a question mark where it says "maybe".
        given_by: who gives a paper, by its ref.
        per_hour, per_month: euro from low to high, for all children together.
        dates: every term of the case with its day; None where there is no date.
    """

    outlook: Outlook
    children: tuple[Outlook, ...] = ()
    unmet: frozenset[str] = frozenset()
    assess: frozenset[str] = frozenset()
    notices: frozenset[str] = frozenset()
    papers: frozenset[str]
    given_by: dict[str, str] = {}
    per_hour: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    per_month: tuple[Decimal, Decimal] | None = None
    year: int = 0
    certainty: str = ""
    dates: dict[str, date | None] = {}
    next_steps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Story(Frozen):
    """Answers as they are typed, laid over the defaults, and what must come out."""

    day: date
    household: dict[str, Any] = {}
    children: tuple[dict[str, Any], ...] = ({},)
    applies_anyway: bool = False
    expected: Expected


def load_story(path: Path) -> Story:
    """The story in one file."""
    return Story.model_validate(yaml.safe_load(path.read_text("utf-8")))


def tell(story: Story, municipality: str, folder: Path = CONTENT) -> Case:
    """Work out the case of a story; every answer in it must be readable."""
    return case_of(
        municipality,
        story.day,
        story.household,
        *story.children,
        applies_anyway=story.applies_anyway,
        folder=folder,
    )


def case_of(
    municipality: str,
    day: date,
    household: Mapping[str, Any],
    *children: Mapping[str, Any],
    applies_anyway: bool = False,
    folder: Path = CONTENT,
) -> Case:
    """The case of a family that differs from the defaults in these answers."""
    typed = {
        "household": _over(DEFAULTS["household"], household),
        "children": [_over(DEFAULTS["child"], child) for child in children or ({},)],
        "applies_anyway": applies_anyway,
    }
    answers, refused = read(typed, load_steps(folder), day)
    assert refused == ()
    return work_out(load_guide(municipality, folder), answers, day)


def _over(defaults: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a story over the defaults; null leaves a question open."""
    return {name: typed for name, typed in {**defaults, **told}.items() if typed is not None}


def what_came_out(case: Case, wanted: set[str]) -> dict[str, Any]:
    """The outcome in the words of `Expected`, as far as it is wanted."""
    return {name: FOUND[name](case) for name in wanted}


def refs(case: Case, result: Result) -> frozenset[str]:
    """The refs of the conditions that come to this result and weigh."""
    found = case.verdict.assessments
    return frozenset(a.condition.ref for a in found if a.weighs and a.result is result)


def papers(case: Case) -> frozenset[str]:
    """The refs of the papers, with a question mark where it is "maybe"."""
    marks = {"needed": "", "maybe": "?"}
    return frozenset(item.paper.ref + marks[item.certainty] for item in case.papers)


def per_hour(case: Case) -> tuple[Decimal, Decimal]:
    """Euro per hour from low to high, to the cent."""
    assert isinstance(case.contribution, Amount)
    span = case.contribution.per_hour
    return round_to_cents(span.low), round_to_cents(span.high)


def per_month(case: Case) -> tuple[Decimal, Decimal] | None:
    """Euro per month from low to high, to the cent; None if it is not known."""
    assert isinstance(case.contribution, Amount)
    span = case.contribution.per_month
    return span and (round_to_cents(span.low), round_to_cents(span.high))


def _notices(case: Case) -> frozenset[str]:
    return frozenset(
        a.condition.ref
        for a in case.verdict.assessments
        if a.condition.on_fail == "notice" and a.result is Result.ASSESS
    )


FOUND: dict[str, Callable[[Case], Any]] = {
    "outlook": lambda case: case.verdict.family,
    "children": lambda case: case.verdict.children,
    "unmet": lambda case: refs(case, Result.UNMET),
    "assess": lambda case: refs(case, Result.ASSESS),
    "notices": _notices,
    "papers": papers,
    "given_by": lambda case: {item.paper.ref: item.paper.who for item in case.papers},
    "per_hour": per_hour,
    "per_month": per_month,
    "year": lambda case: case.contribution.year,
    "certainty": lambda case: case.contribution.certainty,
    "dates": lambda case: {term.id: term.day for term in case.deadlines},
    "next_steps": lambda case: tuple(step.id for step in case.next_steps),
    "notes": lambda case: tuple(note.id for note in case.notes),
}
"""How each word of `Expected` is found in a case."""
DEFAULTS = yaml.safe_load((CASES / "defaults.yaml").read_text("utf-8"))
