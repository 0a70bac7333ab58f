"""Marked answers, and the search for them where they must not be: files, addresses, the browser."""

import base64
import os
import re
import secrets
import string
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

Sought = Mapping[str, Iterable[str]]
"""What to search for: texts, by what they are called."""
FIXED = {
    "bsn": "999990019",
    "telefoon": "06 83729145",
    "iban": "NL91ABNA0417164300",
    "lrk_nummer": "271828182",
    "jaarinkomen": "6283185",
    "netto_maand": "271828",
    "geboortedatum_ik": "9 maart 1987",
}
"""What must be a number to be taken. So other programs may write these too, if only by chance."""
SPELLED = {
    "telefoon": ("83729145",),
    "iban": ("0417164300", "0417 1643 00"),
    "jaarinkomen": ("6283185", "6.283.185"),
    "netto_maand": ("271828", "271.828"),
    "geboortedatum_ik": ("9 maart 1987", "1987-03-09", "09-03-1987", "9-3-1987"),
}
"""How such a number may be written; others are written in one way."""
SHORTEST = 8
"""Bytes; what is shorter may be there by chance."""
MOST_TRIES = 500
"""So many places in a file are tried as the beginning of something compressed."""
MOST_UNPACKED = 8_000_000
_COMPRESSED = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
_PIECE = 32_000_000


class Markers:
    """What is filled in during one run, by the name of the field, and what to search for."""

    def __init__(self) -> None:
        self._root = "zq" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(10))

    def of(self, field: str) -> str:
        """The marker of a field: always the same in one run."""
        return FIXED.get(field) or self._root + re.sub("[^a-z]", "", field)

    def words(self) -> Sought:
        """What only this run can have written: each word begins with it."""
        return {"a word": (self._root,)}

    def all(self) -> Sought:
        """The numbers too, however they are written."""
        return self.words() | {name: SPELLED.get(name, (text,)) for name, text in FIXED.items()}


@cache
def forms_of(text: str) -> tuple[bytes, ...]:
    """A text as programs write it: in letters, as base64, as hexadecimal, for an address."""
    plain = text.encode()
    shifted = (base64.b64encode(bytes(shift) + plain) for shift in range(3))
    inner = (coded[4 if shift else 0 : -4] for shift, coded in enumerate(shifted))
    forms = (
        plain,
        quote(text).encode(),
        text.encode("utf-16-le"),
        text.encode("utf-16-be"),
        plain.hex().encode(),
        *(coded for coded in inner if len(coded) >= SHORTEST),
    )
    return tuple(dict.fromkeys(form.lower() for form in forms))


def found_in(data: bytes, sought: Sought) -> set[str]:
    """The markers that stand in these bytes in whatever form, also in what is compressed.

    >>> sorted(found_in(b"zz QUUX zz", {"name": ["quux"], "story": ["foo"]}))
    ['name']
    """
    found = _plainly_in(data.lower(), sought)
    for inner in _unpacked(data):
        found |= _plainly_in(inner.lower(), sought)
    return found


def _plainly_in(lower: bytes, sought: Sought) -> set[str]:
    return {
        field
        for field, texts in sought.items()
        if any(_is_in(form, lower) for text in texts for form in forms_of(text))
    }


def _is_in(form: bytes, lower: bytes) -> bool:
    """Whether a form is there; a number only if it is no part of a longer one."""
    if form not in lower:
        return False
    return not form.isdigit() or bool(re.search(rb"(?<![\d.])" + form + rb"(?!\d)", lower))


def _unpacked(data: bytes) -> Iterator[bytes]:
    for number, start in enumerate(_COMPRESSED.finditer(data)):
        if number == MOST_TRIES:
            return
        try:
            yield zlib.decompressobj(47).decompress(data[start.start() :], MOST_UNPACKED)
        except zlib.error:
            continue


def files_since(folders: Iterable[Path], start: float) -> Iterator[Path]:
    """All files that were written since a moment.

    Args:
        folders: where to look, however deep.
        start: in seconds since 1970.
    """
    for folder in folders:
        for place, _, names in os.walk(folder, onerror=None):
            for name in names:
                path = Path(place) / name
                if _is_written_since(path, start):
                    yield path


def leaks_in_files(
    folders: Iterable[Path],
    start: float,
    sought: Sought,
    *,
    except_in: Iterable[Path] = (),
) -> dict[str, set[str]]:
    """The files written since a moment that hold a marker, or have one in their name.

    Args:
        folders: where to look.
        start: in seconds since 1970.
        sought: the markers by field.
        except_in: folders that the test itself writes answers to.
    """
    allowed = tuple(except_in)
    paths = (path for path in files_since(folders, start) if not _is_below(path, allowed))
    found = {str(path): _in_file(path, sought) for path in paths}
    return {path: fields for path, fields in found.items() if fields}


def _is_below(path: Path, folders: tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _is_written_since(path: Path, start: float) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and path.stat().st_mtime >= start
    except OSError:  # gone meanwhile
        return False


def _in_file(path: Path, sought: Sought) -> set[str]:
    found = found_in(str(path).encode(), sought)
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                found |= found_in(piece, sought)
    except OSError:  # gone meanwhile, or not for us: then also not for the website
        pass
    return found
