"""Every kind of fault many times, at other places each time: `make faults`.

One process for each database. The table stands in build/faults.md.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Error as BrowserError

from tests.browser.driving import chromium
from tests.faults.kinds import KINDS, Kind, run
from tests.faults.world import World, world
from tests.postgres import postgres

RUNS = 20
TABLE = Path("build/faults.md")
HEAD = (
    "| Kind of fault | Database | Runs | Lost something | Not at the same question |",
    "| --- | --- | --- | --- | --- |",
)


class Row(NamedTuple):
    """What came of one kind of fault: the number of the run, and what was lost in it."""

    kind: Kind
    database: str
    found: tuple[tuple[int, list[str]], ...]

    def __str__(self) -> str:
        elsewhere = sum(any(one.startswith("screen ") for one in lost) for _, lost in self.found)
        lost = sum(any(not one.startswith("screen ") for one in lost) for _, lost in self.found)
        return f"| {self.kind.name} | {self.database} | {len(self.found)} | {lost} | {elsewhere} |"


def all_runs(database: str, runs: int) -> list[Row]:
    """Every kind with one database."""
    kinds = [kind for kind in KINDS if database == "PostgreSQL" or not kind.is_shared]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        browser = stack.enter_context(chromium())
        server = stack.enter_context(postgres()) if database == "PostgreSQL" else None
        around = stack.enter_context(world(folder, browser, server))
        return [_row(kind, database, around, runs) for kind in kinds]


def _row(kind: Kind, database: str, around: World, runs: int) -> Row:
    row = Row(kind, database, tuple((seed, _one(kind, around, seed)) for seed in range(runs)))
    told = [f"  run {seed}: {', '.join(lost)}" for seed, lost in row.found if lost]
    sys.stdout.write("\n".join([str(row), *told, ""]))
    sys.stdout.flush()
    return row


def _one(kind: Kind, around: World, seed: int) -> list[str]:
    try:
        return run(kind, around, seed)
    except (AssertionError, BrowserError) as error:
        return [f"broke: {str(error).splitlines()[0]}"]


def main(arguments: Sequence[str]) -> int:
    """All runs with both databases; 1 if anything was lost."""
    runs = int(arguments[0]) if arguments else RUNS
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        found = list(workers.map(all_runs, ("SQLite", "PostgreSQL"), (runs, runs)))
    rows = [row for some in found for row in some]
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text("\n".join([*HEAD, *map(str, rows), ""]), "utf-8")
    return int(any(lost for row in rows for _, lost in row.found))
