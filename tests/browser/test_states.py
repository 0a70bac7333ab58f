"""The screens and states that no family meets on its way: errors, odd answers, dead ends."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.driving import HERE, barriers, settled
from tests.browser.journey import (
    PACK,
    Moment,
    Way,
    answer_wrongly,
    begin,
    go_on_until,
    go_to,
    screen,
)
from tests.browser.looking import Notes, arrival_fault
from tests.browser.states import note

ODD = {path.stem: path for path in sorted((HERE / "odd").glob("*.json"))}
"""Families that are asked what the examples are not asked."""


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


@pytest.fixture
def met(page, app_url) -> Iterator[Page]:
    """A visitor who has chosen a municipality, on a phone; at the end there is no barrier."""
    page.set_viewport_size({"width": 360, "height": 740})
    begin(page, app_url, "delft")
    yield page
    note(page)
    assert barriers(page) == []


def test_the_start_wants_a_choice(page, app_url):
    page.goto(app_url)
    settled(page)

    page.locator(".st-key-next button").click()
    page.wait_for_selector("#error-summary")

    assert arrival_fault(settled(page)) == ""
    assert barriers(page) == []


def test_wiping_asks_once_more_and_can_be_left_alone(met):
    met.locator(".st-key-wipe button").click()
    met.wait_for_selector(".st-key-wipe_yes")
    settled(met)
    assert barriers(met) == []

    met.locator(".st-key-wipe_no button").click()
    met.wait_for_selector(".st-key-wipe_yes", state="detached")


def test_the_languages_open_and_close_by_keyboard(met):
    met.locator(".st-key-languages button").focus()
    met.keyboard.press("Enter")
    met.wait_for_selector(".st-key-language-en")
    note(met)
    assert barriers(met) == []

    met.keyboard.press("Escape")
    met.wait_for_selector(".st-key-language-en", state="detached")


def test_a_third_language_says_where_it_ends(met):
    met.locator(".st-key-languages button").click()
    met.locator(".st-key-language-uk button").click()
    met.wait_for_selector("html[lang=uk]")
    go_to(met, "start")
    assert barriers(met) == []

    go_to(met, "cost")
    assert met.locator(".spoken").count() == 1


@pytest.mark.parametrize("name", ["result", "cost", "papers", "save"])
def test_a_page_can_be_opened_before_anything_was_answered(met, name):
    go_to(met, name)

    assert screen(met) == name


def test_a_lost_connection_is_told_and_loses_nothing(met):
    met.context.set_offline(True)
    met.evaluate("smiRuns.socket.close()")
    met.get_by_role("dialog").wait_for(timeout=30_000)
    note(met)
    assert barriers(met) == []

    met.context.set_offline(False)
    met.get_by_role("dialog").wait_for(state="detached", timeout=30_000)
    assert screen(settled(met)) == "woont_in_gemeente"


def test_an_address_that_is_no_page_leads_to_the_start(page, app_url):
    page.goto(f"{app_url}/nergens")
    page.get_by_role("dialog").wait_for()
    note(page)
    assert barriers(page) == []

    page.keyboard.press("Escape")
    assert screen(settled(page)) == "start"
