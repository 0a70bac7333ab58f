"""Keeps what visitors said out of core dumps: the image that a broken process leaves of itself."""

import ctypes
import resource
import sys

_PR_SET_DUMPABLE = 4


def forbid() -> None:
    """From now on this process leaves no image of its memory, and no other may look into it.

    A process that it starts sets this anew for itself; see `smi_core/sandbox/limits.py`.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
