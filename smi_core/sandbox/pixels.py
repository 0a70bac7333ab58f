"""Whether the pixels of a page that comes back are only that: a picture, as we made it."""

import zlib
from io import BytesIO
from typing import Literal

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from smi_core.sandbox import jpeg, limits
from smi_core.sandbox.wire import Refused

LONGEST = 4000  # pixels of a side
Colour = Literal["grey", "rgb"]
_COLOURS: dict[str, Colour] = {"L": "grey", "RGB": "rgb"}
_HIGHEST_PREDICTOR = 4
Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS

_OF_PYTHON = (OSError, SyntaxError, ValueError, LookupError, TypeError, NotImplementedError)
UNREADABLE = (*_OF_PYTHON, zlib.error, Image.DecompressionBombError, Refused)
"""What the libraries raise when an image is not what it says."""


def colour_of_jpeg(packed: bytes, size: tuple[int, int]) -> Colour | None:
    """The colour of a JPEG that is whole, of this size, and only a picture; None of any other."""
    if not jpeg.is_plain(packed):
        return None
    with Image.open(BytesIO(packed), formats=(str(JpegImageFile.format),)) as picture:
        picture.load()
        return _COLOURS.get(picture.mode) if picture.size == size else None


def are_rows(packed: bytes, size: tuple[int, int]) -> bool:
    """Whether it is grey in eight bits, each row after the number of its predictor, and no more."""
    width, height = size
    machine = zlib.decompressobj()
    rows = machine.decompress(packed, (width + 1) * height + 1)
    is_exact = machine.eof and not machine.unused_data and len(rows) == (width + 1) * height
    return is_exact and max(rows[:: width + 1]) <= _HIGHEST_PREDICTOR
