"""Looks at the pixels of a page that was taken."""

import io
import zlib

import PIL.Image

from smi_core.attached import PageImage


def grey(page: PageImage) -> PIL.Image.Image:
    """The pixels of a page as shades of grey."""
    if page.coding == "jpeg":
        return PIL.Image.open(io.BytesIO(page.data)).convert("L")
    return PIL.Image.open(io.BytesIO(_png(page)))


def _png(page: PageImage) -> bytes:
    """A page in the coding `flate` is the inside of a PNG."""
    size = page.width.to_bytes(4, "big") + page.height.to_bytes(4, "big")
    chunks = ((b"IHDR", size + b"\x08\0\0\0\0"), (b"IDAT", page.data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content).to_bytes(4, "big")
    return len(content).to_bytes(4, "big") + name + content + checksum
