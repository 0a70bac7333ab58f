"""The form: every label with its answer once, in the order in which this municipality asks."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from smi_core import wording
from smi_core.blocks import Block, Fact, Facts, Heading
from smi_core.case import Case
from smi_core.dossier.order import rank_in
from smi_core.flow import Screen
from smi_core.questions import Question, display
from smi_core.texts import Texts

IDENTITY = frozenset({"kind_naam", "geboortedatum", "kind_bsn"})
"""Who a child is; the other details of a child are about its care."""
PARTNER = frozenset({"partner_naam", "partner_geboortedatum", "partner_bsn"})
DETAILS = frozenset({"gegevens", "gegevens_kind"})
NAMES = frozenset({"naam", "partner_naam", "kind_naam"})
"""Who it is comes first, also where the text takes a name for granted."""
CARE = "opvang"
MORE_OF_CARE = frozenset({"uren", "weekrooster"})
"""Asked later than the care itself, and in the form with it."""
STORY = "verhaal"


class Section(NamedTuple):
    """Questions under one heading, of the household or of one child (from 0)."""

    title: str
    child: int | None
    questions: tuple[Question, ...]


def form(case: Case, texts: Texts) -> Iterable[Block]:
    """Who they are, and then all else that was asked; the story has a part of its own."""
    yield Heading(level=1, text=texts.say("dossier.details"))
    for section in people(case, texts):
        yield from _section(section, case, texts)
    yield Heading(level=1, text=texts.say("dossier.answers"))
    for section in matters(case, texts):
        yield from _section(section, case, texts)


def people(case: Case, texts: Texts) -> tuple[Section, ...]:
    """The parent, the partner and each child."""
    rank = rank_in(case)

    def place(question: Question) -> tuple[bool, int]:
        return question.id not in NAMES, rank(question)

    asked = sorted(_asked(case, DETAILS, None), key=place)
    parent = tuple(q for q in asked if q.id not in PARTNER)
    partner = tuple(q for q in asked if q.id in PARTNER)
    children = [
        Section(
            texts.say("dossier.child", child=wording.child_name(case, child, texts)),
            child,
            tuple(sorted(_identity(case, child), key=place)),
        )
        for child in range(len(case.route.children))
    ]
    sections = (
        Section(texts.say("dossier.household"), None, parent),
        Section(texts.say("dossier.of_partner"), None, partner),
        *children,
    )
    return tuple(section for section in sections if section.questions)


def matters(case: Case, texts: Texts) -> tuple[Section, ...]:
    """All other screens, each as a section; the sections follow the text, not what is in them.

    Inside a section a question stands below the one that it hangs on.
    """
    rank = rank_in(case)
    sections = [
        Section(_title(screen, case, texts), screen.child, tuple(questions))
        for screen in case.route.screens
        if screen.step.id not in {*DETAILS, *MORE_OF_CARE, STORY}
        if (questions := _about(screen, case))
    ]
    return tuple(sorted(sections, key=lambda section: min(map(rank, section.questions))))


def _asked(case: Case, steps: frozenset[str], child: int | None) -> list[Question]:
    return [
        question
        for screen in case.route.screens
        if screen.step.id in steps and screen.child == child
        for question in screen.questions
    ]


def _identity(case: Case, child: int) -> list[Question]:
    steps = frozenset(screen.step.id for screen in case.route.screens)
    return [question for question in _asked(case, steps, child) if question.id in IDENTITY]


def _about(screen: Screen, case: Case) -> Sequence[Question]:
    """The questions of a screen without who the child is, and with whose care it is."""
    questions = [question for question in screen.questions if question.id not in IDENTITY]
    if screen.step.id == CARE:
        details = _asked(case, DETAILS | MORE_OF_CARE, screen.child)
        questions += [question for question in details if question.id not in IDENTITY]
    return questions


def _section(section: Section, case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=2, text=section.title)
    yield Facts(rows=tuple(_fact(q, section.child, case, texts) for q in section.questions))


def _title(screen: Screen, case: Case, texts: Texts) -> str:
    title = screen.step.title.nl
    if screen.child is None:
        return title
    return texts.say("child.step", title=title, child=wording.child_name(case, screen.child, texts))


def _fact(question: Question, child: int | None, case: Case, texts: Texts) -> Fact:
    answers, town = case.route.answers(child), case.guide.scheme.municipality
    label = question.label.about(texts.language, town)
    if question.id not in answers:
        field = question.id if child is None else f"{question.id}-{child + 1}"
        return Fact(label=label, field=field)
    shown = display(question, answers[question.id], texts.language)
    return Fact(label=label, value=shown.replace("{gemeente}", town.nl))
