"""What a visitor reads before the program has come, and that it makes way for the page."""

import pytest

from tests.browser.driving import barriers, open_page, settled

PROGRAM = "**/static/js/**"
FIRST = "#first-screen"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_start_can_be_read_before_any_script_has_come(page, app_url):
    page.route(PROGRAM, lambda route: route.abort())
    page.goto(app_url, wait_until="commit")

    page.get_by_role("heading", level=1, name="Kinderopvang via de gemeente").wait_for()
    page.get_by_role("status").get_by_text("De vragen worden geladen").wait_for()
    assert page.locator(f"{FIRST} li").count() == 3
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]
    assert barriers(page) == []


def test_who_waits_long_is_told_what_to_do(page, app_url):
    page.route(PROGRAM, lambda route: route.abort())
    page.goto(app_url)
    late = page.locator(f"{FIRST} .late")
    late.wait_for(state="attached")
    assert not late.is_visible()

    page.evaluate("document.querySelector('.late').getAnimations()[0].finish()")

    assert late.is_visible()
    assert "laad de pagina opnieuw" in late.inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_comes_where_its_words_stood(page, app_url):
    page.route(PROGRAM, lambda route: route.abort())
    page.goto(app_url)
    before = page.locator(f"{FIRST} h1").bounding_box()

    page.unroute(PROGRAM)
    page.goto(app_url)
    settled(page)
    assert page.locator(FIRST).count() == 0

    [heading] = page.locator("h1").all()
    after = heading.bounding_box()
    assert abs(after["y"] - before["y"]) <= 8
    assert abs(after["x"] - before["x"]) <= 1


def test_without_scripts_the_page_says_so(browser, app_url):
    page = open_page(browser, 360, java_script_enabled=False)
    page.goto(app_url)

    assert page.locator(f"{FIRST} noscript strong").inner_text() == "JavaScript staat uit"
    assert page.locator(f"{FIRST} noscript").is_visible()
    assert not page.get_by_text("De vragen worden geladen").is_visible()
    page.context.close()
