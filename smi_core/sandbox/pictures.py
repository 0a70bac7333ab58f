"""The picture of a page in a pack: the same bytes if they are only a picture, else new ones."""

import pikepdf

from smi_core.sandbox import limits
from smi_core.sandbox.encode import Page, page_of
from smi_core.sandbox.inflate import filters_of, inflated
from smi_core.sandbox.pixels import LONGEST, UNREADABLE, are_rows, colour_of_jpeg

_SPACES = {"grey": "/DeviceGray", "rgb": "/DeviceRGB"}
_MOST_A_PIXEL = 8  # bytes: four colours of sixteen bits


def picture_of(image: pikepdf.Stream) -> Page | None:
    """The page that an image of a pack is; None if nothing can be made of it."""
    width, height = (_side(image, key) for key in ("/Width", "/Height"))
    if not (1 <= width <= LONGEST and 1 <= height <= LONGEST):
        return None
    try:
        return _as_it_is(image, width, height) or _anew(image, width, height)
    except (*UNREADABLE, pikepdf.PdfError):
        return None


def _side(image: pikepdf.Stream, key: str) -> int:
    value = image.get(key)
    return int(value) if isinstance(value, int) else 0


def _as_it_is(image: pikepdf.Stream, width: int, height: int) -> Page | None:
    packed = image.read_raw_bytes()
    match filters_of(image):
        case ["/DCTDecode"]:
            colour, coding = colour_of_jpeg(packed, (width, height)), "jpeg"
        case ["/FlateDecode"]:
            is_rows = _says_rows(image, width) and are_rows(packed, (width, height))
            colour, coding = "grey" if is_rows else None, "flate"
        case _:
            return None
    if colour is None or str(image.get("/ColorSpace")) != _SPACES[colour]:
        return None
    return Page({"width": width, "height": height, "coding": coding, "colour": colour}, packed)


def _says_rows(image: pikepdf.Stream, width: int) -> bool:
    """Whether it is grey in eight bits, each row after the number of its predictor."""
    parms = image.get("/DecodeParms")
    expected = {"/Predictor": 15, "/Colors": 1, "/BitsPerComponent": 8, "/Columns": width}
    if not isinstance(parms, pikepdf.Dictionary) or image.get("/BitsPerComponent") != 8:
        return False
    return all(parms.get(key) == value for key, value in expected.items())


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
