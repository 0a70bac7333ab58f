"""Whether a document with a digital signature can go along unchanged.

Pictures of its pages have no signature; the document itself keeps it, if nothing in it can act. A
library sees what the index of a document lists, and other readers may find more: so all bytes are
searched as well. In doubt it stays behind, which costs the signature and nothing else.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from smi_core.sandbox import scan
from smi_core.sandbox.inflate import inflated
from smi_core.sandbox.wire import Refused

MOST_REVISIONS = 8
MOST_INSIDE = 60_000_000  # bytes of a stream
MOST_TOGETHER = 150_000_000
_END = re.compile(rb"%%EOF[\r\n]{0,2}")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_ACTIVE = (
    *("JavaScript", "JS", "Launch", "SubmitForm", "ImportData", "ResetForm", "GoToR", "GoToE"),
    *("GoToDp", "Rendition", "RichMedia", "RichMediaContent", "RichMediaExecute", "Movie", "Sound"),
    *("Screen", "3D", "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "Filespec", "EF", "UF"),
    *("XFA", "AA", "OPI", "Ref", "Alternates", "FFilter", "FDecodeParms", "Collection", "PS"),
    *("SetOCGState", "Hide", "Named", "Thread", "Encrypt", "Crypt"),
    # Other packings could hide all these; a signature is not worth looking through them.
    *("LZWDecode", "ASCIIHexDecode", "RunLengthDecode", "LZW", "A85", "AHx", "RL"),
)
_FORBIDDEN = re.compile(
    b"|".join(
        (
            rb"/(?:" + "|".join(_ACTIVE).encode() + rb")(?![^\s/<>\[\](){}%])",
            rb"/F\s*[(<]",  # content from elsewhere
            rb"/F\s+\d+\s+\d+\s+R\b",
            rb"/F(?:ilter)?\s*\[\s*/(?!ASCII85Decode\s*/FlateDecode\s*\])\w+\s*/",  # packed twice
            rb"/Filter\s+\d",
            rb"/ObjStm[^>]{0,400}/D(?:ecode)?P",  # objects that are only readable as differences
            rb"/D(?:ecode)?P[^>]{0,400}>?>?[^>]{0,400}/ObjStm",
            # A link may only lead to a page or a mail, written in full.
            rb"(?<!/S)(?<!/S )/URI(?!\s*\((?i:https?://|mailto:))(?!\s*/)(?!\s*>>)",
            rb"/URI\s+\d",
            rb"(?i:<script|<html|<svg|<!doctype)",
            rb"PK\x03\x04|PK\x05\x06",
        )
    )
)


def goes_along(upload: bytes, pdf: pikepdf.Pdf, extras: set[str]) -> bool:
    """Whether the document is signed, sound, and passive in every state it ever had.

    Each time somebody signs, a part is added at the end. What stands in an earlier part and was
    taken away later is still in the file.
    """
    if "signature" not in extras or not extras <= scan.PASSIVE or pdf.is_encrypted:
        return False
    ends = [found.end() for found in _END.finditer(upload)]
    is_whole = upload.startswith(b"%PDF-") and bool(ends) and not upload[ends[-1] :].strip()
    if not is_whole or len(ends) > MOST_REVISIONS or pdf.get_warnings():
        return False
    return all(_was_passive(upload[:end]) for end in ends[:-1]) and _says_nothing_active(upload)


def _was_passive(revision: bytes) -> bool:
    try:
        with pikepdf.open(BytesIO(revision)) as pdf:
            return scan.extras(pdf) <= scan.PASSIVE
    except pikepdf.PdfError:
        return False


def _says_nothing_active(upload: bytes) -> bool:
    together = 0
    try:
        for part in _parts(upload):
            together += len(part)
            if together > MOST_TOGETHER or _FORBIDDEN.search(_plain_names(part)):
                return False
    except Refused:
        return False
    return True


def _parts(upload: bytes) -> Iterator[bytes]:
    """The file itself, and what is inside each of its streams; whether it is listed or not."""
    yield upload
    ways = [["/FlateDecode"]]
    if b"ASCII85Decode" in _plain_names(upload):
        ways.append(["/ASCII85Decode", "/FlateDecode"])
    for found in _STREAM.finditer(upload):
        for way in ways:
            yield inflated(memoryview(upload)[found.end() :], way, MOST_INSIDE)


def _plain_names(part: bytes) -> bytes:
    """A name may hide its letters: `#4A` is `J`."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda code: bytes.fromhex(code[1].decode()), part)
