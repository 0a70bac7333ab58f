"""Documents that hold more than their pages show."""

from functools import partial

from smi_core.attached import Removed
from tests.hostile.active import SOME, annotation
from tests.hostile.kind import MARK, Kind, Spot
from tests.hostile.raw import TEXT, parts, pdf, shows, stream, written

WHITE = (Spot(left=50, top=50, looks="light"),)
BLACK = (Spot(left=50, top=50, looks="dark"),)
BAR = b"0 g 50 350 495 142 re f "  # over the middle of the page
LAYER = "/Resources << /Font << /F1 5 0 R >> /Properties << /L 6 0 R >> >>"
XMP = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{MARK}</a></x:xmpmeta>".encode()
HIDDEN, PRINTED = "/F 2", "/F 4"


def layer(state: str) -> bytes:
    """A bar and a line of text on a layer."""
    catalog = f"/OCProperties << /OCGs [6 0 R] /D << {state} >> >>"
    content = b"/OC /L BDC " + BAR + shows(MARK, top=300) + b"EMC"
    own = {6: "<< /Type /OCG /Name (concept) >>"}
    return pdf(own, catalog=catalog, page=LAYER, content=content)


def about() -> bytes:
    """Who made it, with what, and when."""
    who = f"<< /Author ({MARK}) /Title ({MARK}) /Producer (x) >>"
    own = parts(catalog=f"/Metadata 7 0 R /PieceInfo << /X << /Private ({MARK}) >> >>")
    xmp = stream(XMP, "/Type /Metadata /Subtype /XML")
    return written({**own, 6: who, 7: xmp}, trailer="/Info 6 0 R")


def cropped() -> bytes:
    """A line above and a line beside what the page shows."""
    content = shows(MARK, top=900) + shows(MARK, top=30)
    return pdf(box="0 0 595 1000", page="/CropBox [0 100 595 842]", content=content)


def comment(entries: str) -> bytes:
    """A remark of somebody, with a window that pops up."""
    popup = f"<< /Type /Annot /Subtype /Popup /Parent 9 0 R /Rect [9 9 99 99] /Contents ({MARK}) >>"
    return annotation(f"/Contents ({MARK}) /T ({MARK}) /Popup 10 0 R {entries}", {10: popup})


def filled(flags: str, value: str, appearance: bool = True) -> bytes:
    """A form field with a value, in a bar across the middle of the page."""
    look = stream(
        b"0 g 0 0 395 142 re f 1 g 4 4 90 30 re f 0 g "
        + f"BT /F1 12 Tf 9 9 Td ({value}) Tj ET".encode(),
        "/Subtype /Form /BBox [0 0 395 142] /Resources << /Font << /F1 5 0 R >> >>",
    )
    shown = "/AP << /N 8 0 R >>" if appearance else ""
    body = f"/Subtype /Widget /FT /Tx /T (naam) /V ({value}) /DA (/F1 12 Tf 0 g) {flags} {shown}"
    needs = "" if appearance else "/NeedAppearances true"
    form = f"/AcroForm << /Fields [9 0 R] /DR << /Font << /F1 5 0 R >> >> {needs} >>"
    own = f"<< /Type /Annot {body} /Rect [100 350 495 492] >>"
    return pdf({8: look, 9: own}, catalog=form, page="/Annots [9 0 R]")


def unseen(operators: str) -> bytes:
    """A line that is on the page, and cannot be seen."""
    return pdf(content=f"{operators} ".encode() + shows(MARK, top=400))


def kind(name: str, make: partial[bytes], *told: Removed, spots: tuple[Spot, ...] = ()) -> Kind:
    return Kind(name=name, make=make, told=frozenset(told), spots=spots, must_stay=(TEXT,))


RULES = b"0.5 G " + b"".join(b"50 %d m 545 %d l S " % (y, y) for y in range(380, 420, 4))
STRIPE = b"1 G 50 405 m 545 405 l S"

KINDS = (
    kind("white-over-rules", partial(pdf, content=RULES + b"1 g " + shows(MARK, top=401))),
    kind("under-a-striped-bar", partial(pdf, content=shows(MARK, top=400) + BAR + STRIPE)),
    kind("author", partial(about), "metadata"),
    kind("layer-off", partial(layer, "/OFF [6 0 R]"), "hidden_layers", spots=WHITE),
    kind("layers-all-off", partial(layer, "/BaseState /OFF"), "hidden_layers", spots=WHITE),
    kind("outside-the-page", partial(cropped)),
    kind("white-on-white", partial(unseen, "1 g")),
    kind("without-ink", partial(unseen, "3 Tr")),
    kind("under-a-black-bar", partial(pdf, content=shows(MARK, top=400) + BAR), spots=BLACK),
    kind("letters-of-nothing", partial(pdf, content=shows(MARK, size=0, top=400))),
    kind("clipped-away", partial(unseen, "0 0 9 9 re W n")),
    kind("comment", partial(comment, "/Subtype /Text /Open true"), "comments"),
    kind(
        "highlight",
        partial(comment, "/Subtype /Highlight /QuadPoints [9 9 9 9 9 9 9 9]"),
        "comments",
    ),
    kind("hidden-field", partial(filled, HIDDEN, MARK), "form_fields", spots=WHITE),
    Kind(
        name="filled-field",
        make=partial(filled, PRINTED, "Ingevuld"),
        told=frozenset({"form_fields"}),
        must_stay=(TEXT, "Ingevuld"),
        spots=BLACK,
    ),
    Kind(
        name="filled-field-without-looks",
        make=partial(filled, PRINTED, "Ingevuld", appearance=False),
        told=frozenset({"form_fields"}),
        must_stay=(TEXT, "Ingevuld"),
    ),
    kind(
        "link-to-web",
        partial(annotation, f"{SOME} /Subtype /Link /A << /S /URI /URI ({MARK}) >>"),
        "links",
    ),
)
