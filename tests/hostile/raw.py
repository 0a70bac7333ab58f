"""Writes PDF files by hand: no library writes what these have to say."""

import zlib
from collections.abc import Mapping

TEXT = "Verklaring van de huisarts"
CATALOG, PAGES, PAGE, CONTENT, FONT = 1, 2, 3, 4, 5
Objects = Mapping[int, str | bytes]


def stream(content: bytes, entries: str = "") -> bytes:
    """The body of a stream, with the right length."""
    head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode("latin-1")
    return head + content + b"\nendstream"


def deflated(content: bytes, entries: str = "") -> bytes:
    """The body of a deflated stream."""
    return stream(zlib.compress(content, 9), f"/Filter /FlateDecode {entries}")


def shows(text: str, size: int = 18, top: int = 550) -> bytes:
    """What a page says that shows a line of text."""
    return f"BT /F1 {size} Tf 60 {top} Td ({text}) Tj ET\n".encode("latin-1")


def parts(
    *, catalog: str = "", page: str = "", content: bytes = b"", box: str = "0 0 595 842"
) -> dict[int, str | bytes]:
    """The objects of a file with one page that shows `TEXT`; the entries come on top."""
    return {
        CATALOG: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        PAGES: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE: f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R"
        f" {page if '/Resources' in page else '/Resources << /Font << /F1 5 0 R >> >> ' + page} >>",
        CONTENT: stream(shows(TEXT) + content),
        FONT: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    }


def pdf(
    more: Objects | None = None,
    *,
    catalog: str = "",
    page: str = "",
    content: bytes = b"",
    box: str = "0 0 595 842",
) -> bytes:
    """A file with one page, and more objects on top."""
    own = parts(catalog=catalog, page=page, content=content, box=box)
    return written({**own, **(more or {})})


def written(objects: Objects, *, trailer: str = "", version: str = "1.7") -> bytes:
    """A whole file, with a cross-reference table."""
    body = f"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n".encode("latin-1")
    return body + _objects(objects, at=len(body), trailer=f"/Root 1 0 R {trailer}")


def added(file: bytes, objects: Objects, *, trailer: str = "") -> bytes:
    """A file with a revision behind it: an incremental update."""
    previous = int(file.rpartition(b"startxref\n")[2].split()[0])
    tail = f"/Root 1 0 R /Prev {previous} {trailer}"
    return file + _objects(objects, at=len(file), trailer=tail)


def _objects(objects: Objects, *, at: int, trailer: str) -> bytes:
    body, table = bytearray(), bytearray(b"xref\n")
    for number, content in sorted(objects.items()):
        table += f"{number} 1\n{at + len(body):010} 00000 n \n".encode()
        raw = content if isinstance(content, bytes) else content.encode("latin-1")
        body += b"%d 0 obj\n%b\nendobj\n" % (number, raw)
    size = max(objects) + 1
    end = f"trailer\n<< /Size {size} {trailer} >>\nstartxref\n{at + len(body)}\n%%EOF\n"
    return bytes(body + table) + end.encode("latin-1")
