"""The week of each child: the care that is asked for, beside what else is known of the days."""

from collections.abc import Iterable

from smi_core import wording
from smi_core.answers import AnswersOf
from smi_core.blocks import Block, Heading, Paragraph, WeekPlan
from smi_core.case import Case
from smi_core.paying import Cap
from smi_core.questions import Answer
from smi_core.rules import UNSURE_ANSWER
from smi_core.texts import Texts

PARTS = ("ochtend", "middag")
WEEKDAYS = ("ma", "di", "wo", "do", "vr")
WEEKEND = ("za", "zo")
MARKS = ("care", "away", "network", "work")


def week(case: Case, texts: Texts) -> Iterable[Block]:
    """A timetable for every child, and how many half-days that is."""
    yield Heading(level=1, text=texts.say("dossier.week"))
    for child in range(len(case.route.children)):
        yield from _of_child(child, case, texts)
    if case.route.household.get("therapie_wanneer"):
        yield Paragraph(text=texts.say("dossier.week_therapy"))


def _of_child(child: int, case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=2, text=wording.child_name(case, child, texts))
    asked = _listed(case.route.children[child].get("dagdelen"))
    if not asked:
        yield Paragraph(text=texts.say("dossier.week_open"))
        return
    yield _plan(child, asked, case, texts)
    yield Paragraph(text=_counted(child, len(asked), case, texts))


def _plan(child: int, asked: tuple[str, ...], case: Case, texts: Texts) -> WeekPlan:
    known = case.route.household | case.route.children[child]
    weekend = any(half_day.split("_")[0] in WEEKEND for half_day in asked)
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
    half_day = f"{day}_{part}"
    marks = []
    if half_day in _listed(known.get("dagdelen")):
        marks.append(texts.say("dossier.mark.care"))
    living = _listed(known.get("woondagen"))
    if living and day not in living:
        marks.append(texts.say("dossier.mark.away"))
    if known.get("netwerk") == "ja" or day in _listed(known.get("netwerk_dagen")):
        marks.append(texts.say("dossier.mark.network"))
    if half_day in _listed(known.get("werkdagdelen")):
        marks.append(texts.say("dossier.mark.work"))
    return ", ".join(marks)


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
    cap = _cap(case.route.children[child].get("opvangsoort"), case)
    return f"{said} {cap.text.nl}" if cap else said


def _cap(kind: Answer | None, case: Case) -> Cap | None:
    return next((cap for cap in case.guide.scheme.caps if kind in cap.care), None)


def _listed(answer: Answer | None) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) and UNSURE_ANSWER not in answer else ()
