"""Leaving at once in a real browser: with a connection and without one, nothing comes back."""

import sqlite3
import time

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.driving import open_page, settled, website
from tests.browser.journey import answer_until, begin, family, screen

ELSEWHERE = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("leaving")


@pytest.fixture(scope="module")
def address(folder):
    with website(folder / "log.txt") as address:
        yield address


@pytest.fixture
def page(browser, address):
    fresh = open_page(browser, 360)
    fresh.context.route(f"{ELSEWHERE}*", lambda route: route.fulfill(body="<title>Weer</title>"))
    begin(fresh, address, "delft")
    answer_until(fresh, "kot_krijgt", family("delft"))
    yield fresh
    fresh.context.close()


def states(folder) -> set[str]:
    """What the store says of its drafts."""
    with sqlite3.connect(folder / "drafts.sqlite") as database:
        return {state for (state,) in database.execute("select state from drafts")}


def press_leave(page: Page) -> None:
    page.locator(".st-key-leave button").click()


def press_escape(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")


def cookies(page: Page, address: str) -> dict[str, str]:
    return {one["name"]: one["value"] for one in page.context.cookies(address)}


def until_answered(page: Page, address: str) -> None:
    """Wait until the answer to the request that somebody left took back the secret."""
    deadline = time.monotonic() + 10
    while "visitor" in cookies(page, address):
        assert time.monotonic() < deadline, "the secret is still there"
        page.wait_for_timeout(20)


def assert_nothing_is_left(page: Page, address: str) -> None:
    """Whoever opens the website now is a stranger to it."""
    page.goto(address)
    settled(page)
    assert screen(page) == "start"
    assert page.locator("input:checked").count() == 0
    page.goto(f"{address}/check")
    settled(page)
    assert screen(page) == "start"


@pytest.mark.parametrize("leave", [press_leave, press_escape])
def test_nothing_comes_back_after_leaving(page, address, folder, leave):
    before = cookies(page, address)["visitor"]

    leave(page)
    page.wait_for_url(ELSEWHERE)

    until_answered(page, address)
    assert states(folder) == {"wiped"}
    assert_nothing_is_left(page, address)
    assert cookies(page, address)["visitor"] != before


def test_nothing_comes_back_after_leaving_without_a_connection(page, address, folder):
    before = cookies(page, address)["visitor"]
    page.context.set_offline(True)

    press_leave(page)
    page.wait_for_url(ELSEWHERE)

    assert "draft" in states(folder)  # the server cannot know
    page.context.set_offline(False)
    assert_nothing_is_left(page, address)
    assert cookies(page, address)["visitor"] != before
    assert states(folder) == {"wiped"}


def test_a_link_on_another_website_brings_nothing_back_after_leaving_offline(page, address, folder):
    page.context.set_offline(True)
    press_leave(page)
    page.wait_for_url(ELSEWHERE)
    page.context.set_offline(False)
    link = f'<a href="{address}/check">kinderopvang</a>'
    page.route(
        "https://elders.example/", lambda route: route.fulfill(content_type="text/html", body=link)
    )
    page.goto("https://elders.example/")

    page.locator("a").click()
    page.wait_for_url(f"{address}/**")
    settled(page)

    assert screen(page) == "start"
    assert states(folder) == {"wiped"}


def test_going_back_leads_on(page, address):
    """The entries of our own pages in the history lead to the other page each time."""
    press_leave(page)
    page.wait_for_url(ELSEWHERE)
    titles = []
    page.on("framenavigated", lambda frame: titles.append(frame.title()))

    page.go_back()
    page.wait_for_url(ELSEWHERE)

    assert page.title() == "Weer"
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_going_back_without_a_connection_shows_nothing(page, address):
    page.context.set_offline(True)
    press_leave(page)
    page.wait_for_url(ELSEWHERE)

    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.go_back()

    assert page.locator("#stMain").count() == 0


def test_other_tabs_leave_too(page, address):
    other = page.context.new_page()
    other.goto(f"{address}/check")
    settled(other)
    assert screen(other) == "check"

    press_leave(page)

    other.wait_for_url(ELSEWHERE)
    page.wait_for_url(ELSEWHERE)


def test_until_the_other_page_comes_the_screen_is_empty(page):
    """Without content the browser stays where it is, as it does while it waits."""
    page.context.unroute(f"{ELSEWHERE}*")
    page.context.route(f"{ELSEWHERE}*", lambda route: route.fulfill(status=204))

    press_escape(page)
    page.wait_for_function("() => document.documentElement.hidden")

    page.evaluate("document.title = 'Kinderopvang'")  # as Streamlit does with each run
    assert page.evaluate("document.title") == "Weer"
    expect(page.locator("h1")).to_be_hidden()
