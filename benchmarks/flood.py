"""How much one visitor who asks as much as they can slows another: `python -m benchmarks.flood`.

Prints, for each kind of flood, the p95 of a quiet visitor's clicks with the flood over the one
without. Server, flood and quiet visitor share this machine; so what counts is the ratio.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import Event, Process
from multiprocessing.synchronize import Event as Flag
from pathlib import Path
from statistics import median, quantiles
from threading import Thread

from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.visiting import ConnectionClosed, Visitor
from smi_core.uploads.taking import MOST_BYTES
from tests.browser.driving import website
from tests.hostile.drawing_bombs import KINDS as BOMBS
from tests.hostile.packs import honest

CLICKS = 40
PAUSE = 0.25
"""Seconds between the clicks of the quiet visitor."""
SECONDS = 60
"""A flood ends by itself after so long."""
THREADS = 4
LARGE = 60_000_000


def main() -> int:
    """Measure with each kind of flood, or with those that the command names, and without."""
    with tempfile.TemporaryDirectory() as folder, website(Path(folder) / "log.txt") as address:
        _quiet(address)  # warms up
        for name in sys.argv[1:] or FLOODS:
            calm = _quiet(address)  # anew each time, for the machine may have other work
            _print("(no flood)", calm, calm)
            _print(name, _flooded(address, name), calm)
    return 0


def _flooded(address: str, name: str) -> list[float]:
    stop, began = Event(), Event()
    flood = Process(target=_flood, args=(address, name, began, stop))
    flood.start()
    began.wait(60)
    try:
        return _quiet(address)
    finally:
        stop.set()
        flood.join(SECONDS)
        flood.kill()


def _quiet(address: str) -> list[float]:
    """Milliseconds of each click of somebody who does nothing special."""
    took = []
    with Visitor(address) as visitor:
        visitor.run()
        for _ in range(CLICKS):
            time.sleep(PAUSE)
            before = time.monotonic()
            visitor.run()
            took.append(1000 * (time.monotonic() - before))
    return took


def _flood(address: str, name: str, began: Flag, stop: Flag) -> None:
    os.nice(19)  # who floods has a machine of their own: here it must not take the server's
    secret = Visitor(address).secret
    threads = [
        Thread(target=_one, args=(address, secret, FLOODS[name], began, stop), daemon=True)
        for _ in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    stop.wait(SECONDS)


def _one(
    address: str, secret: str, what: Callable[[Visitor, Flag], None], began: Flag, stop: Flag
) -> None:
    with suppress(ConnectionClosed, OSError), Visitor(address, secret) as visitor:
        visitor.run()
        began.set()
        what(visitor, stop)


def _clicks(visitor: Visitor, stop: Flag) -> None:
    reader = Thread(target=_read, args=(visitor,), daemon=True)
    reader.start()
    while not stop.is_set():
        visitor.ask()


def _clicks_unread(visitor: Visitor, stop: Flag) -> None:
    while not stop.is_set():
        visitor.ask()


def _read(visitor: Visitor) -> None:
    with suppress(ConnectionClosed):
        while True:
            visitor.page.recv()


def _large_uploads(visitor: Visitor, stop: Flag) -> None:
    body, number = bytes(LARGE), 0
    while not stop.is_set():
        number += 1
        visitor.upload(body, "groot.pdf", number)


def _packs(visitor: Visitor, stop: Flag) -> None:
    _bring(visitor, honest())
    while not stop.is_set():
        visitor.run("pack")
        for link in visitor.links:
            visitor.fetch(link)


def _hostile(visitor: Visitor, stop: Flag) -> None:
    worst = next(kind for kind in BOMBS if kind.name == "pages-60").make()
    while not stop.is_set():
        _bring(visitor, worst[:MOST_BYTES])


def _bring(visitor: Visitor, data: bytes) -> None:
    """Bring a pack, or what should look like one."""
    visitor.run("reopen")
    visitor.upload(data, "pakket.pdf", 1)
    state = WidgetState(id=visitor.uploader)
    chosen = state.file_uploader_state_value.uploaded_file_info.add()
    chosen.file_id, chosen.name, chosen.size = "1", "pakket.pdf", len(data)
    address = f"/_stcore/upload_file/{visitor.session}/1"
    chosen.file_urls.file_id = "1"
    chosen.file_urls.upload_url = chosen.file_urls.delete_url = address
    visitor.run("reopen", {"uploader": state.SerializeToString()})


def _print(name: str, took: list[float], calm: list[float]) -> None:
    p95, ratio = _p95(took), _p95(took) / _p95(calm)
    sys.stdout.write(f"{name:34} p50 {median(took):5.0f} ms   p95 {p95:5.0f} ms   × {ratio:.1f}\n")
    sys.stdout.flush()


def _p95(took: list[float]) -> float:
    return quantiles(took, n=20, method="inclusive")[-1]


FLOODS: dict[str, Callable[[Visitor, Flag], None]] = {
    "clicks": _clicks,
    "clicks, and answers unread": _clicks_unread,
    "uploads of 60 MB": _large_uploads,
    "packs": _packs,
    "hostile files": _hostile,
}
"""What a flood asks for, by its name; each from four open pages of one visitor."""

if __name__ == "__main__":
    sys.exit(main())
