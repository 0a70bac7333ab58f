"""Walking the wizard as a parent would, from the first page to the downloaded pack."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, NamedTuple

from playwright.sync_api import Download, Page

from smi_core.content import load_steps, municipalities
from smi_core.questions import questions_of
from tests.browser.driving import settled
from tests.browser.hands import MOUSE, Hand
from tests.browser.states import SEEN, can_be_wrong

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONS = questions_of(load_steps())
MOST_SCREENS = 150
NONSENSE = "!?"
"""What no field takes that wants something in particular."""
PACK = ".st-key-get_pack a"
"""The link to the pack."""

Moment = Literal["arrived", "filled in"]
Look = Callable[[str, Moment], None]
"""What is done at each screen, with its name: when one arrives there, and once it is filled in."""


def nothing(_: str, __: Moment) -> None:
    """Look at nothing."""


class Way(NamedTuple):
    """How somebody walks.

    Attributes:
        language: of the pages.
        hand: mouse or keyboard.
        look: what is done at each screen.
    """

    language: str = "nl"
    hand: Hand = MOUSE
    look: Look = nothing


AS_USUAL = Way()


def family(municipality: str) -> dict[str, Any]:
    """The answers of the family that is kept as an example."""
    return json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))


def walk(page: Page, address: str, municipality: str, way: Way = AS_USUAL) -> Download:
    """From the start to the pack with one family; gives the download."""
    answers = family(municipality)
    begin(page, address, municipality, way)
    go_on_until(page, answers, lambda page: page.locator(PACK).count() > 0, way)
    with page.expect_download() as download:
        way.hand.press(page, PACK)
    return download.value


def begin(page: Page, address: str, municipality: str, way: Way = AS_USUAL) -> None:
    """Open the website, choose a language and a municipality."""
    page.goto(address)
    settled(page)
    if way.language != "nl":
        way.hand.press(page, f".st-key-language-{way.language} button")
        page.wait_for_function(
            "wanted => document.documentElement.lang === wanted", arg=way.language
        )
        settled(page)
    way.look("start", "arrived")
    way.hand.choose(page, ".st-key-municipality", list(municipalities()).index(municipality))
    way.look("start", "filled in")
    press(page, "next", way.hand)


def go_on_until(
    page: Page, answers: dict[str, Any], is_there: Callable[[Page], bool], way: Way = AS_USUAL
) -> None:
    """Look at each screen, fill it in and go on, up to a certain one; that is looked at too."""
    for _ in range(MOST_SCREENS):
        name = screen(page)
        way.look(name, "arrived")
        if is_there(page):
            return
        if fill_in(page, answers, way.hand):
            way.look(name, "filled in")
        press(page, onward(name, answers), way.hand)
        complaint = page.locator("#error-summary")
        assert complaint.count() == 0, complaint.inner_text()
    raise AssertionError(f"it does not end; this is {screen(page)!r}")


def onward(name: str, answers: dict[str, Any]) -> str:
    """The button that goes on: on, or to one child more."""
    kind, _, number = name.rpartition("-")
    return "add_child" if kind == "children" and int(number) < len(answers["children"]) else "next"


def answer_until(page: Page, wanted: str, answers: dict[str, Any]) -> None:
    """Answer everything up to a certain screen."""
    go_on_until(page, answers, lambda page: screen(page) == wanted)


def screen(page: Page) -> str:
    """What the screen is called: the page, or the question with the number of the child."""
    return str(page.locator("[data-screen]").get_attribute("data-screen"))


def press(page: Page, key: str, hand: Hand = MOUSE) -> None:
    """Press a button, and wait until the screen has changed and nothing moves any more."""
    before = page.evaluate(PLACE)
    hand.press(page, f".st-key-{key} button")
    page.wait_for_function(f"before => ({PLACE})() !== before", arg=before)
    settled(page)
    assert page.evaluate("!smiRuns.isBroken()"), page.locator("#stMain").inner_text()


PLACE = """() => document.querySelector("[data-screen]")?.dataset.screen
    + " " + document.querySelector("#error-summary")?.dataset.nonce"""
"""The screen, and how often it was sent with errors."""


def go_to(page: Page, name: str) -> None:
    """Go to a page by its address, as the browser's own back button does: the visit goes on."""
    before = screen(page)
    page.evaluate("name => history.pushState({}, '', `/${name}`)", name)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_function(
        "before => document.querySelector('[data-screen]')?.dataset.screen !== before", arg=before
    )
    settled(page)


def fill_in(page: Page, answers: dict[str, Any], hand: Hand = MOUSE) -> bool:
    """Fill in every field of a screen; whether there was any."""
    keys = fields_on(page)
    for key in keys:
        fill(page, key, given_for(key, answers), hand)
    return bool(keys)


def fields_on(page: Page) -> list[str]:
    """The keys of the fields of a screen."""
    keys = page.locator("[class*=st-key-]").evaluate_all(KEYS)
    return [key for key in keys if question_of(key) in QUESTIONS]


def answer_wrongly(page: Page, *, again: bool = True) -> bool:
    """Leave a screen empty or with nonsense, and try to go on; whether that was done.

    Args:
        page: shows the screen.
        again: also if every error of it was seen before, by another test of this process.
    """
    asked = {key: QUESTIONS[question_of(key)] for key in fields_on(page)}
    wrong = [key for key, question in asked.items() if can_be_wrong(question)]
    if not again and all(f"question {question_of(key)} with an error" in SEEN for key in wrong):
        return False
    for key in wrong:
        if asked[key].optional:
            MOUSE.write(page, f".st-key-{key}", NONSENSE)
    if wrong:
        page.locator(".st-key-next button").click()
        page.wait_for_selector("#error-summary")
        settled(page)
    return bool(wrong)


def clear(page: Page) -> None:
    """Take the nonsense away again; what a family leaves open, it leaves empty."""
    for key in fields_on(page):
        field = page.locator(f".st-key-{key} :is(input[type=text], textarea)")
        if field.count() and field.first.input_value() == NONSENSE:
            MOUSE.write(page, f".st-key-{key}", "")


KEYS = """all => all.flatMap(e => [...e.classList])
    .filter(name => name.startsWith('st-key-'))
    .map(name => name.slice(7))"""
"""The keys of all fields and buttons on the page."""


def question_of(key: str) -> str:
    """The question behind the key of a field."""
    name, _, number = key.rpartition("-")
    return name if number.isdigit() else key


def given_for(key: str, answers: dict[str, Any]) -> Any:
    """What the family answers at a field; None if it leaves it open."""
    name, _, number = key.rpartition("-")
    if number.isdigit():
        return answers["children"][int(number) - 1].get(name)
    return answers["household"].get(key)


def fill(page: Page, key: str, given: Any, hand: Hand = MOUSE) -> None:
    """Fill in one field, as its kind wants."""
    if given is None:
        return
    field, question = f".st-key-{key}", QUESTIONS[question_of(key)]
    values = [option.value for option in question.options]
    if question.kind in {"yes_no", "choice"}:
        hand.choose(page, field, values.index(given))
    elif given == "onbekend":
        hand.tick(page, f":is({field}-unsure, {field}-onbekend)", 0)
    elif values:
        wanted = [given] if isinstance(given, str) else given
        if any(value.startswith(("za_", "zo_")) for value in wanted):
            hand.tick(page, f"{field}-weekend", 0)
        for value in sorted(wanted, key=values.index):
            hand.tick(page, f"{field}-{value}", 0)
    else:
        hand.write(page, field, str(given))
