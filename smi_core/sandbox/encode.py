"""New pixels of a page, in few bytes: that is all that is kept of an upload."""

import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image, ImageChops

A4 = (8.27, 11.69)  # inch
STEPS = ((170, 78), (150, 70), (120, 65), (100, 60), (85, 50))
"""Dots per inch on A4 and quality of JPEG. The last is about the least that can be read."""
_LEVELS = [round(round(level / 17) * 17) for level in range(256)]
"""Sixteen levels of grey: enough for letters, and half the bytes of 256."""
_NEARLY = 2  # pixels too many that are left: to scale by so little only makes letters vague
_COLOURLESS = 12  # how far the colours of a grey pixel may be apart, of 255


@dataclass(frozen=True)
class Page:
    """One page: what the parent is told, and its pixels."""

    says: dict[str, Any]
    pixels: bytes = field(repr=False)


def page_of(image: Image.Image, most: int) -> Page:
    """An image in grey or colour as a page, in the best quality that takes at most so many bytes.

    If no quality does, the smallest.
    """
    image = without_needless_colour(image)
    page = at_step(image, *STEPS[0])
    for step in STEPS[1:]:
        if len(page.pixels) <= most:
            break
        page = at_step(image, *step)
    return page


def at_step(image: Image.Image, dpi: int, quality: int) -> Page:
    """A page with so many dots per inch on A4: lossless if that is smaller and it has no colour."""
    image = fitted(image, dpi)
    page = _says(image, "jpeg", _jpeg(image, quality))
    if image.mode == "L":
        lossless = _deflated(image)
        if len(lossless) <= len(page.pixels):
            return _says(image, "flate", lossless)
    return page


def fitted(image: Image.Image, dpi: int) -> Image.Image:
    """Small enough for so many dots per inch on A4; never larger than it was."""
    width, height = size_at(image.size, dpi)
    if max(image.width - width, image.height - height) <= _NEARLY:
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def size_at(size: tuple[int, int], dpi: int) -> tuple[int, int]:
    """The pixels of an image on A4, upright or on its side, as its own shape is."""
    short, long = sorted(size)
    scale = min(1.0, A4[0] * dpi / short, A4[1] * dpi / long)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def without_needless_colour(image: Image.Image) -> Image.Image:
    """Grey, if every pixel is so nearly."""
    if image.mode == "L":
        return image
    red, green, blue = image.split()
    for one, other in ((red, green), (green, blue)):
        _, most = ImageChops.difference(one, other).getextrema()
        if int(most) > _COLOURLESS:  # pyright: ignore[reportArgumentType]  # one band: a number
            return image
    return image.convert("L")


def _says(image: Image.Image, coding: str, pixels: bytes) -> Page:
    colour = "grey" if image.mode == "L" else "rgb"
    says = {"width": image.width, "height": image.height, "coding": coding, "colour": colour}
    return Page(says, pixels)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    """Only pixels: what a camera or an editor added is not handed over."""
    file = BytesIO()
    clean = Image.new(image.mode, image.size)
    clean.paste(image)
    clean.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()


def _deflated(image: Image.Image) -> bytes:
    """What stands in the IDAT of a PNG, which a PDF takes as it is.

    Each row as it is, after a 0: letters become smaller that way than as differences.
    """
    pixels = memoryview(image.point(_LEVELS).tobytes())
    rows = (pixels[at : at + image.width] for at in range(0, len(pixels), image.width))
    return zlib.compress(b"".join(part for row in rows for part in (b"\0", row)), 6)
