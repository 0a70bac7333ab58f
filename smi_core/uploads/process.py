"""Starts the process that reads a hostile file, and keeps it at arm's length.

Bytes go in and come out by pipes; no file is made. The process that serves pages never parses what
somebody uploads: it counts bytes, cuts the answer into pieces and checks their shape.

On the wire, both ways: the number of pieces and the size of each (four bytes, big-endian), then the
pieces. The first piece of an answer is JSON.
"""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from smi_core.attached import Refusal
from smi_core.places import Places

Task = Literal["document", "photo", "heif", "shrink", "open", "kept"]
AT_ONCE = 2  # children at a time; each may take 1.5 GB
PATIENCE = 30.0  # seconds that an upload waits for its turn
MOST_SECONDS = 40.0  # by the clock; the child holds itself to less time of a processor
MOST_PIECES = 4000
_ROOT = str(Path(__file__).parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[2]); from smi_core.sandbox.main import main; main()"
)
_places = Places(AT_ONCE)


class Failed(Exception):
    """The child gave no answer; `reason` tells the parent's side of it."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason)
        self.reason: Refusal = reason


def ask(task: Task, pieces: Sequence[bytes], most: int) -> list[bytes]:
    """Have a child do a task.

    Args:
        task: what to do.
        pieces: what it gets.
        most: how many bytes of answer are accepted.

    Raises:
        Failed: if the child did not give a whole answer in time.
    """
    if sys.platform != "linux":  # the limits are those of Linux: without them nothing is read
        raise Failed("unsafe")
    if not _places.take(PATIENCE):
        raise Failed("too_slow")
    try:
        return _converse(task, pieces, most)
    finally:
        _places.leave()


def _converse(task: Task, pieces: Sequence[bytes], most: int) -> list[bytes]:
    until = time.monotonic() + MOST_SECONDS
    with _child(task) as child:
        try:
            _send(_pipe(child.stdin), pieces, until)
            return _answer(_pipe(child.stdout), most, until)
        except TimeoutError:
            raise Failed("too_slow") from None
        except EOFError:
            raise Failed(_what_ended(child)) from None


@contextmanager
def _child(task: Task) -> Iterator[subprocess.Popen[bytes]]:
    """A child in a process group and an environment of its own; nothing of it is left behind.

    What it writes about errors may name its victim's data, so nobody reads that.
    """
    child = subprocess.Popen(
        [sys.executable, "-I", "-B", "-c", _START, task, _ROOT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        start_new_session=True,
        bufsize=0,
    )
    try:
        yield child
    finally:
        _end(child)
        for pipe in (child.stdin, child.stdout):
            if pipe:
                pipe.close()


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the group; a child that already ended keeps its own exit code.

    Once it has been waited for, its number may be somebody else's.
    """
    if child.returncode is None:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _what_ended(child: subprocess.Popen[bytes]) -> Refusal:
    _end(child)
    match -child.returncode:
        case signal.SIGXCPU:
            return "too_slow"
        case signal.SIGKILL:  # not by us: the system was short of memory
            return "too_much_memory"
        case _:
            return "unsafe"


def _pipe(stream: IO[bytes] | None) -> int:
    assert stream is not None  # asked for in Popen
    os.set_blocking(stream.fileno(), False)
    return stream.fileno()


def _send(pipe: int, pieces: Sequence[bytes], until: float) -> None:
    """A child that has seen enough may stop reading: its answer tells why."""
    numbers = (len(pieces), *map(len, pieces))
    head = b"".join(number.to_bytes(4, "big") for number in numbers)
    try:
        for piece in (head, *pieces):
            left = memoryview(piece)
            while left:
                _wait(pipe, select.POLLOUT, until)
                left = left[os.write(pipe, left) :]
    except BrokenPipeError:
        return


def _answer(pipe: int, most: int, until: float) -> list[bytes]:
    count = int.from_bytes(_take(pipe, 4, until), "big")
    if not 1 <= count <= MOST_PIECES:
        raise Failed("unsafe")
    sizes = [int.from_bytes(_take(pipe, 4, until), "big") for _ in range(count)]
    if sum(sizes) > most:
        raise Failed("unsafe")
    return [_take(pipe, size, until) for size in sizes]


def _take(pipe: int, size: int, until: float) -> bytes:
    parts: list[bytes] = []
    while size:
        _wait(pipe, select.POLLIN, until)
        part = os.read(pipe, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _wait(pipe: int, event: int, until: float) -> None:
    poll = select.poll()  # select.select cannot see beyond the first 1024 files
    poll.register(pipe, event)
    left = until - time.monotonic()
    if left <= 0 or not poll.poll(left * 1000):
        raise TimeoutError
