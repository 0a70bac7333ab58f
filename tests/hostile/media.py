"""Media, forms that draw themselves, and what is to be fetched from elsewhere."""

from functools import partial

from smi_core.attached import Refusal, Removed
from tests.hostile.active import FILE, SCRIPT, SOME, annotation
from tests.hostile.kind import MARK, Kind, Outcome, refused
from tests.hostile.raw import TEXT, pdf, stream

RENDITION = f"<< /S /Rendition /OP 0 /AN 9 0 R /JS ({MARK}) /R << /S /MR /C 6 0 R >> >>"
MEDIA = {
    "rich-media": "/Subtype /RichMedia"
    " /RichMediaContent << /Assets << /Names [(a.swf) 6 0 R] >> >>",
    "three-d": "/Subtype /3D /3DD 8 0 R",
    "movie": f"/Subtype /Movie /Movie << /F ({MARK}.avi) >> /A true",
    "screen": f"/Subtype /Screen /A {RENDITION} /AA << /PO {RENDITION} >>",
    "sound": "/Subtype /Sound /Sound 8 0 R",
}
THING = {8: stream(MARK.encode(), f"/Type /3D /Subtype /U3D /OnInstantiate ({MARK})")}
TEMPLATE = (
    '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="docReady">'
    f"<script>{MARK}</script></event></subform></template></xdp:xdp>"
)
EXTERNAL = f"/F << /FS /URL /F (https://{MARK}.example/a) >> /FFilter /FlateDecode"
READ_PASSWD = f"/F (/etc/passwd) /{MARK} true"


def xfa(entries: str = "") -> bytes:
    """A form in Adobe's own language; the page beside it may be all that other readers show."""
    form = "/AcroForm << /Fields [9 0 R] /XFA [(template) 6 0 R] >>"
    own = {6: stream(TEMPLATE.encode()), 9: f"<< /Subtype /Widget /FT /Tx /T (a) {SOME} >>"}
    return pdf(own, catalog=f"{form} {entries}", page="/Annots [9 0 R]")


def drawn(thing: str | bytes, more: dict[int, str | bytes] | None = None) -> bytes:
    """A page that draws an external object after its text."""
    resources = "/Resources << /Font << /F1 5 0 R >> /XObject << /X 8 0 R >> >>"
    return pdf({**(more or {}), 8: thing}, page=resources, content=b"q 90 0 0 90 99 99 cm /X Do Q")


def content_elsewhere() -> bytes:
    """The page says that its content is in a file of the machine that reads it."""
    return pdf({4: stream(b"", READ_PASSWD)})


def image_elsewhere() -> bytes:
    """A picture that is to be fetched from the web."""
    size = "/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray"
    return drawn(stream(b"", f"{size} /BitsPerComponent 8 {EXTERNAL}"))


def page_elsewhere() -> bytes:
    """A drawing that stands in for the page of another file."""
    reference = f"/Ref << /F ({MARK}.pdf) /Page 0 /ID [({MARK}) (b)] >>"
    return drawn(stream(b"0 0 1 1 re f", f"/Subtype /Form /BBox [0 0 1 1] {reference}"))


def postscript() -> bytes:
    """A drawing in PostScript, for printers."""
    program = f"({MARK}) print {{}} loop".encode()
    return drawn(stream(program, "/Type /XObject /Subtype /PS"))


def for_printers() -> bytes:
    """A picture with a reference to a better one, for printers."""
    opi = f"/OPI << /1.3 << /Type /OPI /Version 1.3 /F ({MARK}.tif) >> >>"
    size = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
    return drawn(stream(b"\x99", f"{size} /BitsPerComponent 8 {opi}"))


GONE: dict[str, tuple[partial[bytes], Removed | None]] = {
    "static-xfa": (partial(xfa), None),
    "page-elsewhere": (partial(page_elsewhere), None),
    "postscript-drawing": (partial(postscript), None),
    "picture-for-printers": (partial(for_printers), None),
}
MAYBE: tuple[Outcome | Refusal, ...] = ("taken", "damaged", "unsafe", "no_pages")

KINDS = (
    *(
        Kind(
            name=name,
            make=partial(annotation, entries, {**FILE, **THING}),
            told=frozenset({"media"}),
            must_stay=(TEXT,),
        )
        for name, entries in MEDIA.items()
    ),
    *(
        Kind(name=name, make=make, told=frozenset({what} if what else ()), must_stay=(TEXT,))
        for name, (make, what) in GONE.items()
    ),
    refused("dynamic-xfa", partial(xfa, "/NeedsRendering true"), "dynamic_form"),
    refused(
        "dynamic-xfa-with-script",
        partial(xfa, f"/NeedsRendering true /OpenAction {SCRIPT}"),
        "dynamic_form",
    ),
    Kind(
        name="content-elsewhere",
        make=content_elsewhere,
        expected=frozenset(MAYBE),
        must_go=(MARK, "root:"),
    ),
    Kind(name="picture-elsewhere", make=image_elsewhere, expected=frozenset(MAYBE)),
)
