"""Scripts that hide from a search: odd spelling, other places, older and newer revisions."""

import io
from functools import partial

import pikepdf

from tests.hostile.active import LAUNCH, SCRIPT, annotation, field
from tests.hostile.kind import MARK, Kind
from tests.hostile.raw import TEXT, added, parts, pdf, shows, stream, written

ESCAPED = f"<< /#53 /#4a#61vaScript /#4A#53 ({MARK}) >>"
SPACED = f"<<%\n/S%/Foo\n/JavaScript\r/JS%)\n({MARK})>>"
WIDE = f"<< /S /JavaScript /JS <FEFF{MARK.encode('utf-16-be').hex()}> >>"
IN_STREAM = "<< /S /JavaScript /JS 8 0 R >>"
NO_TYPE = f"<< /JS ({MARK}) /S /JavaScript /Type /XObject /Subtype /Image >>"


def saved(file: bytes, **options: object) -> bytes:
    """A file as a library writes it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(file)) as opened:
        opened.save(out, **options)
    return out.getvalue()


def in_object_stream() -> bytes:
    """Every dictionary is compressed, so nothing is found by reading the bytes."""
    mode = pikepdf.ObjectStreamMode.generate
    file = pdf({6: SCRIPT}, catalog="/OpenAction 6 0 R")
    return saved(file, object_stream_mode=mode, deterministic_id=True)


def behind_owner_password() -> bytes:
    """The strings are encrypted; everybody may open it."""
    lock = pikepdf.Encryption(owner="geheim", R=3, aes=False, metadata=False)
    return saved(pdf(catalog=f"/OpenAction {SCRIPT}"), encryption=lock, static_id=True)


def script_added() -> bytes:
    """A second revision adds a script to a file that had none."""
    return added(pdf(), {1: f"<< /Type /Catalog /Pages 2 0 R /OpenAction {SCRIPT} >>"})


def script_withdrawn() -> bytes:
    """The script is in the first revision only."""
    return added(pdf(catalog=f"/OpenAction {SCRIPT}"), {1: parts()[1]})


def old_page() -> bytes:
    """The first revision showed something that the second replaced."""
    return added(pdf(content=shows(MARK, top=400)), {4: stream(shows(TEXT))})


def unreferenced() -> bytes:
    """A script that nothing points to."""
    return pdf({12: SCRIPT, 13: LAUNCH})


def deep_names() -> bytes:
    """A script at the bottom of a tree of names."""
    kids = {n: f"<< /Kids [{n + 1} 0 R] /Limits [(a) (z)] >>" for n in range(10, 40)}
    leaf = f"<< /Names [(a) {SCRIPT}] /Limits [(a) (z)] >>"
    return pdf({**kids, 40: leaf}, catalog="/Names << /JavaScript 10 0 R >>")


def hidden_page() -> bytes:
    """A page that a script can make appear."""
    page = "<< /Type /Template /MediaBox [0 0 9 9] /Contents 7 0 R >>"
    names = f"/Names << /Templates << /Names [({MARK}) 6 0 R] >> >>"
    return pdf({6: page, 7: stream(shows(MARK))}, catalog=names)


def note_of_note() -> bytes:
    """A comment on a comment on a picture of a button; the last one acts."""
    first = f"/Subtype /Text /Contents (a) /Popup << /Subtype /Popup /Rect [0 0 9 9] /A {SCRIPT} >>"
    reply = f"<< /Subtype /Text /IRT 9 0 R /Rect [0 0 9 9] /A {SCRIPT} /Contents ({MARK}) >>"
    return annotation(first + " /IRT 11 0 R", {11: reply})


def loop_of_actions() -> bytes:
    """Two actions that each call the other next."""
    first = f"<< /S /JavaScript /JS ({MARK}) /Next 7 0 R >>"
    return pdf(
        {6: first, 7: f"<< /S /Launch /F ({MARK}) /Next [6 0 R 7 0 R] >>"},
        catalog="/OpenAction 6 0 R",
    )


def parent_field() -> bytes:
    """The script is with the parent of a field, and the parent on no page."""
    child = "<< /Subtype /Widget /Parent 10 0 R /Rect [60 60 160 90] >>"
    parent = f"<< /FT /Tx /T (a) /Kids [9 0 R] /AA << /C {SCRIPT} >> /V ({MARK}) /DV ({MARK}) >>"
    form = "/AcroForm << /Fields [10 0 R] >>"
    return pdf({9: child, 10: parent}, page="/Annots [9 0 R]", catalog=form)


def two_values() -> bytes:
    """One key twice: readers differ on which one counts."""
    return pdf(catalog=f"/OpenAction {SCRIPT} /OpenAction [3 0 R /Fit]")


def in_private_data() -> bytes:
    """A script among what a program keeps for itself."""
    return pdf(page=f"/PieceInfo << /Private << /Private << /Foo {SCRIPT} >> >> >>")


SCRIPTS = {
    "script-escaped-name": partial(pdf, catalog=f"/#4fpenAction {ESCAPED}"),
    "script-with-comments": partial(pdf, catalog=f"/OpenAction {SPACED}"),
    "script-in-utf-16": partial(pdf, catalog=f"/OpenAction {WIDE}"),
    "script-in-stream": partial(
        pdf, {8: stream(MARK.encode())}, catalog=f"/OpenAction {IN_STREAM}"
    ),
    "script-called-picture": partial(pdf, catalog=f"/OpenAction {NO_TYPE}"),
    "script-in-object-stream": in_object_stream,
    "script-behind-owner-password": behind_owner_password,
    "script-added-later": script_added,
    "script-in-deep-names": deep_names,
    "script-in-note-of-note": note_of_note,
    "script-in-loop": loop_of_actions,
    "script-in-parent-field": parent_field,
    "script-when-printing": partial(pdf, catalog=f"/AA << /WP {SCRIPT} >>"),
    "script-in-choice": partial(field, f"/FT /Ch /Opt [(a)] /AA << /K {SCRIPT} >> /I [0]"),
}
QUIET = {
    "script-withdrawn": script_withdrawn,
    "script-unreferenced": unreferenced,
    "script-under-double-key": two_values,
    "script-in-private-data": in_private_data,
    "hidden-page": hidden_page,
    "older-revision": old_page,
    "requires-scripts": partial(
        written, {**parts(catalog="/Requirements [<< /S /EnableJavaScripts >>]")}, version="2.0"
    ),
}
KINDS = (
    *(
        Kind(name=name, make=make, told=frozenset({"scripts"}), must_stay=(TEXT,))
        for name, make in SCRIPTS.items()
    ),
    # Whether the parent is told of what nobody can reach is left open.
    *(Kind(name=name, make=make, must_stay=(TEXT,)) for name, make in QUIET.items()),
)
