"""What the letters have in common: how they begin and end, and what they are about."""

from collections.abc import Iterable

from smi_core.blocks import Block, Bullets, Lines, Paragraph
from smi_core.case import Case
from smi_core.letters.family import (
    Request,
    children_of,
    first_name,
    half_days_of,
    start_of,
)
from smi_core.texts import Texts


def when_and_where(case: Case, texts: Texts) -> str:
    """The line above a letter; without a town it is the day only."""
    day = f"{case.on:%d-%m-%Y}"
    town = case.route.household.get("woonplaats")
    return texts.say("letter.place_and_day", place=town, day=day) if town else day


def dear(texts: Texts) -> Paragraph:
    """How a letter begins."""
    return Paragraph(text=texts.say("letter.dear"))


def care(request: Request, case: Case, texts: Texts) -> Iterable[Block]:
    """The care that is asked for, one line for each child."""
    yield Paragraph(text=texts.say("letter.children"))
    yield Bullets(items=tuple(_care_of(child, case, texts) for child in children_of(request, case)))


def close(case: Case, texts: Texts, name: str) -> Iterable[Block]:
    """By when, and how a letter ends."""
    day = next((d.day for d in case.deadlines if d.id == "latest_hand_in"), None)
    if day is not None and day > case.on:
        yield Paragraph(text=texts.say("letter.by", day=f"{day:%d-%m-%Y}"))
    yield Paragraph(text=texts.say("letter.closing"))
    yield Lines(count=1)
    yield Paragraph(text=name)


def _care_of(child: int, case: Case, texts: Texts) -> str:
    answers, start = case.route.children[child], start_of(case)
    kind, asked = answers.get("opvangsoort"), half_days_of(answers)
    said = (
        texts.say(f"care.{kind}") if kind else "",
        texts.say("letter.number", number=len(asked)) if asked else "",
        texts.say("letter.start", day=start) if start else "",
    )
    name = first_name(case, child, texts)
    about = ", ".join(part for part in said if part)
    return texts.say("letter.child_care", child=name, care=about) if about else name
