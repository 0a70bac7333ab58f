"""The text of a page of a PDF, line by line, with its place: as far as it can be seen.

Text that is not seen could say something else than the page does, to who listens or searches. So
the page is drawn once more without its letters, and a word counts where that makes a difference.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from smi_core.sandbox.drawing import drawn_without_text

WHOLE = 10_000  # the width and the height of a page
MOST_LINES, MOST_CHARACTERS = 400, 20_000
_LEAST_CONTRAST = 16  # between a page with and without a letter, of 255
_LEAST_ACROSS, _LEAST_DOWN = 0.25, 0.5
"""How much of the columns and rows of pixels under a word must be different.

A line of a table that shows through white letters is different in few rows.
"""
_Box = tuple[int, int, int, int]
"""Left, top, right and bottom in ten-thousandths of the page as it is seen."""
_Sides = tuple[float, float, float, float]
"""Left, right, bottom and top as the document counts them, before the page is turned."""


@dataclass
class _Word:
    """The letters of a word so far, and where each stands."""

    letters: list[str] = field(default_factory=list)
    places: list[_Sides] = field(default_factory=list)


def lines(page: pypdfium2.PdfPage, image: Image.Image) -> list[dict[str, Any]]:
    """The visible lines: their text, and left, top, width and height in ten-thousandths.

    The page cannot be drawn afterwards: its letters are gone.
    """
    rows = [row for row in _rows(page) if row]
    if not rows:
        return []
    ink = _ink(image, drawn_without_text(page))
    return [line for row in rows if (line := _line(page, row, ink))][:MOST_LINES]


def _ink(with_text: Image.Image, without: Image.Image) -> Image.Image:
    """White where letters make a difference, black elsewhere."""
    difference = ImageChops.difference(with_text, without)
    red, green, blue = difference.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if level >= _LEAST_CONTRAST else 0 for level in range(256)])


def _line(page: pypdfium2.PdfPage, row: list[_Word], ink: Image.Image) -> dict[str, Any] | None:
    """The words of a line that can be seen; None if none can."""
    placed = ((word, _around([_box(page, word)])) for word in row)
    seen = [(word, at) for word, at in placed if at and _has_ink(ink, at)]
    at = _around([at for _, at in seen])
    if not at:
        return None
    left, top, right, bottom = at
    words = " ".join("".join(word.letters) for word, _ in seen)
    return {"text": words, "at": [left, top, right - left, bottom - top]}


def _rows(page: pypdfium2.PdfPage) -> Iterator[list[_Word]]:
    """The words of each line; the library puts a new line between lines."""
    letters = page.get_textpage()
    row = [_Word()]
    for index in range(min(letters.count_chars(), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(letters, index)
        letter = "" if 0xD800 <= code <= 0xDFFF else chr(code)
        if letter in "\r\n":
            yield [word for word in row if word.letters]
            row = [_Word()]
        elif letter.isspace():
            row.append(_Word())
        elif letter != "\0":
            row[-1].letters.append(letter)
            row[-1].places.append(_place(letters, index))
    yield [word for word in row if word.letters]
    letters.close()


def _place(letters: pypdfium2.PdfTextPage, index: int) -> _Sides:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    sides = map(ctypes.byref, (left, right, bottom, top))
    pdfium.FPDFText_GetCharBox(letters, index, *sides)
    return left.value, right.value, bottom.value, top.value


def _box(page: pypdfium2.PdfPage, word: _Word) -> _Box:
    """Where a word stands on the page as it is seen."""
    drawn = [place for place in word.places if place[0] < place[1] and place[2] < place[3]]
    if not drawn:
        return 0, 0, 0, 0
    lefts, rights, bottoms, tops = zip(*drawn, strict=True)
    ends = (_seen(page, min(lefts), max(tops)), _seen(page, max(rights), min(bottoms)))
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


def _has_ink(ink: Image.Image, at: _Box) -> bool:
    """Whether the word makes a difference where it says it stands."""
    across, down = ink.width / WHOLE, ink.height / WHOLE
    left, top, right, bottom = at
    under = (int(left * across), int(top * down), ceil(right * across), ceil(bottom * down))
    columns, rows = ink.crop(under).getprojection()
    is_across = sum(columns) >= _LEAST_ACROSS * len(columns)
    return is_across and sum(rows) >= _LEAST_DOWN * len(rows)
