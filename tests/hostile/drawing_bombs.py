"""Pages that are small to say and endless to draw or to read."""

import zlib
from functools import partial

from tests.hostile.kind import Kind, Outcome, refused, slow
from tests.hostile.raw import PAGES, TEXT, deflated, parts, pdf, stream, written

SLOW: tuple[Outcome, ...] = ("bomb", "too_slow", "too_much_memory", "unsafe", "damaged", "taken")
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
GROUP = "/Group << /S /Transparency /I true /K true >>"
PATTERN = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1]"
RESOURCES = "/Resources << /Font << /F1 5 0 R >> {} >>"
IMAGE = "/Type /XObject /Subtype /Image /Width {0} /Height {0} /BitsPerComponent {1}"


def copies(number: int) -> bytes:
    """So many pages, all the same object."""
    kids = f"<< /Type /Pages /Kids [{'3 0 R ' * number}] /Count {number} >>"
    return written({**parts(), PAGES: kids})


def pages(number: int) -> bytes:
    """So many pages, each an object of its own."""
    page = parts()[3]
    own = dict.fromkeys(range(100, 100 + number), page)
    kids = " ".join(f"{n} 0 R" for n in own)
    return written({**parts(), **own, PAGES: f"<< /Type /Pages /Kids [{kids}] /Count {number} >>"})


def deep_tree(depth: int) -> bytes:
    """A page at the end of a very long branch."""
    branch = {
        n: f"<< /Type /Pages /Kids [{n + 1} 0 R] /Count 1 /Parent {n - 1} 0 R >>"
        for n in range(10, 10 + depth)
    }
    page = f"<< /Type /Page /Parent {9 + depth} 0 R /MediaBox [0 0 99 99] >>"
    root = "<< /Type /Pages /Kids [10 0 R] /Count 1 >>"
    return pdf({**branch, 10 + depth: page, PAGES: root})


def nested(opens: str, closes: str, depth: int) -> bytes:
    """Something within itself, very often."""
    return pdf(catalog=f"/Foo {opens * depth}{closes * depth}")


def laughs(levels: int, entries: str = FORM) -> bytes:
    """Every drawing draws the next one ten times: a thousand million in all."""
    forms: dict[int, str | bytes] = {
        n: stream(b"/X Do " * 10, f"{entries} /Resources << /XObject << /X {n + 1} 0 R >> >>")
        for n in range(20, 20 + levels)
    }
    forms[20 + levels] = stream(b"0 0 9 9 re f", FORM)
    return pdf(forms, page=RESOURCES.format("/XObject << /X 20 0 R >>"), content=b"/X Do")


def itself() -> bytes:
    """A drawing that draws itself."""
    form = stream(b"/X Do", f"{FORM} /Resources << /XObject << /X 20 0 R >> >>")
    return pdf({20: form}, page=RESOURCES.format("/XObject << /X 20 0 R >>"), content=b"/X Do")


def groups(depth: int) -> bytes:
    """Transparent layers within each other: each may take a page of memory."""
    forms: dict[int, str | bytes] = {
        n: stream(
            b"/G gs /X Do",
            f"{FORM} {GROUP} /Resources << /XObject << /X {n + 1} 0 R >>"
            " /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> >>",
        )
        for n in range(20, 20 + depth)
    }
    forms[20 + depth] = stream(b"0 0 9 9 re f", FORM)
    return pdf(forms, page=RESOURCES.format("/XObject << /X 20 0 R >>"), content=b"/X Do")


def tiles(step: float) -> bytes:
    """A page covered with tiles that are hardly there."""
    tile = stream(b"0 0 1 1 re f", f"{PATTERN} /XStep {step} /YStep {step} /Resources << >>")
    page = RESOURCES.format("/Pattern << /P 20 0 R >>")
    return pdf({20: tile}, page=page, content=b"/Pattern cs /P scn 0 0 595 842 re f")


def letters_of_letters() -> bytes:
    """A font whose letter is drawn by writing that letter."""
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97"
        " /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 21 0 R >>"
        " /Resources << /Font << /F1 20 0 R >> >> >>"
    )
    letter = stream(b"9 0 d0 BT /F1 9 Tf (aaaaaaaaaa) Tj ET")
    page = "/Resources << /Font << /F1 20 0 R >> >>"
    return pdf({20: font, 21: letter}, page=page)


def shaded() -> bytes:
    """A colour for every dot by a long sum."""
    program = b"{ " + b"sin cos dup mul " * 20_000 + b"}"
    function = stream(program, "/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]")
    shading = (
        "<< /ShadingType 1 /ColorSpace /DeviceRGB /Function 20 0 R /Matrix [595 0 0 842 0 0] >>"
    )
    page = RESOURCES.format("/Shading << /S 21 0 R >>")
    return pdf({20: function, 21: shading}, page=page, content=b"/S sh")


def packed(content: bytes, more: dict[int, str | bytes] | None = None, page: str = "") -> bytes:
    """A page with a lot of content."""
    return pdf({**(more or {}), 4: deflated(content)}, page=page)


def image(side: int, entries: str, coded: bytes, bits: int = 8) -> bytes:
    """A page with a picture that calls itself very large."""
    drawn = stream(coded, IMAGE.format(side, bits) + entries)
    page = RESOURCES.format("/XObject << /X 20 0 R >>")
    return pdf({20: drawn}, page=page, content=b"q 400 0 0 400 99 99 cm /X Do Q")


def inline_image() -> bytes:
    picture = b"BI /W 60000 /H 60000 /BPC 8 /CS /G /F /Fl ID " + zlib.compress(b"\0" * 9999)
    return packed(b"400 0 0 400 0 0 cm " + picture + b" EI")


def colour_of_itself() -> bytes:
    page = RESOURCES.format("/ColorSpace << /C 20 0 R >>")
    return pdf({20: "[/Indexed 20 0 R 1 (abcdef)]"}, page=page, content=b"/C cs 0 sc 9 9 9 9 re f")


def function_of_itself() -> bytes:
    halves = "/Functions [20 0 R 20 0 R] /Bounds [0.5] /Encode [0 1 0 1]"
    function = f"<< /FunctionType 3 /Domain [0 1] {halves} >>"
    shading = "<< /ShadingType 2 /ColorSpace /DeviceGray /Function 20 0 R /Coords [0 0 595 842] >>"
    page = RESOURCES.format("/Shading << /S 21 0 R >>")
    return pdf({20: function, 21: shading}, page=page, content=b"/S sh")


def soft_masks(depth: int) -> bytes:
    """A mask that is masked by a mask, and so on."""
    state = "<< /SMask << /S /Luminosity /G {0} 0 R >> >>"
    forms: dict[int, str | bytes] = {
        n: stream(
            b"/G gs 0 0 595 842 re f",
            f"{FORM} {GROUP} /Resources << /ExtGState << /G {state.format(n + 1)} >> >>",
        )
        for n in range(20, 20 + depth)
    }
    forms[20 + depth] = stream(b"1 g 0 0 99 99 re f", f"{FORM} {GROUP}")
    page = RESOURCES.format(f"/ExtGState << /G {state.format(20)} >>")
    return pdf(forms, page=page, content=b"/G gs 0 0 595 842 re f")


def many_notes(number: int) -> bytes:
    note = "<< /Type /Annot /Subtype /Square /Rect [0 0 500 800] /C [1 0 0] /AP << /N 21 0 R >> >>"
    shape = stream(b"0 0 500 800 re f", "/Subtype /Form /BBox [0 0 500 800]")
    return pdf({20: note, 21: shape}, page=f"/Annots [{'20 0 R ' * number}]")


CODED = {
    "flate": ("/ColorSpace /DeviceGray /Filter /FlateDecode", zlib.compress(b"\0" * 9999), 8),
    "jbig2": (
        "/ColorSpace /DeviceGray /Filter /JBIG2Decode",
        b"\0\0\0\0\x30\0\x01\0\0\0\x13" + b"\0\0\xea\x60" * 2 + bytes(11),
        1,
    ),
    "ccitt": (
        "/ColorSpace /DeviceGray /Filter /CCITTFaxDecode"
        " /DecodeParms << /K -1 /Columns 60000 /Rows 60000 >>",
        b"\x26\xa0" * 99,
        1,
    ),
    "jpx": (
        "/Filter /JPXDecode",
        b"\xff\x4f\xff\x51\0\x29\0\0"
        + b"\0\0\xea\x60" * 2
        + bytes(8)
        + b"\0\0\xea\x60" * 2
        + bytes(8)
        + b"\0\x01\x07\x01\x01\xff\xd9",
        8,
    ),
    "jpeg": (
        "/ColorSpace /DeviceGray /Filter /DCTDecode",
        b"\xff\xd8\xff\xc0\0\x0b\x08\xea\x60\xea\x60\x01\x01\x11\0\xff\xd9",
        8,
    ),
    "mask": ("/ImageMask true /Filter /FlateDecode", zlib.compress(b"\0" * 9999), 1),
}

KINDS = (
    refused("page-of-five-metres", partial(pdf, box="0 0 14400 14400"), "page_too_large"),
    refused("page-by-user-unit", partial(pdf, page="/UserUnit 100"), "page_too_large", "taken"),
    refused(
        "page-without-end",
        partial(pdf, box="-1e38 -1e38 1e38 1e38"),
        "page_too_large",
        "damaged",
        "taken",
    ),
    refused("page-of-nothing", partial(pdf, box="0 0 0 0"), "page_too_large", "damaged", "taken"),
    refused("pages-61", partial(pages, 61), "too_many_pages"),
    refused("pages-400", partial(pages, 400), "too_many_pages"),
    refused("pages-100000-shared", partial(copies, 100_000), "too_many_pages"),
    refused("deep-page-tree", partial(deep_tree, 20_000), "damaged", "no_pages", *SLOW),
    refused("deep-arrays", partial(nested, "[", "]", 200_000), "no_pages", *SLOW),
    refused("deep-dictionaries", partial(nested, "<< /A ", " >>", 50_000), "no_pages", *SLOW),
    refused("laughs", partial(laughs, 9), "bomb", "too_slow", "too_much_memory", "unsafe"),
    refused("draws-itself", itself, *SLOW),
    refused("nested-groups", partial(groups, 400), *SLOW),
    slow("soft-masks", partial(soft_masks, 300), *SLOW),
    slow("tiles", partial(tiles, 0.0001), *SLOW),
    refused("letters-of-letters", letters_of_letters, *SLOW),
    slow("shaded-by-program", shaded, *SLOW),
    refused("colour-of-itself", colour_of_itself, *SLOW),
    refused("function-of-itself", function_of_itself, *SLOW),
    slow("three-million-lines", partial(packed, b"0 0 m 500 800 l S " * 3_000_000), *SLOW),
    refused("million-states", partial(packed, b"q " * 1_000_000), *SLOW),
    refused("dashes", partial(packed, b"[0.00001 0.00001] 0 d 0 0 m 1e6 1e6 l S"), *SLOW),
    refused("letters-of-kilometres", partial(packed, b"BT /F1 1e9 Tf (a) Tj ET"), *SLOW),
    slow(
        "two-million-letters",
        partial(packed, b"BT /F1 1 Tf 9 9 Td " + b"(abcdefghij) Tj " * 200_000 + b"ET"),
        *SLOW,
    ),
    slow("hundred-thousand-notes", partial(many_notes, 100_000), *SLOW),
    refused("inline-image", inline_image, "image_too_large", *SLOW),
    *(
        refused(
            f"image-{name}", partial(image, 60_000, entries, coded, bits), "image_too_large", *SLOW
        )
        for name, (entries, coded, bits) in CODED.items()
    ),
    Kind(name="pages-60", make=partial(pages, 60), pages=60, must_stay=(TEXT,), is_slow=True),
)
