"""The screens and states that no family meets on its way: errors, odd answers, dead ends."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.driving import HERE, barriers, settled
from tests.browser.hands import MOUSE
from tests.browser.journey import (
    PACK,
    QUESTIONS,
    Moment,
    Way,
    begin,
    fields_on,
    go_on_until,
    question_of,
)
from tests.browser.looking import Notes, arrival_fault
from tests.browser.states import can_be_wrong

ODD = {path.stem: path for path in sorted((HERE / "odd").glob("*.json"))}
"""Families that are asked what the examples are not asked."""
NONSENSE = "!?"


@pytest.mark.parametrize("municipality", ODD)
@pytest.mark.parametrize("width", [360])
def test_every_question_says_what_is_wrong_and_takes_what_comes_next(page, app_url, municipality):
    answers, notes = json.loads(ODD[municipality].read_text("utf-8")), Notes()

    def eyes(name: str, moment: Moment) -> None:
        if moment == "arrived" and answer_wrongly(page):
            notes.add(name, arrival_fault(page), *barriers(page))
            notes.look(page, name, "nl")

    begin(page, app_url, municipality)
    go_on_until(page, answers, lambda page: page.locator(PACK).count() > 0, Way(look=eyes))

    assert notes.faults == {}


def answer_wrongly(page: Page) -> bool:
    """Leave a screen empty or with nonsense, and try to go on; whether that can be done here."""
    asked = {key: QUESTIONS[question_of(key)] for key in fields_on(page)}
    wrong = [key for key, question in asked.items() if can_be_wrong(question)]
    for key in wrong:
        if asked[key].optional:
            MOUSE.write(page, f".st-key-{key}", NONSENSE)
    if wrong:
        page.locator(".st-key-next button").click()
        page.wait_for_selector("#error-summary")
        settled(page)
    return bool(wrong)
