"""A letter as a document that the parent can edit, with real headings, lists and tables."""

from collections.abc import Sequence
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Written
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table

from smi_core import blocks

LANGUAGE = "nl-NL"
MARGIN = Cm(2.2)
OPEN = "." * 40
"""What stands where something is to be filled in."""


def letter_docx(letter: blocks.Letter) -> bytes:
    """The letter as a .docx file. The same letter gives the same bytes; no names in its data."""
    document = Document()
    _prepare(document, letter)
    _head(document, letter)
    for block in letter.blocks:
        _add(document, block)
    return _packed(document)


def _prepare(document: Written, letter: blocks.Letter) -> None:
    """A4, one font, the language, and nothing of a template or a clock in the properties."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = MARGIN
    section.bottom_margin = MARGIN
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    about = document.core_properties
    about.title, about.author, about.comments, about.keywords = letter.subject, "", "", ""
    about.last_modified_by, about.language, about.revision = "", LANGUAGE, 1
    about.created = about.modified = datetime.combine(letter.made_on, time())


def _head(document: Written, letter: blocks.Letter) -> None:
    for lines in (letter.sender, letter.to, (letter.place_and_day,)):
        if lines:
            document.add_paragraph("\n".join(lines))
    document.add_heading(letter.subject, level=1)


def _add(document: Written, block: blocks.Block) -> None:
    match block:
        case blocks.Heading(text=text, level=level):
            document.add_heading(text, level=min(level + 1, 3))
        case blocks.Paragraph():
            _add_paragraph(document, block)
        case blocks.Notice(text=text):
            document.add_paragraph().add_run(text).bold = True
        case blocks.Bullets(items=items):
            _add_list(document, items, "List Bullet")
        case blocks.Steps(items=items):
            said = [" ".join(part for part in item if part) for item in items]
            _add_list(document, said, "List Number")
        case blocks.Table():
            _add_table(document, block)
        case blocks.Facts(rows=rows):
            _add_facts(document, rows)
        case blocks.Signature():
            document.add_heading(block.who, level=2)
            _add_facts(document, (*block.rows, blocks.Fact(label=block.sign)))
        case blocks.Lines(count=count):
            document.add_paragraph("\n".join([OPEN] * count))
        case _:
            raise ValueError(f"a letter holds no {type(block).__name__}")


def _add_paragraph(document: Written, block: blocks.Paragraph) -> None:
    style = "Quote" if block.style == "quote" else "Normal"
    document.add_paragraph(block.text, style=style)
    if block.source:
        document.add_paragraph().add_run(block.source).italic = True


def _add_list(document: Written, items: Sequence[str], style: str) -> None:
    for item in items:
        document.add_paragraph(item, style=style)


def _add_facts(document: Written, rows: Sequence[blocks.Fact]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for row in rows:
        label, value = table.add_row().cells
        label.text, value.text = row.label, row.value
    document.add_paragraph()


def _add_table(document: Written, block: blocks.Table) -> None:
    document.add_paragraph().add_run(block.caption).bold = True
    table = document.add_table(rows=0, cols=len(block.header), style="Table Grid")
    for row in (block.header, *block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    _mark_header(table)
    document.add_paragraph()


def _mark_header(table: Table) -> None:
    """Says which row is the header, for who hears the table."""
    properties = table.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:tblHeader"))


def _packed(document: Written) -> bytes:
    """The file without the time at which it was made: the library takes that from the clock."""
    made, packed = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
