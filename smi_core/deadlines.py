"""The terms that count for this case, with real dates where the text gives them."""

from datetime import date, timedelta
from typing import Literal

from smi_core.base import Frozen
from smi_core.citing import Citation
from smi_core.terms import DecisionTerm, Terms
from smi_core.words import Words

DeadlineId = Literal[
    "latest_hand_in",
    "decision",
    "decision_extended",
    "completion",
    "not_before_decision",
    "starts_with_care",
    "end",
    "renew_by",
    "extension",
]


class Deadline(Frozen):
    """A term, and the day it comes to in this case.

    Attributes:
        day: None where the text gives no date, or what it counts from is not known.
        text: the term in plain words.
        is_passed: the day lies before the day of applying.
    """

    id: DeadlineId
    day: date | None
    text: Words
    is_passed: bool = False
    ref: str
    cite: Citation


def deadlines(terms: Terms, start: date | None, on: date) -> tuple[Deadline, ...]:
    """The terms of this case, in the order in which they come.

    Args:
        terms: those of the scheme.
        start: the day the care starts; None while it is not known.
        on: the day of applying, taken as the day on which the municipality receives it.
    """
    return (
        *_lead_time(terms, start, on),
        *_decision(terms.decision, on),
        *_completion(terms),
        *_retroactive(terms, start, on),
        *_end(terms, start, on),
        *_extension(terms),
    )


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month if there is none.

    >>> add_months(date(2026, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (after - timedelta(days=1)).day))


def _lead_time(terms: Terms, start: date | None, on: date) -> tuple[Deadline, ...]:
    rule = terms.lead_time
    if rule is None:
        return ()
    day = start - timedelta(weeks=rule.weeks) if start else None
    return (
        Deadline(
            id="latest_hand_in",
            day=day,
            text=rule.text,
            is_passed=day is not None and day < on,
            ref=rule.ref,
            cite=rule.cite,
        ),
    )


def _decision(rule: DecisionTerm | None, on: date) -> tuple[Deadline, ...]:
    if rule is None:
        return ()
    has_date = rule.starts_at == "receipt" and not rule.about
    day = on + timedelta(weeks=rule.weeks) if has_date else None
    first = Deadline(id="decision", day=day, text=rule.text, ref=rule.ref, cite=rule.cite)
    if rule.extension_weeks == 0 or rule.extension_cite is None:
        return (first,)
    longer = None
    if day is not None and rule.extension_weeks is not None:
        longer = day + timedelta(weeks=rule.extension_weeks)
    extended = Deadline(
        id="decision_extended",
        day=longer,
        text=rule.text,
        ref=rule.ref,
        cite=rule.extension_cite,
    )
    return first, extended


def _completion(terms: Terms) -> tuple[Deadline, ...]:
    rule = terms.completion
    if rule is None:
        return ()
    return (Deadline(id="completion", day=None, text=rule.text, ref=rule.ref, cite=rule.cite),)


def _retroactive(terms: Terms, start: date | None, on: date) -> tuple[Deadline, ...]:
    rule = terms.retroactive
    if rule is None:
        return ()
    return (
        Deadline(
            id="not_before_decision" if rule.rule == "never" else "starts_with_care",
            day=start if rule.rule == "from_start_of_care" else None,
            text=rule.text,
            is_passed=rule.rule == "never" and start is not None and start < on,
            ref=rule.ref,
            cite=rule.cite,
        ),
    )


def _end(terms: Terms, start: date | None, on: date) -> tuple[Deadline, ...]:
    rule = terms.duration
    if rule is None:
        return ()
    begins = _begins(terms, start, on)
    last = add_months(begins, rule.months) - timedelta(days=1) if begins else None
    end = Deadline(
        id="end",
        day=last,
        text=rule.text,
        is_passed=last is not None and last < on,
        ref=rule.ref,
        cite=rule.cite,
    )
    return end, *_renewal(terms, end)


def _begins(terms: Terms, start: date | None, on: date) -> date | None:
    """The first day that may be paid: that of applying, or of the start where the text says so."""
    if start is None or (terms.retroactive and terms.retroactive.rule == "from_start_of_care"):
        return start
    return max(start, on)


def _renewal(terms: Terms, end: Deadline) -> tuple[Deadline, ...]:
    """When to ask again, so that a decision can be there before the end: our own advice."""
    term = terms.lead_time or terms.decision
    if term is None or end.day is None or terms.extension is None:
        return ()
    day = end.day - timedelta(weeks=term.weeks)
    rule = terms.extension
    return (Deadline(id="renew_by", day=day, text=rule.text, ref=rule.ref, cite=rule.cite),)


def _extension(terms: Terms) -> tuple[Deadline, ...]:
    rule = terms.extension
    if rule is None:
        return ()
    return (Deadline(id="extension", day=None, text=rule.text, ref=rule.ref, cite=rule.cite),)
