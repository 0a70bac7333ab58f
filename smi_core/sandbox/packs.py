"""A pack that comes back: the answers inside, the pages of its attachments, what was typed since.

It may have been changed by anybody on its way, so nothing in it is believed for its name alone.
"""

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from smi_core.sandbox import documents, scan
from smi_core.sandbox.encode import Page
from smi_core.sandbox.fields import filled_in
from smi_core.sandbox.inflate import filters_of, inflated
from smi_core.sandbox.pictures import picture_of
from smi_core.sandbox.wire import Answer, Refused

ANSWERS = "aanvraag.json"
MOST_ANSWERS = 2_000_000
MOST_PAGES = 1000
MOST_PICTURES = 600
MOST_ORIGINAL = 20_000_000
_MOST_SAID = 1_000_000
_PICTURE = re.compile(r"/(Bijlage[1-9]\d{0,2}Blad[1-9]\d{0,2})")
_ORIGINAL = re.compile(r"bijlage-[1-9]\d{0,2}-origineel\.pdf")
_HASH = re.compile(rb":sha256\s*(?:=\s*[\"']|>)\s*([0-9A-Fa-f]{64})")
_REFERENCE = re.compile(r"· [A-Z]{3}-20\d{6}-[0-9A-F]{4}(?![0-9A-F])")
_SCAN_PIXELS = 800_000  # a page of A4 at 90 dots per inch


def read(pieces: list[bytes]) -> Answer:
    """What is inside a pack.

    Raises:
        Refused: if it is no pack, or one that cannot be opened again.
    """
    upload = pieces[0]
    try:
        with pikepdf.open(BytesIO(upload)) as pdf:
            _check_is_pack(pdf, upload)
            return _contents(pdf, 2 * len(upload) + MOST_ORIGINAL)
    except pikepdf.PasswordError:
        raise Refused("password") from None
    except (pikepdf.PdfError, ValueError, LookupError, TypeError):
        raise Refused("damaged") from None


def _check_is_pack(pdf: pikepdf.Pdf, upload: bytes) -> None:
    """Refuse what carries no answers; a copy of a pack is told apart from any other document."""
    if len(pdf.pages) > MOST_PAGES:
        raise Refused("too_many_pages")
    if ANSWERS in _files(pdf):
        return
    if _is_scanned(pdf):
        raise Refused("scanned")
    raise Refused("printed" if _is_printed(upload) else "not_a_pack")


def _contents(pdf: pikepdf.Pdf, room: int) -> Answer:
    files = _files(pdf)
    if "signature" in scan.extras(pdf):
        raise Refused("signed")
    answers = _unpacked(files[ANSWERS], MOST_ANSWERS)
    _check_unchanged(pdf, answers)
    originals = dict(_originals(files))
    pictures = dict(_pictures(pdf))
    parts = [answers, *(one.pixels for one in pictures.values()), *originals.values()]
    if sum(map(len, parts)) > room:
        raise Refused("bomb")
    says = {
        "pictures": [{"name": name, "page": page.says} for name, page in pictures.items()],
        "originals": list(originals),
        "filled": filled_in(pdf),
    }
    return Answer(says, parts)


def _files(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Stream]:
    """The files inside, by the name in the list of files."""
    found: dict[str, pikepdf.Stream] = {}
    for name, file in pdf.attachments.items():
        holder = file.obj.get("/EF")
        stream = holder.get("/F") if isinstance(holder, pikepdf.Dictionary) else None
        if isinstance(stream, pikepdf.Stream):
            found[name] = stream
    return found


def _unpacked(stream: pikepdf.Stream, most: int) -> bytes:
    return inflated(stream.read_raw_bytes(), filters_of(stream), most)


def _check_unchanged(pdf: pikepdf.Pdf, answers: bytes) -> None:
    """The pack says what its answers add up to. A program that dropped that is forgiven."""
    about = pdf.Root.get("/Metadata")
    if not isinstance(about, pikepdf.Stream):
        return
    said = _HASH.search(_unpacked(about, _MOST_SAID))
    if said and said[1].decode("ascii").lower() != hashlib.sha256(answers).hexdigest():
        raise Refused("changed")


def _originals(files: dict[str, pikepdf.Stream]) -> Iterator[tuple[str, bytes]]:
    """Files with a digital signature, looked at as if they had just been uploaded."""
    for name, stream in files.items():
        if _ORIGINAL.fullmatch(name):
            original = _unpacked(stream, MOST_ORIGINAL)
            if documents.keeps_original(original):
                yield name, original


def _pictures(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Page]]:
    """The pages of attachments, by the name that the pack gives each."""
    seen: set[str] = set()
    for page in pdf.pages:
        for key, image in _images(page):
            name = _PICTURE.fullmatch(key)
            if not name or key in seen:
                continue
            seen.add(key)
            if len(seen) > MOST_PICTURES:
                raise Refused("bomb")
            if picture := picture_of(image):
                yield name[1], picture


def _images(page: pikepdf.Page) -> Iterator[tuple[str, pikepdf.Stream]]:
    resources = page.obj.get("/Resources")
    drawn = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(drawn, pikepdf.Dictionary):
        for key, node in drawn.items():
            if isinstance(node, pikepdf.Stream) and node.get("/Subtype") == pikepdf.Name.Image:
                yield key, node


def _is_scanned(pdf: pikepdf.Pdf) -> bool:
    """Whether each page is a picture of a page, as a scanner makes them."""
    return all(any(map(_is_large, _images(page))) for page in pdf.pages)


def _is_printed(upload: bytes) -> bool:
    """Whether a viewer made this of a pack: its words are there, with the reference at the foot."""
    try:
        words = pypdfium2.PdfDocument(upload)[0].get_textpage().get_text_range()
    except (pypdfium2.PdfiumError, IndexError):
        return False
    return _REFERENCE.search(words) is not None


def _is_large(found: tuple[str, pikepdf.Stream]) -> bool:
    sides = [found[1].get(side) for side in ("/Width", "/Height")]
    width, height = (int(side) if isinstance(side, int) else 0 for side in sides)
    return width * height >= _SCAN_PIXELS
