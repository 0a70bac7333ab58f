"""What a family adds to its application: papers and photos, as pictures of pages with their text.

Nothing else of an upload is kept: new pixels and plain text cannot do anything. The one exception
is a file with a digital signature, which would lose its worth, and goes along unchanged.
"""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from smi_core.base import Frozen

MOST_PAGES = 60  # an attachment
MOST_LINES, MOST_CHARACTERS = 400, 20_000  # a page
MOST_FILES = 40  # an application
MOST_TOGETHER = 55_000_000  # bytes of all attachments of an application

Refusal = Literal[
    "empty",
    "too_large",
    "unknown_kind",
    "password",
    "damaged",
    "no_pages",
    "too_many_pages",
    "page_too_large",
    "image_too_large",
    "dynamic_form",
    "bomb",
    "too_slow",
    "too_much_memory",
    "unsafe",
]
"""Why an upload is not taken; the texts have one sentence for each (`upload.refused.<reason>`)."""

Removed = Literal[
    "scripts",
    "actions",
    "links",
    "embedded_files",
    "media",
    "hidden_layers",
    "comments",
    "form_fields",
    "location",
    "metadata",
    "signature",
]
"""What an upload had and its pages here have not (`upload.removed.<what>`)."""


_AS_LETTERS = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
Place = Annotated[int, Field(ge=0, le=10_000)]


class Line(Frozen):
    """A line of text, with its place in ten-thousandths of the page, from the top left."""

    text: str
    left: Place
    top: Place
    width: Place
    height: Place


class PageImage(Frozen):
    """One page as new pixels.

    Attributes:
        width, height: in pixels.
        coding: `jpeg` is a whole JPEG file; `flate` is what a PNG has in its IDAT: rows with
            predictors, 8 bits a pixel, deflated.
        data: the pixels in that coding.
        lines: the text on the page, in reading order; a photo has none.
    """

    model_config = _AS_LETTERS

    width: int
    height: int
    coding: Literal["jpeg", "flate"]
    colour: Literal["grey", "rgb"]
    data: bytes
    lines: tuple[Line, ...] = ()


class Attachment(Frozen):
    """One file that was added to one paper of the checklist.

    Attributes:
        paper: the id of the paper.
        name: of the file, as the parent knows it.
        removed: what was taken out.
        original: the file itself, unchanged, if it has a digital signature and nothing active.
    """

    model_config = _AS_LETTERS

    paper: str
    name: str
    kind: Literal["document", "photo"]
    pages: tuple[PageImage, ...]
    removed: tuple[Removed, ...] = ()
    original: bytes | None = None


def size_of(attachment: Attachment) -> int:
    """How many bytes an attachment takes in a pack, about."""
    return sum(len(page.data) for page in attachment.pages) + len(attachment.original or b"")
