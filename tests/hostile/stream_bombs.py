"""Streams that are small until somebody unpacks them."""

import zlib
from functools import partial

from tests.hostile.kind import Outcome, refused, slow
from tests.hostile.raw import pdf, stream
from tests.hostile.runs import GIB, deflated_run, lzw_run

SPACE = ord(" ")
TOO_MUCH: tuple[Outcome, ...] = ("bomb", "too_slow", "too_much_memory", "unsafe")
# Where a bomb is in what nobody has to unpack, taking the rest is right too.
OR_TAKEN: tuple[Outcome, ...] = (*TOO_MUCH, "taken", "damaged")


def content(packed: bytes, filters: str, parameters: str = "") -> bytes:
    """A page whose content is packed by these filters."""
    return pdf({4: stream(packed, f"/Filter [{filters}] {parameters}")})


def flate() -> bytes:
    return content(deflated_run(SPACE, GIB), "/FlateDecode")


def flate_stream() -> bytes:
    """A stream of a gibibyte."""
    return stream(deflated_run(SPACE, GIB), "/Filter /FlateDecode")


def flate_thrice() -> bytes:
    """Ten gibibytes in a few hundred bytes."""
    twice = zlib.compress(zlib.compress(deflated_run(SPACE, 10 * GIB), 9), 9)
    return content(twice, "/FlateDecode /FlateDecode /FlateDecode")


def lzw() -> bytes:
    return content(zlib.compress(lzw_run(160), 9), "/FlateDecode /LZWDecode")


def ascii85() -> bytes:
    """Every z stands for four zeros."""
    return content(deflated_run(ord("z"), GIB // 4), "/FlateDecode /ASCII85Decode")


def run_length() -> bytes:
    """Every two bytes stand for 128."""
    return content(zlib.compress(b"\x81\x00" * (GIB // 128), 9), "/FlateDecode /RunLengthDecode")


def hexadecimal() -> bytes:
    return content(deflated_run(ord("0"), GIB), "/FlateDecode /ASCIIHexDecode")


def many_filters() -> bytes:
    """A stream packed 2000 times."""
    packed = b"0 0 9 9 re f"
    for _ in range(2000):
        packed = zlib.compress(packed, 0)
    return content(zlib.compress(packed, 9), "/FlateDecode " * 2001)


def wide_predictor() -> bytes:
    """Rows of two thousand million columns."""
    predictor = "<< /Predictor 15 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>"
    return content(zlib.compress(b"\0" * 999), "/FlateDecode", f"/DecodeParms [{predictor}]")


def many_streams() -> bytes:
    """Forty streams, each just small enough to pass by itself."""
    packed = stream(deflated_run(SPACE, 100 << 20), "/Filter /FlateDecode")
    numbers = range(20, 60)
    page = f"/Contents [{' '.join(f'{n} 0 R' for n in numbers)}]"
    return pdf(dict.fromkeys(numbers, packed)).replace(b"/Contents 4 0 R", page.encode())


def same_stream() -> bytes:
    """One stream of 10 MB, a hundred thousand times in a row."""
    packed = stream(deflated_run(SPACE, 10 << 20), "/Filter /FlateDecode")
    page = f"/Contents [{'20 0 R ' * 100_000}]"
    return pdf({20: packed}).replace(b"/Contents 4 0 R", page.encode())


def metadata() -> bytes:
    packed = stream(deflated_run(SPACE, GIB), "/Type /Metadata /Subtype /XML /Filter /FlateDecode")
    return pdf({20: packed}, catalog="/Metadata 20 0 R")


def embedded() -> bytes:
    packed = stream(deflated_run(SPACE, GIB), "/Type /EmbeddedFile /Filter /FlateDecode")
    names = (
        "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /EF << /F 20 0 R >> >>] >> >>"
    )
    return pdf({20: packed}, catalog=names)


def unicode_map() -> bytes:
    """The table that tells which letters the signs of a font are."""
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 20 0 R >>"
    return pdf({5: font, 20: stream(deflated_run(SPACE, GIB), "/Filter /FlateDecode")})


def font_program() -> bytes:
    """A font whose program is a gibibyte."""
    font = "<< /Type /Font /Subtype /TrueType /BaseFont /A /FontDescriptor 20 0 R >>"
    about = "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontFile2 21 0 R >>"
    packed = stream(deflated_run(0, GIB), f"/Length1 {GIB} /Filter /FlateDecode")
    return pdf({5: font, 20: about, 21: packed})


def indexed(kind: str, size: int) -> bytes:
    """A file whose index (`XRef`) or whose objects (`ObjStm`) unpack to a gibibyte."""
    packed = deflated_run(SPACE if kind == "ObjStm" else 0, size)
    if kind == "XRef":
        about = f"/Type /XRef /Root 1 0 R /Size {size // 4} /W [1 2 1] /Filter /FlateDecode"
        return b"%PDF-1.7\n7 0 obj\n" + stream(packed, about) + b"\nendobj\nstartxref\n9\n%%EOF\n"
    about = "/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode"
    head = b"%PDF-1.7\n6 0 obj\n" + stream(packed, about) + b"\nendobj\n"
    rows = [(2, 6, 0), (2, 6, 1), (1, 9, 0)]
    table = b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([n]) for kind, at, n in rows)
    xref = stream(table, "/Type /XRef /Root 1 0 R /Size 8 /Index [1 2 6 1] /W [1 4 1]")
    tail = b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)
    return head + b"7 0 obj\n" + xref + tail


KINDS = (
    refused("bomb-flate", flate, *TOO_MUCH),
    refused("bomb-flate-thrice", flate_thrice, *TOO_MUCH),
    refused("bomb-lzw", lzw, *TOO_MUCH),
    refused("bomb-ascii85", ascii85, *TOO_MUCH),
    refused("bomb-run-length", run_length, *TOO_MUCH),
    refused("bomb-hexadecimal", hexadecimal, *TOO_MUCH),
    refused("bomb-many-filters", many_filters, *OR_TAKEN),
    refused("bomb-wide-predictor", wide_predictor, *OR_TAKEN),
    slow("bomb-many-streams", many_streams, *TOO_MUCH),
    refused("bomb-same-stream", same_stream, *TOO_MUCH),
    refused("bomb-metadata", metadata, *OR_TAKEN),
    refused("bomb-embedded-file", embedded, *OR_TAKEN),
    refused("bomb-unicode-map", unicode_map, *OR_TAKEN),
    refused("bomb-font-program", font_program, *OR_TAKEN),
    refused("bomb-index", partial(indexed, "XRef", GIB), *TOO_MUCH, "damaged", "no_pages"),
    refused(
        "bomb-object-stream", partial(indexed, "ObjStm", GIB), *TOO_MUCH, "damaged", "no_pages"
    ),
)
