"""PDF documents: opened and mended by one library, drawn by another, kept as pixels and text.

Nothing of a document itself is handed over, so nothing in it can act. The exception is a document
with a digital signature and nothing that acts: that also goes along unchanged.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2
from PIL import Image

from smi_core.sandbox import bombs, limits, scan, signed, text
from smi_core.sandbox.drawing import drawn
from smi_core.sandbox.encode import Page, page_of
from smi_core.sandbox.paper import on_paper
from smi_core.sandbox.wire import Answer, Refused


def read(pieces: list[bytes]) -> Answer:
    """A document as the pictures of its pages, with the text that can be seen on them.

    Raises:
        Refused: if it is damaged, locked, a bomb, or too much.
    """
    upload = pieces[0]
    try:
        with opened(upload) as pdf:
            extras = scan.extras(pdf)
            is_kept = signed.goes_along(upload, pdf, extras)
            plain, is_mended = on_paper(pdf), bool(pdf.get_warnings())
        pages = [*_pages(plain, len(upload), is_mended)]
    except (pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, LookupError, TypeError):
        raise Refused("damaged") from None  # what the libraries raise for a broken file
    removed = sorted(extras - {"signature"} if is_kept else extras)
    says = {"pages": [page.says for page in pages], "removed": removed, "keeps_original": is_kept}
    return Answer({"kind": "document", **says}, [page.pixels for page in pages])


def keeps_original(upload: bytes) -> bool:
    """Whether a document would go along unchanged, if it had just been uploaded."""
    try:
        return bool(read([upload]).says["keeps_original"])
    except Refused:
        return False


def opened(upload: bytes) -> pikepdf.Pdf:
    """A document that is within limits; its links between parts are mended where they are broken.

    Raises:
        Refused: if it is locked, has no pages or too many, or is a bomb.
    """
    try:
        pdf = pikepdf.open(BytesIO(upload), inherit_page_attributes=True)
    except pikepdf.PasswordError:
        raise Refused("password") from None
    count = len(pdf.pages)
    if not count:
        raise Refused("no_pages")
    if count > limits.MOST_PAGES:
        raise Refused("too_many_pages")
    if scan.is_dynamic_form(pdf):
        raise Refused("dynamic_form")
    bombs.check(pdf)
    return pdf


def _pages(plain: bytes, upload_size: int, is_mended: bool) -> Iterator[Page]:
    """Each page in what is left of the room, so that a heavy page may use what light ones leave.

    An empty page in a document that was mended is one of which the end is lost.
    """
    document = pypdfium2.PdfDocument(plain)
    count = len(document)
    if count > limits.MOST_PAGES:
        raise Refused("too_many_pages")
    room = max(upload_size, count * limits.PER_PAGE)
    for number in range(count):
        page = document[number]
        image = drawn(page)
        if is_mended and _is_empty(image):
            raise Refused("damaged")
        made = page_of(image, room - (count - number - 1) * limits.PER_PAGE // 2)
        room -= len(made.pixels)
        made.says["lines"] = text.lines(page, image)
        page.close()
        yield made


def _is_empty(image: Image.Image) -> bool:
    darkest, lightest = image.convert("L").getextrema()
    return darkest == lightest
