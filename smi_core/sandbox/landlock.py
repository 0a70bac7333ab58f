"""Locks this process in by itself: the kernel's Landlock needs no rights, also in a container.

The limits say how much; this says what. A file that takes over a library here cannot read the
memory of another process (such as the one that serves pages, with what all visitors said), send it
a signal, change a file, start a program or make a connection over TCP. It can still read files and
fork. On a kernel without Landlock the limits are all there is.
"""

import ctypes
import os
import struct

_CREATE, _RESTRICT = 444, 446  # system calls; they have these numbers on every kind of machine
_NO_NEW_PRIVILEGES = 38
_VERSION = 1
_BITS = {1: 13, 2: 14, 3: 15, 4: 15}  # kinds of access to files that each version knows
_MOST_BITS = 16
_READING = 0b1100  # fonts, and modules that are loaded late
_TCP = 0b11  # to offer and to make a connection
_SCOPES = 0b11  # sockets without a file, and signals


def lock_in() -> bool:
    """Give up what no reader needs, for good. False where the kernel cannot do it."""
    system = ctypes.CDLL(None)
    version = system.syscall(_CREATE, None, 0, _VERSION)
    if version < 1:
        return False
    given_up = _given_up(version)
    rules = system.syscall(_CREATE, given_up, len(given_up), 0)
    if rules < 0:
        return False
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    is_locked = system.syscall(_RESTRICT, rules, 0) == 0
    os.close(rules)
    return is_locked


def _given_up(version: int) -> bytes:
    """What the kernel wants to know; older versions know less of it."""
    files = (1 << _BITS.get(version, _MOST_BITS)) - 1 & ~_READING
    words = [files, *([_TCP] if version >= 4 else []), *([_SCOPES] if version >= 6 else [])]
    return struct.pack(f"{len(words)}Q", *words)
