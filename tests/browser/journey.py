"""Walking the wizard as a parent would, from the first page to the downloaded pack."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Page

from smi_core.content import load_scheme, load_steps
from smi_core.questions import questions_of
from tests.browser.driving import settled

EXAMPLES = Path(__file__).parents[2] / "examples"
QUESTIONS = questions_of(load_steps())
MOST_SCREENS = 150
PACK = ".st-key-get_pack a"
"""The link to the pack."""

Look = Callable[[str], None]
"""What is done at each screen, with a name for it."""


def family(municipality: str) -> dict[str, Any]:
    """The answers of the family that is kept as an example."""
    return json.loads((EXAMPLES / f"{municipality}.json").read_text("utf-8"))


def walk(page: Page, address: str, municipality: str, look: Look = lambda _: None) -> Download:
    """From the start to the pack with one family; gives the download."""
    answers = family(municipality)
    begin(page, address, municipality, look)
    for number, _ in enumerate(answers["children"], start=1):
        answer_screens(page, answers, look)
        assert screen(page) == f"children-{number}"
        look("children")
        press(page, "add_child" if number < len(answers["children"]) else "next")
    answer_screens(page, answers, look)
    for name in ("result", "papers"):
        assert screen(page) == name
        look(name)
        press(page, "next")
        answer_screens(page, answers, look)
    for name in ("check", "pack"):
        assert screen(page) == name
        look(name)
        if name == "check":
            press(page, "next")
    with page.expect_download() as download:
        page.locator(PACK).click()
    return download.value


def begin(page: Page, address: str, municipality: str, look: Look = lambda _: None) -> None:
    """Open the website and choose a municipality."""
    page.goto(address)
    settled(page)
    look("start")
    name = load_scheme(municipality).municipality.nl
    page.get_by_role("radio", name=name, exact=True).check(force=True)
    settled(page)
    press(page, "next")


def screen(page: Page) -> str:
    """What the screen is called: the page, or the question with the number of the child."""
    return str(page.locator("[data-screen]").get_attribute("data-screen"))


def press(page: Page, key: str) -> None:
    """Press a button, and wait until the screen has changed and nothing moves any more."""
    before = screen(page)
    page.locator(f".st-key-{key} button").click()
    page.wait_for_function(
        "before => document.querySelector('[data-screen]')?.dataset.screen !== before"
        " || document.querySelector('#error-summary')",
        arg=before,
    )
    settled(page)


def go_to(page: Page, name: str) -> None:
    """Go to a page by its address, as the browser's own back button does: the visit goes on."""
    before = screen(page)
    page.evaluate("name => history.pushState({}, '', `/${name}`)", name)
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    page.wait_for_function(
        "before => document.querySelector('[data-screen]')?.dataset.screen !== before", arg=before
    )
    settled(page)


def answer_screens(
    page: Page, answers: dict[str, Any], look: Look = lambda _: None, until: str = ""
) -> None:
    """Answer all screens up to the first that asks nothing, or up to a certain one."""
    for _ in range(MOST_SCREENS):
        if question_of(screen(page)) not in QUESTIONS or screen(page) == until:
            return
        answer(page, answers, look)
    raise AssertionError(f"the questions do not end; this is {screen(page)!r}")


def answer(page: Page, answers: dict[str, Any], look: Look = lambda _: None) -> None:
    """Fill in one screen and go on."""
    fill_in(page, answers)
    look(screen(page))
    press(page, "next")
    assert page.locator("#error-summary").count() == 0, page.locator("#error-summary").inner_text()


def fill_in(page: Page, answers: dict[str, Any]) -> None:
    """Fill in every field of a screen."""
    for key in page.locator("[class*=st-key-]").evaluate_all(KEYS):
        if question_of(key) in QUESTIONS:
            fill(page, key, given_for(key, answers))


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


def fill(page: Page, key: str, given: Any) -> None:
    """Fill in one field, as its kind wants."""
    if given is None:
        return
    field = page.locator(f".st-key-{key}").first
    question = QUESTIONS[question_of(key)]
    if question.kind in {"yes_no", "choice"}:
        place = [o.value for o in question.options].index(given)
        field.locator("input[type=radio]").nth(place).check(force=True)
    elif question.options:
        wanted = [given] if isinstance(given, str) else given
        for place, option in enumerate(question.options):
            if option.value in wanted:
                field.locator("input[type=checkbox]").nth(place).check(force=True)
                settled(page)
    elif given == "onbekend":
        field.locator("input[type=checkbox]").check(force=True)
    else:
        box = field.locator("input[type=text], textarea").first
        box.fill(str(given))
        box.blur()
    settled(page)
