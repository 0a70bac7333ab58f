"""Arabic and Hebrew letters, which run from right to left.

The PDF library draws signs one after another, from left to right, and joins none. So a text is
broken into lines in the order of reading, and each line is put in the order of drawing. What a
screen reader says is the text itself: it goes along with the drawn words as `ActualText`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal

from arabic_reshaper import ArabicReshaper
from bidi import get_display

from smi_core.base import Frozen

Face = Literal["latin", "arabic", "hebrew"]
Language = Literal["", "ar", "he"]

_HEBREW = "\u0590-\u05ff\ufb1d-\ufb4f"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe"
_FROM_THE_RIGHT = re.compile(f"[{_HEBREW}{_ARABIC}]")
_IN_HEBREW = re.compile(f"[{_HEBREW}]")
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BRACKETS = "()[]{}<>«»‹›"
_MIRRORED = str.maketrans(_BRACKETS, ")(][}{><»«›‹")
_MARK = "\u034f"  # prints nothing, and is always turned with the sign before it
_EITHER = f"[{re.escape(_BRACKETS)}]"
_MARKED = re.compile(f"{_MARK}({_EITHER})|({_EITHER}){_MARK}")
_NOT_DRAWN = re.compile("[\u200b-\u200f\u061c\ufeff]")  # they only steer the letters around them
_ARABIC_LETTERS = ArabicReshaper()
# The library lacks the commonest vowel of Kurdish: alone, and behind a letter that joins.
_ARABIC_LETTERS.letters = {**_ARABIC_LETTERS.letters, "\u06d5": ("\ufee9", "", "", "\ufeea")}


class Run(Frozen):
    """Signs of one typeface, in the order of drawing."""

    text: str
    face: Face


def needs_shaping(text: str) -> bool:
    """Whether there are letters that run from right to left.

    >>> needs_shaping("Şükriye"), needs_shaping("محمد")
    (False, True)
    """
    return not text.isascii() and bool(_FROM_THE_RIGHT.search(text))


def starts_from_the_right(text: str) -> bool:
    """Whether the first letter is Arabic or Hebrew: such a text stands on the right of its room."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def language(text: str) -> Language:
    """The language that a screen reader should speak, if half of the letters or more show it.

    Persian, Kurdish and Urdu are said to be Arabic, because their letters do not tell them apart.

    >>> language("محمد"), language("שלום"), language("Voornaam: محمد")
    ('ar', 'he', '')
    """
    letters = [sign for sign in text if sign.isalpha()]
    turned = [sign for sign in letters if _FROM_THE_RIGHT.match(sign)]
    if not turned or 2 * len(turned) < len(letters):
        return ""
    hebrew = [sign for sign in turned if _IN_HEBREW.match(sign)]
    return "he" if 2 * len(hebrew) > len(turned) else "ar"


def joined(text: str) -> str:
    """The text in the order of reading, with the Arabic letters in the forms that join.

    The signs for short vowels go, which no typeface places well without help; so do the commands
    that turn a text around, for they can make it say something else than it does.
    """
    plain = _OVERRIDES.sub("", unicodedata.normalize("NFC", text).replace(_MARK, ""))
    return _ARABIC_LETTERS.reshape("".join(sign for sign in plain if not _is_vowel(sign)))


def drawn_lines(text: str, width: float, measure: Callable[[str], float]) -> tuple[str, ...]:
    """The text as lines in the order of drawing.

    Args:
        text: as it is read.
        width: of a line at most, in the unit of `measure`.
        measure: how wide the result of `joined` or a part of it is drawn.
    """
    direction = "R" if starts_from_the_right(text) else "L"
    return tuple(
        _turned(line, direction)
        for part in joined(text).splitlines()
        for line in _broken(part, width, measure)
    )


def runs(line: str) -> tuple[Run, ...]:
    """The signs of a line, grouped by the typeface that has them."""
    return tuple(Run(text="".join(signs), face=face) for face, signs in groupby(line, _face))


def _face(sign: str) -> Face:
    if not needs_shaping(sign):
        return "latin"
    return "hebrew" if _IN_HEBREW.match(sign) else "arabic"


def _is_vowel(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn" and needs_shaping(sign)


def _broken(part: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    """Lines in the order of reading; a word that is wider than a line runs over several."""
    line = ""
    for word in _words(part, width, measure):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _words(part: str, width: float, measure: Callable[[str], float]) -> Iterator[str]:
    for word in part.split():
        piece = ""
        for sign in word:
            if piece and measure(piece + sign) > width:
                yield piece
                piece = ""
            piece += sign
        yield piece


def _turned(line: str, direction: str) -> str:
    """A line in the order of drawing, with the brackets that are turned around mirrored.

    The library orders the signs and mirrors none. A mark behind each bracket tells which of them
    were turned: there it comes out before the bracket.
    """
    marked = "".join(sign + _MARK if sign in _BRACKETS else sign for sign in line)
    shown = str(get_display(marked, base_dir=direction))
    seen = _MARKED.sub(lambda found: (found[1] or "").translate(_MIRRORED) or found[2], shown)
    return _NOT_DRAWN.sub("", seen)
