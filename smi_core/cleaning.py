"""Words of strangers, without what is not seen: names of files and lines of text."""

import re
import unicodedata
from collections.abc import Iterable

from smi_core.attached import MOST_CHARACTERS, MOST_LINES, Line

LONGEST_NAME = 100
JOINERS = "\u200c\u200d"  # Persian and others need them between letters


def safe_name(name: str) -> str:
    r"""The name of a file without folders, control characters and marks that turn text around.

    >>> safe_name("C:\\fotos\\\u202egpj.exe")
    'gpj.exe'
    """
    base = re.split(r"[/\\]", name)[-1]
    return plain(base, LONGEST_NAME).lstrip(". ") or "bestand"


def plain(text: str, most: int) -> str:
    r"""Text of one line without anything that is not seen, at most so many characters.

    >>> plain("a\x00b \n c", 10)
    'ab c'
    """
    spaced = re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))
    seen = "".join(one for one in spaced if one in JOINERS or unicodedata.category(one)[0] != "C")
    return seen.strip()[:most].strip()


def plain_lines(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of one page that still say something when everything unseen is gone."""
    found: list[Line] = []
    left = MOST_CHARACTERS
    for line in lines:
        text = plain(line.text, left)
        left -= len(text)
        if text and len(found) < MOST_LINES:
            found.append(line.model_copy(update={"text": text}))
    return tuple(found)
