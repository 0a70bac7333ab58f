"""Files that want to do something: scripts, actions, media, and files inside."""

from collections.abc import Mapping
from functools import partial

from smi_core.attached import Removed
from tests.hostile.kind import MARK, Kind
from tests.hostile.raw import TEXT, pdf, stream

SCRIPT = f"<< /S /JavaScript /JS (app.alert\\('{MARK}'\\)) >>"
LAUNCH = f"<< /S /Launch /F ({MARK}.exe) /Win << /F ({MARK}.exe) /P (/c) >> >>"
SUBMIT = f"<< /S /SubmitForm /F << /FS /URL /F (https://{MARK}.example) >> >>"
IMPORT = f"<< /S /ImportData /F ({MARK}.fdf) >>"
REMOTE = f"<< /S /GoToR /F ({MARK}.pdf) /D [0 /Fit] >>"
INSIDE = f"<< /S /GoToE /F ({MARK}.pdf) /T << /R /C /N ({MARK}) >> >>"
WEB = f"<< /S /URI /URI (https://{MARK}.example/?wie=ik) >>"
SCRIPT_LINK = f"<< /S /URI /URI (javascript:{MARK}\\(\\)) >>"
WINDOWS_PATH = f"<< /S /URI /URI (file://{MARK}/share) >>"
CHAIN = f"<< /S /GoTo /D [3 0 R /Fit] /Next [{LAUNCH} {SCRIPT}] >>"
HIDE = f"<< /S /Hide /T ({MARK}) /Next {SCRIPT} >>"
STATE = f"<< /S /SetOCGState /State [/ON 6 0 R] /Next {SCRIPT} >>"
FILE = {
    6: f"<< /Type /Filespec /F ({MARK}.exe) /UF ({MARK}.exe) /EF << /F 7 0 R >> >>",
    7: stream(MARK.encode(), "/Type /EmbeddedFile /Subtype /application#2Foctet-stream"),
}
SOME = "/Rect [60 60 160 90]"


def annotation(entries: str, more: Mapping[int, str | bytes] | None = None) -> bytes:
    """A page with one annotation."""
    body = f"<< /Type /Annot {SOME} {entries} >>"
    return pdf({**(more or {}), 9: body}, page="/Annots [9 0 R]")


def field(entries: str) -> bytes:
    """A page with one text field."""
    body = f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) {SOME} /P 3 0 R {entries} >>"
    form = "/AcroForm << /Fields [9 0 R] /CO [9 0 R] >>"
    return pdf({9: body}, page="/Annots [9 0 R]", catalog=form)


def opening(action: str) -> bytes:
    """A file that does something as soon as it is opened."""
    return pdf({6: "<< /Type /OCG /Name (laag) >>"}, catalog=f"/OpenAction {action}")


def link(action: str) -> bytes:
    """A file that does something on a click."""
    return annotation(f"/Subtype /Link /A {action}")


def outline() -> bytes:
    """A bookmark with a script."""
    root = "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>"
    item = f"<< /Title ({MARK}) /Parent 6 0 R /A {SCRIPT} >>"
    return pdf({6: root, 7: item}, catalog="/Outlines 6 0 R /PageMode /UseOutlines")


def attached(place: str) -> bytes:
    """A file inside the file, hung on the catalog."""
    return pdf(FILE, catalog=place.format(names=f"[({MARK}.exe) 6 0 R]"))


ACTIONS: Mapping[str, tuple[str, Removed]] = {
    "script": (SCRIPT, "scripts"),
    "launch": (LAUNCH, "actions"),
    "submit-form": (SUBMIT, "actions"),
    "import-data": (IMPORT, "actions"),
    "go-to-remote": (REMOTE, "actions"),
    "go-to-embedded": (INSIDE, "actions"),
    "web-link": (WEB, "links"),
    "script-link": (SCRIPT_LINK, "links"),
    "share-link": (WINDOWS_PATH, "links"),
    "chain": (CHAIN, "scripts"),
    "hide": (HIDE, "scripts"),
    "set-layers": (STATE, "scripts"),
}
ELSEWHERE: Mapping[str, tuple[partial[bytes], Removed]] = {
    "script-in-names": (
        partial(pdf, catalog=f"/Names << /JavaScript << /Names [({MARK}) {SCRIPT}] >> >>"),
        "scripts",
    ),
    "script-on-closing": (partial(pdf, catalog=f"/AA << /WC {SCRIPT} /DP {SCRIPT} >>"), "scripts"),
    "script-on-page": (partial(pdf, page=f"/AA << /O {SCRIPT} /C {SCRIPT} >>"), "scripts"),
    "script-in-field": (
        partial(field, f"/AA << /K {SCRIPT} /F {SCRIPT} /C {SCRIPT} >>"),
        "scripts",
    ),
    "script-on-hover": (partial(annotation, f"/Subtype /Link /AA << /E {SCRIPT} >>"), "scripts"),
    "script-in-outline": (partial(outline), "scripts"),
    "embedded-file": (
        partial(attached, "/Names << /EmbeddedFiles << /Names {names} >> >>"),
        "embedded_files",
    ),
    "associated-file": (partial(attached, "/AF [6 0 R]"), "embedded_files"),
    "portfolio": (
        partial(
            attached,
            "/Collection << /View /T >> /Names << /EmbeddedFiles << /Names {names} >> >>",
        ),
        "embedded_files",
    ),
    "file-attachment": (
        partial(annotation, "/Subtype /FileAttachment /FS 6 0 R", FILE),
        "embedded_files",
    ),
}

URI_BASE = f"/URI << /Base (https://{MARK}.example) >>"

KINDS = (
    Kind(name="base-of-links", make=partial(pdf, catalog=URI_BASE), must_stay=(TEXT,)),
    *(
        Kind(name=f"opens-{name}", make=partial(opening, action), told=frozenset({what}))
        for name, (action, what) in ACTIONS.items()
    ),
    *(
        Kind(name=f"click-{name}", make=partial(link, action), told=frozenset({what}), is_slow=True)
        for name, (action, what) in ACTIONS.items()
    ),
    *(
        Kind(name=name, make=make, told=frozenset({what}), must_stay=(TEXT,))
        for name, (make, what) in ELSEWHERE.items()
    ),
)
