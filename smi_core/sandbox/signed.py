"""Whether a document with a digital signature can go along unchanged.

Pictures of its pages have no signature; the document itself keeps it, if nothing in it can act.
"""

import re
from io import BytesIO

import pikepdf

from smi_core.sandbox import scan

MOST_REVISIONS = 8
_END = re.compile(rb"%%EOF[\r\n]{0,2}")


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
    return all(_is_passive(upload[:end]) for end in ends[:-1])


def may_go_along(upload: bytes) -> bool:
    """The same, of a file that nobody has opened yet."""
    try:
        with pikepdf.open(BytesIO(upload)) as pdf:
            return goes_along(upload, pdf, scan.extras(pdf))
    except pikepdf.PdfError:
        return False


def _is_passive(revision: bytes) -> bool:
    try:
        with pikepdf.open(BytesIO(revision)) as pdf:
            return scan.extras(pdf) <= scan.PASSIVE
    except pikepdf.PdfError:
        return False
