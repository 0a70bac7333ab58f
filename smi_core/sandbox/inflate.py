"""Unpacks a stream of a PDF no further than a limit; qpdf and pdfium would go on."""

import base64
import re
import zlib

import pikepdf

from smi_core.sandbox.wire import Refused

_SHORT = {
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/RL": "/RunLengthDecode",
}
MOST_FILTERS = 6
_STEP = 1 << 16


def filters_of(stream: pikepdf.Stream) -> list[str]:
    """The ways in which a stream is packed, the outermost first."""
    given = stream.get("/Filter")
    names = given if isinstance(given, pikepdf.Array) else [given]
    found = [str(name) for name in names if isinstance(name, pikepdf.Name)]  # pyright: ignore[reportGeneralTypeIssues]  # pikepdf has no type for it
    return [_SHORT.get(name, name) for name in found]


def inflated(packed: bytes | memoryview, filters: list[str], most: int) -> bytes:
    """What is inside, as far as the packing is general; the codings of images are left as they are.

    What is broken ends where it breaks, as readers do.

    Raises:
        Refused: if it is more than `most` bytes.
    """
    if len(filters) > MOST_FILTERS:
        raise Refused("bomb")
    out = packed
    for name in filters:
        match name:
            case "/FlateDecode":
                out = _flate(out, most)
            case "/LZWDecode":
                out = _lzw(bytes(out), most)
            case "/RunLengthDecode":
                out = _runs(bytes(out), most)
            case "/ASCII85Decode":
                out = _ascii85(bytes(out))
            case "/ASCIIHexDecode":
                out = _hex(bytes(out))
            case _:
                break
        if len(out) > most:
            raise Refused("bomb")
    return bytes(out)


def _flate(packed: bytes | memoryview, most: int) -> bytes:
    """In small steps, so that what comes before a break is counted too."""
    machine = zlib.decompressobj()
    out = bytearray()
    for at in range(0, len(packed), _STEP):
        try:
            out += machine.decompress(packed[at : at + _STEP], most + 1 - len(out))
        except zlib.error:
            break
        if len(out) > most:
            raise Refused("bomb")
        if machine.eof:
            break
    return bytes(out)


def _lzw(packed: bytes, most: int) -> bytes:
    """Codes of 9 to 12 bits, the first bit first; 256 begins anew and 257 ends."""
    table = [*_BYTES, b"", b""]
    out = bytearray()
    last = b""
    bits = held = 0
    width = 9
    for byte in packed:
        bits, held = (bits << 8 | byte) & 0xFFFFFF, held + 8
        if held < width:
            continue
        held -= width
        code = bits >> held & (1 << width) - 1
        if code == 257:
            break
        if code == 256:
            table, last, width = [*_BYTES, b"", b""], b"", 9
            continue
        if code > len(table) or (code == len(table) and not last):
            break
        entry = table[code] if code < len(table) else last + last[:1]
        out += entry
        if len(out) > most:
            raise Refused("bomb")
        if last and len(table) < 4096:
            table.append(last + entry[:1])
        last = entry
        width = min(12, max(9, (len(table) + 1).bit_length()))
    return bytes(out)


_BYTES = [bytes([value]) for value in range(256)]


def _runs(packed: bytes, most: int) -> bytes:
    """A number below 128: so many bytes and one; above: the next byte, 257 less that many times."""
    out = bytearray()
    at = 0
    while at < len(packed) and packed[at] != 128 and len(out) <= most:
        number = packed[at]
        if number < 128:
            out += packed[at + 1 : at + number + 2]
            at += number + 2
        else:
            out += packed[at + 1 : at + 2] * (257 - number)
            at += 2
    return bytes(out)


def _ascii85(packed: bytes) -> bytes:
    body = re.sub(rb"[^!-uz]", b"", packed.partition(b"~")[0])
    try:
        return base64.a85decode(body)
    except ValueError:
        return b""


def _hex(packed: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", packed.partition(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
