"""The pages of one visitor are drawn one after another, also those of several tabs.

Who refreshes a page while their click is still being handled would else get the answers from before
that click.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from weakref import WeakValueDictionary

PATIENCE = 10.0
"""Seconds to wait for another page of the visitor; then both go on, and the store keeps order."""


_turns: WeakValueDictionary[str, Lock] = WeakValueDictionary()
_finding = Lock()


@contextmanager
def in_turn(secret: str, patience: float = PATIENCE) -> Iterator[None]:
    """Do what is inside while no other page of this visitor does; no cookie, no visitor."""
    with _finding:
        mine = _turns.setdefault(secret, Lock())
    has_turn = bool(secret) and mine.acquire(timeout=patience)
    try:
        yield
    finally:
        if has_turn:
            mine.release()
