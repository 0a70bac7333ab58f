"""What goes wrong, one function for each kind. Each leaves the parent on a page that is at rest."""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.driving import settled
from tests.faults.seen import connected, seen
from tests.faults.world import SESSION, World

Fault = Callable[[Page, World], Page]
"""Breaks something, and gives the page on which the parent is after that."""


@dataclass(frozen=True)
class Kind:
    """A kind of fault.

    Attributes:
        breaks: what goes wrong.
        while_typing: it happens in the middle of a word, so what is filled in was not sent.
        at: the kinds of field at which it may happen; any if empty.
    """

    name: str
    breaks: Fault
    while_typing: bool = False
    at: tuple[str, ...] = ()


TYPED = ("text", "story", "paper")


def refresh(page: Page, _: World) -> Page:
    page.reload()
    return settled(page)


def another_page(page: Page, world: World) -> Page:
    here = page.url
    page.goto(f"{world.line.address}/accessibility")
    settled(page)
    page.goto(here)
    return settled(page)


def back_and_forward(page: Page, _: World) -> Page:
    before = seen(page).screen
    page.locator(".st-key-accessibility button").first.click()
    _until_not(page, before)
    page.go_back()
    settled(page)
    page.go_forward()
    _until_not(page, before)
    page.go_back()
    _until(page, before)
    return page


def deep_link(page: Page, world: World) -> Page:
    here = page.url
    page.goto(f"{world.line.address}/check?regel=nergens")
    settled(page)
    page.goto(here)
    return settled(page)


def line_drops(page: Page, world: World) -> Page:
    with connected(page):
        world.line.cut()
    return page


def line_drops_for_long(page: Page, world: World) -> Page:
    _be_away(page, world)
    return page


def asleep_for_an_hour(page: Page, world: World) -> Page:
    phone = page.context.new_cdp_session(page)
    phone.send("Page.setWebLifecycleState", {"state": "frozen"})
    world.let_pass(hours=1)
    _be_away(page, world, lambda: phone.send("Page.setWebLifecycleState", {"state": "active"}))
    return page


def tab_closed(page: Page, world: World) -> Page:
    address = page.url.removeprefix(world.line.address)
    page.close(run_before_unload=True)
    return world.visit(address)


def server_killed(page: Page, world: World) -> Page:
    with connected(page):
        world.replace(signal.SIGKILL)
    return page


def server_stopped_during_a_click(page: Page, world: World) -> Page:
    page.locator(".st-key-languages button").first.click()
    page.locator(".st-key-language-en button").first.click(no_wait_after=True)
    with connected(page):
        world.replace(signal.SIGTERM)
    return page


def other_server(page: Page, world: World) -> Page:
    with connected(page):
        world.switch()
    return page


def refresh_while_busy(page: Page, _: World) -> Page:
    page.evaluate("() => document.querySelector('.st-key-save button').click()")
    page.go_back() if page.url.endswith("/save") else page.reload()
    return settled(page)


def _be_away(page: Page, world: World, meanwhile: Callable[[], object] = lambda: None) -> None:
    """The connection is gone until the server has forgotten the session."""
    with connected(page):
        world.line.hold()
        back = time.monotonic() + SESSION + 1
        page.wait_for_timeout((back - time.monotonic()) * 1000)
        meanwhile()
        world.line.mend()


def _until(page: Page, screen: str) -> None:
    page.wait_for_selector(f'[data-screen="{screen}"]', state="attached")
    settled(page)


def _until_not(page: Page, screen: str) -> None:
    page.wait_for_selector(f'[data-screen]:not([data-screen="{screen}"])', state="attached")
    settled(page)
