"""Who is not there any more, and shared computers, in a real browser with a clock of a test."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.driving import barriers, open_page, settled, website
from tests.browser.journey import answer_until, begin, family, screen
from tests.browser.states import note

ASKED = ".st-key-still_here button"
MINUTE = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("idle")
    (folder / "clock").write_text("0")
    return folder


@pytest.fixture(scope="module")
def address(folder):
    clock = {"SMI_TEST_CLOCK": str(folder / "clock")}
    with website(folder / "log.txt", "tests/browser/clocked/app.py", clock) as address:
        yield address


@pytest.fixture
def later(folder):
    """Lets time go by for the website."""
    clock = folder / "clock"
    return lambda seconds: clock.write_text(str(float(clock.read_text()) + seconds))


@pytest.fixture
def page(browser, address, width):
    """Somebody at a counter, who sends no sign of life unless a test lets them."""
    fresh = open_page(browser, width)
    fresh.route("**/alive", lambda route: route.abort())
    fresh.goto(f"{address}/balie")
    settled(fresh)
    yield fresh
    fresh.context.close()


@pytest.fixture
def at_name(page, address):
    """With a half-typed name."""
    begin(page, address, "delft")
    answer_until(page, "naam", family("delft"))
    page.locator(".st-key-naam input").fill("Half get")
    return page


def name(page: Page) -> str:
    return page.locator(".st-key-naam input").input_value()


@pytest.mark.parametrize("width", [360])
def test_who_is_asked_loses_nothing_by_typing_on(at_name, later):
    later(8 * MINUTE)
    at_name.wait_for_selector(ASKED)

    note(at_name)
    assert barriers(at_name) == []
    assert at_name.locator(".st-key-idle [role=alert]").inner_text().startswith("Bent u er nog?")
    expect(at_name.locator(".st-key-naam input")).to_be_focused()
    assert at_name.locator(ASKED).bounding_box()["height"] >= 44
    at_name.keyboard.type("y")

    at_name.wait_for_selector(ASKED, state="detached")
    assert name(settled(at_name)) == "Half gety"


def test_the_question_has_the_focus_and_gives_it_back(at_name, later):
    at_name.locator(".st-key-back button").focus()
    settled(at_name)
    later(8 * MINUTE)
    at_name.wait_for_selector(ASKED)

    expect(at_name.locator(ASKED)).to_be_focused()
    at_name.keyboard.press("Enter")

    at_name.wait_for_selector(ASKED, state="detached")
    expect(at_name.locator(".st-key-back button")).to_be_focused()
    assert name(settled(at_name)) == "Half get"


@pytest.mark.parametrize("width", [360])
def test_who_does_not_answer_finds_the_start_and_why(at_name, later):
    later(10 * MINUTE)
    at_name.wait_for_selector('[data-screen="start"]', state="attached")
    settled(at_name)

    assert "10 minuten" in at_name.locator(".notice").inner_text()
    assert barriers(at_name) == []
    at_name.reload()
    settled(at_name)
    assert screen(at_name) == "start"
    assert at_name.locator("input:checked").count() == 0


def test_a_touch_is_a_sign_of_life(page):
    page.unroute("**/alive")

    with page.expect_response("**/alive") as answer:
        page.mouse.click(5, 300)

    assert answer.value.status == 204


@pytest.mark.parametrize("width", [360])
def test_the_next_at_a_counter_finds_nothing(page, address):
    assert barriers(page) == []
    for button in page.locator(".st-key-counter button").all():
        assert button.bounding_box()["height"] >= 44
    begin(page, address, "delft")
    answer_until(page, "kot_krijgt", family("delft"))

    page.reload()  # nothing comes back, and it is a counter still
    settled(page)
    assert screen(page) == "start"

    page.goto(f"{address}/check")
    settled(page)
    assert screen(page) == "start"
    assert page.locator(".st-key-next_person").count() == 1


@pytest.mark.parametrize("width", [360])
def test_a_computer_can_be_shared_and_ones_own_again(browser, address, width):
    page = open_page(browser, width)
    page.goto(address)
    settled(page)
    box = page.get_by_text("Dit is een computer van meer mensen")

    with page.expect_response("**/shared"):
        box.click()
    settled(page)
    note(page)
    assert barriers(page) == []
    begin(page, address, "delft")
    page.reload()
    settled(page)
    assert screen(page) == "start"
    assert page.locator(".st-key-sharing input").is_checked()

    with page.expect_response("**/shared"):
        box.click()
    begin(page, address, "delft")
    page.reload()
    settled(page)
    assert screen(page) != "start"
    page.context.close()
