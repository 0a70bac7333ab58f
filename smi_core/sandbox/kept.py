"""Files of a visit that comes back under lock and key. Anybody may have made them, and locked them.

So each page must be a picture and nothing else, and what was signed is looked at as if it had just
been uploaded. What is passed on has the right shapes; whether it means anything is for others.
"""

import base64
import json
from collections.abc import Mapping
from typing import Any

from smi_core.sandbox import documents
from smi_core.sandbox.inflate import inflated
from smi_core.sandbox.limits import MOST_PAGES, seconds_used
from smi_core.sandbox.pixels import LONGEST, UNREADABLE, are_rows, colour_of_jpeg
from smi_core.sandbox.wire import Answer, Refused

ENOUGH = 8.0  # seconds of a processor, after which the rest is for another process
MOST_OF_A_FILE = 120_000_000  # bytes: pixels grow by a third when they are written as letters
_ROOM = 20_000_000
_LONGEST, _MOST_LINES, _MOST_OF_A_LINE, _MOST_REMOVED = 200, 400, 20_000, 20
_SIDES = ("left", "top", "width", "height")
_EDGE = 10_000


def read(pieces: list[bytes]) -> Answer:
    """As many files as there is time for, at least one; None for those that cannot come back.

    Raises:
        Refused: if more is inside than there can be.
    """
    says: list[dict[str, Any] | None] = []
    parts: list[bytes] = []
    for packed in pieces:
        said, found = _file(packed)
        says.append(said)
        parts += found
        if sum(map(len, parts)) > 2 * sum(map(len, pieces)) + _ROOM:
            raise Refused("bomb")
        if seconds_used() > ENOUGH:
            break
    return Answer({"files": says}, parts)


def _file(packed: bytes) -> tuple[dict[str, Any] | None, list[bytes]]:
    """What a file says, and its pixels; at the end the original, if there is one that may go on."""
    try:
        given = json.loads(inflated(packed, ["/FlateDecode"], MOST_OF_A_FILE))
        pages = [_page(page) for page in given["pages"][:MOST_PAGES]]
        original = _original(given.get("original"))
        said = _said(given) | {"pages": [says for says, _ in pages], "has_original": bool(original)}
    except (*UNREADABLE, ArithmeticError, AttributeError, RecursionError):
        return None, []
    return (said, [*(pixels for _, pixels in pages), *original]) if pages else (None, [])


def _said(given: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "paper": str(given["paper"])[:_LONGEST],
        "name": str(given["name"])[:_LONGEST],
        "kind": "photo" if given["kind"] == "photo" else "document",
        "removed": [str(what) for what in given.get("removed", ())][:_MOST_REMOVED],
    }


def _page(given: Mapping[str, Any]) -> tuple[dict[str, Any], bytes]:
    """A page, if it is what it says.

    Raises:
        ValueError: it is not.
    """
    size, pixels = (int(given["width"]), int(given["height"])), _bytes(given["data"])
    if not all(1 <= side <= LONGEST for side in size):
        raise ValueError
    if given["coding"] == "jpeg":
        colour, coding = colour_of_jpeg(pixels, size), "jpeg"
    else:
        colour, coding = "grey" if are_rows(pixels, size) else None, "flate"
    if colour is None:
        raise ValueError
    shape = {"width": size[0], "height": size[1], "coding": coding, "colour": colour}
    lines = [_line(line) for line in given.get("lines", ())[:_MOST_LINES]]
    return shape | {"lines": lines}, pixels


def _line(given: Mapping[str, Any]) -> dict[str, Any]:
    at = [min(max(int(given[side]), 0), _EDGE) for side in _SIDES]
    return {"text": str(given["text"])[:_MOST_OF_A_LINE], "at": at}


def _original(given: object) -> list[bytes]:
    if given is None:
        return []
    original = _bytes(given)
    return [original] if documents.keeps_original(original) else []


def _bytes(given: object) -> bytes:
    if not isinstance(given, str):
        raise TypeError
    return base64.urlsafe_b64decode(given)
