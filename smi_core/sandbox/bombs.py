"""Documents that are small until somebody opens them.

The limits of this process would stop them too; this says what they are, before they hurt.
"""

import re

import pikepdf

from smi_core.sandbox import limits
from smi_core.sandbox.inflate import filters_of, inflated
from smi_core.sandbox.laughs import Drawing, check_repetition, drawing_of
from smi_core.sandbox.wire import Refused

MOST_A_STREAM = 60_000_000  # bytes
MOST_TOGETHER = 150_000_000
_INLINE = re.compile(rb"BI\s(.{0,400}?)\sID(?!\S)", re.DOTALL)
_WIDTH = re.compile(rb"/W(?:idth)?\s+(\d{1,9})")
_HEIGHT = re.compile(rb"/H(?:eight)?\s+(\d{1,9})")
_JPX = re.compile(rb"\xff\x4f\xff\x51.{4}(.{4})(.{4})", re.DOTALL)
_DRAWN_BY_ROW = (["/FlateDecode"], ["/RunLengthDecode"])
"""Ways to pack an image that are read as far as its own size goes, and no further."""


def check(pdf: pikepdf.Pdf) -> None:
    """Look at every stream of a document.

    Raises:
        Refused: if one is too much, or all together.
    """
    together = 0
    drawn: dict[tuple[int, int], Drawing] = {}
    for node in pdf.objects:
        if not isinstance(node, pikepdf.Stream):
            continue
        filters = filters_of(node)
        if node.get("/Subtype") == pikepdf.Name.Image:
            _check_image(node, filters)
        else:
            plain = inflated(node.read_raw_bytes(), filters, MOST_A_STREAM)
            together += len(plain)
            _check_inline(plain)
            drawn[node.objgen] = drawing_of(plain)
        if together > MOST_TOGETHER:
            raise Refused("bomb")
    check_repetition(pdf, drawn)


def _check_image(image: pikepdf.Stream, filters: list[str]) -> None:
    _check_size(_number(image, "/Width"), _number(image, "/Height"))
    if filters in _DRAWN_BY_ROW:
        return
    plain = inflated(image.read_raw_bytes(), filters, MOST_A_STREAM)
    if "/JPXDecode" in filters and (found := _JPX.search(plain)):
        across, down = (int.from_bytes(side, "big") for side in found.groups())
        _check_size(across, down)


def _check_inline(drawing: bytes) -> None:
    for about in _INLINE.findall(drawing):
        width, height = _WIDTH.search(about), _HEIGHT.search(about)
        if width and height:
            _check_size(int(width[1]), int(height[1]))


def _check_size(width: int, height: int) -> None:
    if width * height > limits.MOST_PIXELS:
        raise Refused("image_too_large")


def _number(image: pikepdf.Stream, key: str) -> int:
    value = image.get(key, 0)
    return int(value) if isinstance(value, int) else 0
