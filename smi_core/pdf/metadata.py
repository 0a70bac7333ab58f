"""What the file says about itself, in XMP."""

import hashlib
from xml.sax.saxutils import escape

from smi_core.blocks import DataFile
from smi_core.pdf.document import About
from smi_core.pdf.syntax import plain

PRODUCER = "SMI-wizard"
OURS = "urn:smi-wizard:aanvraag:1:"
THE_DATA = "aanvraag.json"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "dc": "http://purl.org/dc/elements/1.1/",
        "xmp": "http://ns.adobe.com/xap/1.0/",
        "pdf": "http://ns.adobe.com/pdf/1.3/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
        "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
        "aanvraag": OURS,
    }.items()
)
_UA_SCHEMA = ("PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
_OUR_SCHEMA = ("The application as data", OURS, "aanvraag")
_OUR_PROPERTIES = {
    "kenmerk": "Reference of the application",
    "bestand": "Name of the file inside with the answers",
    "sha256": "SHA-256 of that file, in hexadecimal",
}


def xmp(about: About, language: str, files: tuple[DataFile, ...]) -> bytes:
    """The XMP packet: PDF/A-3a, PDF/UA-1, and which file inside holds the answers."""
    day = f"{about.made_on:%Y-%m-%d}T00:00:00Z"
    title, subject = escape(plain(about.title)), escape(plain(about.subject))
    data = [file for file in files if file.name == THE_DATA]
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {_NAMES}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{PRODUCER}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
{_said(about.reference, data)}<pdfaExtension:schemas><rdf:Bag>
{_schema(_UA_SCHEMA, {"part": "Part of PDF/UA"}, "Integer")}
{_schema(_OUR_SCHEMA, _OUR_PROPERTIES, "Text") if data else ""}
</rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _said(reference: str, data: list[DataFile]) -> str:
    if not data:
        return ""
    values = {
        "kenmerk": escape(plain(reference)),
        "bestand": THE_DATA,
        "sha256": hashlib.sha256(data[0].content).hexdigest(),
    }
    return "".join(f"<aanvraag:{key}>{value}</aanvraag:{key}>\n" for key, value in values.items())


def _schema(of: tuple[str, str, str], properties: dict[str, str], kind: str) -> str:
    what, name, prefix = of
    told = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfaProperty:name>{key}</pdfaProperty:name>'
        f"<pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{text}</pdfaProperty:description></rdf:li>"
        for key, text in properties.items()
    )
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{what}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{name}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{told}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
