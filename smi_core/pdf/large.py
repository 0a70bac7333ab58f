"""Puts what is large into a finished file: the pictures of attachments, and whole files.

It is appended, as PDF lets an editor append its changes. So twenty megabytes of pictures are
copied once, into the file that comes out, and never decoded.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from smi_core.attached import PageImage
from smi_core.blocks import DataFile, Enclosure
from smi_core.pdf.sheets import picture_name

_FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}
LARGE = 100_000  # bytes of a file inside
_OFFSET_BYTES = 5  # a terabyte


class Large(NamedTuple):
    """A stream: what is in its dictionary but its length, and its bytes as they are."""

    entries: str
    data: bytes


def pictures_of(enclosures: Iterable[Enclosure]) -> dict[str, Large]:
    """Every page of every attachment, by its name inside the file."""
    return {
        picture_name(number, index): Large(_entries(page), page.data)
        for number, enclosure in enumerate(enclosures, start=1)
        for index, page in enumerate(enclosure.attachment.pages, start=1)
    }


def large_files(files: Iterable[DataFile], made_on: date) -> dict[str, Large]:
    """The files inside that are not put in by `finish`, because they are large."""
    return {
        kept_name(number): Large(_of_a_file(file, made_on), file.content)
        for number, file in enumerate(files)
        if is_large(file)
    }


def is_large(file: DataFile) -> bool:
    """Large enough to be appended."""
    return len(file.content) > LARGE


def kept_name(number: int) -> str:
    """What the place for a large file is called, by its number among the files."""
    return f"Bestand{number}"


def append(file: bytes, streams: Mapping[str, Large]) -> bytes:
    """The file with every stream in the place that was kept for it."""
    if not streams:
        return file
    kept = re.finditer(rb"(\d+) 0 obj\n<< /Blad \((\w+)\)", file)
    numbers = {found[2].decode(): int(found[1]) for found in kept}
    pieces, places, position = [file], {}, len(file)
    for name, stream in streams.items():
        places[numbers[name]] = position
        head = f"{numbers[name]} 0 obj\n<<{stream.entries}/Length {len(stream.data)}>>\nstream\n"
        piece = (head.encode(), stream.data, b"\nendstream\nendobj\n")
        pieces += piece
        position += sum(map(len, piece))
    return b"".join([*pieces, _table(file, places, position, _changed(streams))])


def _entries(picture: PageImage) -> str:
    colours = 1 if picture.colour == "grey" else 3
    space = "/DeviceGray" if picture.colour == "grey" else "/DeviceRGB"
    rows = f"/DecodeParms<</Predictor 15/Colors {colours}/Columns {picture.width}>>"
    return (
        f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
        f"/BitsPerComponent 8/ColorSpace {space}/Filter{_FILTERS[picture.coding]}"
        f"{rows if picture.coding == 'flate' else ''}"
    )


def _of_a_file(file: DataFile, made_on: date) -> str:
    day = f"(D:{made_on:%Y%m%d}000000Z)"
    kind = file.media_type.replace("/", "#2F")
    size = f"/Params<</Size {len(file.content)}/CreationDate{day}/ModDate{day}>>"
    return f"/Type/EmbeddedFile/Subtype/{kind}{size}"


def _changed(streams: Mapping[str, Large]) -> bytes:
    """What tells this file from one with other pictures."""
    seen = hashlib.md5(usedforsecurity=False)
    for stream in streams.values():
        seen.update(stream.data)
    return seen.hexdigest().encode()


def _table(file: bytes, places: Mapping[int, int], position: int, changed: bytes) -> bytes:
    """Where the streams are, for who reads the file from its end."""
    (before,) = re.findall(rb"startxref\n(\d+)\n%%EOF\s*$", file)
    trailer = file[int(before) :]
    (size,) = re.findall(rb"/Size (\d+)", trailer)
    kept = b"".join(re.findall(rb"/Root \d+ 0 R|/Info \d+ 0 R|/ID \[ ?<\w+>", trailer))
    own = int(size)
    all_places = {**places, own: position}
    rows = b"".join(
        b"\1" + at.to_bytes(_OFFSET_BYTES, "big") + b"\0" for _, at in sorted(all_places.items())
    )
    sections = " ".join(f"{number} 1" for number in sorted(all_places))
    head = (
        f"{own} 0 obj\n<</Type/XRef/Size {own + 1}/W[1 {_OFFSET_BYTES} 1]/Index[{sections}]"
        f"/Prev {int(before)}/Length {len(rows)}"
    ).encode()
    end = f"\nendstream\nendobj\nstartxref\n{position}\n%%EOF\n".encode()
    return head + kept + b"<" + changed + b">]>>\nstream\n" + rows + end
