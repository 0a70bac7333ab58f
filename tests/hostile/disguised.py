"""Files that are not what their name says, and files that are two things at once."""

import io
import zipfile

import PIL.Image

from tests.hostile.kind import MARK, Kind, refused
from tests.hostile.raw import TEXT, pdf

SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{MARK}"><text>x</text></svg>'
HTML = f"<!DOCTYPE html><html><script>{MARK}</script></html>"
PHP = f"<?php echo '{MARK}'; ?>"
PROGRAM = b"MZ\x90\x00\x03" + bytes(55) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0L\x01" + bytes(200)


def zipped(name: str, content: str) -> bytes:
    """A zip with one file, always of the same day."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def picture(format: str, **options: object) -> bytes:
    """A small picture."""
    file = io.BytesIO()
    PIL.Image.new("RGB", (120, 160), "white").save(file, format, **options)
    return file.getvalue()


def zip_in_pdf() -> bytes:
    """A PDF that also opens as a zip."""
    return pdf() + zipped("lees-mij.txt", MARK)


def page_in_pdf() -> bytes:
    """A web page up to where the PDF begins."""
    return f"<html><script>{MARK}</script><!--\n".encode() + pdf()


def pdf_behind_jpeg() -> bytes:
    """A photo with a whole PDF behind its end."""
    return picture("JPEG") + pdf(catalog=f"/OpenAction << /S /JavaScript /JS ({MARK}) >>")


KINDS = (
    refused("html-named-pdf", HTML.encode, "unknown_kind"),
    refused("svg-named-pdf", SVG.encode, "unknown_kind"),
    refused("svg-named-png", SVG.encode, "unknown_kind", file_name="foto.png"),
    refused("program-named-pdf", lambda: PROGRAM, "unknown_kind"),
    refused("zip-named-pdf", lambda: zipped("a.txt", MARK), "unknown_kind"),
    refused("docx-named-pdf", lambda: zipped("word/document.xml", MARK), "unknown_kind"),
    refused("postscript-named-pdf", lambda: b"%!PS-Adobe-3.0\n{} loop\n", "unknown_kind"),
    refused("rtf-named-pdf", lambda: b"{\\rtf1 " + MARK.encode() + b"}", "unknown_kind"),
    refused("gif", lambda: picture("GIF"), "unknown_kind", "taken", file_name="foto.gif"),
    refused("tiff", lambda: picture("TIFF"), "unknown_kind", "taken", file_name="scan.tif"),
    refused("bmp", lambda: picture("BMP"), "unknown_kind", "taken", file_name="foto.bmp"),
    refused("avif", lambda: picture("AVIF"), "unknown_kind", "taken", file_name="foto.avif"),
    Kind(name="zip-in-pdf", make=zip_in_pdf, must_stay=(TEXT,)),
    Kind(name="html-before-pdf", make=page_in_pdf, must_stay=(TEXT,)),
    Kind(
        name="php-behind-jpeg",
        make=lambda: picture("JPEG") + PHP.encode(),
        file_name="foto.php.jpg",
    ),
    Kind(
        name="zip-behind-jpeg",
        make=lambda: picture("JPEG") + zipped("a.txt", MARK),
        file_name="foto.jpg",
    ),
    Kind(name="pdf-behind-jpeg", make=pdf_behind_jpeg, file_name="foto.jpg"),
    Kind(
        name="php-behind-png",
        make=lambda: picture("PNG") + PHP.encode(),
        file_name="foto.png",
    ),
    Kind(name="jpeg-named-pdf", make=lambda: picture("JPEG")),
    Kind(name="png-named-jpg", make=lambda: picture("PNG"), file_name="foto.jpg"),
    Kind(name="pdf-named-jpg", make=pdf, file_name="scan.jpg", must_stay=(TEXT,)),
    Kind(name="pdf-without-extension", make=pdf, file_name="verklaring", must_stay=(TEXT,)),
)
