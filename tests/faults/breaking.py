"""What goes wrong, one function for each. Each leaves the parent on a page that is at rest."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from tests.browser.driving import settled
from tests.faults.seen import connected, seen
from tests.faults.world import SESSION, World

ASIDE = ".st-key-accessibility button"


def refresh(page: Page, _: World) -> Page:
    page.reload()
    return settled(page)


def refresh_while_busy(page: Page, _: World) -> Page:
    """The click was sent, its answer is not there yet."""
    page.evaluate("() => document.querySelector('.st-key-languages button')?.click()")
    page.locator(".st-key-language-en button").dispatch_event("click")
    page.reload()
    return settled(page)


def back_button(page: Page, _: World) -> Page:
    here = seen(page).screen
    page.locator(ASIDE).first.click()
    until_not(page, here)
    page.go_back()
    return until(page, here)


def back_and_forward(page: Page, world: World) -> Page:
    here = seen(page).screen
    page.locator(ASIDE).first.click()
    until_not(page, here)
    page.go_back()
    until(page, here)
    page.go_forward()
    until_not(page, here)
    page.go_back()
    return until(page, here)


def deep_link(page: Page, world: World) -> Page:
    """Somebody types the address of another page, and then that of this one."""
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
    with _away(page, world):
        pass
    return page


def asleep_for_an_hour(page: Page, world: World) -> Page:
    phone = page.context.new_cdp_session(page)
    phone.send("Page.setWebLifecycleState", {"state": "frozen"})
    with _away(page, world):
        world.let_pass(hours=1)
        phone.send("Page.setWebLifecycleState", {"state": "active"})
    return page


def tab_closed(page: Page, world: World) -> Page:
    address = page.url.removeprefix(world.line.address)
    page.close(run_before_unload=True)
    return world.visit(address)


def browser_closed(page: Page, world: World) -> Page:
    """A browser that starts again has its cookies, and nothing else."""
    address = page.url.removeprefix(world.line.address)
    with page.context.expect_event("close") as _:
        page.context.close()
    world.new_browser()
    return world.visit(address)


def server_killed(page: Page, world: World) -> Page:
    with connected(page):
        world.replace(signal.SIGKILL)
    return page


def server_stopped_during_a_click(page: Page, world: World) -> Page:
    page.evaluate("() => document.querySelector('.st-key-languages button')?.click()")
    page.locator(".st-key-language-en button").dispatch_event("click")
    with connected(page):
        world.replace(signal.SIGTERM)
    return page


def other_server(page: Page, world: World) -> Page:
    with connected(page):
        world.switch()
    return page


def language_and_refresh(page: Page, _: World) -> Page:
    page.locator(".st-key-languages button").first.click()
    page.locator(".st-key-language-en button").click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    settled(page)
    page.reload()
    return settled(page)


@contextmanager
def _away(page: Page, world: World) -> Iterator[None]:
    """The connection is gone until the server has forgotten the session."""
    with connected(page):
        world.line.hold()
        until_then = time.monotonic() + SESSION + 1
        yield
        page.wait_for_timeout(max(0, until_then - time.monotonic()) * 1000)
        world.line.mend()


def until(page: Page, screen: str) -> Page:
    """Wait for a screen."""
    page.wait_for_selector(f'[data-screen="{screen}"]', state="attached")
    return settled(page)


def until_not(page: Page, screen: str) -> Page:
    """Wait for another screen than this one."""
    page.wait_for_selector(f'[data-screen]:not([data-screen="{screen}"])', state="attached")
    return settled(page)


Fault = Callable[[Page, World], Page]
"""Breaks something, and gives the page on which the parent is after that."""
