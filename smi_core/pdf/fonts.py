"""The typefaces of the pack, and which characters they can print."""

import re
import unicodedata
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from smi_core.pdf.script import Face, drawn_lines, joined, language, needs_shaping, runs
from smi_core.pdf.syntax import string

FOLDER = Path(__file__).parent.parent / "fonts"
REPLACEMENT = "□"
"""Stands for every character that the typefaces lack, such as emoji."""
SLACK = 0.5  # points of a line left free, for widths are added up in another order elsewhere


def markup(text: str) -> str:
    """Somebody's text as reportlab's markup: nothing in it is taken for a command.

    An amount stays on the same line as its euro sign.
    """
    unbroken = re.sub(r"€ (?=\d)", "€\u00a0", printable(text))
    return escape(unbroken).replace("\n", "<br/>")


def printable(text: str) -> str:
    r"""The text in the characters of the typeface.

    Accents become one with their letter, for else they float beside it. Signs that print
    nothing (control characters, joiners, byte order marks) go; a line break stays.

    >>> printable("S\u0327u\u0308kriye \U0001f600\u200b!")
    'Şükriye □!'
    """
    if _AS_IT_IS.issuperset(text):
        return text
    lines = "\n".join(unicodedata.normalize("NFC", text).splitlines())
    return "".join(_shown(character) for character in lines)


def turned_lines(text: str, width: float, style: ParagraphStyle) -> list[str]:
    """Lines of a text with Arabic or Hebrew letters, as reportlab's markup.

    Args:
        text: as it is read.
        width: of a line, in points.
        style: the size, and the typeface of the Latin letters.
    """
    lines = drawn_lines(text, width - SLACK, lambda part: _turned_width(part, style))
    return ["".join(_in_face(*run) for run in _printable_runs(line)) for line in lines]


def in_one_line(text: str) -> list[tuple[str, str]]:
    """The name of the typeface and the letters of each part of a line, as it is drawn."""
    if not needs_shaping(text):
        return [(REGULAR, printable(text))]
    line = "".join(drawn_lines(" ".join(text.split()), float("inf"), len))
    return [(_FACES.get(face, REGULAR), letters) for face, letters in _printable_runs(line)]


def actual(text: str) -> str:
    """The entries of an element that is drawn in other letters: what is really written.

    A text that runs from the right is drawn in the order of the eye, and emoji as a box.
    """
    if not _is_drawn_otherwise(text):
        return ""
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    spoken = language(text)
    return f"/ActualText{string(kept)}" + (f"/Lang({spoken})" if spoken else "")


def width_of(text: str, style: ParagraphStyle) -> float:
    """How wide a line of text is, in points."""
    if needs_shaping(text):
        return _turned_width(joined(text), style)
    return pdfmetrics.stringWidth(printable(text), style.fontName, style.fontSize)


def _is_drawn_otherwise(text: str) -> bool:
    if needs_shaping(text):
        return True
    return REPLACEMENT in printable(text) and REPLACEMENT not in text


def _turned_width(part: str, style: ParagraphStyle) -> float:
    return sum(
        pdfmetrics.stringWidth(letters, _FACES.get(face, style.fontName), style.fontSize)
        for face, letters in _printable_runs(part)
    )


def _printable_runs(line: str) -> Iterator[tuple[Face, str]]:
    for run in runs(line):
        for has_all, letters in groupby(run.text, lambda letter, run=run: _has(run.face, letter)):
            words = "".join(letters)
            yield (run.face, words) if has_all else ("latin", printable(words))


def _has(face: Face, letter: str) -> bool:
    return face != "latin" and ord(letter) in _IN_THE_FACE[face]


def _in_face(face: Face, letters: str) -> str:
    words = escape(letters)
    return words if face == "latin" else f'<font name="{_FACES[face]}">{words}</font>'


def _shown(character: str) -> str:
    if character == "\n":
        return character
    if character.isspace():
        return character if character == "\u00a0" else " "
    if unicodedata.category(character) in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character if ord(character) in _IN_THE_FONT else REPLACEMENT


def _registered(name: str) -> TTFont:
    font = TTFont(name, FOLDER / f"{name}.ttf")
    pdfmetrics.registerFont(font)
    return font


# An import happens once, whatever number of threads asks for it; reportlab's register of fonts is
# shared by all of them.
REGULAR = _registered("SourceSans3-Regular").fontName
_SEMI_BOLD = _registered("SourceSans3-SemiBold")
STRONG = _SEMI_BOLD.fontName
_IN_THE_FONT = frozenset(_SEMI_BOLD.face.charToGlyph)
_OTHERS: dict[Face, TTFont] = {
    "arabic": _registered("NotoSansArabic-Regular"),
    "hebrew": _registered("NotoSansHebrew-Regular"),
}
_FACES = {face: font.fontName for face, font in _OTHERS.items()}
_IN_THE_FACE = {face: frozenset(font.face.charToGlyph) for face, font in _OTHERS.items()}
_AS_IT_IS = frozenset(
    letter
    for letter in map(chr, _IN_THE_FONT)
    if _shown(letter) == unicodedata.normalize("NFC", letter) == letter
    and not unicodedata.combining(letter)
)
"""Letters that need no second look: nearly all that is ever printed."""
