"""The letters: the right ones in each municipality, with its words, and nothing medical."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from smi_core import blocks
from smi_core.answers import PaperState
from smi_core.blocks import Letter
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_texts, municipalities
from smi_core.docx import letter_docx
from smi_core.letters import letter_of, letters
from smi_core.mail import email
from tests.families import any_families
from tests.stories import CASES, case_of, load_story, tell
from tests.test_dossier import photo

ON = date(2026, 11, 22)
NL = load_texts("nl")
STORIES = sorted(CASES.glob("*/*.yaml"))
START = {"begindatum": "1-2-2027", "naam": "Ada Vos", "woonplaats": "Voorbeeld"}
COUPLE = {**START, "partner": "ja", "tp_getrouwd": "ja", "partner_naam": "Bo Vos"}
WORKS = {"situatie_partner": ["werk"]}
CHILD = {"kind_naam": "Tom Vos", "opvang_naam": "De Boom"}
SECRET = "SECRET"
TOLD = dict.fromkeys(
    ("verhaal", "verhaal_kind", "verhaal_anders", "netwerk_uitleg", "opvang_tot_nu"), SECRET
)
MEDICAL = {
    "psychisch",
    "ziekte",
    "ziek",
    "gezondheid",
    "medisch",
    "medische",
    "hulpverlener",
    "cjg",
}
"""Words that tell an employer or a childminder what is nobody's business."""

in_each = pytest.mark.parametrize("key", municipalities())
every_story = pytest.mark.parametrize(
    "path", STORIES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def written(key: str, household, *children) -> dict[str, Letter]:
    return {one.id: one for one in letters(case_of(key, ON, household, *children), NL)}


def text_of(letter: Letter) -> str:
    return letter.model_dump_json()


def words_of(letter: Letter) -> set[str]:
    return set(text_of(letter).lower().replace("-", " ").translate(NO_MARKS).split())


NO_MARKS = str.maketrans({mark: " " for mark in '.,:;()?!"\\{}[]'})


def lines_of(letter: Letter) -> list[str]:
    """Every line of text that somebody reads in the body of a letter."""
    found: list[str] = []
    for block in letter.blocks:
        match block:
            case blocks.Paragraph(text=text) | blocks.Notice(text=text):
                found.append(text)
            case blocks.Bullets(items=items):
                found += items
            case blocks.Steps(items=items):
                found += [text for text, _ in items]
            case blocks.Table(rows=rows):
                found += [cell for row in rows for cell in row]
            case _:
                pass
    return found


# ---- which letters ----


@pytest.mark.parametrize(
    ("key", "household", "ids"),
    [
        ("alkmaar", START, ["professional", "provider", "income"]),
        ("beemster", START, ["professional", "provider", "income"]),
        ("delft", START, ["income"]),
        ("lansingerland", START, ["professional", "provider", "income"]),
        ("pijnacker-nootdorp", START, ["professional", "provider", "income"]),
        (
            "pijnacker-nootdorp",
            {**COUPLE, **WORKS},
            ["professional", "provider", "employer", "income"],
        ),
    ],
)
def test_each_municipality_has_the_letters_that_its_papers_need(key, household, ids):
    assert list(written(key, household)) == ids


def test_a_contract_needs_no_quotation():
    with_contract = written("lansingerland", START, {"overeenkomst": "contract"})

    assert "provider" not in with_contract


@pytest.mark.parametrize(
    ("state", "is_written"),
    [("have", False), ("not_applicable", False), ("asked", True), ("cannot", True)],
)
def test_a_letter_is_written_until_the_paper_is_there(state, is_written):
    case = case_of("alkmaar", ON, START)
    states = {"verwijsbrief": PaperState(state=state)}
    case = work_out(case.guide, case.given.model_copy(update={"papers": states}), ON)

    assert ("professional" in {one.id for one in letters(case, NL)}) == is_written


def test_the_papers_page_knows_the_letter_for_a_paper():
    case = case_of("alkmaar", ON, START)

    assert {item.paper.id: letter_of(item) for item in case.papers} == {
        "gegevens": None,
        "inkomensverklaring": "income",
        "verwijsbrief": "professional",
        "offerte": "provider",
        "machtiging": None,
    }


def test_children_at_different_providers_have_a_letter_each():
    found = written("alkmaar", START, CHILD, {"kind_naam": "Eva"}, {**CHILD, "kind_naam": "Ada"})

    assert found["provider"].to == ("De Boom",)
    assert found["provider-2"].to == ("Aan de opvang",)
    assert {"Tom", "Ada"} <= set(lines_of(found["provider"]))
    assert "Eva" in lines_of(found["provider-2"])


# ---- what they say ----


@in_each
def test_a_letter_to_a_professional_quotes_the_municipality(key):
    found = written(key, {**START, "therapie": "ja"}).get("professional")
    asked = [
        one
        for paper in load_guide(key).scheme.papers
        if paper.letter and paper.letter.to == "professional"
        for one in paper.letter.ask
    ]

    quotes = [one.cite.quote for one in asked if one.cite]
    assert [quote for quote in quotes if quote not in lines_of(found)] == []
    assert [one.text.nl for one in asked if lines_of(found).count(one.text.nl) != 1] == []


def test_alkmaar_wants_the_need_from_a_specialist():
    letter = written("alkmaar", START)["professional"]

    assert "Een verwijsbrief van een specialist waaruit de noodzaak tot SMI blijkt" in lines_of(
        letter
    )
    assert any("alleen de huisarts is misschien niet genoeg" in line for line in lines_of(letter))


def test_pijnacker_nootdorp_does_not_take_a_letter_of_the_gp():
    letter = written("pijnacker-nootdorp", START)["professional"]

    assert "Een brief van de huisarts neemt deze gemeente niet aan." in lines_of(letter)


def test_who_has_therapy_also_asks_for_its_times():
    without, with_therapy = (
        written("pijnacker-nootdorp", {**START, "therapie": told})["professional"]
        for told in ("nee", "ja")
    )

    times = "Op welke dagen en uren ik bij u kom, waar, en tot wanneer."
    assert times in lines_of(with_therapy)
    assert times not in lines_of(without)


def test_lansingerland_begins_at_the_cjg():
    letter = written("lansingerland", START)["professional"]

    assert letter.to == ("Het Centrum voor Jeugd en Gezin (CJG) Rijnmond",)
    assert any(line.startswith("Een afspraak.") for line in lines_of(letter))


def test_where_the_text_asks_no_letter_the_letter_says_so():
    letter = written("beemster", START)["professional"]

    assert any("vraagt niet om een brief" in line for line in lines_of(letter))
    assert not any(b.style == "quote" for b in letter.blocks if isinstance(b, blocks.Paragraph))


def test_the_childcare_reads_what_the_offer_is_for():
    letter = written(
        "alkmaar", START, {**CHILD, "dagdelen": ["ma_ochtend", "ma_middag", "do_ochtend"]}
    )["provider"]

    said = lines_of(letter)
    assert letter.to == ("De Boom",)
    assert "maandag (hele dag), donderdagochtend" in said
    assert {"Tom", "15-03-2024", "Dagopvang", "20"} <= set(said)
    assert "Ik wil graag beginnen op 01-02-2027." in said
    assert any("onder voorbehoud van SMI" in line for line in said)
    assert any("LRK" in line for line in said)


def test_nothing_is_made_up_where_the_family_does_not_know():
    letter = written("alkmaar", {"begindatum": "onbekend"}, {"dagdelen": "onbekend"})["provider"]

    assert letter.sender[0].startswith("Naam: ...")
    assert letter.place_and_day == "22-11-2026"
    assert not any("onbekend" in line or "begint op" in line for line in lines_of(letter))


def test_the_one_who_works_writes_to_the_employer():
    by_partner = written("pijnacker-nootdorp", {**COUPLE, **WORKS})["employer"]
    by_parent = written("pijnacker-nootdorp", {**COUPLE, "situatie_ik": ["werk"]})["employer"]

    assert by_partner.sender[0] == "Bo Vos"
    assert by_parent.sender[0] == "Ada Vos"


def test_the_partner_writes_to_who_treats_only_the_partner():
    assert (
        written("alkmaar", {**COUPLE, "bij_wie": "partner"})["professional"].sender[0] == "Bo Vos"
    )
    assert written("alkmaar", {**COUPLE, "bij_wie": "ik"})["professional"].sender[0] == "Ada Vos"
    at_the_cjg = written("lansingerland", {**COUPLE, "bij_wie": "partner"})["professional"]
    assert at_the_cjg.sender[0] == "Ada Vos"


def test_a_partner_asks_for_a_statement_too():
    alone, couple = (written("alkmaar", told)["income"] for told in (START, COUPLE))

    assert any("vraagt een eigen verklaring aan" in line for line in lines_of(couple))
    assert not any("partner" in line for line in lines_of(alone))


def test_the_sheet_for_the_income_statement_is_not_a_letter_to_anybody():
    sheet = written("alkmaar", START)["income"]

    assert sheet.sender == ()
    assert "voor uzelf" in sheet.to[0]


def test_a_date_to_hand_in_is_in_the_letters():
    letter = written("beemster", START)["professional"]

    assert "Ik lever mijn aanvraag uiterlijk 07-12-2026 in. Lukt het vóór die dag?" in lines_of(
        letter
    )


# ---- what they do not say ----


@every_story
def test_no_letter_tells_what_nobody_needs_to_know(path):
    told = load_story(path)
    household = {**told.household, **TOLD, "bsn": "999990019", "iban": "NL91ABNA0417164300"}
    story = told.model_copy(update={"household": household})

    for letter in letters(tell(story, path.parent.name), NL):
        assert SECRET not in text_of(letter)
        assert "999990019" not in text_of(letter)
        assert "ABNA" not in text_of(letter)
        if letter.id != "professional":
            assert words_of(letter).isdisjoint(MEDICAL), letter.id


@every_story
def test_the_employer_does_not_learn_what_it_is_for(path):
    case = tell(load_story(path), path.parent.name)

    for letter in letters(case, NL):
        if letter.id == "employer":
            assert words_of(letter).isdisjoint({"smi", "opvang", "kinderopvang", "kind"})


@in_each
def test_letters_can_be_written_for_any_family(key):
    guide = load_guide(key)

    for answers in any_families(guide, 12, children=2):
        for letter in letters(work_out(guide, answers, ON), NL):
            assert "onbekend" not in " ".join(lines_of(letter))
            assert letter_docx(letter)


# ---- as a document ----


@pytest.fixture(scope="module")
def letter() -> Letter:
    return written("alkmaar", START, CHILD)["provider"]


def test_a_document_has_the_whole_letter(letter):
    document = Document(BytesIO(letter_docx(letter)))

    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    said = "\n".join([*(p.text for p in document.paragraphs), *cells])
    assert [line for line in lines_of(letter) if line not in said] == []
    assert letter.subject in [p.text for p in document.paragraphs if p.style.name == "Heading 1"]


def test_a_document_is_dutch_and_says_nothing_of_who_made_it_when(letter):
    made = letter_docx(letter)

    about = Document(BytesIO(made)).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("", "", "")
    assert about.created.date() == ON
    with ZipFile(BytesIO(made)) as files:
        assert b'w:lang w:val="nl-NL"' in files.read("word/styles.xml")
        assert {entry.date_time[0] for entry in files.infolist()} == {1980}


def test_the_same_letter_gives_the_same_bytes(letter):
    assert letter_docx(letter) == letter_docx(letter)


def test_a_table_in_a_document_says_which_row_is_its_header(letter):
    table = Document(BytesIO(letter_docx(letter))).tables[0]

    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml


# ---- the e-mail ----


def mail_of(case: Case, *enclosed, **more):
    return email(case, NL, enclosed, **more)


def test_only_alkmaar_takes_an_application_by_mail():
    by_mail = [key for key in municipalities() if mail_of(case_of(key, ON, START))]

    assert by_mail == ["alkmaar"]


def test_the_mail_says_what_is_enclosed_and_how_to_call():
    case = case_of("alkmaar", ON, {**START, **TOLD, "bsn": "999990019", "telefoon": "06 12345678"})

    mail = mail_of(case, photo("inkomensverklaring"), photo("inkomensverklaring", "2.jpg"))

    assert mail.address == "smi@alkmaar.nl"
    assert mail.body.count("- Uw inkomensverklaring (IB60)") == 1
    assert "06 12345678" in mail.body
    assert mail.body.endswith("Ada Vos")
    assert SECRET not in mail.body
    assert "999990019" not in mail.body + mail.subject


def test_the_subject_is_neutral_and_has_the_reference_of_the_pack():
    mail = mail_of(case_of("alkmaar", ON, START))

    assert mail.subject.startswith("Aanvraag met kenmerk ALK-20261122-")
    assert mail.subject.split()[-1] in mail.body
    assert "Vos" not in mail.subject


def test_a_pack_with_a_password_is_announced_without_it():
    case = case_of("alkmaar", ON, START)

    assert "wachtwoord" in mail_of(case, is_locked=True).body
    assert "wachtwoord" not in mail_of(case).body
