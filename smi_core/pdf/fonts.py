"""The typeface of the pack, and which characters it can print."""

import re
import unicodedata
from html import escape
from pathlib import Path

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from smi_core.pdf.syntax import string

FOLDER = Path(__file__).parent.parent / "fonts"
REPLACEMENT = "□"
"""Stands for every character that the typeface lacks, such as Arabic letters and emoji."""


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
    lines = "\n".join(unicodedata.normalize("NFC", text).splitlines())
    return "".join(_shown(character) for character in lines)


def actual(text: str) -> str:
    """The entry of an element whose letters we cannot print: what is really written."""
    if REPLACEMENT not in printable(text) or REPLACEMENT in text:
        return ""
    kept = "".join(c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cs"))
    return f"/ActualText{string(kept)}"


def width_of(text: str, style: ParagraphStyle) -> float:
    """How wide a line of text is, in points."""
    return pdfmetrics.stringWidth(printable(text), style.fontName, style.fontSize)


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
