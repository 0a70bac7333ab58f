"""A page as a picture that a browser shows, without decoding it here."""

import zlib
from struct import pack

from smi_core.attached import PageImage

_PNG = b"\x89PNG\r\n\x1a\n"


def as_picture(page: PageImage) -> tuple[bytes, str]:
    """The picture, and its media type. A page in `flate` is the middle of a PNG already."""
    if page.coding == "jpeg":
        return page.data, "image/jpeg"
    colour = 0 if page.colour == "grey" else 2
    header = pack(">IIBBBBB", page.width, page.height, 8, colour, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", page.data), _chunk(b"IEND", b""))
    return _PNG + b"".join(chunks), "image/png"


def _chunk(name: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + name + content + pack(">I", zlib.crc32(name + content))
