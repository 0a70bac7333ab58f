"""How much the memory of a process grows, measured in a process of its own."""

import gc
import os
from collections.abc import Callable
from ctypes import CDLL
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread

EVERY = 0.001  # seconds
PAGE = os.sysconf("SC_PAGE_SIZE")


def growth(run: Callable[[], object]) -> int:
    """Bytes that the process has more, at the worst moment of a run than just before it.

    A copy of this process runs it, and first gives back what earlier runs left free, which would
    hide the growth. What the run gives counts too: a server holds it until it is sent.
    """
    context = get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_measure, args=(run, there))
    process.start()
    grown = here.recv()
    process.join()
    return grown


def _measure(run: Callable[[], object], answer: Connection) -> None:
    gc.collect()
    CDLL(None).malloc_trim(0)
    before = _resident()
    worst, done = [before], Event()

    def watch() -> None:
        while not done.wait(EVERY):
            worst[0] = max(worst[0], _resident())

    watcher = Thread(target=watch)
    watcher.start()
    made = run()
    done.set()
    watcher.join()
    answer.send(max(*worst, _resident()) - before)
    del made


def _resident() -> int:
    """Bytes of memory that this process holds, children not counted."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * PAGE
