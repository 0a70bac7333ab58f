"""Pages in fewer bytes, all in the same steps, until together they are small enough."""

import json
from collections.abc import Sequence
from io import BytesIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from smi_core.sandbox import limits
from smi_core.sandbox.encode import STEPS, Page, at_step
from smi_core.sandbox.wire import Answer

FORMATS = tuple(str(reader.format) for reader in (JpegImageFile, PngImageFile))
_AT_BEST = (0.4, 0.2, 0.12, 0.0)
"""What share of their size pages may become in each step; one that cannot do is passed over."""
Image.MAX_IMAGE_PIXELS = limits.MOST_PIXELS


def read(pieces: list[bytes]) -> Answer:
    """The pages that became smaller, with the place of each; the rest stays as it is.

    The first piece says how many bytes all may take; the others are JPEG and PNG files.
    """
    most = int(json.loads(pieces[0])["most"])
    smaller = _smaller(pieces[1:], most)
    says = [{"place": place, "page": page.says} for place, page in smaller.items()]
    return Answer({"pages": says}, [page.pixels for page in smaller.values()])


def _smaller(pictures: Sequence[bytes], most: int) -> dict[int, Page]:
    sizes = [len(picture) for picture in pictures]
    best: dict[int, Page] = {}
    for step, at_best in zip(STEPS[1:], _AT_BEST, strict=True):
        if sum(map(len, pictures)) * at_best > most:
            continue
        for place, picture in enumerate(pictures):
            page = _at(picture, step)
            if len(page.pixels) < sizes[place]:
                best[place], sizes[place] = page, len(page.pixels)
        if sum(sizes) <= most:
            break
    return best


def _at(picture: bytes, step: tuple[int, int]) -> Page:
    with Image.open(BytesIO(picture), formats=FORMATS) as image:
        return at_step(image.convert("L" if image.mode == "L" else "RGB"), *step)
