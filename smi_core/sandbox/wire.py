"""What goes in and out of this process, and how it says no."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """A file that is not taken, and why: one of `attached.Refusal` or `uploads.PackRefusal`.

    Those are not loaded here, as their library takes longer to load than a photo takes to read.
    The parent checks the word.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Answer:
    """What the parent gets: plain JSON values, and pieces of bytes."""

    says: dict[str, Any]
    pieces: Sequence[bytes] = field(default=())


def read() -> list[bytes]:
    """The pieces that the parent sends."""
    count = _number()
    sizes = [_number() for _ in range(count)]
    return [sys.stdin.buffer.read(size) for size in sizes]


def write(answer: Answer) -> None:
    """Send the answer; the first piece is what it says."""
    says = json.dumps(answer.says, ensure_ascii=False).encode("utf-8", "replace")
    pieces = (says, *answer.pieces)
    for number in (len(pieces), *map(len, pieces)):
        sys.stdout.buffer.write(number.to_bytes(4, "big"))
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


def _number() -> int:
    return int.from_bytes(sys.stdin.buffer.read(4), "big")
