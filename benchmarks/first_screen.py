"""How long a phone waits for the first page: `python -m benchmarks.first_screen`.

Prints bytes, requests, seconds until there is something to read and until the first question can
be answered, on a slow connection (1.6 Mbit/s, 150 ms) and a slow processor (a quarter of this one):
for a first visit, for a visit after that, and for a first visit without compression. Seconds depend
on this machine; the last column, the waiting against that without compression, says more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.browser.driving import chromium, open_page, website

ROUNDS = 3
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
"""Milliseconds, and bytes per second: slow 4G."""
TIMES_SLOWER = 4
READABLE = "() => document.querySelector('h1')?.getClientRects().length > 0"
USABLE = (
    "() => document.querySelector('#stMain input[type=radio]') !== null"
    " && document.getElementById('first-screen') === null"
)


@dataclass(frozen=True)
class Visit:
    """What one visit cost: bytes over the line, requests, seconds."""

    sent: int
    requests: int
    readable: float
    usable: float


def main() -> None:
    """Measure a few times and print the medians."""
    with (
        TemporaryDirectory() as folder,
        website(Path(folder) / "log") as address,
        chromium() as browser,
    ):
        _visits(browser, address)  # the server compresses at the first visit
        compressed = [_visits(browser, address) for _ in range(ROUNDS)]
        plain = [_visits(browser, address, encodings="identity") for _ in range(ROUNDS)]
    slowest = median(first.usable for first, _ in plain)
    print(f"{'':<22}{'kB':>8}{'requests':>10}{'readable s':>12}{'usable s':>10}{'share':>8}")
    _print("first visit", [first for first, _ in compressed], slowest)
    _print("second visit", [second for _, second in compressed], slowest)
    _print("first, uncompressed", [first for first, _ in plain], slowest)


def _print(name: str, visits: list[Visit], slowest: float) -> None:
    sent = median(visit.sent for visit in visits) / 1000
    requests = median(visit.requests for visit in visits)
    readable = median(visit.readable for visit in visits)
    usable = median(visit.usable for visit in visits)
    print(
        f"{name:<22}{sent:>8.0f}{requests:>10.0f}{readable:>12.1f}{usable:>10.1f}"
        f"{usable / slowest:>8.2f}"
    )


def _visits(browser: Browser, address: str, encodings: str = "gzip, br") -> tuple[Visit, Visit]:
    """A first visit of a new browser, and a second one of the same."""
    with _slow_page(browser, encodings) as (page, line):
        return _visit(page, line, address), _visit(page, line, address)


@contextmanager
def _slow_page(browser: Browser, encodings: str) -> Iterator[tuple[Page, CDPSession]]:
    page = open_page(browser, 360)
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.setExtraHTTPHeaders", {"headers": {"Accept-Encoding": encodings}})
    line.send("Network.emulateNetworkConditions", SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    yield page, line
    page.context.close()


def _visit(page: Page, line: CDPSession, address: str) -> Visit:
    page.goto("about:blank")
    sizes: list[int] = []

    def count(event: dict[str, Any]) -> None:
        sizes.append(event["encodedDataLength"])

    line.on("Network.loadingFinished", count)
    started = perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(READABLE, timeout=90_000)
    readable = perf_counter() - started
    page.wait_for_function(USABLE, timeout=90_000)
    usable = perf_counter() - started
    page.wait_for_load_state("networkidle")
    line.remove_listener("Network.loadingFinished", count)
    return Visit(sum(sizes), len([size for size in sizes if size]), readable, usable)


if __name__ == "__main__":
    main()
