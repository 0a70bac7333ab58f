"""The text of a page of a PDF, line by line, with its place: as far as it can be seen.

Text that is not seen could say something else than the page does, to who listens or searches.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

WHOLE = 10_000  # the width and the height of a page
MOST_LINES, MOST_CHARACTERS = 400, 20_000
_LEAST_CONTRAST = 24  # between the lightest and the darkest pixel under a line, of 255
_INVISIBLE = 3  # the way to draw text that leaves no trace; scanners lay it over their picture
_Box = tuple[int, int, int, int]


@dataclass
class _Row:
    """The letters of a line so far, and the boxes around them."""

    letters: list[str] = field(default_factory=list)
    boxes: list[_Box] = field(default_factory=list)


def lines(page: pypdfium2.PdfPage, image: Image.Image) -> list[dict[str, Any]]:
    """The visible lines: their text, and left, top, width and height in ten-thousandths."""
    grey = image.convert("L")
    found: list[dict[str, Any]] = []
    for row in _rows(page):
        at = _around(row.boxes)
        words = "".join(row.letters).strip()
        if at and words and _has_ink(grey, at):
            left, top, right, bottom = at
            found.append({"text": words, "at": [left, top, right - left, bottom - top]})
        if len(found) == MOST_LINES:
            break
    return found


def _rows(page: pypdfium2.PdfPage) -> Iterator[_Row]:
    letters = page.get_textpage()
    row = _Row()
    for index in range(min(letters.count_chars(), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(letters, index)
        if code in (10, 13):  # the library puts these where a line ends
            yield row
            row = _Row()
        elif code and not 0xD800 <= code <= 0xDFFF and _is_drawn(letters, index):
            row.letters.append(chr(code))
            row.boxes.append(_box(page, letters, index))
    yield row
    letters.close()


def _is_drawn(letters: pypdfium2.PdfTextPage, index: int) -> bool:
    drawn = pdfium.FPDFText_GetTextObject(letters, index)
    return not drawn or pdfium.FPDFTextObj_GetTextRenderMode(drawn) != _INVISIBLE


def _box(page: pypdfium2.PdfPage, letters: pypdfium2.PdfTextPage, index: int) -> _Box:
    """Left, top, right and bottom of a letter on the page as it is seen, turned if it is turned."""
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(letters, index, *map(ctypes.byref, sides))
    left, right, bottom, top = (side.value for side in sides)
    ends = (_seen(page, left, top), _seen(page, right, bottom))
    (x1, x2), (y1, y2) = (sorted(pair) for pair in zip(*ends, strict=True))
    return x1, y1, x2, y2


def _seen(page: pypdfium2.PdfPage, across: float, up: float) -> tuple[int, int]:
    x, y = ctypes.c_int(), ctypes.c_int()
    whole = (0, 0, WHOLE, WHOLE, 0)
    pdfium.FPDF_PageToDevice(page, *whole, across, up, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def _around(boxes: list[_Box]) -> _Box | None:
    """The part of the page around some boxes; None if that is outside the page, or nothing."""
    drawn = [box for box in boxes if box[2] > box[0] and box[3] > box[1]]
    if not drawn:
        return None
    lefts, tops, rights, bottoms = zip(*drawn, strict=True)
    left, top = max(0, min(lefts)), max(0, min(tops))
    right, bottom = min(WHOLE, max(rights)), min(WHOLE, max(bottoms))
    return (left, top, right, bottom) if left < right and top < bottom else None


def _has_ink(grey: Image.Image, at: _Box) -> bool:
    """Whether the picture has anything where the text says it stands."""
    across, down = grey.width / WHOLE, grey.height / WHOLE
    left, top, right, bottom = at
    under = (int(left * across), int(top * down), int(right * across) + 1, int(bottom * down) + 1)
    darkest, lightest = grey.crop(under).getextrema()
    return int(lightest) - int(darkest) >= _LEAST_CONTRAST  # pyright: ignore[reportArgumentType]  # one band: numbers
