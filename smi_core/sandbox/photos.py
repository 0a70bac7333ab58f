"""Photos and pictures: upright, in plain colours, and without what a camera wrote about them."""

import warnings
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from smi_core.sandbox import limits
from smi_core.sandbox.encode import A4, STEPS, fitted, page_of
from smi_core.sandbox.wire import Answer, Refused

_FORMATS = tuple(str(reader.format) for reader in (JpegImageFile, PngImageFile, WebPImageFile))
_SCAN = b"\xff\xda"  # begins a layer of a JPEG, which goes over the whole picture
MOST_SCANS = 100
_GPS = 0x8825
_NOTES = frozenset({"exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "mp", "mpoffset"})
_LONGEST = round(A4[1] * STEPS[0][0])

Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


def read(pieces: list[bytes]) -> Answer:
    """A photo as one page.

    Raises:
        Refused: if it is damaged, too large, or drawn over itself without end.
    """
    if pieces[0].count(_SCAN) > MOST_SCANS:
        raise Refused("bomb")
    return read_as(pieces[0], _FORMATS)


def read_as(upload: bytes, formats: tuple[str, ...]) -> Answer:
    """A photo in one of these formats as one page.

    Raises:
        Refused: if it is damaged, or too large.
    """
    try:
        with Image.open(BytesIO(upload), formats=formats) as image:
            removed = _removed(image)
            page = page_of(_plain(image), max(len(upload), limits.PER_PAGE))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused("image_too_large") from None
    except (OSError, SyntaxError, ValueError, EOFError, ArithmeticError, LookupError, TypeError):
        raise Refused("damaged") from None  # Pillow raises any of these for a broken file
    return Answer({"kind": "photo", "pages": [page.says], "removed": removed}, [page.pixels])


def _removed(image: Image.Image) -> list[str]:
    """What it says besides its pixels."""
    exif = image.getexif()
    notes = {note for note in _NOTES if image.info.get(note)}
    has_place = bool(exif.get_ifd(_GPS)) or any(b"GPSL" in _bytes(image.info[n]) for n in notes)
    said = {"location": has_place, "metadata": bool(exif) or bool(notes)}
    return [what for what, is_there in said.items() if is_there]


def _bytes(note: Any) -> bytes:
    return note if isinstance(note, bytes) else str(note).encode("utf-8", "replace")


def _plain(image: Image.Image) -> Image.Image:
    """The picture as it is meant to be seen, in grey or in sRGB, small enough for A4.

    Made small first: the rest then costs a tenth.
    """
    if image.width * image.height > limits.MOST_PIXELS:
        raise Refused("image_too_large")
    image.draft("RGB", (_LONGEST, _LONGEST))
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(_countable(image))
    small = fitted(upright, STEPS[0][0])
    return _in_srgb(_on_white(small), profile)


def _countable(image: Image.Image) -> Image.Image:
    """In a mode that can be scaled: no palette, eight bits a colour."""
    if image.mode.startswith(("I", "F")):  # sixteen bits and more; Pillow itself would clip them
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("1", "P", "PA") or "transparency" in image.info:
        return image.convert(
            "RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB"
        )
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Paper is white where a picture lets it through."""
    if image.mode not in ("RGBA", "LA"):
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return paper


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as they were meant; without a profile, or with a broken one, as they are."""
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, meant, screen, outputMode="RGB")
            image = converted or image
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    return image if image.mode in ("RGB", "L") else image.convert("RGB")
