"""What to do first, and what to keep in mind."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from smi_core.base import Frozen
from smi_core.citing import Citation
from smi_core.contribution import Amount, NoAmount
from smi_core.deadlines import Deadline
from smi_core.eligibility import Outlook, Verdict
from smi_core.paying import BelowNorm
from smi_core.rules import Look, judge
from smi_core.scheme import Scheme
from smi_core.truth import Truth
from smi_core.words import Words

StepId = Literal[
    "own_municipality",
    "kot_more",
    "kot_first",
    "kot_check",
    "first_step",
    "answer",
    "papers",
    "ask",
    "hand_in",
    "apply_anyway",
]
NoteId = Literal[
    "stale",
    "start_in_past",
    "before_decision",
    "before_decision_never_paid",
    "near_norm",
    "network_leaves",
    "indicative",
    "income_does_not_matter",
    "income_may_differ",
]

NEAR = Decimal(5)
"""Within so many percentage points of a limit we say that it is close."""


class NextStep(Frozen):
    """One thing to do, in order.

    Attributes:
        words: in the words of the scheme's file; None if the texts have the sentence.
        day: by when; None where there is no date.
    """

    id: StepId
    words: Words | None = None
    day: date | None = None
    cite: Citation | None = None


class Note(Frozen):
    """Something to keep in mind.

    Attributes:
        words: in the words of the scheme's file; None if the texts have the sentence.
        child: the child it is about, from 0; None for the household.
        values: what is filled in in the sentence, by name.
    """

    id: NoteId
    words: Words | None = None
    child: int | None = None
    values: dict[str, str] = {}


def next_steps(
    scheme: Scheme,
    household: Look,
    verdict: Verdict,
    terms: Sequence[Deadline],
    *,
    is_applying: bool,
) -> tuple[NextStep, ...]:
    """What to do, first things first: another way of help, then what must come before a form."""
    latest = next((term.day for term in terms if term.id == "latest_hand_in"), None)
    channel = scheme.channel
    hand_in = NextStep(id="hand_in", words=channel.text, day=latest, cite=channel.cite)
    first = (*_elsewhere(household), *_benefit_first(household))
    if not is_applying:
        return (*first, NextStep(id="apply_anyway"))
    return (
        *first,
        *_first_step(scheme, household),
        *_open_ends(verdict),
        NextStep(id="papers"),
        hand_in,
    )


def notes(scheme: Scheme, household: Look, terms: Sequence[Deadline], on: date) -> tuple[Note, ...]:
    """What to keep in mind with this scheme, and with this household on this day."""
    return (
        *([Note(id="stale", words=scheme.stale)] if scheme.stale else []),
        *_start_notes(scheme, household, terms, on),
        *_norm_notes(scheme, household),
        *_income_notes(scheme, household),
    )


def _elsewhere(household: Look) -> list[NextStep]:
    lives_here = household("woont_in_gemeente").value
    return [NextStep(id="own_municipality")] if lives_here == "nee" else []


def _benefit_first(household: Look) -> list[NextStep]:
    if household("kot_krijgt").value == "ja":
        return [NextStep(id="kot_more")]
    match household("kot_recht").value:
        case "ja":
            return [NextStep(id="kot_first")]
        case Truth.UNSURE:
            return [NextStep(id="kot_check")]
        case _:
            return []


def _first_step(scheme: Scheme, household: Look) -> list[NextStep]:
    step = scheme.first_step
    if step is None:
        return []
    if step.when is not None and judge(step.when, household).truth is Truth.NO:
        return []
    return [NextStep(id="first_step", words=step.text, cite=step.cite)]


def _open_ends(verdict: Verdict) -> list[NextStep]:
    steps = []
    if verdict.family is Outlook.INCOMPLETE:
        steps.append(NextStep(id="answer"))
    if any(a.weighs and a.part == "municipality" for a in verdict.assessments):
        steps.append(NextStep(id="ask"))
    return steps


def _start_notes(
    scheme: Scheme, household: Look, terms: Sequence[Deadline], on: date
) -> list[Note]:
    start = household("begindatum").value
    if not isinstance(start, date):
        return []
    never = any(term.id == "not_before_decision" for term in terms)
    past = [Note(id="start_in_past")] if start < on and not never else []
    decision = scheme.terms.decision
    if decision is None or start >= on + timedelta(weeks=decision.weeks):
        return past
    return [*past, Note(id="before_decision_never_paid" if never else "before_decision")]


def network_notes(children: Sequence[Look]) -> tuple[Note, ...]:
    """For each child: the half-days that the family's own network leaves open."""
    found = []
    for child, look in enumerate(children):
        left, asked = look("dagdelen_over").value, look("dagdelen_per_week").value
        if isinstance(left, int) and isinstance(asked, int) and 0 < left < asked:
            values = {"left": str(left), "asked": str(asked)}
            found.append(Note(id="network_leaves", child=child, values=values))
    return tuple(found)


def _norm_notes(scheme: Scheme, household: Look) -> list[Note]:
    exemption = scheme.contribution.exemption
    if not isinstance(exemption, BelowNorm):
        return []
    percentage = household("norm_percentage").value
    if not isinstance(percentage, Decimal) or abs(percentage - exemption.percent) > NEAR:
        return []
    return [Note(id="near_norm", values={"percent": f"{exemption.percent.normalize():f}"})]


def _income_notes(scheme: Scheme, household: Look) -> list[Note]:
    meant = scheme.contribution.income
    counts_now = meant is not None and meant.basis == "current"
    is_unsure = household("inkomen_anders").value is Truth.UNSURE
    return [Note(id="income_may_differ")] if counts_now and is_unsure else []


def amount_notes(amount: Amount | NoAmount) -> tuple[Note, ...]:
    """What to keep in mind with the estimate."""
    if isinstance(amount, NoAmount):
        return ()
    found = []
    if amount.is_indicative:
        found.append(Note(id="indicative", values={"year": str(amount.year)}))
    if not amount.income.is_exact and not amount.income_matters:
        found.append(Note(id="income_does_not_matter"))
    return tuple(found)
