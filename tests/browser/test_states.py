"""The screens and states that no family meets on its way: errors, odd answers, dead ends."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from smi_core.amounts import Span
from smi_core.case import Case, work_out
from smi_core.content import load_guide
from smi_core.contribution import Amount
from smi_core.pack import make_pack
from tests.browser.driving import HERE, barriers, settled
from tests.browser.hands import KEYBOARD, MOUSE
from tests.browser.journey import (
    PACK,
    Moment,
    Way,
    answer_until,
    answer_wrongly,
    begin,
    clear,
    family,
    go_on_until,
    go_to,
    press,
    screen,
)
from tests.browser.looking import Notes, arrival_fault
from tests.browser.states import note
from tests.browser.test_uploads import bring_back, come_back, pack_of, until
from tests.families import TODAY, any_families

ODD = {path.stem: path for path in sorted((HERE / "odd").glob("*.json"))}
"""Families that are asked what the examples are not asked."""


@pytest.mark.slow
@pytest.mark.parametrize("municipality", ODD)
@pytest.mark.parametrize("width", [360])
def test_every_question_says_what_is_wrong_and_takes_what_comes_next(page, app_url, municipality):
    answers, notes = json.loads(ODD[municipality].read_text("utf-8")), Notes()

    def eyes(name: str, moment: Moment) -> None:
        if moment == "arrived" and answer_wrongly(page, again=False):
            notes.add(name, arrival_fault(page), *barriers(page))
            notes.look(page, name, "nl")
            clear(page)

    begin(page, app_url, municipality)
    go_on_until(page, answers, lambda page: page.locator(PACK).count() > 0, Way(look=eyes))

    assert not notes.faults, notes.told()


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


def test_taking_a_child_away_asks_once_more(met):
    go_to(met, "children")
    press(met, "add_child")
    go_to(met, "children")
    met.locator(".st-key-remove-0 button").click()
    met.wait_for_selector(".st-key-remove_yes")
    assert met.evaluate("document.activeElement.matches('[data-asks]')")
    note(settled(met))
    assert barriers(met) == []

    met.locator(".st-key-remove_no button").click()
    met.wait_for_selector(".st-key-remove-0")
    met.locator(".st-key-remove-1 button").click()
    press(met, "remove_yes")
    assert screen(met) == "children-1"


def test_the_languages_open_and_close_by_keyboard(met):
    met.locator(".st-key-languages button").focus()
    met.keyboard.press("Enter")
    met.wait_for_selector(".st-key-language-en")
    note(met)
    assert barriers(met) == []

    met.keyboard.press("Escape")
    met.wait_for_selector(".st-key-language-en", state="detached")


def test_a_new_language_is_read_from_its_heading(page, app_url):
    page.goto(app_url)
    settled(page)

    KEYBOARD.press(page, ".st-key-language-en button")
    page.wait_for_selector("html[lang=en]", state="attached")

    assert arrival_fault(settled(page)) == ""


def test_a_third_language_says_where_it_ends(met):
    met.locator(".st-key-languages button").click()
    met.locator(".st-key-language-uk button").click()
    met.wait_for_selector("html[lang=uk]", state="attached")
    go_to(met, "start")
    assert barriers(met) == []

    go_to(met, "cost")
    assert met.locator("#stMain p[lang=uk]").count() == 1


def test_who_may_get_another_allowance_hears_why_and_goes_on_all_the_same(met):
    answers = family("delft")
    answers["household"]["situatie_ik"] = ["werk"]
    notes = Notes()

    answer_until(met, "kot", answers)
    notes.look(met, "kot", "nl")
    notes.barriers(met, "kot")
    assert notes.faults == {}

    press(met, "next")
    answer_until(met, "result", answers)


@pytest.mark.parametrize("name", ["result", "cost", "papers", "save", "accessibility"])
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


def amount_is(case: Case, high: Decimal | None) -> bool:
    """Whether the amount per month is known, and is at most this; None: only per hour."""
    amount = case.contribution
    if not isinstance(amount, Amount):
        return False
    return (
        amount.per_month is None if high is None else amount.per_month == Span(low=high, high=high)
    )


OUTCOMES: dict[str, tuple[str, Callable[[Case], bool]]] = {
    "it costs nothing": ("beemster", lambda case: amount_is(case, Decimal(0))),
    "only the cost per hour is known": ("pijnacker-nootdorp", lambda case: amount_is(case, None)),
    "children differ": ("delft", lambda case: len(set(case.verdict.children)) > 1),
}


def drawn(municipality: str, fits: Callable[[Case], bool]) -> Case:
    """The first family, of those that are drawn, with whom it comes out like that."""
    guide = load_guide(municipality)
    cases = (work_out(guide, one, TODAY) for one in any_families(guide, 120, children=2))
    return next(case for case in cases if fits(case))


@pytest.mark.slow
@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("width", [360])
def test_what_comes_out_can_be_seen_by_everybody(page, app_url, outcome):
    notes = Notes()
    bring_back(page, app_url, make_pack(drawn(*OUTCOMES[outcome]), []))
    until(page, "reopen-done")

    for name in ("result", "cost", "papers", "check"):
        go_to(page, name)
        notes.look(page, name, "nl")
        notes.barriers(page, name)

    assert not notes.faults, notes.told()


@pytest.mark.parametrize("width", [360])
def test_what_if_is_compared_and_taken_over(page, app_url):
    come_back(page, app_url, pack_of("beemster"), "cost")

    page.locator("[data-testid=stExpander]:has([class*='-kind-']) summary").first.click()
    settled(page)
    page.locator("[class*='-kind-'] [data-testid=stRadioOption]").first.click()
    settled(page)
    page.get_by_role("button", name="Eén dagdeel minder").click()
    settled(page)
    assert page.locator(".compare").count() == 1
    assert barriers(page) == []

    press(page, "whatif-take")
    assert screen(page) == "cost-1"


@pytest.mark.parametrize("width", [360])
def test_how_far_one_is_with_a_paper(page, app_url):
    come_back(page, app_url, pack_of("pijnacker-nootdorp"), "papers")
    page.locator("[class*=st-key-open-row-] button").first.click()
    until(page, "paper-")

    for place in range(1, 4):
        MOUSE.choose(page, "[class*=st-key-paper-]", place)
        assert barriers(page) == []
    MOUSE.choose(page, "[class*=st-key-paper-]", 0)
    page.locator(".st-key-back button").click()
    until(page, "papers")
