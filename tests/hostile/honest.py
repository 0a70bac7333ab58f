"""Documents that look odd and are honest: they must come through, upright and readable."""

import io
from functools import partial

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from tests.hostile.disguised import picture
from tests.hostile.evasion import saved
from tests.hostile.kind import Kind, Spot
from tests.hostile.pictures import UPRIGHT, photo
from tests.hostile.raw import PAGES, TEXT, parts, pdf, stream, written

# A bar along the left half of the top of the page, as it stands when it is read.
BAR = b"0 g 0 742 297 100 re f "
TOP_LEFT = (
    Spot(left=5, top=2, looks="dark"),
    Spot(left=80, top=5, looks="light"),
    Spot(left=10, top=60, looks="light"),
)
NAMES = {
    "name-with-folders": "../../../etc/passwd",
    "name-of-windows": "C:\\Users\\anna\\verklaring.pdf",
    "name-turned-around": "verklaring\u202efdp.exe",
    "name-with-null": "verklaring.pdf\x00.exe",
    "name-with-mark-up": '<img src=x onerror="alert(1)">.pdf',
    "name-of-many-lines": "een\r\nSet-Cookie: a=b\n.pdf",
    "name-too-long": "a" * 5000 + ".pdf",
    "name-arabic": "\u0634\u0647\u0627\u062f\u0629.pdf",
    "name-of-joined-signs": "e\u0301\u0301\u0301\U0001f469\u200d\U0001f467.pdf",
    "name-empty": " ",
    "name-half-a-sign": "a\ud800b.pdf",
}


def turned(degrees: int) -> bytes:
    """A page that is stored on its side; upright it has its bar at the top left."""
    bars = {
        90: b"0 g 0 0 100 421 re f",
        180: b"0 g 297 0 298 100 re f",
        270: b"0 g 495 421 100 421 re f",
    }
    return pdf(page=f"/Rotate {degrees}", content=bars[degrees % 360])


def inherited() -> bytes:
    """The size of the page and its fonts stand with its parent."""
    tree = "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842]"
    tree += " /Resources << /Font << /F1 5 0 R >> >> >>"
    page = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"
    return written({**parts(content=BAR), PAGES: tree, 3: page})


def moved() -> bytes:
    """A page whose corner is not at zero."""
    return pdf(box="-100 -100 495 742", content=b"0 g -100 642 297 100 re f")


def scan() -> bytes:
    """Two pages that are one picture each, as a copier makes them."""
    file = io.BytesIO()
    photo().save(file, "PDF", save_all=True, append_images=[photo("1")], resolution=50)
    return file.getvalue()


def printed() -> bytes:
    """As a program prints it: fonts in part, packed objects, for quick view on the web."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=True)
    canvas.bookmarkPage("een")
    canvas.addOutlineEntry("Deel een", "een")
    canvas.drawString(60, 700, TEXT)
    canvas.showPage()
    canvas.drawString(60, 700, "Blad twee")
    canvas.save()
    mode = pikepdf.ObjectStreamMode.generate
    return saved(file.getvalue(), object_stream_mode=mode, linearize=True, deterministic_id=True)


def tagged() -> bytes:
    """With structure, as Word writes it."""
    tree = "<< /Type /StructTreeRoot /K 7 0 R /ParentTree << /Nums [0 [7 0 R]] >> >>"
    root = "<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K 0 /ActualText (a) >>"
    return pdf(
        {6: tree, 7: root},
        catalog="/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R /Lang (nl-NL)",
        page="/StructParents 0 /Tabs /S",
        content=b"/P << /MCID 0 >> BDC EMC",
    )


def unicode_text() -> bytes:
    """Text whose signs are given by a table, outside the usual ones."""
    table = b"1 beginbfchar <41> <015E> endbfchar"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return pdf({5: font, 6: stream(table)})


def colour_page() -> bytes:
    return pdf(content=b"1 0 0 rg 100 350 395 142 re f")


def honest(name: str, make: partial[bytes], spots: tuple[Spot, ...] = (), pages: int = 1) -> Kind:
    return Kind(name=name, make=make, must_stay=(TEXT,), spots=spots, pages=pages)


KINDS = (
    honest("plain", partial(pdf, content=BAR), TOP_LEFT),
    honest(
        "landscape", partial(pdf, box="0 0 842 595", content=b"0 g 0 565 420 30 re f"), TOP_LEFT
    ),
    *(honest(f"turned-{by}", partial(turned, by), TOP_LEFT) for by in (90, 180, 270, -90, 450)),
    honest("inherited", partial(inherited), TOP_LEFT),
    honest("moved", partial(moved)),
    honest("pdf-2", partial(written, parts(content=BAR), version="2.0"), TOP_LEFT),
    honest("pdf-1-2", partial(written, parts(), version="1.2")),
    honest("printed", partial(printed), pages=2),
    honest("tagged", partial(tagged)),
    honest("colour", partial(colour_page)),
    honest("layer-on", partial(pdf, catalog="/OCProperties << /OCGs [] /D << >> >>")),
    Kind(name="scan", make=scan, spots=UPRIGHT, pages=2),
    Kind(name="own-signs", make=unicode_text),
    *(
        Kind(name=name, make=partial(picture, "JPEG"), file_name=file_name)
        for name, file_name in NAMES.items()
    ),
)
