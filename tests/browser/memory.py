"""Looks for a word in everything that a Python process holds, as somebody with a debugger would."""

import gc
from collections.abc import Iterator
from types import FrameType, GeneratorType

from google.protobuf.message import Message

MOST_TOLD = 8
LONGEST_WAY = 9


def held(word_in_hex: str) -> list[str]:
    """The ways to the objects that hold a word; empty if nothing does.

    Args:
        word_in_hex: so that asking does not bring the word itself in.
    """
    gc.collect()
    word = bytes.fromhex(word_in_hex)
    found = [one for one in _everything() if _holds(one, word)][:MOST_TOLD]
    ways = []
    while found:
        ways.append(" < ".join(_way_to(found.pop(), {id(found)})))
    return ways


def _everything() -> Iterator[object]:
    """All objects that live, also those that the garbage collector does not follow."""
    seen: set[int] = set()
    waiting = gc.get_objects()
    ours = {id(seen), id(waiting)}
    while waiting:
        one = waiting.pop()
        if id(one) in seen or id(one) in ours:
            continue
        seen.add(id(one))
        yield one
        waiting.extend(other for other in gc.get_referents(one) if id(other) not in seen)


def _holds(one: object, word: bytes) -> bool:
    match one:
        case str():
            return word.decode() in one
        case bytes() | bytearray():
            return one is not word and (word in one or word.decode().encode("utf-16-le") in one)
        case Message():
            return word in one.SerializeToString()
        case _:
            return False


def _way_to(one: object, ours: set[int]) -> Iterator[str]:
    """The object, what holds it, what holds that, and so on."""
    for _ in range(LONGEST_WAY):
        yield _told(one)
        holders = [other for other in gc.get_referrers(one) if _is_theirs(other, ours)]
        if not holders:
            return
        ours.add(id(holders))
        one = holders[0]


def _is_theirs(other: object, ours: set[int]) -> bool:
    match other:
        case FrameType():
            return other.f_code.co_filename != __file__
        case GeneratorType():
            return other.gi_code.co_filename != __file__
        case _:
            return id(other) not in ours


def _told(one: object) -> str:
    if isinstance(one, dict):
        return f"dict({', '.join(map(str, list(one)[:6]))})"[:160]
    return f"{type(one).__module__}.{type(one).__name__}"
