"""Places on the way of an invented family, and what a parent does there before a fault."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page

from smi_core.case import Case
from smi_core.content import load_steps
from smi_core.days import HERE
from smi_core.flow import cards
from smi_core.kept import record_of, taken_back
from smi_core.lists import papers_in_order
from smi_core.questions import Question
from tests.browser.driving import settled
from tests.browser.journey import family
from tests.browser.test_uploads import case_of, choose, photo, until
from tests.faults.world import empty_aside

TOWNS = ("alkmaar", "beemster", "delft", "lansingerland", "pijnacker-nootdorp")
STORY = "Ik lig veel op bed. Mijn moeder helpt, maar zij werkt ook: 'echt' te veel_*. Één & twee <3"
Do = Callable[[Page], None]


@dataclass(frozen=True)
class Place:
    """Somewhere on the way, and what the parent does there.

    Attributes:
        kind: of what is filled in.
        address: of the page, after the address of the website.
        screen: as the page calls it.
        does: fills something in, and has sent it.
        types: fills something in that was not sent; None where nothing can be typed.
    """

    town: str
    kind: str
    address: str
    screen: str
    does: Do
    types: Do | None = None

    @property
    def record(self) -> dict[str, Any]:
        """What was answered before, as the store keeps it."""
        return record_of_family(self.town)


def place_for(seed: int, *, kinds: tuple[str, ...] = ()) -> Place:
    """A place by a number: another number is another town, screen or answer.

    Args:
        seed: any number; the same always gives the same place.
        kinds: what must be filled in there; anything if empty.
    """
    chance = random.Random(seed)
    town = chance.choice(TOWNS)
    found = [one for one in _all_places(town) if not kinds or one.kind in kinds]
    kind = chance.choice(sorted({one.kind for one in found}))
    return chance.choice([one for one in found if one.kind == kind])


def record_of_family(town: str) -> dict[str, Any]:
    """The answers of an invented family, as the store keeps them."""
    answers = {k: v for k, v in family(town).items() if k != "municipality"}
    typed = {"version": 2, **answers, "aside": empty_aside(town)}
    found = taken_back(typed, load_steps(), datetime.now(HERE).date())
    assert not found.refused
    return record_of(found.answers, found.aside)


@cache
def _all_places(town: str) -> tuple[Place, ...]:
    case = case_of(town)
    return (*_questions(town, case), *_weeks(town, case), *_papers(town, case))


def _questions(town: str, case: Case) -> Iterator[Place]:
    for part in ("check", "cost", "apply"):
        for card in cards(case.route.screens, part):
            name = _key(card.questions[0], card.child)
            address = f"/questions?{urlencode({'vraag': name, 'deel': part})}"
            for question in card.questions:
                key = _key(question, card.child)
                yield from _fields(question, key, Place(town, "", address, name, lambda _: None))


def _fields(question: Question, key: str, at: Place) -> Iterator[Place]:
    field = f".st-key-{key}"
    if question.kind in ("yes_no", "choice"):
        does, types = _radio(field), None
    elif question.options:
        does, types = _tick(field), None
    else:
        is_long = question.kind == "long_text"
        text = STORY if is_long else "12-3-2" if "date" in question.kind else "ongeveer 1.2"
        does, types = _write(field, text), _type(field, text)
    kinds = {"long_text": "story", "yes_no": "choice", "choice": "choice"}
    kind = kinds.get(question.kind, "ticks" if question.options else "text")
    yield Place(at.town, kind, at.address, at.screen, does, types)


def _weeks(town: str, case: Case) -> Iterator[Place]:
    for child in range(len(case.route.children)):
        key = f"dagdelen-{child + 1}"
        does = _tick(f".st-key-{key} .st-key-week_grid", most=8)
        yield Place(town, "week", f"/week?vraag={key}", key, does)


def _papers(town: str, case: Case) -> Iterator[Place]:
    for item in papers_in_order(case):
        paper = item.paper
        if paper.kind == "answer":
            continue
        address, screen = f"/paper?papier={paper.id}", f"paper-{paper.id}-0"
        note = f'[class*="st-key-note-{paper.id}-"]'
        say = _say_asked(paper.id)
        yield Place(town, "paper", address, screen, _then(say, _write(note, "bij de bank")),
                    _then(say, _type(note, "bij de ba")))  # fmt: skip
        if paper.kind != "later" and paper.id not in case.given.papers:
            yield Place(town, "upload", address, screen, _upload())


def _key(question: Question, child: int | None) -> str:
    return question.id if child is None else f"{question.id}-{child + 1}"


def _radio(field: str) -> Do:
    def choose_another(page: Page) -> None:
        page.locator(f"{field} label:has(input[type=radio]:not(:checked))").first.click()
        settled(page)

    return choose_another


def _tick(field: str, most: int = 20) -> Do:
    def tick_another(page: Page) -> None:
        boxes = page.locator(f"{field} label:has(input[type=checkbox])")
        boxes.nth(min(boxes.count(), most) - 1).click()
        settled(page)

    return tick_another


def _write(field: str, words: str) -> Do:
    def write(page: Page) -> None:
        box = page.locator(f"{field} :is(textarea, input[type=text])").first
        box.fill(words)
        box.blur()
        settled(page)

    return write


def _type(field: str, words: str) -> Do:
    def type_on(page: Page) -> None:
        box = page.locator(f"{field} :is(textarea, input[type=text])").first
        box.fill("")
        box.press_sequentially(words)

    return type_on


def _say_asked(paper: str) -> Do:
    def say(page: Page) -> None:
        radio = f'[class*="st-key-paper-{paper}-"] label:has(input[type=radio])'
        page.locator(radio).nth(1).click()
        settled(page)

    return say


def _upload() -> Do:
    def upload(page: Page) -> None:
        choose(page, ("foto.jpg", photo()))
        until(page, "look-")

    return upload


def _then(*steps: Do) -> Do:
    def do_all(page: Page) -> None:
        for step in steps:
            step(page)

    return do_all
