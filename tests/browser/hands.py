"""Two ways to use a page: with a mouse or finger, and with the keyboard alone."""

from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page

from tests.browser.driving import HERE, settled

MOST_STOPS = 80
"""More often than this nobody presses Tab to get somewhere."""


class Hand(NamedTuple):
    """How somebody does what a page asks; every selector finds one control, or its field.

    Attributes:
        press: a button or a link.
        choose: the option at a place of a group of radio buttons.
        tick: the box at a place of a field.
        write: text into a field.
    """

    press: Callable[[Page, str], None]
    choose: Callable[[Page, str, int], None]
    tick: Callable[[Page, str, int], None]
    write: Callable[[Page, str, str], None]


def _click(page: Page, selector: str) -> None:
    page.locator(selector).first.click()


def _click_radio(page: Page, selector: str, place: int) -> None:
    page.locator(f"{selector} label:has(input[type=radio])").nth(place).click()
    settled(page)


def _click_box(page: Page, selector: str, place: int) -> None:
    page.locator(f"{selector} label:has(input[type=checkbox])").nth(place).click()
    settled(page)


def tap(control: Locator) -> None:
    """Tap the label of a tick or a choice, once it stands still and nothing lies over it.

    Not `check(force=True)` of the hidden control itself: that clicks at once, whatever is there.
    """
    control.locator("xpath=ancestor::label").click()


def _type_at(page: Page, selector: str, text: str) -> None:
    field = page.locator(f"{selector} :is(input[type=text], textarea)").first
    field.fill(text)
    field.blur()
    settled(page)


MOUSE = Hand(_click, _click_radio, _click_box, _type_at)


def focus_fault(page: Page) -> str:
    """What is wrong with the focus as it is now: where it is, or how it shows; empty if nothing."""
    return page.evaluate(FOCUS)


FOCUS = (HERE / "focus.js").read_text("utf-8")
IS_AT = """([selector, place]) => {
    const wanted = [...document.querySelectorAll(selector)][place];
    return wanted !== undefined && wanted === document.activeElement;
}"""


def reach(page: Page, selector: str, place: int = 0) -> None:
    """Press Tab until a control has the focus; on the way the focus is always seen."""
    for _ in range(MOST_STOPS):
        if page.evaluate(IS_AT, [selector, place]):
            return
        page.keyboard.press("Tab")
        fault = focus_fault(page)
        assert not fault, f"on the way to {selector}: {fault}"
    raise AssertionError(f"the keyboard does not get to {selector}")


def _enter(page: Page, selector: str) -> None:
    reach(page, selector)
    page.keyboard.press("Enter")


def _arrow_to(page: Page, selector: str, place: int) -> None:
    radios = f"{selector} input[type=radio]"
    now = page.locator(radios).evaluate_all("all => all.findIndex(one => one.checked)")
    reach(page, radios, max(now, 0))
    page.keyboard.press("Space")
    for _ in range(abs(place - max(now, 0))):
        page.keyboard.press("ArrowDown" if place > now else "ArrowUp")
    settled(page)
    _is_still_at(page, radios, place)


def _space_at(page: Page, selector: str, place: int) -> None:
    boxes = f"{selector} input[type=checkbox]"
    reach(page, boxes, place)
    page.keyboard.press("Space")
    settled(page)
    _is_still_at(page, boxes, place)


def _type_in(page: Page, selector: str, text: str) -> None:
    reach(page, f"{selector} :is(input[type=text], textarea)")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(text)
    page.keyboard.press("Tab")
    settled(page)


def _is_still_at(page: Page, selector: str, place: int) -> None:
    """What was done keeps the keyboard where it was, though the page was drawn again."""
    assert page.evaluate(IS_AT, [selector, place]), f"the focus has left {selector}"
    fault = focus_fault(page)
    assert not fault, fault


KEYBOARD = Hand(_enter, _arrow_to, _space_at, _type_in)
HANDS = {"mouse": MOUSE, "keyboard": KEYBOARD}
