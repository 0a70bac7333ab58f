"""Whether a JPEG is nothing but a picture: no notes of a camera, nothing hidden or behind it."""

import re

_TABLES = frozenset({0xDB, 0xC0, 0xC4, 0xDD, 0xDA})  # what a simple JPEG needs to be drawn
_JFIF, _JFIF_SIZE = 0xE0, 16  # without a thumbnail
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)


def is_plain(file: bytes) -> bool:
    """Whether every part is one that a picture needs, and the file ends where the picture does."""
    if not file.startswith(b"\xff\xd8"):
        return False
    at = 2
    while file[at : at + 1] == b"\xff" and at + 4 <= len(file):
        mark, size = file[at + 1], int.from_bytes(file[at + 2 : at + 4], "big")
        is_jfif = mark == _JFIF and size == _JFIF_SIZE and file[at + 4 : at + 9] == b"JFIF\0"
        if mark not in _TABLES and not is_jfif:
            return False
        at += 2 + size
        if mark == 0xDA:
            behind = _NEXT.search(file, at)
            at = behind.start() if behind else len(file)
    return file[at:] == b"\xff\xd9"
