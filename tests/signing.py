"""A document with a digital signature, made by hand; no key signed it, nobody verifies it here."""

from collections.abc import Callable
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name


def signed(*changes: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A PDF of one page that was signed, with changes from before it was."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    page.Contents = pikepdf.Stream(pdf, b"0.5 g 72 72 200 200 re f")
    value = Dictionary(
        Type=Name.Sig,
        Filter=Name("/Adobe.PPKLite"),
        SubFilter=Name("/ETSI.CAdES.detached"),
        ByteRange=Array([0, 100, 200, 300]),
        Contents=pikepdf.String(b"\x30\x80" + bytes(30)),
    )
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T="naam", V=value)
    field.Rect = Array([0, 0, 0, 0])
    page.obj.Annots = Array([pdf.make_indirect(field)])
    pdf.Root.AcroForm = Dictionary(Fields=page.obj.Annots, SigFlags=3)
    for change in changes:
        change(pdf)
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()


def with_script(pdf: pikepdf.Pdf) -> None:
    """Something that acts when the document is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
