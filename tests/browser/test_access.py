"""What no tool measures: where the keyboard is, what who listens hears, and leaving at once."""

import pytest

from tests.browser.driving import settled
from tests.browser.hands import focus_fault, tap
from tests.browser.journey import begin, go_to, press, screen
from tests.browser.test_uploads import bring_back, come_back, pack_of, until

pytestmark = pytest.mark.slow  # each brings a family back first: `make test-all` has the time

WEATHER = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"
FOCUSED = "document.activeElement.closest('[class*=st-key-]')?.className ?? ''"


@pytest.fixture
def met(page, app_url):
    """A visitor who has chosen a municipality, on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    begin(page, app_url, "delft")
    return page


def press_keys(page, *keys):
    for key in keys:
        page.keyboard.press(key)
    return page


def wait_for_focus(page, selector):
    page.wait_for_function(
        "wanted => document.activeElement.matches(wanted)", arg=selector, timeout=5000
    )
    assert focus_fault(settled(page)) == ""


def open_languages(page):
    page.locator(".st-key-languages button").focus()
    press_keys(page, "Enter")
    wait_for_focus(page, ".st-key-language-en button")


# --- The choice of a language ---------------------------------------------------------------------


def test_the_keyboard_goes_into_what_opens_and_stays_there(met):
    open_languages(met)

    press_keys(met, "Tab")
    wait_for_focus(met, ".st-key-language-uk button")
    press_keys(met, "Tab")
    wait_for_focus(met, ".st-key-language-en button")
    press_keys(met, "Shift+Tab")
    wait_for_focus(met, ".st-key-language-uk button")


def test_escape_closes_it_and_the_keyboard_comes_back(met):
    open_languages(met)

    press_keys(met, "Escape")

    wait_for_focus(met, ".st-key-languages button")
    assert met.locator(".st-key-language-en").count() == 0


def test_a_language_that_is_chosen_does_not_stay_in_the_way(met):
    open_languages(met)

    press_keys(met, "Enter")
    met.wait_for_selector("html[lang=en]", state="attached")

    wait_for_focus(met, "h1")
    assert met.locator(".st-key-language-nl").count() == 0


def test_each_language_is_named_in_that_language(page, app_url):
    page.goto(app_url)
    settled(page)

    for code in ("en", "uk"):
        button = page.locator(f".st-key-language-{code} button")
        assert button.get_attribute("lang") == code


# --- Controls that make way -----------------------------------------------------------------------


def test_wiping_keeps_the_keyboard_at_the_question(met):
    met.locator(".st-key-wipe button").focus()
    press_keys(met, "Enter")
    wait_for_focus(met, ".st-key-wiping p")

    press_keys(met, "Tab", "Tab")
    wait_for_focus(met, ".st-key-wipe_no button")
    press_keys(met, "Enter")
    wait_for_focus(met, ".st-key-wipe button")


def test_who_clicked_elsewhere_since_is_left_alone(met):
    met.locator(".st-key-wipe button").focus()
    met.locator("h1").click()
    met.evaluate("document.querySelector('.st-key-wipe button').click()")
    met.wait_for_selector(".st-key-wipe_yes")

    settled(met)
    assert met.evaluate("document.activeElement.tagName") == "H1"


# --- Parts of the page ----------------------------------------------------------------------------


def test_the_first_link_skips_the_bar(met):
    met.locator('[data-testid="stSkipToContent"]').focus()
    press_keys(met, "Enter")

    wait_for_focus(met, "h1")
    press_keys(met, "Tab")
    assert "woont_in_gemeente" in met.evaluate(FOCUSED)


def test_the_parts_of_the_page_have_names(met):
    assert met.get_by_role("navigation", name="Terug, bewaren en taal", exact=True).count() == 1
    assert met.get_by_role("region", name="Over deze website", exact=True).count() == 1
    assert met.get_by_role("banner").count() == 0

    open_languages(met)
    press_keys(met, "Enter")
    met.get_by_role("region", name="About this website", exact=True).wait_for()


# --- Away at once ---------------------------------------------------------------------------------


@pytest.fixture
def weather(met):
    """The visitor again; the page of the weather is answered here."""
    met.route(f"{WEATHER}**", lambda route: route.fulfill(body="<title>Weer</title>Zon"))
    return met


def test_escape_three_times_leaves(weather):
    press_keys(weather, "Escape", "Escape", "Escape")

    weather.wait_for_url(WEATHER)


def test_escape_that_closes_something_does_not_count(weather):
    open_languages(weather)

    press_keys(weather, "Escape")
    wait_for_focus(weather, ".st-key-languages button")
    press_keys(weather, "Escape", "Escape")

    weather.wait_for_timeout(500)
    assert screen(weather) == "woont_in_gemeente"
    press(weather, "back")


def test_escape_that_is_held_down_is_pressed_once(weather):
    for _ in range(5):
        weather.keyboard.down("Escape")  # again without "up" is what a keyboard sends when held

    weather.wait_for_timeout(500)
    assert screen(weather) == "woont_in_gemeente"


# --- Errors ---------------------------------------------------------------------------------------


def test_what_was_wrong_stays_on_its_screen(met):
    met.locator(".st-key-next button").click()
    met.wait_for_selector("#error-summary")
    settled(met)
    assert met.title().startswith("Fout: Woont u in Delft?")

    go_to(met, "accessibility")
    assert met.locator("#error-summary").count() == 0
    assert met.title().startswith("Toegankelijkheid")


def test_the_way_to_an_error_in_the_week_shows_the_field(page, app_url):
    page.set_viewport_size({"width": 360, "height": 740})
    come_back(page, app_url, pack_of("beemster"), "week")
    grid = page.locator(".st-key-week_grid")
    while (chosen := grid.locator("label:has(input:checked)")).count():
        chosen.first.click()
        settled(page)
    page.locator(".st-key-next button").click()
    page.wait_for_selector("#error-summary")
    settled(page)

    press_keys(page, "Tab", "Enter")

    assert focus_fault(settled(page)) == ""
    group = page.get_by_role("group", name="Op welke dagdelen wilt u opvang?", exact=True)
    assert group.get_attribute("aria-describedby") == "error-dagdelen-1"


def test_who_helps_is_said_in_one_place_and_no_window_is_called_by_an_answer(page, app_url):
    bring_back(page, app_url, pack_of("beemster"))
    until(page, "reopen-done")

    for name in ("result", "cost", "week", "papers", "save", "accessibility", "check", "pack"):
        go_to(page, name)
        assert page.locator(".help-line").count() == 1, name
        assert page.locator(".st-key-onward .help-line").count() == 1, name
        assert page.title().endswith(" - Kinderopvang via de gemeente (SMI)")
        assert not any(word in page.title() for word in ("€", "Noor")), page.title()


def test_what_if_is_heard_where_it_was_asked(page, app_url):
    come_back(page, app_url, pack_of("beemster"), "cost")
    page.locator("[data-testid=stExpander]:has([class*='-kind-']) summary").click()
    settled(page)
    tap(page.get_by_role("radio", name="Een andere soort opvang"))
    settled(page)

    tap(page.get_by_role("radio", name="Gastouder"))

    page.locator("#told", has_text="per maand").wait_for(state="attached", timeout=4000)
    assert page.evaluate("document.activeElement.type") == "radio"
