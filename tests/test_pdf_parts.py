"""What a pack is made of inside: elements, links, fields, attachments and files."""

import hashlib
import zlib
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from smi_core import blocks
from smi_core.attached import Attachment, Line, PageImage
from smi_core.blocks import (
    Bullets,
    Contents,
    DataFile,
    Dossier,
    Enclosure,
    Fact,
    Facts,
    Heading,
    Letter,
    Lines,
    Paragraph,
    Signature,
    Steps,
    Table,
    Tick,
    Ticks,
    WeekPlan,
)
from smi_core.pdf import draw, draw_enclosure, draw_letter, encrypt
from tests.reading import everything, heard, read

DAY = date(2026, 11, 21)
STORY = " ".join(f"Zin {number} van mijn verhaal over de zorg." for number in range(1, 121))


def pixels(width: int, height: int) -> bytes:
    """A page of grey, as it is inside a PNG."""
    return zlib.compress(bytes((width + 1) * height))


def page(width: int = 60, height: int = 80, *lines: Line) -> PageImage:
    data = pixels(width, height)
    return PageImage(
        width=width, height=height, coding="flate", colour="grey", data=data, lines=lines
    )


def enclosure(number: int, *pages: PageImage) -> Enclosure:
    return Enclosure(
        label=f"Bijlage {number}",
        title="Loonstrook van mei",
        details=("loon.pdf",),
        page_alt="Loonstrook, blad {number} van {total}.",
        attachment=Attachment(paper="loon", name="loon.pdf", kind="document", pages=pages),
    )


def dossier(*content: blocks.Block, **more) -> Dossier:
    return Dossier(
        title="Aanvraag", subtitle="Delft", footer="Voet", made_on=DAY, blocks=content, **more
    )


def opened(*content: blocks.Block, **more) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(draw(dossier(*content, **more))))


def said(*content: blocks.Block, **more) -> list[tuple[str, str]]:
    """What is heard after the title, the municipality and the day."""
    return heard(opened(*content, **more))[3:]


def annotations(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    found = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
    return [one for one in found if one.Subtype == kind]


def test_every_block_is_heard_as_what_it_is():
    assert said(
        Heading(level=1, text="Deel A"),
        Paragraph(text="Lees dit."),
        Paragraph(text="Letterlijk.", style="quote", source="Artikel 3"),
        Steps(items=(("Kijk na.", "Met pen."),)),
        Bullets(items=("Brood",)),
        Facts(rows=(Fact(label="Naam", value="Noor"),)),
        Table(caption="Som", header=("", "Euro"), rows=(("Uur", "9"),), numbers=(1,)),
    ) == [
        ("H2", "Deel A"),
        ("P", "Lees dit."),
        ("P", "Letterlijk."),
        ("P", "Artikel 3"),
        ("Lbl", "1"),
        ("P", "Kijk na."),
        ("P", "Met pen."),
        ("Lbl", "•"),
        ("P", "Brood"),
        ("TH", "Naam"),
        ("TD", "Noor"),
        ("Caption", "Som"),
        ("TD", ""),
        ("TH", "Euro"),
        ("TH", "Uur"),
        ("TD", "9"),
    ]


def test_a_timetable_names_its_days_and_its_parts():
    week = WeekPlan(
        caption="Week van Noor",
        days=("ma", "di"),
        parts=("ochtend",),
        cells=(("opvang", "thuis"),),
        strong=("opvang",),
    )

    pdf = opened(week)

    cells = [one for one in everything(read(pdf)) if one.role in {"TH", "TD"}]
    assert [(one.words, one.attribute("Scope")) for one in cells] == [
        ("", ""),
        ("ma", "Column"),
        ("di", "Column"),
        ("ochtend", "Row"),
        ("opvang", ""),
        ("thuis", ""),
    ]


def test_no_level_of_a_heading_is_skipped():
    heading = [
        Heading(level=3, text="a"),
        Heading(level=1, text="b"),
        Heading(level=3, text="c"),
        Heading(level=3, text="d"),
    ]

    assert [role for role, _ in said(*heading)] == ["H2", "H2", "H3", "H3"]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text=STORY),
        Bullets(items=(STORY,)),
        Facts(rows=(Fact(label="Naam", value="x"), Fact(label="Waarom", value=STORY))),
        Table(caption="Week", header=("Dag", "Verhaal"), rows=(("ma", "x"), ("di", STORY))),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_text_over_two_pages_is_one_element(block):
    filling = Paragraph(text="\n".join(["vulling"] * 20))

    assert [words for _, words in said(filling, block)].count(STORY) == 1


def test_a_header_that_comes_back_is_heard_once():
    rows = tuple((f"dag {number}", "8") for number in range(60))

    words = [words for _, words in said(Table(caption="Week", header=("Dag", "Uren"), rows=rows))]

    assert words.count("Uren") == 1
    assert words.count("dag 59") == 1


@pytest.mark.parametrize(
    ("text", "shown", "address"),
    [
        ("Mail naar info@delft.nl.", "info@delft.nl", "mailto:info@delft.nl"),
        ("Zie www.delft.nl/smi, of bel.", "www.delft.nl/smi", "https://www.delft.nl/smi"),
        ("(belastingdienst.nl)", "belastingdienst.nl", "https://belastingdienst.nl"),
        ("Zie https://a.nl/x?a=1&b=2.", "https://a.nl/x?a=1&b=2", "https://a.nl/x?a=1&b=2"),
    ],
)
def test_an_address_in_our_text_is_a_link_inside_the_sentence(text, shown, address):
    pdf = opened(Paragraph(text=text))

    (paragraph,) = [one for one in everything(read(pdf)) if one.role == "P"][2:]
    (link,) = [one for one in everything(paragraph) if one.role == "Link"]
    (annotation,) = annotations(pdf, "/Link")
    assert link.words == shown
    assert str(annotation.A.URI) == address
    assert str(annotation.Contents)
    assert "".join(paragraph.words.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text="zie nu.nl", style="story"),
        Facts(rows=(Fact(label="Mail", value="noor@nu.nl"), Fact(label="x", value="a.nl " * 99))),
        Ticks(items=(Tick(text="Brief", note="zie nu.nl"),)),
        Paragraph(text="Deel 3.2, o.a. hier: 12.30 uur."),
    ],
)
def test_what_a_parent_types_never_becomes_a_link(block):
    assert annotations(opened(block), "/Link") == []


def test_a_link_over_two_pages_is_one_link():
    long = Paragraph(
        text="a\n" * 38 + f"zie www.delft.nl/{'deel-' * 60}einde en meer\n" + "b\n" * 9
    )

    pdf = opened(long)

    links = [one for one in everything(read(pdf)) if one.role == "Link"]
    assert [link.words.replace(" ", "") for link in links] == [f"www.delft.nl/{'deel-' * 60}einde"]
    assert {page for page, one in enumerate(pdf.pages) if "/Annots" in one.obj} == {0, 1}


def test_the_contents_lead_to_every_part_and_attachment():
    pdf = opened(
        Contents(title="Inhoud"),
        Heading(level=1, text="Deel A"),
        Heading(level=1, text="Deel B", new_page=True),
        enclosures=(enclosure(1, page(), page()), enclosure(2, page())),
    )

    entries = [one.words for one in everything(read(pdf)) if one.role == "TOCI"]
    assert entries == [
        "Deel A 1",
        "Deel B 2",
        "Bijlage 1: Loonstrook van mei 3",
        "Bijlage 2: Loonstrook van mei 6",
    ]
    order = [one.obj.objgen for one in pdf.pages]
    pages = [order.index(one.Dest[0].objgen) + 1 for one in annotations(pdf, "/Link")]
    assert pages == [1, 2, 3, 6]


def test_a_paper_leads_to_its_attachments_and_to_no_other():
    papers = Ticks(items=(Tick(text="Loon", enclosures=("Bijlage 2", "Bijlage 7")),))

    file = draw(dossier(papers, enclosures=(enclosure(1, page()), enclosure(2, page()))))

    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_bounded()
    assert "Bijlage 2, blad 4" in " ".join(text.split())
    assert "Bijlage 7" not in text


def test_what_is_open_can_be_filled_in_and_says_what_it_is():
    pdf = opened(
        Facts(
            rows=(Fact(label="BSN", field="bsn"), Fact(label="Naam", value="Noor", field="naam"))
        ),
        Lines(count=6, label="Uw verhaal", field="verhaal"),
        Ticks(items=(Tick(text="Paspoort", field="paper-id"), Tick(text="Loonstrook"))),
        Signature(who="De ouder", rows=(Fact(label="Datum", field="form-day"),), sign="Krabbel"),
    )

    found = {str(one.T): (str(one.TU), str(one.FT)) for one in annotations(pdf, "/Widget")}
    assert found == {
        "bsn": ("BSN", "/Tx"),
        "verhaal": ("Uw verhaal", "/Tx"),
        "paper-id": ("Paspoort", "/Btn"),
        "form-day": ("De ouder: Datum", "/Tx"),
    }
    assert len(pdf.Root.AcroForm.Fields) == 4
    forms = [one for one in everything(read(pdf)) if one.role == "Form"]
    assert len(forms) == 4


def test_a_long_place_to_write_goes_on_after_its_field():
    pdf = opened(Lines(count=40, label="Verhaal", field="verhaal"))

    (field,) = annotations(pdf, "/Widget")
    assert len(pdf.pages) == 2
    assert field.Rect[3] - field.Rect[1] > 400


def test_the_picture_of_a_page_travels_as_it_is():
    upright, wide = page(60, 80), page(80, 60)

    pdf = opened(enclosures=(enclosure(1, upright), enclosure(2, wide, upright)))

    drawings = [one.Resources.XObject for one in pdf.pages]
    found = {name: x[name] for x in drawings for name in x if name.startswith("/Bijlage")}
    assert list(found) == ["/Bijlage1Blad1", "/Bijlage2Blad1", "/Bijlage2Blad2"]
    assert found["/Bijlage2Blad1"].read_raw_bytes() == wide.data
    assert found["/Bijlage1Blad1"].read_bytes() == bytes(60 * 80)
    sizes = [(round(one.mediabox[2]), round(one.mediabox[3])) for one in pdf.pages]
    assert sizes == [(595, 842)] * 4 + [(842, 595), (595, 842)]


def test_the_text_of_a_page_is_read_after_what_the_page_is():
    lines = (
        Line(text="Loon over mei", left=1000, top=1000, width=4000, height=150),
        Line(text="1.234 euro \u4e2d\U0001f600", left=1000, top=1180, width=4000, height=150),
        Line(text="Uw baas", left=1000, top=3000, width=2000, height=150),
    )

    *_, figure, first, last = said(enclosures=(enclosure(1, page(600, 800, *lines)),))

    assert figure == ("Figure", "Loonstrook, blad 1 van 1.")
    assert first == ("P", "Loon over mei 1.234 euro \u4e2d\U0001f600")
    assert last == ("P", "Uw baas")


def test_the_text_of_a_page_lies_where_it_is_seen():
    line = Line(text="Loonstrook", left=5000, top=5000, width=2500, height=200)
    file = draw_enclosure(enclosure(1, page(600, 800, line)), DAY)

    words = pypdfium2.PdfDocument(file)[0].get_textpage()
    start = words.get_text_range().index("Loonstrook")
    left, bottom, *_ = words.get_charbox(start)
    _, _, right, top = words.get_charbox(start + 9)
    with pikepdf.open(BytesIO(file)) as pdf:
        figure = next(one for one in everything(read(pdf)) if one.role == "Figure")
        x0, y0, x1, y1 = map(float, figure.entries.A.BBox)
    assert (left - x0) / (x1 - x0) == pytest.approx(0.5, abs=0.01)
    assert (right - x0) / (x1 - x0) == pytest.approx(0.75, abs=0.02)
    assert (y1 - top) / (y1 - y0) == pytest.approx(0.5, abs=0.02)
    assert (y1 - bottom) / (y1 - y0) == pytest.approx(0.52, abs=0.02)


def test_signs_that_no_file_can_hold_break_nothing():
    odd = "Noor\ud800 \x00{x} <&\x0b"
    more = enclosure(1, page(60, 80, Line(text=odd, left=0, top=0, width=9, height=0)))
    pack = dossier(
        Heading(level=1, text=odd),
        Facts(rows=(Fact(label=odd, field=odd),)),
        Contents(title=odd),
        enclosures=(more.model_copy(update={"title": odd, "page_alt": odd}),),
    ).model_copy(update={"title": odd, "reference": odd, "footer": odd})

    with pikepdf.open(BytesIO(draw(pack))) as pdf:
        assert str(pdf.docinfo.Title) == "Noor {x} <&"
        assert len(ElementTree.fromstring(pdf.Root.Metadata.read_bytes())) == 1


def test_one_attachment_alone_has_only_its_pages():
    file = draw_enclosure(enclosure(3, page(80, 60), page()), DAY)

    with pikepdf.open(BytesIO(file)) as pdf:
        assert [round(one.mediabox[2]) for one in pdf.pages] == [842, 595]
        assert str(pdf.docinfo.Title) == "Bijlage 3: Loonstrook van mei"


@pytest.mark.parametrize("size", [2, 300_000])
def test_a_file_inside_comes_out_as_it_went_in(size):
    answers = b"{}" + bytes(size)
    files = (
        DataFile(
            name="aanvraag.json",
            media_type="application/json",
            description="De antwoorden",
            content=answers,
        ),
        DataFile(
            name="bijlage-1-origineel.pdf",
            media_type="application/pdf",
            description="Het origineel",
            content=b"%PDF" + bytes(size),
            relation="Source",
        ),
    )

    pdf = opened(files=files, reference="DEL-1")

    assert {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()} == {
        file.name: file.content for file in files
    }
    assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Data", "/Source"]
    assert [str(one.EF.F.Subtype) for one in pdf.Root.AF] == [
        "/application/json",
        "/application/pdf",
    ]
    xmp = pdf.Root.Metadata.read_bytes().decode()
    assert f"<aanvraag:sha256>{hashlib.sha256(answers).hexdigest()}</aanvraag:sha256>" in xmp
    assert "<aanvraag:kenmerk>DEL-1</aanvraag:kenmerk>" in xmp
    assert "<aanvraag:bestand>aanvraag.json</aanvraag:bestand>" in xmp


def test_another_picture_gives_another_file():
    light = page().model_copy(update={"data": zlib.compress(b"\1" * 61 * 80)})
    files = [draw(dossier(enclosures=(enclosure(1, one),))) for one in (page(), light, page())]

    first, second, third = files
    assert first == third
    ids = [pikepdf.open(BytesIO(file)).trailer.ID[1] for file in (first, second)]
    assert ids[0] != ids[1]


def letter(paragraphs: int) -> Letter:
    return Letter(
        id="provider",
        title="Brief aan de opvang",
        sender=("Noor", "Kerkstraat 1"),
        to=("Opvang De Zon",),
        place_and_day="Delft, 21 november 2026",
        subject="offerte",
        blocks=(
            Paragraph(text="Beste mensen,"),
            *[Paragraph(text="Wilt u mij een offerte sturen?")] * paragraphs,
            Facts(rows=(Fact(label="Kind", value="Tom"),)),
            Paragraph(text="Met vriendelijke groet,"),
        ),
        made_on=DAY,
    )


@pytest.mark.parametrize("paragraphs", [1, 40])
def test_a_letter_is_one_page_and_in_order(paragraphs):
    with pikepdf.open(BytesIO(draw_letter(letter(paragraphs)))) as pdf:
        told = heard(pdf)
        assert len(pdf.pages) == 1
    assert told[:5] == [
        ("P", "Noor Kerkstraat 1"),
        ("P", "Opvang De Zon"),
        ("P", "Delft, 21 november 2026"),
        ("H1", "Betreft: offerte"),
        ("P", "Beste mensen,"),
    ]
    assert told[-3:] == [("TH", "Kind"), ("TD", "Tom"), ("P", "Met vriendelijke groet,")]


def test_a_pack_with_a_password_opens_only_with_it():
    locked = encrypt(draw(dossier(Paragraph(text="Geheim."))), "Appel-Peer-7")

    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked))
    with pikepdf.open(BytesIO(locked), password="Appel-Peer-7") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility
        assert pdf.allow.modify_form
        assert ("P", "Geheim.") in heard(pdf)
