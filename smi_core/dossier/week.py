"""The week of each child: the care that is asked for, beside what else is known of the days."""

from collections.abc import Iterable

from smi_core import wording
from smi_core.answers import AnswersOf
from smi_core.blocks import Block, Heading, Paragraph, WeekPlan
from smi_core.case import Case
from smi_core.halfdays import PARTS, WEEKDAYS, WEEKEND, Mark, day_of, listed, marks_of
from smi_core.texts import Texts
from smi_core.weekplan import cap_for

MARKS: tuple[Mark, ...] = ("care", "away", "network", "work")
"""What the cells say. When the working parent does not work shows by itself."""


def week(case: Case, texts: Texts) -> Iterable[Block]:
    """A timetable for every child, and how many half-days that is."""
    yield Heading(level=1, text=texts.say("dossier.week"))
    for child in range(len(case.route.children)):
        yield from _of_child(child, case, texts)
    if case.route.household.get("therapie_wanneer"):
        yield Paragraph(text=texts.say("dossier.week_therapy"))


def _of_child(child: int, case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=2, text=wording.child_name(case, child, texts))
    asked = listed(case.route.children[child].get("dagdelen"))
    if not asked:
        yield Paragraph(text=texts.say("dossier.week_open"))
        return
    yield _plan(child, asked, case, texts)
    yield Paragraph(text=_counted(child, len(asked), case, texts))


def _plan(child: int, asked: tuple[str, ...], case: Case, texts: Texts) -> WeekPlan:
    known = case.route.household | case.route.children[child]
    weekend = any(day_of(half_day) in WEEKEND for half_day in asked)
    days = (*WEEKDAYS, *WEEKEND) if weekend else WEEKDAYS
    cells = tuple(tuple(_cell(day, part, known, texts) for day in days) for part in PARTS)
    marks = [mark for row in cells for cell in row for mark in cell.split(", ") if mark]
    return WeekPlan(
        caption=_caption(child, set(marks), case, texts),
        days=tuple(texts.say(f"dossier.day.{day}") for day in days),
        parts=tuple(texts.say(f"dossier.part.{part}") for part in PARTS),
        cells=cells,
        strong=(texts.say("dossier.mark.care"),),
    )


def _cell(day: str, part: str, known: AnswersOf, texts: Texts) -> str:
    """What is known of half a day; the care that is asked for comes first."""
    marks = marks_of(f"{day}_{part}", known)
    return ", ".join(texts.say(f"dossier.mark.{mark}") for mark in marks if mark in MARKS)


def _caption(child: int, used: set[str], case: Case, texts: Texts) -> str:
    """What the words in the cells mean, as far as they are used."""
    name = wording.child_name(case, child, texts)
    explained = [
        texts.say("dossier.week_caption", child=name),
        *(
            texts.say(f"dossier.mark_means.{mark}")
            for mark in MARKS
            if texts.say(f"dossier.mark.{mark}") in used
        ),
    ]
    return " ".join(explained)


def _counted(child: int, asked: int, case: Case, texts: Texts) -> str:
    """How many half-days are asked, against the cap where there is one."""
    said = texts.say("dossier.half_days", number=asked)
    cap = cap_for(case.route.children[child].get("opvangsoort"), case)
    return f"{said} {cap.text.nl}" if cap else said
