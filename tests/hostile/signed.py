"""Documents with a digital signature: only an innocent one may travel unchanged."""

from functools import partial

from smi_core.attached import Removed
from tests.hostile.active import FILE, LAUNCH, SCRIPT, SCRIPT_LINK, URI_BASE, WINDOWS_PATH
from tests.hostile.disguised import zipped
from tests.hostile.evasion import ESCAPED, WIDE
from tests.hostile.kind import MARK, Kind
from tests.hostile.media import EXTERNAL
from tests.hostile.raw import TEXT, Objects, added, parts, stream, written

ROOM = 64  # hexadecimal digits for the seal itself
FORM = "/AcroForm << /SigFlags 3 /Fields [20 0 R] >>"
RANGE = "[0 aaaaaaaaaa bbbbbbbbbb cccccccccc]"
WEB = (
    "<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] /A << /S /URI /URI (https://a.example) >> >>"
)


def signed(
    more: Objects | None = None,
    *,
    catalog: str = "",
    page: str = "",
    form: str = FORM,
    annots: str = "",
) -> bytes:
    """A file with a signature over all of it. The seal is invented, the range is right."""
    field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /V 21 0 R /Rect [0 0 0 0] /F 132 >>"
    seal = (
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
        f" /ByteRange {RANGE} /Contents <{'30' * (ROOM // 2)}> /M (D:20260302120000Z) >>"
    )
    own = parts(catalog=f"{form} {catalog}", page=f"/Annots [20 0 R {annots}] {page}")
    return sealed(written({**own, 20: field, 21: seal, **(more or {})}))


def sealed(file: bytes) -> bytes:
    """Fill in which bytes the signature is over: all but itself."""
    start = file.index(b"/Contents <30") + len(b"/Contents ")
    end = start + ROOM + 2
    numbers = f"[0 {start:010} {end:010} {len(file) - end:010}]".encode()
    return file.replace(RANGE.encode(), numbers)


def changed_after() -> bytes:
    """A script was added when it had been signed."""
    catalog = f"<< /Type /Catalog /Pages 2 0 R {FORM} /OpenAction {SCRIPT} >>"
    return added(signed(), {1: catalog})


def withdrawn() -> bytes:
    """The signed revision has a script; the last one has not."""
    return added(signed(catalog=f"/OpenAction {SCRIPT}"), {1: parts(catalog=FORM)[1]})


def by_two() -> bytes:
    """A zip behind the end, which the signature is not over."""
    return signed() + zipped("lees-mij.txt", MARK)


def junk_before() -> bytes:
    """A web page up to where the file begins."""
    return f"<html><script>{MARK}</script><!--\n".encode() + signed()


def empty_value() -> bytes:
    """A place to sign that nobody signed: there is nothing to keep."""
    field = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /F 132 >>"
    own = parts(catalog="/AcroForm << /Fields [20 0 R] >>", page="/Annots [20 0 R]")
    return written({**own, 20: field})


def shadowed() -> bytes:
    """Between two objects stands a catalog with a script, which no index knows.

    A reader that finds the index broken looks for objects itself, and takes the last.
    """
    other = f"1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction {SCRIPT} >>\nendobj\n"
    body = f"<< /Foo 1 >>\nendobj\n{other}%"
    return signed({60: body})


def in_comment() -> bytes:
    """A web page in a comment, which the signature is over."""
    return signed({60: f"<< >>\n%<html><script>{MARK}</script></html>\n"})


def unfinished_revision() -> bytes:
    """An older index, without an end of its own, has a script under a number used again."""
    older = signed({60: f"{SCRIPT}"}).replace(b"%%EOF\n", b"")
    return added(older, {60: "<< >>"})


def page_from_elsewhere() -> bytes:
    """Part of what the page shows is to be fetched from the web."""
    return signed({60: stream(b"", EXTERNAL)}, page="/Foo 60 0 R")


def own_name() -> bytes:
    """The kind of action is an object of its own."""
    return signed({61: "/JavaScript"}, catalog=f"/OpenAction << /S 61 0 R /JS ({MARK}) >>")


def clicking(action: str) -> bytes:
    link = f"<< /Type /Annot /Subtype /Link /Rect [9 9 99 99] /A {action} >>"
    return signed({30: link}, annots="30 0 R")


def kept(name: str, make: partial[bytes]) -> Kind:
    return Kind(name=name, make=make, is_original_kept=True, must_stay=(TEXT,))


def lost(name: str, make: partial[bytes], *told: Removed) -> Kind:
    """A kind whose pages are taken, and whose signature is lost: the parent must be told."""
    said = frozenset[Removed]({"signature", *told})
    return Kind(name=name, make=make, told=said, must_stay=(TEXT,))


XFA = "/AcroForm << /SigFlags 3 /Fields [20 0 R] /XFA 30 0 R >>"
EMBEDDED = f"/Names << /EmbeddedFiles << /Names [({MARK}) 6 0 R] >> >>"
KINDS = (
    kept("signed", partial(signed)),
    kept("signed-with-link", partial(signed, {30: WEB}, annots="30 0 R")),
    Kind(name="place-to-sign", make=empty_value, must_stay=(TEXT,)),
    lost("signed-script", partial(signed, catalog=f"/OpenAction {SCRIPT}"), "scripts"),
    lost("signed-escaped-script", partial(signed, catalog=f"/#4fpenAction {ESCAPED}"), "scripts"),
    lost("signed-wide-script", partial(signed, page=f"/AA << /O {WIDE} >>"), "scripts"),
    lost("signed-launch", partial(signed, catalog=f"/OpenAction {LAUNCH}"), "actions"),
    lost("signed-file-inside", partial(signed, FILE, catalog=EMBEDDED), "embedded_files"),
    lost("signed-associated-file", partial(signed, FILE, catalog="/AF [6 0 R]"), "embedded_files"),
    lost("signed-unreferenced-script", partial(signed, {40: SCRIPT})),
    lost("signed-private-script", partial(signed, page=f"/PieceInfo << /A << /B {SCRIPT} >> >>")),
    lost("signed-form-of-adobe", partial(signed, {30: stream(MARK.encode())}, form=XFA)),
    lost("signed-then-changed", partial(changed_after), "scripts"),
    lost("signed-then-withdrawn", partial(withdrawn)),
    lost("signed-and-zip", partial(by_two)),
    lost("signed-behind-html", partial(junk_before)),
    lost("signed-script-link", partial(clicking, SCRIPT_LINK)),
    lost("signed-share-link", partial(clicking, WINDOWS_PATH)),
    lost("signed-own-name-of-script", partial(own_name)),
    lost("signed-base-of-links", partial(signed, catalog=URI_BASE)),
    lost("signed-shadowed-catalog", partial(shadowed)),
    lost("signed-web-page-inside", partial(in_comment)),
    lost("signed-unfinished-revision", partial(unfinished_revision)),
    lost("signed-elsewhere", partial(page_from_elsewhere)),
    lost("signed-for-printers", partial(signed, {60: stream(MARK.encode(), "/Subtype /PS")})),
)
