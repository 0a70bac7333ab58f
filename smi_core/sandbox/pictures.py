"""The picture of a page in a pack: the same bytes if they are only a picture, else new ones."""

import zlib
from io import BytesIO

import pikepdf
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from smi_core.sandbox import jpeg, limits
from smi_core.sandbox.encode import Page, page_of
from smi_core.sandbox.inflate import filters_of, inflated
from smi_core.sandbox.wire import Refused

LONGEST = 4000  # pixels of a side
_MODES = {"L": ("/DeviceGray", "grey"), "RGB": ("/DeviceRGB", "rgb")}
_HIGHEST_PREDICTOR = 4
_MOST_A_PIXEL = 8  # bytes: four colours of sixteen bits
Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS


_OF_PYTHON = (OSError, SyntaxError, ValueError, LookupError, TypeError, NotImplementedError)
_UNREADABLE = (*_OF_PYTHON, pikepdf.PdfError, zlib.error, Image.DecompressionBombError, Refused)
"""What the libraries raise when an image is not what it says."""


def picture_of(image: pikepdf.Stream) -> Page | None:
    """The page that an image of a pack is; None if nothing can be made of it."""
    width, height = (_side(image, key) for key in ("/Width", "/Height"))
    if not (1 <= width <= LONGEST and 1 <= height <= LONGEST):
        return None
    try:
        return _as_it_is(image, width, height) or _anew(image, width, height)
    except _UNREADABLE:
        return None


def _side(image: pikepdf.Stream, key: str) -> int:
    value = image.get(key)
    return int(value) if isinstance(value, int) else 0


def _as_it_is(image: pikepdf.Stream, width: int, height: int) -> Page | None:
    space = str(image.get("/ColorSpace"))
    packed = image.read_raw_bytes()
    match filters_of(image):
        case ["/DCTDecode"]:
            colour, coding = _colour_of(packed, (width, height), space), "jpeg"
        case ["/FlateDecode"]:
            is_rows = space == "/DeviceGray" and _has_our_rows(image, width, height, packed)
            colour, coding = "grey" if is_rows else None, "flate"
        case _:
            return None
    says = {"width": width, "height": height, "coding": coding, "colour": colour}
    return Page(says, packed) if colour else None


def _colour_of(packed: bytes, size: tuple[int, int], space: str) -> str | None:
    """The colour of a JPEG that is whole and only a picture; None of any other."""
    if not jpeg.is_plain(packed):
        return None
    with Image.open(BytesIO(packed), formats=(str(JpegImageFile.format),)) as picture:
        picture.load()
        expected, colour = _MODES.get(picture.mode, ("", ""))
        return colour if picture.size == size and expected == space else None


def _has_our_rows(image: pikepdf.Stream, width: int, height: int, packed: bytes) -> bool:
    """Whether it is grey in eight bits, each row after the number of its predictor."""
    parms = image.get("/DecodeParms")
    expected = {"/Predictor": 15, "/Colors": 1, "/BitsPerComponent": 8, "/Columns": width}
    if not isinstance(parms, pikepdf.Dictionary) or image.get("/BitsPerComponent") != 8:
        return False
    if any(parms.get(key) != value for key, value in expected.items()):
        return False
    machine = zlib.decompressobj()
    rows = machine.decompress(packed, (width + 1) * height + 1)
    is_exact = machine.eof and not machine.unused_data and len(rows) == (width + 1) * height
    return is_exact and max(rows[:: width + 1]) <= _HIGHEST_PREDICTOR


def _anew(image: pikepdf.Stream, width: int, height: int) -> Page:
    """Another program packed it in its own way: the same pixels, packed in ours.

    Raises:
        Refused: if there is more inside than pixels.
    """
    inflated(image.read_raw_bytes(), filters_of(image), _MOST_A_PIXEL * (width + 1) * height)
    picture = pikepdf.PdfImage(image).as_pil_image()
    return page_of(
        picture.convert("L" if picture.mode in ("1", "L") else "RGB"), limits.PER_PAGE * 4
    )
