"""Starting the website and driving a browser, for the fixtures and for the screenshots."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.resources import files
from itertools import count
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright

from tests.browser.states import note

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS_TO_START = 60


@contextmanager
def website(
    log: Path, script: str = "app.py", environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The address of the website, started on a free port and stopped at the end.

    Args:
        log: gets what it says.
        script: what is started.
        environment: variables that differ from those of the tests.
    """
    address = f"http://127.0.0.1:{free_port()}"
    drafts = {"SMI_DRAFTS": f"sqlite:///{log.parent / 'drafts.sqlite'}"}
    server = start(address, log, script, drafts | dict(environment or {}))
    try:
        wait_until_ready(server, address, log)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def start(
    address: str, log: Path, script: str = "app.py", environment: Mapping[str, str] | None = None
) -> subprocess.Popen:
    """Start the website at an address of this machine, and do not wait for it."""
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = ["--server.port", address.rpartition(":")[2], "--server.address", "127.0.0.1"]
    around = {**os.environ, **(environment or {})}
    with log.open("w") as output:
        return subprocess.Popen(
            command + options, cwd=ROOT, stdout=output, stderr=output, env=around
        )


def wait_until_ready(server: subprocess.Popen, address: str, log: Path) -> None:
    """Wait until /healthz answers; a server that does not start fails with its log."""
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the website did not start:\n{log.read_text()}")


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


def open_page(browser: Browser, width: int = 1280, language: str = "nl-NL", **looks: Any) -> Page:
    """A page of a browser that has never been here: no cookies, nothing kept.

    Args:
        browser: it runs already.
        width: of the screen, in pixels.
        language: what the browser asks websites for.
        looks: what else Playwright's new_context takes, such as color_scheme.
    """
    screen = {"viewport": {"width": width, "height": 800}}
    context = browser.new_context(**(screen | looks), locale=language, accept_downloads=True)
    context.add_init_script(path=HERE / "runs.js")
    return context.new_page()


CALLS = count()


def settled(page: Page) -> Page:
    """The page, once every run that was asked for has ended and nothing old is left on it.

    Raises:
        AssertionError: the page never comes to rest.
    """
    try:
        page.wait_for_function("call => window.smiRuns?.isSettled(call)", arg=next(CALLS))
    except TimeoutError as error:
        raise AssertionError(f"{page.url} does not come to rest: {_told(page)}") from error
    note(page)
    return page


def _told(page: Page) -> str:
    return page.locator("body").inner_text()[:300]


LEVELS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (levels) => {
    const result = await axe.run(document, {runOnly: {type: "tag", values: levels}});
    return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html}`));
}"""


def barriers(page: Page) -> list[str]:
    """What axe-core finds wrong on the page as it is now: WCAG 2.2 A and AA, and AAA contrast."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    return page.evaluate(RUN_AXE, LEVELS)
