"""Makes odd values of any bytes: the same bytes give the same values."""

from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")

ODD = (
    *("", " ", "\0", "\n", "null", "NaN", "1e999", "-0", "-1", "0", "--", "''", '"', "\\"),
    *("1.250,50", "€ 1 250", "24,5k", "31-12-2023", "29-02-2023", "00-00-0000", "1-1-1", "²", "½"),
    *("٢٤", "Ⅷ", "\u202egpj", "\u200b", "\ufeff", "\ud800", "\U0010ffff", "é" * 3, "e\u0301"),
    *("<script>", "&amp;", "**", "[a](b)", "$x$", ":red[", "{0}", "%s", "../..", "C:\\"),
    *("weet_niet", "ja", "nee", "geen", "999990019", "1811 AB", "NL91ABNA0417164300"),
    *("9" * 5000, "a" * 1001, "zorg " * 900, "1." * 400, "per maand " * 90, "(" * 2000),
)
NUMBERS = (0, 1, -1, 2, 12, 13, 1.5, 1e308, -1e308, 10**20, -(10**20), 2**31, 2**63, 10**4000)


class Feed:
    """Takes values from the front of some bytes; after their end, the first of each kind."""

    def __init__(self, data: bytes) -> None:
        self._left = memoryview(data)

    def __bool__(self) -> bool:
        return len(self._left) > 0

    def bytes(self, most: int) -> bytes:
        """Some of the bytes as they are."""
        taken, self._left = self._left[:most], self._left[most:]
        return taken.tobytes()

    def number(self, most: int) -> int:
        """A number from 0 up to and with `most`."""
        size = (most.bit_length() + 7) // 8
        return int.from_bytes(self.bytes(size), "big") % (most + 1)

    def one_of(self, choices: Sequence[T]) -> T:
        """One of these."""
        return choices[self.number(len(choices) - 1)]

    def text(self) -> str:
        """A text: one of the odd ones, letters of its own, or some of each."""
        match self.number(3):
            case 0:
                return self.one_of(ODD)
            case 1:
                return self.bytes(self.number(40)).decode("utf-8", "surrogateescape")
            case 2:
                return "".join(map(chr, self.bytes(self.number(20))))
            case _:
                return self.one_of(ODD) + self.bytes(self.number(8)).decode("latin-1")

    def value(self, depth: int = 3) -> Any:
        """Any value that JSON can have, and the numbers that only Python's JSON lets through."""
        single = (
            self.text,
            self.text,
            lambda: self.one_of(NUMBERS),
            lambda: self.number(1 << 24) / 100,
            lambda: self.number(1 << 16),
            lambda: self.one_of((None, True, False, float("nan"), float("inf"))),
        )
        several = (
            lambda: [self.value(depth - 1) for _ in range(self.number(4))],
            lambda: {self.text(): self.value(depth - 1) for _ in range(self.number(4))},
            lambda: [self.value(0)] * self.one_of((0, 1, 13, 101, 300)),
        )
        return self.one_of((*single, *several) if depth else single)()
