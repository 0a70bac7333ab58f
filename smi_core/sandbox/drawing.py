"""Pages of a PDF as pixels: with and without their text."""

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from smi_core.sandbox import limits
from smi_core.sandbox.encode import A4, STEPS
from smi_core.sandbox.wire import Refused

_POINTS_AN_INCH = 72
_NESTED = 15  # drawings within drawings that are looked into
_INVISIBLE = 3


def drawn(page: pypdfium2.PdfPage) -> Image.Image:
    """A page as it is seen, at most as large as A4.

    Raises:
        Refused: if it is larger than any paper.
    """
    short, long = sorted(page.get_size())
    if long > limits.MOST_POINTS:
        raise Refused("page_too_large")
    dpi = STEPS[0][0]
    scale = min(dpi / _POINTS_AN_INCH, A4[0] * dpi / max(short, 1), A4[1] * dpi / max(long, 1))
    pixels = page.render(scale=scale, rev_byteorder=True)  # pyright: ignore[reportArgumentType]  # a float is fine
    return pixels.to_pil().convert("RGB")


def drawn_without_text(page: pypdfium2.PdfPage) -> Image.Image:
    """The same page when its letters leave no trace. The page itself is changed."""
    for piece in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=_NESTED):
        pdfium.FPDFTextObj_SetTextRenderMode(piece, _INVISIBLE)
    return drawn(page)
