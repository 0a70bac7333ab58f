"""How much a file may take of this machine. Linux only."""

import contextlib
import ctypes
import os
import resource
from pathlib import Path

from smi_core.sandbox.landlock import lock_in

MOST_PAGES = 60
MOST_POINTS = 5000  # a side of a page: 1.76 metres
MOST_PIXELS = 60_000_000
PER_PAGE = 150_000  # bytes of pixels; the whole may take as much as the upload if that is more
_MEMORY = 1_500_000_000  # 60 million pixels twice, in four colours, and the libraries
_SECONDS = (20, 25)  # of a processor: after the first it is told, after the second it is killed
_FILES = 16
_LESS_URGENT = 10  # of 19: who reads or clicks goes before a file that is read
_PR_SET_DUMPABLE = 4


def seconds_used() -> float:
    """Of a processor, by this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def hold() -> None:
    """Limit this process and lock it in, before it sees anything of a file.

    It can make no file, leave no image of its memory, nobody can look into it, and it is the first
    to wait or to go when the machine runs short.
    """
    os.nice(_LESS_URGENT)
    for limit, most in (
        (resource.RLIMIT_AS, (_MEMORY, _MEMORY)),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, (0, 0)),
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_NOFILE, (_FILES, _FILES)),
    ):
        resource.setrlimit(limit, most)
    with contextlib.suppress(OSError):  # where /proc is closed the limits above still hold
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # from here on /proc/self is closed
    lock_in()
