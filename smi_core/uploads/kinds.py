"""What kind of file an upload is, by its first bytes.

A name says nothing about a file: phones and people give any name to any kind.
"""

from smi_core.uploads.process import Task

_HEIF = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_PDF_WITHIN = 1024  # bytes before the header that readers of PDF put up with


def task_for(upload: bytes) -> Task | None:
    """How to read a file; None if it is of no kind that is taken.

    >>> task_for(b"%PDF-1.7")
    'document'
    """
    if upload.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return "photo"
    if upload.startswith(b"RIFF") and upload[8:12] == b"WEBP":
        return "photo"
    if upload[4:8] == b"ftyp" and upload[8:12] in _HEIF:
        return "heif"
    return "document" if b"%PDF-" in upload[:_PDF_WITHIN] else None
