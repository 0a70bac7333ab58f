"""Files that were honest until some bytes of them changed: the same changes on every run."""

import random
from collections.abc import Callable

from tests.hostile import evasion, heic, honest, privacy, signed
from tests.hostile.disguised import picture
from tests.hostile.raw import pdf

SEEDS: dict[str, Callable[[], bytes]] = {
    "plain.pdf": pdf,
    "printed.pdf": honest.printed,
    "tagged.pdf": honest.tagged,
    "filled.pdf": lambda: privacy.filled(privacy.PRINTED, "Ingevuld"),
    "scan.pdf": honest.scan,
    "script.pdf": evasion.in_object_stream,
    "signed.pdf": signed.signed,
    "photo.jpg": lambda: picture("JPEG"),
    "photo.png": lambda: picture("PNG"),
    "photo.webp": lambda: picture("WEBP"),
    "photo.heic": heic.heic,
    "tiles.heic": lambda: heic.grid(3),
}
# What readers stumble over: limits of numbers, ends, and the words that give structure.
WORDS = (
    *(b"-1", b"0", b"2147483648", b"1e999", b"99999999999999999999", b"<<", b">>", b"[", b"]"),
    *(b"endobj", b"endstream", b"stream\n", b"1 0 R", b"4 0 R", b"/Kids", b"/Parent", b"\xff\xd8"),
    *(b"\0" * 8, b"\xff" * 8, b"\xff\xda", b"\x7f\xff\xff\xff"),
)


def mutated(file: bytes, dice: random.Random) -> bytes:
    """The file with one to six changes."""
    changed = bytearray(file)
    for _ in range(dice.randint(1, 6)):
        dice.choice(CHANGES)(changed, dice.randrange(len(changed)), dice)
    return bytes(changed)


def _flip(file: bytearray, at: int, dice: random.Random) -> None:
    file[at] ^= 1 << dice.randrange(8)


def _overwrite(file: bytearray, at: int, dice: random.Random) -> None:
    word = dice.choice(WORDS)
    file[at : at + len(word)] = word


def _insert(file: bytearray, at: int, dice: random.Random) -> None:
    file[at:at] = dice.choice(WORDS)


def _remove(file: bytearray, at: int, dice: random.Random) -> None:
    del file[at : at + dice.randint(1, 40)]
    file += b"\n"


def _repeat(file: bytearray, at: int, dice: random.Random) -> None:
    file[at:at] = file[at : at + dice.randint(1, 200)] * dice.randint(1, 9)


def _digit(file: bytearray, at: int, dice: random.Random) -> None:
    """Another number in the place of one that stands further on."""
    places = [place for place in range(at, min(at + 400, len(file))) if 48 <= file[place] <= 57]
    if places:
        file[places[0]] = 48 + dice.randrange(10)


CHANGES = (_flip, _overwrite, _insert, _remove, _repeat, _digit, _digit)
