"""A PDF as it would be on paper: what is seen becomes part of the pages, and the rest is gone."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from smi_core.sandbox.wire import Refused

MOST_NOTES = 10_000
_CATALOGUE = frozenset({"/Type", "/Pages", "/Version", "/AcroForm", "/OCProperties"})
_SEEN = frozenset(
    {
        *("/Widget", "/FreeText", "/Stamp", "/Ink", "/Highlight", "/Underline", "/StrikeOut"),
        *("/Squiggly", "/Square", "/Circle", "/Line", "/Polygon", "/PolyLine", "/Caret"),
    }
)


def on_paper(pdf: pikepdf.Pdf) -> bytes:
    """The same pages in a document that does nothing, for a reader that mends nothing.

    What somebody typed in a form becomes text on the page.
    """
    for key in set(pdf.Root.keys()) - _CATALOGUE:
        del pdf.Root[key]
    for page in pdf.pages:
        _keep_what_is_seen(page)
    _show_what_was_typed(pdf)
    pdf.flatten_annotations("screen")
    if "/AcroForm" in pdf.Root:
        del pdf.Root["/AcroForm"]
    return _saved(pdf)


def _keep_what_is_seen(page: pikepdf.Page) -> None:
    notes = page.obj.get("/Annots")
    if notes is None:
        return
    given = list(notes) if isinstance(notes, pikepdf.Array) else []  # pyright: ignore[reportArgumentType]  # pikepdf has no type for it
    if len(given) > MOST_NOTES:
        raise Refused("bomb")
    page.obj["/Annots"] = pikepdf.Array([note for note in given if _is_seen(note)])


def _is_seen(note: pikepdf.Object) -> bool:
    return isinstance(note, pikepdf.Dictionary) and str(note.get("/Subtype")) in _SEEN


def _show_what_was_typed(pdf: pikepdf.Pdf) -> None:
    """Draw the fields that their program did not draw; those that it did are kept as they are.

    The library draws all of them or none, so the drawn ones are put back. If the document says
    itself that none can be trusted, all are drawn anew.
    """
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    if "/XFA" in form:
        del form["/XFA"]
    kept: list[tuple[pikepdf.Object, pikepdf.Object]] = []
    if not form.get("/NeedAppearances", False):
        kept = [(field, field["/AP"]) for field in _widgets(pdf) if "/AP" in field]
        form["/NeedAppearances"] = True
    pdf.generate_appearance_streams()
    for field, looks in kept:
        field["/AP"] = looks


def _widgets(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            if note.get("/Subtype") == pikepdf.Name.Widget:
                yield note


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Packed as it was: to unpack is for the one that draws, and no further than it needs."""
    file = BytesIO()
    pdf.save(
        file,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
        encryption=False,
    )
    return file.getvalue()
