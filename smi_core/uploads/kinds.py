"""What kind of file an upload is, by its first bytes, and a name that is safe to show.

A name says nothing about a file: phones and people give any name to any kind.
"""

import re
import unicodedata

from smi_core.uploads.process import Task

LONGEST_NAME = 100
JOINERS = "\u200c\u200d"  # Persian and others need them between letters
_HEIF = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_PDF_WITHIN = 1024  # bytes before the header that readers of PDF put up with


def task_for(upload: bytes) -> Task | None:
    """How to read a file; None if it is of no kind that is taken.

    >>> task_for(b"%PDF-1.7")
    'document'
    """
    if upload.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return "photo"
    if upload.startswith(b"RIFF") and upload[8:12] == b"WEBP":
        return "photo"
    if upload[4:8] == b"ftyp" and upload[8:12] in _HEIF:
        return "heif"
    return "document" if b"%PDF-" in upload[:_PDF_WITHIN] else None


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
