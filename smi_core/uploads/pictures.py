"""A page as a file that a browser shows, without looking into its pixels."""

import zlib

from smi_core.attached import PageImage

_PNG = b"\x89PNG\r\n\x1a\n"
_GREY_8_BITS = bytes((8, 0, 0, 0, 0))


def as_picture(page: PageImage) -> tuple[bytes, str]:
    """The bytes of a JPEG or PNG file, and its media type."""
    if page.coding == "jpeg":
        return page.data, "image/jpeg"
    head = page.width.to_bytes(4, "big") + page.height.to_bytes(4, "big") + _GREY_8_BITS
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", page.data), _chunk(b"IEND", b""))
    return b"".join((_PNG, *parts)), "image/png"


def _chunk(kind: bytes, inside: bytes) -> bytes:
    check = zlib.crc32(inside, zlib.crc32(kind))
    return b"".join((len(inside).to_bytes(4, "big"), kind, inside, check.to_bytes(4, "big")))
