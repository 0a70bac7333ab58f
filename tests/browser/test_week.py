"""The week plan in a browser: by mouse and by keyboard, at every width, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.driving import barriers, open_page, settled
from tests.browser.journey import begin, go_to, press, screen
from tests.browser.looking import look_at

KEY = "dagdelen-1"
CELLS = ".st-key-week_grid :is(label, button)"
SIZES = "all => all.map(e => e.getBoundingClientRect()).map(r => [r.width, r.height])"
UNDER_THE_BAR = """() => {
    const bar = document.querySelector(".st-key-onward").getBoundingClientRect();
    const box = document.activeElement.closest("label, button").getBoundingClientRect();
    return box.bottom > bar.top && box.top < bar.bottom;
}"""


def at_week(page: Page, address: str) -> Page:
    """The week of a child for whom day care is wanted, in a municipality with a cap."""
    begin(page, address, "lansingerland")
    go_to(page, "questions?vraag=opvangsoort-1")
    page.get_by_role("radio", name="Dagopvang", exact=True).check(force=True)
    press(page, "next")
    go_to(page, "week")
    assert screen(page) == KEY
    return page


@pytest.fixture
def week(page: Page, app_url: str) -> Page:
    return at_week(page, app_url)


def cell(page: Page, name: str) -> Locator:
    return page.get_by_role("checkbox", name=name, exact=True)


def status(page: Page) -> Locator:
    return page.get_by_role("status").filter(has_text="dagdelen")


def test_taps_change_what_is_said_until_the_cap_is_passed(week):
    for day in ("Maandag", "Dinsdag", "Woensdag"):
        week.get_by_role("button", name=f"{day} hele dag").click()
    expect(status(week)).to_contain_text("Gekozen dagdelen: 6.")

    week.locator(f".st-key-{KEY}-do_ochtend label").click()

    expect(cell(week, "Donderdag ochtend")).to_be_checked()
    expect(status(week)).to_contain_text("U kiest er 7: 1 betaalt u zelf.")


def test_the_keyboard_moves_through_the_grid_and_chooses(week):
    cell(week, "Maandag ochtend").focus()

    for key in ("Space", "ArrowRight", "ArrowDown", "Space"):
        week.keyboard.press(key)
    settled(week)

    expect(cell(week, "Dinsdag middag")).to_be_focused()
    expect(cell(week, "Dinsdag middag")).to_be_checked()
    expect(status(week)).to_contain_text("Gekozen dagdelen: 2.")


def test_tab_reaches_every_half_day_in_order(week):
    week.get_by_role("button", name="Maandag hele dag").focus()
    week.keyboard.press("Tab")
    expect(cell(week, "Maandag ochtend")).to_be_focused()
    week.keyboard.press("Tab")
    expect(cell(week, "Maandag middag")).to_be_focused()
    week.keyboard.press("Tab")
    expect(week.get_by_role("button", name="Dinsdag hele dag")).to_be_focused()


def test_arrows_stop_at_the_edges(week):
    cell(week, "Maandag ochtend").focus()

    week.keyboard.press("ArrowUp")
    week.keyboard.press("ArrowLeft")

    expect(cell(week, "Maandag ochtend")).to_be_focused()


def test_what_is_said_is_a_place_that_stays(week):
    week.evaluate("window.kept = document.querySelector('[role=status].st-key-week_said')")

    week.locator(f".st-key-{KEY}-ma_ochtend label").click()

    expect(status(week)).to_contain_text("Gekozen dagdelen: 1.")
    assert week.evaluate("kept.isConnected && kept.getAttribute('aria-atomic')") == "false"


@pytest.fixture(params=[(320, "light"), (1280, "dark")])
def looks(request, browser, app_url) -> Iterator[Page]:
    """The week at a width, on a light or a dark ground, with half-days chosen."""
    width, scheme = request.param
    page = open_page(browser, width, color_scheme=scheme, viewport={"width": width, "height": 740})
    page.set_default_timeout(15_000)
    at_week(page, app_url)
    for day in ("ma", "di", "wo", "vr"):
        page.locator(f".st-key-{KEY}-{day} button").click()
        settled(page)
    yield page
    page.context.close()


def test_the_grid_is_clean_and_large_enough_to_tap(looks):
    assert barriers(looks) == []
    assert look_at(looks, "nl").faults == ()
    sizes = looks.locator(CELLS).evaluate_all(SIZES)
    assert len(sizes) == 15
    assert min(min(size) for size in sizes) >= 44


def test_focus_is_never_below_the_bar(looks):
    cell(looks, "Maandag ochtend").focus()
    for _ in range(4):
        looks.keyboard.press("ArrowDown")
        assert looks.evaluate(UNDER_THE_BAR) is False
