"""What to do with an application that is ready, and what happens then; for screen and pack."""

from collections.abc import Iterable
from datetime import date, timedelta

from smi_core import lists
from smi_core.case import Case
from smi_core.citing import Statement
from smi_core.days import in_words
from smi_core.texts import Texts

NEXT = frozenset({"need", "decision_term", "channel"})
"""What the municipality says on these topics is about what it does with an application."""


def steps(case: Case, texts: Texts, get: str = "") -> tuple[tuple[str, str], ...]:
    """The steps of the outcome; what to do with the pack itself comes just before handing in.

    Args:
        case: the application.
        texts: the sentences.
        get: how to get the pack, for who does not have it yet.
    """
    return tuple(_steps(case, texts, get))


def what_comes_next(case: Case, texts: Texts) -> tuple[str, ...]:
    """What the municipality does with an application, as far as its text says so."""
    scheme, language = case.guide.scheme, texts.language
    town = scheme.municipality.said_in(language)
    if scheme.need_moment == "after":
        first = texts.say("outlook.who_looks", assessor=scheme.assessor.said_in(language))
    else:
        first = texts.say("dossier.decides", gemeente=town)
    said = (s.text.about(language, scheme.municipality) for s in _about_next(case))
    return first, *said


def is_about_what_comes_next(statement: Statement, case: Case) -> bool:
    """Whether this is said of what comes next, so that it need not be said again further on."""
    if statement.topic == "need" and case.guide.scheme.need_moment == "before":
        return False
    return statement.topic in NEXT


def _about_next(case: Case) -> Iterable[Statement]:
    return (one for one in case.advice if is_about_what_comes_next(one, case))


def _steps(case: Case, texts: Texts, get: str) -> Iterable[tuple[str, str]]:
    lines = lists.step_lines(case, texts)
    for step, line in zip(case.next_steps, lines, strict=True):
        if step.id == "hand_in":
            yield from [(get, "")] if get else []
            yield texts.say(f"dossier.finish.{case.guide.scheme.channel.kind}"), ""
            yield line[0], line[1] or _by_when(case, texts)
        else:
            yield line


def _by_when(case: Case, texts: Texts) -> str:
    """By when to hand in where no day follows from the text: its rule, or else our own advice."""
    terms, start = case.guide.scheme.terms, case.route.household.get("begindatum")
    if terms.lead_time is not None:
        return terms.lead_time.text.said_in(texts.language)
    if terms.decision is None or not isinstance(start, date):
        return texts.say("dossier.by_open")
    day = start - timedelta(weeks=terms.decision.weeks)
    key = "dossier.by_advice" if day > case.on else "dossier.by_soon"
    return texts.say(key, day=in_words(day, texts.language))
