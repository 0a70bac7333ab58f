"""What no tool measures: where the keyboard is, what who listens hears, and leaving at once."""

import pytest

from tests.browser.driving import settled
from tests.browser.hands import focus_fault
from tests.browser.journey import begin, press, screen

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

    wait_for_focus(met, ".st-key-languages button")
    assert met.locator(".st-key-language-nl").count() == 0


def test_each_language_is_named_in_that_language(page, app_url):
    page.goto(app_url)
    settled(page)

    for code in ("en", "uk"):
        button = page.locator(f".st-key-language-{code} button")
        assert button.get_attribute("lang") == code


def test_a_language_chosen_on_the_first_page_leaves_the_keyboard_there(page, app_url):
    page.goto(app_url)
    settled(page)

    page.locator(".st-key-language-en button").focus()
    press_keys(page, "Enter")

    wait_for_focus(page, ".st-key-language-nl button")


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


def test_leaving_shows_the_weather_and_forgets_the_answers(weather, app_url):
    weather.locator(".st-key-leave button").click()
    weather.wait_for_url(WEATHER)

    weather.go_back()
    assert screen(settled(weather)) == "start"
    assert weather.locator(".st-key-municipality input:checked").count() == 0


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
