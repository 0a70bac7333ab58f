"""The one thing this process does: read one file, answer, and end."""

import sys
from collections.abc import Callable
from importlib import import_module

from smi_core.sandbox import limits, wire
from smi_core.sandbox.wire import Answer, Refused

_READERS = {
    "document": "documents",
    "photo": "photos",
    "heif": "heif",
    "shrink": "shrinking",
    "open": "packs",
    "kept": "kept",
}


def main() -> None:
    """Do the task that the command names.

    Each task loads only the libraries it needs, and before the limits: what is loaded is ours.
    """
    reader = import_module(f"smi_core.sandbox.{_READERS[sys.argv[1]]}")
    limits.hold()
    wire.write(_answer(reader.read))


def _answer(read: Callable[[list[bytes]], Answer]) -> Answer:
    try:
        return read(wire.read())
    except Refused as refused:
        return Answer({"refused": refused.reason})
    except MemoryError:
        return Answer({"refused": "too_much_memory"})
    except Exception:  # of libraries that meet a hostile file, anything may come
        return Answer({"refused": "unsafe"})
