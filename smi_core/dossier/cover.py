"""The first page: what to do, whom to call, what comes next, and how it stands."""

from collections.abc import Iterable, Sequence

from smi_core import handing_in, lists, wording
from smi_core.blocks import Block, Bullets, Fact, Facts, Heading, Notice, Paragraph, Steps
from smi_core.case import Case
from smi_core.questions import Question
from smi_core.texts import Texts

MOST_NAMED = 6  # open questions


def cover(case: Case, texts: Texts) -> Iterable[Block]:
    """What to do comes first: where, how and by when to hand in."""
    town = case.guide.scheme.municipality.nl
    kind = case.guide.scheme.channel.kind
    yield Heading(level=1, text=texts.say("dossier.todo"))
    yield Paragraph(text=texts.say(f"dossier.purpose.{kind}", gemeente=town), style="lead")
    yield Steps(items=handing_in.steps(case, texts))
    yield Heading(level=2, text=texts.say("dossier.help"))
    yield Bullets(items=lists.contact_lines(case, texts))
    yield Heading(level=2, text=texts.say("dossier.next"))
    yield Bullets(items=handing_in.what_comes_next(case, texts))
    yield from _dates(case, texts)
    yield from _how_it_stands(case, texts)


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
