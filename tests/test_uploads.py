"""What families upload: read at arm's length, kept as pixels and plain text."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from smi_core.uploads import UploadRefused, take_in


def a_document(*pages, size=A4):
    """A PDF with a line of text on each page."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size)
    for words in pages or ("Inkomensverklaring 2026",):
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def a_picture(size=(60, 40), mode="RGB", coding="PNG", **options):
    """A picture that is dark on its left half."""
    image = Image.new(mode, size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1]), "darkred")
    file = BytesIO()
    image.save(file, coding, **options)
    return file.getvalue()


def refusal(upload, name="bestand"):
    with pytest.raises(UploadRefused) as refused:
        take_in(name, upload, "paper")
    return refused.value.reason


def pixels_of(page):
    assert page.coding == "jpeg"
    return Image.open(BytesIO(page.data))


def test_a_document_becomes_pictures_of_its_pages_with_their_text():
    taken = take_in("inkomen.pdf", a_document("Eerste blad", "Tweede blad"), "income_parent")

    assert (taken.paper, taken.name, taken.kind) == ("income_parent", "inkomen.pdf", "document")
    assert [[line.text for line in page.lines] for page in taken.pages] == [
        ["Eerste blad"],
        ["Tweede blad"],
    ]
    assert taken.original is None


def test_a_photo_becomes_new_pixels():
    taken = take_in("foto.png", a_picture(), "paper")

    (page,) = taken.pages
    picture = pixels_of(page)
    assert (taken.kind, picture.size) == ("photo", (60, 40))
    assert picture.getpixel((5, 20))[0] > picture.getpixel((5, 20))[1] + 60
    assert min(picture.getpixel((55, 20))) > 240


@pytest.mark.parametrize(
    ("upload", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7" + bytes(20_000_000), "too_large"),
        (b"hallo", "unknown_kind"),
        (b"%PDF-1.7 and nothing else", "damaged"),
        (a_picture((300, 300))[:200], "damaged"),
        (a_document(*"x" * 61), "too_many_pages"),
        (a_document("x", size=(100, 5001)), "page_too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_says_why(upload, reason):
    assert refusal(upload) == reason
