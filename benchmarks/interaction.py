"""How long it takes from a click to the screen that follows, over whole walks of one visitor.

`make interaction`. Counts from the click or key to the first frame in which every run that it asked
for has ended and is drawn (tests/browser/runs.js). Target: 95 of 100 below 300 milliseconds.
"""

import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import TypedDict

from smi_core.content import municipalities
from tests.browser.driving import chromium, open_page, website
from tests.browser.journey import QUESTIONS, question_of, walk

TARGET = 300
"""Milliseconds."""


class Took(TypedDict):
    """One interaction: the screen before and after it, and how many milliseconds it took."""

    before: str
    after: str
    ms: float


def main() -> int:
    """Walk every family once, after one walk that warms up, and print a table."""
    took = _walks(municipalities())
    kinds = {_kind(one) for one in took}
    lines = [_line(kind, [one["ms"] for one in took if _kind(one) == kind]) for kind in kinds]
    total = [one["ms"] for one in took]
    for line in [*sorted(lines), _line("all", total)]:
        sys.stdout.write(f"{line}\n")
    return 0 if _p95(total) < TARGET else 1


def _walks(families: Sequence[str]) -> list[Took]:
    took: list[Took] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium() as browser,
        website(Path(folder) / "log.txt") as address,
    ):
        for number, family in enumerate((families[0], *families)):
            page = open_page(browser, 360)
            walk(page, address, family)
            took += page.evaluate("smiRuns.took") if number else []
            page.context.close()
    return took


def _kind(one: Took) -> str:
    """What sort of screen followed; or, on the same screen, what sort of field was filled in."""
    name = question_of(one["after"] or "?")
    kind = f"question: {QUESTIONS[name].kind}" if name in QUESTIONS else f"page: {name}"
    return f"{'fill in' if one['before'] == one['after'] else 'go to'} {kind}"


def _line(kind: str, times: Sequence[float]) -> str:
    return (
        f"{kind:36} {len(times):4} times   p50 {median(times):5.0f} ms   "
        f"p95 {_p95(times):5.0f} ms   slowest {max(times):5.0f} ms"
    )


def _p95(times: Iterable[float]) -> float:
    known = list(times)
    return quantiles(known, n=20, method="inclusive")[-1] if len(known) > 1 else known[0]


if __name__ == "__main__":
    sys.exit(main())
