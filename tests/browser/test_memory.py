"""Nothing of a visitor stays in the memory of the website once they wiped it, or are gone."""

import json
import time
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from tests.browser.driving import open_page, website
from tests.browser.hands import MOUSE
from tests.browser.journey import go_to, press
from tests.browser.markers import Markers
from tests.browser.test_markers import document, photo
from tests.browser.test_uploads import bring_back, choose, pack_of, press_for, until
from tests.browser.watching import ELSEWHERE

APP = "tests/browser/remembering/app.py"
SECONDS = 20
"""The last message of a connection is held until the next sign of life: half a minute at most, but
here a second."""


@pytest.fixture(scope="module")
def remembering(tmp_path_factory):
    folder = tmp_path_factory.mktemp("remembering")
    own = {
        "SMI_DRAFTS": f"sqlite:///{folder / 'drafts.sqlite'}",
        "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1",
        "STREAMLIT_SERVER_WEBSOCKET_PING_INTERVAL": "1",
    }
    with website(folder / "log.txt", APP, own) as address:
        yield address


def held(address: str, marks: Markers) -> list[str]:
    """The ways in which the website still holds a marked word."""
    [[word]] = marks.words().values()
    with urlopen(f"{address}/memory", word.encode().hex().encode(), timeout=60) as answer:
        return json.load(answer)


def until_nothing_is_held(address: str, marks: Markers) -> list[str]:
    """What is still held after a while in which the janitor came by."""
    deadline = time.monotonic() + SECONDS
    while (ways := held(address, marks)) and time.monotonic() < deadline:
        time.sleep(0.5)
    return ways


@pytest.fixture
def marks() -> Markers:
    return Markers()


@pytest.fixture
def filled_in(browser, remembering, marks):
    """A visitor who filled in words, added files, looked at all there is, and typed something."""
    page = open_page(browser)
    page.set_default_timeout(30_000)
    bring_back(page, remembering, pack_of("delft"))
    until(page, "reopen-done")
    go_to(page, "questions?vraag=naam&deel=apply")
    MOUSE.write(page, ".st-key-naam", marks.of("naam"))
    press(page, "next")
    go_to(page, "paper?papier=inkomensverklaring")
    choose(page, (f"{marks.of('photo')}.jpg", photo("x")), ("brief.pdf", document(marks.of("pdf"))))
    until(page, "look-")
    press(page, "next")
    press_for(page, "next", "paper-")
    for name in ("result", "cost", "check", "save", "pack"):
        go_to(page, name)
    go_to(page, "questions?vraag=verhaal&deel=apply")
    MOUSE.write(page, ".st-key-verhaal", marks.of("half"))
    assert held(remembering, marks)
    yield page
    page.context.close()


def test_nothing_is_held_after_wiping(filled_in, remembering, marks):
    page: Page = filled_in
    page.locator(".st-key-wipe button").click()
    page.locator(".st-key-wipe_yes button").click()
    until(page, "start")

    assert until_nothing_is_held(remembering, marks) == []


def test_nothing_is_held_after_leaving_quickly(filled_in, remembering, marks):
    page: Page = filled_in
    page.route(ELSEWHERE, lambda route: route.fulfill(body="Morgen zon."))
    page.locator(".st-key-leave button").click()
    page.wait_for_url(ELSEWHERE)

    assert until_nothing_is_held(remembering, marks) == []


def test_nothing_is_held_once_the_session_ended(filled_in, remembering, marks):
    filled_in.close()

    assert until_nothing_is_held(remembering, marks) == []
