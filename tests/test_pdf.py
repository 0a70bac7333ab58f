"""The application pack on paper: nothing is lost, and every copy is the same."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
import pypdfium2
import pytest

from smi_core import blocks
from smi_core.blocks import (
    Bullets,
    Chart,
    Dossier,
    Fact,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Point,
    Signature,
    Steps,
    Table,
    Tick,
    Ticks,
)
from smi_core.chart import chart_svg
from smi_core.pdf import draw


def facts(*rows):
    return Facts(rows=tuple(Fact(label=label, value=value) for label, value in rows))


def signature(who, *labels):
    return Signature(who=who, rows=tuple(Fact(label=one) for one in labels[:-1]), sign=labels[-1])


STORY = " ".join(f"Zin {number} van mijn verhaal over de zorg." for number in range(1, 121))
LONG_WORD = "".join(f"woord{number}deel" for number in range(30))
CHART = Chart(
    caption="Wat u per uur betaalt",
    alt="Bij € 61.000 betaalt u € 1,20 per uur.",
    points=(
        Point(income=0, low=34, high=58),
        Point(income=30000, low=80, high=120),
        Point(income=90000, low=400, high=400),
    ),
    here=(61000, 61000),
    x_label="inkomen per jaar",
    y_label="bijdrage per uur",
    here_label="uw gezin: € 61.000",
)
WEEK = Table(
    caption="Alle dagen",
    header=("Dag", "Uren"),
    rows=tuple((f"dag {number}", f"{number},50") for number in range(1, 41)),
    numbers=(1,),
)
SIGNATURE = signature("Ouder: Łukasz", "Plaats", "Datum", "Handtekening")
EVERY_KIND: tuple[tuple[blocks.Block, tuple[str, ...]], ...] = (
    (Heading(level=1, text="Deel A"), ("Deel A",)),
    (Heading(level=2, text="Uw gegevens"), ("Uw gegevens",)),
    (Heading(level=3, text="Uw adres"), ("Uw adres",)),
    (Paragraph(text="Lees dit."), ("Lees dit.",)),
    (Paragraph(text="Welkom.", style="lead"), ("Welkom.",)),
    (Paragraph(text="Klein.", style="small"), ("Klein.",)),
    (
        Paragraph(text="Letterlijk.", style="quote", source="Artikel 3"),
        ("Letterlijk.", "Artikel 3"),
    ),
    (Notice(text="Teken nog niets."), ("Teken nog niets.",)),
    (
        Steps(items=(("Kijk na.", "Met pen."), ("Teken.", ""))),
        ("1", "Kijk na.", "Met pen.", "Teken."),
    ),
    (Bullets(items=("Brood", "Melk")), ("Brood", "Melk")),
    (facts(("Naam", "Noor"), ("BSN", "")), ("Naam", "Noor", "BSN")),
    (
        Ticks(items=(Tick(text="Paspoort", detail=("Geldig.",), note="Heb ik.", is_ticked=True),)),
        ("☑", "Paspoort", "Geldig.", "Heb ik."),
    ),
    (Ticks(items=(Tick(text="Offerte"),)), ("☐", "Offerte")),
    (WEEK, ("Alle dagen", "Uren", "dag 40", "40,50")),
    (CHART, (CHART.caption, "€ 60.000", "€ 4,00", CHART.x_label, CHART.y_label, CHART.here_label)),
    (SIGNATURE, ("Ouder: Łukasz", "Plaats", "Datum", "Handtekening")),
    (blocks.Lines(count=3), ()),
    (blocks.Contents(title="Inhoud"), ()),
    (blocks.WeekPlan(caption="Week", days=("ma",), parts=("ochtend",), cells=(("opvang",),)), ()),
)
ALL_TOGETHER = tuple(block for block, _ in EVERY_KIND)


def dossier(*content: blocks.Block) -> Dossier:
    return Dossier(
        title="Aanvraag kinderopvang",
        subtitle="Gemeente Lansingerland",
        footer="Aanvraag van Şükriye",
        made_on=date(2026, 11, 21),
        blocks=content,
    )


def pages(*content: blocks.Block) -> list[str]:
    document = pypdfium2.PdfDocument(draw(dossier(*content)))
    return [page.get_textpage().get_text_bounded() for page in document]


def body(*content: blocks.Block) -> str:
    """All the text in one line, without the footers and the title block."""
    whole = " ".join(
        re.sub(r"Blad \d+ van\s+\d+|Aanvraag van Şükriye", "", page) for page in pages(*content)
    )
    return squeezed(whole).partition("21 november 2026 ")[2]


def squeezed(text: str) -> str:
    """Without line breaks; how a viewer reads them is not ours to say."""
    return " ".join(text.replace("\ufffe", "").split())


@pytest.mark.parametrize(("block", "words"), EVERY_KIND)
def test_every_kind_of_block_is_drawn(block, words):
    text = body(block)

    assert [word for word in words if word not in text] == []


def test_every_kind_of_block_has_an_example():
    assert {type(block) for block in ALL_TOGETHER} == set(blocks.Block.__args__)


def test_lines_to_write_on_take_the_room_that_handwriting_needs():
    assert len(pages(blocks.Lines(count=5))) == 1
    assert len(pages(blocks.Lines(count=40))) == 2


def test_every_label_and_value_stands_there_once():
    rows = tuple((f"Label {word}", f"Waarde {word}") for word in ("een", "twee", "drie", "vier"))

    text = body(facts(*rows))

    assert [text.count(part) for row in rows for part in row] == [1] * 8


@pytest.mark.parametrize(
    "block",
    [
        facts(("Verhaal", STORY)),
        Paragraph(text=STORY),
        Paragraph(text=STORY, style="quote", source="Bron"),
        Notice(text=STORY),
        Heading(level=2, text=STORY),
        Bullets(items=(STORY,)),
        Steps(items=((STORY, STORY),)),
        Ticks(items=(Tick(text="Bewijs", detail=(STORY,), note=STORY),)),
        signature(STORY, "Datum"),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_long_text_runs_over_the_pages_and_is_whole(block):
    assert len(STORY) > 4000

    assert STORY in body(Paragraph(text="Iets vooraf."), block)


@pytest.mark.parametrize("before", [(), (("ma", "kort"),)])
def test_a_long_text_in_a_table_is_whole(before):
    long = Table(caption="Week", header=("Dag", "Verhaal"), rows=(*before, ("di", STORY)))

    text = body(Paragraph(text="\n".join(["vulling"] * 20)), long)

    assert STORY in text.replace("Dag Verhaal ", "")


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text=LONG_WORD),
        facts(("Naam", LONG_WORD), (LONG_WORD, "Naam")),
        Table(caption="Tabel", header=("Dag", "Woord", "Uren"), rows=(("ma", LONG_WORD, "8"),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_long_word_is_whole(block):
    assert len(LONG_WORD) > 300

    assert LONG_WORD in body(block).replace(" ", "")


def test_a_long_footer_is_whole():
    long = dossier().model_copy(update={"footer": STORY[:250]})

    page = pypdfium2.PdfDocument(draw(long))[0].get_textpage().get_text_bounded()

    assert STORY[:250].strip() in squeezed(page)


def test_a_table_repeats_its_header_on_every_page():
    texts = pages(WEEK)
    whole = body(WEEK)

    assert len(texts) == 2
    assert all("Dag" in text and "Uren" in text for text in texts)
    assert [whole.count(f"dag {number} {number},50") for number in range(1, 41)] == [1] * 40


@pytest.mark.parametrize(
    "name",
    [
        "Şükriye Yıldırım-Dvořák",
        "Łukasz Źdźbłowski",
        "Оксана Щербаківська",
        "Đặng Thị Hương",
        "ĳ ½ €",
    ],
)
def test_a_name_reads_as_it_is_written(name):
    text = body(facts((name, "ja")), Heading(level=2, text="Kop"), Paragraph(text=name))

    assert text.count(name) == 2


@pytest.mark.parametrize("before", range(45, 61))
def test_an_amount_stays_on_one_line(before):
    (text,) = pages(Paragraph(text="a " * before + "€ 1.250,50"))

    assert "€ 1.250,50" in text


def test_a_letter_and_its_accent_become_one():
    assert body(Paragraph(text="S\u0327u\u0308kriye")) == "Şükriye"


def test_a_character_that_the_typeface_lacks_is_seen_to_be_missing():
    assert body(Paragraph(text="Sara \U0001f600\ud800 en\u200b\u0007 Bo")) == "Sara □□ en Bo"
    assert body(Paragraph(text="Sara محمد \U0001f600\ud800 Bo")) == "Sara محمد □□ Bo"


@pytest.mark.parametrize(
    "text", ["<b>&</b>", "&amp; &lt;", "<para>", "a < b > c", "</p>]]>", "\"'"]
)
def test_what_somebody_types_is_never_a_command(text):
    everywhere = (
        facts((text, text)),
        Notice(text=text),
        Paragraph(text="x", style="quote", source=text),
        Steps(items=((text, text),)),
        Ticks(items=(Tick(text=text, detail=(text,), note=text),)),
        Table(caption=text, header=(text,), rows=((text,),)),
        CHART.model_copy(update={"here_label": text}),
        signature(text, text),
        Heading(level=1, text=text),
    )

    assert body(*everywhere).count(text) == 2 + 1 + 1 + 2 + 3 + 3 + 1 + 2 + 1


@pytest.mark.parametrize(
    "block",
    [
        facts(),
        facts(("", "")),
        Paragraph(text=""),
        Bullets(items=()),
        Steps(items=()),
        Ticks(items=()),
        Table(caption="", header=("",), rows=()),
        CHART.model_copy(update={"points": (), "here": None}),
        CHART.model_copy(update={"points": (Point(income=0, low=0, high=0),), "here": (0, 900000)}),
        signature("", ""),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_empty_breaks_nothing(block):
    assert "Erna." in body(block, Paragraph(text="Erna."))


def test_every_page_has_its_number_and_the_footer():
    texts = [squeezed(page) for page in pages(*ALL_TOGETHER, *ALL_TOGETHER)]

    assert len(texts) > 3
    for number, text in enumerate(texts, start=1):
        assert f"Blad {number} van {len(texts)}" in text
        assert "Aanvraag van Şükriye" in text


def test_a_heading_starts_a_new_page_if_it_says_so():
    first, second, third = pages(
        Paragraph(text="Vooraf."),
        Heading(level=1, text="Deel A"),
        Heading(level=1, text="Deel B", new_page=True),
        Heading(level=2, text="Deel C", new_page=True),
    )

    assert "Vooraf." in first
    assert "Deel A" in first
    assert "Deel B" in second
    assert "Deel C" in third


def filled(lines: int) -> list[str]:
    """A page with so many lines, then a heading with three lines, then a section."""
    return pages(
        Paragraph(text="\n".join(["vulling"] * lines)),
        Heading(level=2, text="Kop"),
        Paragraph(text="Eén\ntwee\ndrie"),
        Heading(level=1, text="Deel A"),
        Heading(level=1, text="Deel B"),
    )


@pytest.mark.parametrize("lines", range(26, 42))
def test_a_heading_stays_with_its_text_and_no_page_is_empty(lines):
    texts = filled(lines)

    assert all(
        page.split("\n", 1)[0].strip().startswith(("Aanvraag k", "vul", "Kop", "Deel"))
        for page in texts
    )
    assert [("Kop" in page) == ("Eén" in page) for page in texts] == [True] * len(texts)


@pytest.mark.parametrize("lines", range(20, 40, 3))
def test_a_signature_is_not_divided_over_two_pages(lines):
    texts = pages(Paragraph(text="\n".join(["vulling"] * lines)), SIGNATURE)

    assert any(all(word in page for word in ("Ouder", "Plaats", "Handtekening")) for page in texts)


@pytest.mark.parametrize("lines", range(20, 40, 2))
def test_a_paper_stays_with_its_details_and_leaves_no_hole(lines):
    papers = Ticks(items=tuple(Tick(text=f"P{n}", detail=("a", "b", f"E{n}")) for n in range(12)))

    first, *others = pages(Paragraph(text="\n".join(["vulling"] * lines)), papers)

    for page in (first, *others):
        assert re.findall(r"P(\d+)", page) == re.findall(r"E(\d+)", page)
    assert first.count("vulling") + 5 * first.count("P") >= 31, "a page is filled before the next"


@pytest.mark.parametrize("lines", range(30, 44))
def test_a_quote_stays_with_its_source(lines):
    quote = Paragraph(text="Letterlijk.", style="quote", source="Artikel 3")

    texts = pages(Paragraph(text="\n".join(["vulling"] * lines)), quote)

    assert [("Letterlijk" in page) == ("Artikel" in page) for page in texts] == [True] * len(texts)


@pytest.fixture
def restless_threads():
    """Threads that give way to each other all the time, so that a clash is seen."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("restless_threads")
def test_the_same_dossier_gives_the_same_bytes_in_every_thread():
    open_rows = Facts(rows=(Fact(label="BSN", field="bsn"), Fact(label="Łaz", field="naam")))
    long, short = dossier(*ALL_TOGETHER, open_rows), dossier(Notice(text="Şükriye en Łukasz"))
    many = [long] * 8 + [short] * 120  # a short one is mostly the embedding of its fonts

    with ThreadPoolExecutor(8) as threads:
        copies = [*threads.map(draw, many)]

    assert set(copies) == {draw(long), draw(short)}


def test_another_day_gives_another_file():
    later = dossier().model_copy(update={"made_on": date(2026, 11, 22)})

    assert draw(later) != draw(dossier())


def test_the_file_says_what_it_is():
    file = draw(dossier())
    told = pypdfium2.PdfDocument(file).get_metadata_dict()

    assert told["Title"] == "Aanvraag kinderopvang"
    assert told["Subject"] == "Gemeente Lansingerland"
    assert told["Author"]
    assert told["CreationDate"].startswith("D:20261121")
    with pikepdf.open(BytesIO(file)) as pdf:
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        xml = bytes(pdf.Root.Metadata.read_bytes()).decode()
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xml
    assert "<pdfuaid:part>1</pdfuaid:part>" in xml


def test_the_outline_leads_to_the_sections():
    document = pypdfium2.PdfDocument(
        draw(
            dossier(
                Heading(level=2, text="Nu doen"),
                Heading(level=1, text="Deel A"),
                Heading(level=2, text="Şükriye & Noor"),
                Heading(level=3, text="Klein"),
                Heading(level=1, text="Deel B"),
            )
        )
    )

    found = [
        (entry.get_title(), entry.level, entry.get_dest().get_index())
        for entry in document.get_toc()
    ]

    assert found == [
        ("Aanvraag kinderopvang", 0, 0),
        ("Nu doen", 1, 0),
        ("Deel A", 0, 0),
        ("Şükriye & Noor", 1, 0),
        ("Deel B", 0, 0),
    ]


def test_a_heading_of_more_than_a_page_is_in_the_outline_once():
    document = pypdfium2.PdfDocument(draw(dossier(Heading(level=1, text=STORY))))

    assert [entry.level for entry in document.get_toc()] == [0, 0]


def test_only_our_own_typeface_is_used_and_it_is_inside():
    file = draw(dossier(*ALL_TOGETHER))

    with pikepdf.open(BytesIO(file)) as pdf:
        used = [
            font
            for page in pdf.pages
            for font in page.Resources.get("/Font", {}).values()
            if "/FontDescriptor" in font
        ]
        assert used
        assert all("SourceSans3" in str(font.BaseFont) for font in used)
        assert all("/FontFile2" in font.FontDescriptor for font in used)


def test_the_chart_on_the_screen_has_words_for_who_cannot_see_it():
    svg = ElementTree.fromstring(chart_svg(CHART.model_copy(update={"alt": 'Bij <"&'})))

    space = {"svg": "http://www.w3.org/2000/svg"}
    assert svg.get("role") == "img"
    assert svg.findtext("svg:title", namespaces=space) == CHART.caption
    assert svg.findtext("svg:desc", namespaces=space) == 'Bij <"&'
    labels = [text.text for text in svg.iterfind("svg:text", space)]
    assert {"€ 50.000", "€ 4,00", CHART.here_label} <= set(labels)


def test_the_chart_on_the_screen_fetches_nothing():
    assert "http" not in chart_svg(CHART).replace("http://www.w3.org/2000/svg", "")


def dots(here: tuple[int, int] | None) -> list[tuple[float, float]]:
    svg = ElementTree.fromstring(chart_svg(CHART.model_copy(update={"here": here})))
    found = svg.iterfind("{http://www.w3.org/2000/svg}circle")
    return [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in found]


def test_the_family_stands_on_the_lines_at_its_income():
    (left, low), (same, high) = dots((30000, 30000))

    assert left == same
    assert high < low, "a higher contribution stands higher on the screen"
    assert dots((29999, 29999))[0][1] > low, "one euro less is a lower stair"
    assert dots((90000, 90000)) != []
    assert len(dots((90000, 90000))) == 1, "where low is high there is one line"


def test_an_income_between_two_amounts_is_marked_at_both_ends():
    assert len(dots((20000, 40000))) == 4
    assert dots(None) == []


def test_no_label_of_the_chart_lies_outside_it():
    long = "uw gezin: een inkomen dat ergens tussen € 158.000 en € 174.000 ligt, denken wij"
    svg = ElementTree.fromstring(
        chart_svg(CHART.model_copy(update={"here": (158000, 174000), "here_label": long}))
    )

    width, height = (float(side) for side in svg.attrib["viewBox"].split()[2:])
    for label in svg.iterfind("{http://www.w3.org/2000/svg}text"):
        half = {"start": (0, 1), "middle": (0.5, 0.5), "end": (1, 0)}[label.attrib["text-anchor"]]
        wide, x = len(label.text or "") * 15 * 0.5, float(label.attrib["x"])
        assert x - wide * half[0] >= -1
        assert x + wide * half[1] <= width + 1
        assert 0 < float(label.attrib["y"]) < height


@pytest.mark.parametrize("lines", range(20, 44, 3))
def test_a_heading_stays_with_the_box_to_write_in(lines):
    above = blocks.Paragraph(text="Regel. " * 14 * lines)
    box = blocks.Lines(count=12, label="Waarom opvang nodig is", field="verhaal")

    with pikepdf.open(
        BytesIO(draw(dossier(above, blocks.Heading(level=2, text="Waarom"), box)))
    ) as made:
        (on,) = [number for number, page in enumerate(made.pages) if "/Annots" in page]
    shown = pages(above, blocks.Heading(level=2, text="Waarom"), box)

    assert "Waarom" in shown[on]
