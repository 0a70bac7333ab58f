"""The first page: what to do, whom to call, what comes next, and how it stands."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from smi_core import lists, wording
from smi_core.blocks import Block, Bullets, Fact, Facts, Heading, Notice, Paragraph, Steps
from smi_core.case import Case
from smi_core.citing import Statement
from smi_core.questions import Question
from smi_core.texts import Texts

NEXT = frozenset({"need", "decision_term", "channel"})
"""What the municipality says on these topics is about what it does with an application."""
MOST_NAMED = 6  # open questions


def cover(case: Case, texts: Texts) -> Iterable[Block]:
    """What to do comes first: where, how and by when to hand in."""
    town = case.guide.scheme.municipality.nl
    kind = case.guide.scheme.channel.kind
    yield Heading(level=1, text=texts.say("dossier.todo"))
    yield Paragraph(text=texts.say(f"dossier.purpose.{kind}", gemeente=town), style="lead")
    yield Steps(items=tuple(_steps(case, texts)))
    yield Heading(level=2, text=texts.say("dossier.help"))
    yield Bullets(items=lists.contact_lines(case, texts))
    yield Heading(level=2, text=texts.say("dossier.next"))
    yield Bullets(items=tuple(_what_comes_next(case, texts)))
    yield from _dates(case, texts)
    yield from _how_it_stands(case, texts)


def is_about_what_comes_next(statement: Statement, case: Case) -> bool:
    """Whether the cover says it, so that it need not be said again further on."""
    if statement.topic == "need" and case.guide.scheme.need_moment == "before":
        return False
    return statement.topic in NEXT


def _steps(case: Case, texts: Texts) -> Iterable[tuple[str, str]]:
    """The steps of the outcome; what to do with the pack itself comes just before handing in."""
    lines = lists.step_lines(case, texts)
    for step, line in zip(case.next_steps, lines, strict=True):
        if step.id == "hand_in":
            yield texts.say(f"dossier.finish.{case.guide.scheme.channel.kind}"), ""
            yield line[0], line[1] or _by_when(case, texts)
        else:
            yield line


def _by_when(case: Case, texts: Texts) -> str:
    """By when to hand in where no day follows from the text: its rule, or else our own advice."""
    terms, start = case.guide.scheme.terms, case.route.household.get("begindatum")
    if terms.lead_time is not None:
        return terms.lead_time.text.nl
    if terms.decision is None or not isinstance(start, date):
        return texts.say("dossier.by_open")
    day = start - timedelta(weeks=terms.decision.weeks)
    key = "dossier.by_advice" if day > case.on else "dossier.by_soon"
    return texts.say(key, day=f"{day:%d-%m-%Y}")


def _what_comes_next(case: Case, texts: Texts) -> Iterable[str]:
    scheme = case.guide.scheme
    if scheme.need_moment == "after":
        yield texts.say("outlook.who_looks", assessor=scheme.assessor.nl)
    else:
        yield texts.say("dossier.decides", gemeente=scheme.municipality.nl)
    yield from (s.text.nl for s in case.advice if is_about_what_comes_next(s, case))


def _dates(case: Case, texts: Texts) -> Iterable[Block]:
    if dates := lists.deadline_rows(case, texts):
        yield Heading(level=2, text=texts.say("date.title"))
        yield Facts(rows=tuple(Fact(label=what, value=when) for what, when in dates))


def _how_it_stands(case: Case, texts: Texts) -> Iterable[Block]:
    scheme = case.guide.scheme
    yield Heading(level=2, text=texts.say("dossier.stands"))
    outlook = (wording.outlook(case, texts), texts.say("outlook.not_a_decision"))
    yield Paragraph(text=" ".join(outlook))
    yield Paragraph(text=scheme.in_force.note.nl, style="small")
    said = zip(case.notes, lists.note_lines(case, texts), strict=True)
    yield from (Notice(text=t) for note, t in said if note.id not in lists.ABOUT_THE_AMOUNT)
    if missing := case.route.open_questions():
        yield Notice(text=_still_open([question for _, question in missing], case, texts))


def _still_open(questions: Sequence[Question], case: Case, texts: Texts) -> str:
    """Which questions are open; so many that nobody reads them are only counted."""
    if len(questions) > MOST_NAMED:
        return texts.say("dossier.open_many", number=len(questions))
    town = case.guide.scheme.municipality
    labels = "; ".join(question.label.about("nl", town) for question in questions)
    return texts.say("dossier.open", questions=labels)
