"""Puts the pictures of attachments into a finished file.

They are appended, as PDF lets an editor append its changes. So twenty megabytes of pictures are
copied once, into the file that comes out, and never decoded.
"""

import re
from collections.abc import Iterable, Mapping

from smi_core.attached import PageImage
from smi_core.blocks import Enclosure
from smi_core.pdf.sheets import picture_name

_FILTERS = {"jpeg": "/DCTDecode", "flate": "/FlateDecode"}
_OFFSET_BYTES = 5  # a terabyte


def pictures_of(enclosures: Iterable[Enclosure]) -> dict[str, PageImage]:
    """Every page of every attachment, by its name inside the file."""
    return {
        picture_name(number, index): page
        for number, enclosure in enumerate(enclosures, start=1)
        for index, page in enumerate(enclosure.attachment.pages, start=1)
    }


def hang(file: bytes, pictures: Mapping[str, PageImage]) -> bytes:
    """The file with every picture in the place that was kept for it."""
    if not pictures:
        return file
    kept = re.finditer(rb"(\d+) 0 obj\n<< /Blad \((\w+)\)", file)
    numbers = {found[2].decode(): int(found[1]) for found in kept}
    pieces, places, position = [file], {}, len(file)
    for name, picture in pictures.items():
        places[numbers[name]] = position
        piece = (_head(numbers[name], picture), picture.data, b"\nendstream\nendobj\n")
        pieces += piece
        position += sum(map(len, piece))
    return b"".join([*pieces, _table(file, places, position)])


def _head(number: int, picture: PageImage) -> bytes:
    colours = 1 if picture.colour == "grey" else 3
    space = "/DeviceGray" if picture.colour == "grey" else "/DeviceRGB"
    rows = f"/DecodeParms<</Predictor 15/Colors {colours}/Columns {picture.width}>>"
    words = (
        f"{number} 0 obj\n<</Type/XObject/Subtype/Image/Width {picture.width}"
        f"/Height {picture.height}/BitsPerComponent 8/ColorSpace {space}"
        f"/Filter{_FILTERS[picture.coding]}{rows if picture.coding == 'flate' else ''}"
        f"/Length {len(picture.data)}>>\nstream\n"
    )
    return words.encode()


def _table(file: bytes, places: Mapping[int, int], position: int) -> bytes:
    """Where the pictures are, for who reads the file from its end."""
    (before,) = re.findall(rb"startxref\n(\d+)\n%%EOF\s*$", file)
    trailer = file[int(before) :]
    (size,) = re.findall(rb"/Size (\d+)", trailer)
    kept = b"".join(re.findall(rb"/Root \d+ 0 R|/Info \d+ 0 R|/ID \[[^\]]*\]", trailer))
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
    return head + kept + b">>\nstream\n" + rows + end
