"""The week plan in a browser: by mouse and by keyboard, at every width, light and dark."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, WebSocketRoute, expect

from tests.browser.driving import barriers, open_page, settled
from tests.browser.hands import tap
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


class SlowLine:
    """A connection on which what the server says can be held up."""

    def __init__(self, page: Page) -> None:
        self.page, self.held, self.is_held = page, [], False
        page.route_web_socket("**/_stcore/stream", self._connect)

    def _connect(self, to_page: WebSocketRoute) -> None:
        self.to_page = to_page
        to_page.connect_to_server().on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self.is_held:
            self.held.append(message)
        else:
            self.to_page.send(message)

    def hold(self) -> None:
        self.is_held = True

    def wait_for(self, words: str) -> None:
        """Wait until the server has said something, which is held up."""
        deadline = time.monotonic() + 15
        while not any(words.encode() in message for message in self.held):
            assert time.monotonic() < deadline, f"the server does not say {words!r}"
            self.page.wait_for_timeout(20)

    def let_go(self) -> None:
        self.is_held = False
        for message in self.held:
            self.to_page.send(message)


def at_week(page: Page, address: str) -> Page:
    """The week of a child for whom day care is wanted, in a municipality with a cap."""
    begin(page, address, "lansingerland")
    go_to(page, "questions?vraag=opvangsoort-1")
    tap(page.get_by_role("radio", name="Dagopvang", exact=True))
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


def test_a_whole_day_is_turned_on_filled_up_and_turned_off(week):
    day = week.get_by_role("button", name="Maandag hele dag")
    parts = [cell(week, f"Maandag {part}") for part in ("ochtend", "middag")]

    day.click()
    for part in parts:
        expect(part).to_be_checked()
    week.locator(f".st-key-{KEY}-ma_middag label").click()
    expect(parts[1]).not_to_be_checked()
    day.press("Enter")
    expect(parts[1]).to_be_checked()
    expect(day).to_be_focused()
    expect(status(week)).to_contain_text("Gekozen dagdelen: 2.")

    day.press("Space")
    for part in parts:
        expect(part).not_to_be_checked()
    expect(status(week)).to_contain_text("Gekozen dagdelen: 0.")


def test_a_tap_that_comes_before_the_answer_undoes_nothing(page, app_url):
    line = SlowLine(page)
    at_week(page, app_url)

    line.hold()
    page.get_by_role("button", name="Maandag hele dag").click()
    line.wait_for("Gekozen dagdelen: 2.")
    page.get_by_role("button", name="Dinsdag hele dag").click()
    line.let_go()

    expect(status(page)).to_contain_text("Gekozen dagdelen: 4.")


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
