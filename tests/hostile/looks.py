"""Looks at what was taken: its pixels, its words, its bytes."""

import io
import re
import zlib

import PIL.Image

from smi_core.attached import Attachment, PageImage
from tests.hostile.kind import Spot

# The pieces of a JPEG that say how to draw it; every other piece says something else.
DRAWING = frozenset({0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE})
DARK = 110
SCANNED = re.compile(rb"(?:[^\xff]|\xff[\x00\xd0-\xd7])*", re.DOTALL)


def words_of(attachment: Attachment) -> str:
    """The lines on the pages."""
    return "\n".join(line.text for page in attachment.pages for line in page.lines)


def bytes_of(attachment: Attachment) -> bytes:
    """Everything that is kept of a file, as bytes."""
    pixels = b"".join(page.data for page in attachment.pages)
    return (
        pixels
        + (attachment.original or b"")
        + attachment.model_dump_json(
            exclude={"pages": {"__all__": {"data"}}, "original": True}
        ).encode()
    )


def spellings(marker: str) -> list[bytes]:
    """A marker as bytes, in every way that a PDF may spell it."""
    wide = marker.encode("utf-16-be")
    return [marker.encode(), wide, marker.encode("utf-16-le"), marker.encode().hex().encode()]


def looks_so(attachment: Attachment, spot: Spot) -> bool:
    """Whether a place on a page is as dark or as light as it must be."""
    image = grey(attachment.pages[spot.page])
    at = (image.width * spot.left // 100, image.height * spot.top // 100)
    return (_shade(image, at) < DARK) == (spot.looks == "dark")


def _shade(image: PIL.Image.Image, at: tuple[int, int]) -> float:
    shade = image.getpixel(at)
    assert isinstance(shade, int)
    return shade


def grey(page: PageImage) -> PIL.Image.Image:
    """The pixels of a page as shades of grey; decoded in full."""
    if page.coding == "jpeg":
        return PIL.Image.open(io.BytesIO(page.data)).convert("L")
    rows, width = zlib.decompress(page.data), page.width + 1
    assert len(rows) == width * page.height
    return PIL.Image.open(io.BytesIO(_png(page))).convert("L")


def pieces(jpeg: bytes) -> set[int]:
    """The markers of a JPEG, those between its scans too; 0 if something is behind its end."""
    found, at = {0} if jpeg.index(b"\xff\xd9") + 2 < len(jpeg) else set(), 2
    while at < len(jpeg) and jpeg[at + 1] != 0xD9:
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        at = SCANNED.match(jpeg, at).end() if jpeg[at] != 0xFF or jpeg[at + 1] == 0 else at
    return found


def _png(page: PageImage) -> bytes:
    """A page in the coding `flate` is the inside of a PNG."""
    size = page.width.to_bytes(4, "big") + page.height.to_bytes(4, "big")
    chunks = ((b"IHDR", size + b"\x08\0\0\0\0"), (b"IDAT", page.data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + name + content + checksum
