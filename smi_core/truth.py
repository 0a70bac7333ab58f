"""Four-valued logic: yes, no, not answered yet, and answered "I do not know".

Somebody who has not answered, or does not know, has not said no. One NO settles
`all_of`, one YES settles `any_of`; OPEN and UNSURE never become either by default.
"""

from collections.abc import Iterable
from enum import Enum


class Truth(Enum):
    """A truth value that knows when it does not know, and why."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    UNSURE = "unsure"

    __hash__ = object.__hash__  # each value is there once; hashing its name takes longer

    def __bool__(self) -> bool:
        raise TypeError("a Truth has four values; write `is Truth.YES`")


def all_of(truths: Iterable[Truth]) -> Truth:
    """NO if any is NO, otherwise OPEN or UNSURE if any is, otherwise YES.

    >>> all_of([Truth.YES, Truth.OPEN, Truth.NO]).name
    'NO'
    >>> all_of([Truth.YES, Truth.UNSURE, Truth.OPEN]).name
    'OPEN'
    """
    return _first_present(truths, Truth.NO, Truth.OPEN, Truth.UNSURE, otherwise=Truth.YES)


def any_of(truths: Iterable[Truth]) -> Truth:
    """YES if any is YES, otherwise OPEN or UNSURE if any is, otherwise NO.

    >>> any_of([Truth.NO, Truth.UNSURE]).name
    'UNSURE'
    """
    return _first_present(truths, Truth.YES, Truth.OPEN, Truth.UNSURE, otherwise=Truth.NO)


def _first_present(truths: Iterable[Truth], *wanted: Truth, otherwise: Truth) -> Truth:
    present = set(truths)
    return next((truth for truth in wanted if truth in present), otherwise)
