"""What the pack says: each answer once, in the order of the municipality, and only what is so."""

import re
from collections import Counter
from datetime import date

import pytest

from smi_core import blocks
from smi_core.answers import Answers, PaperState
from smi_core.attached import Attachment, PageImage
from smi_core.blocks import DataFile, Dossier
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_texts, municipalities
from smi_core.dossier import compile_dossier
from smi_core.questions import questions_of
from tests.families import any_families
from tests.stories import CASES, case_of, load_story, tell

ON = date(2026, 11, 22)
NL = load_texts("nl")
STORIES = sorted(CASES.glob("*/*.yaml"))
START = {"begindatum": "1-2-2027"}
COUPLE = {**START, "partner": "ja", "tp_getrouwd": "ja", "situatie_partner": ["werk"]}
PARTS_OF_THE_PACK = [
    "Dit moet u doen",
    "Gegevens",
    "De situatie van het gezin",
    "Het verhaal van de ouder",
    "Weekplan",
    "Schatting van de eigen bijdrage",
    "Papieren",
    "De voorwaarden",
    "Ondertekening",
    "Uw gegevens in dit pakket",
]

in_each = pytest.mark.parametrize("key", municipalities())


def pack(case: Case, *enclosed: Attachment, files: tuple[DataFile, ...] = ()) -> Dossier:
    return compile_dossier(case, NL, enclosed, files)


def of_kind(dossier: Dossier, kind: type) -> list:
    return [block for block in dossier.blocks if isinstance(block, kind)]


def headings(dossier: Dossier, level: int) -> list[str]:
    return [block.text for block in of_kind(dossier, blocks.Heading) if block.level == level]


def under(dossier: Dossier, heading: str) -> list:
    """The blocks under a heading, up to the next of its level or a higher one."""
    found, level = [], 0
    for block in dossier.blocks:
        if isinstance(block, blocks.Heading) and level and block.level <= level:
            return found
        if level:
            found.append(block)
        elif isinstance(block, blocks.Heading) and block.text == heading:
            level = block.level
    return found


def facts(dossier: Dossier) -> dict[str, str]:
    return {row.label: row.value for block in of_kind(dossier, blocks.Facts) for row in block.rows}


def words(dossier: Dossier) -> str:
    return "\n".join(block.model_dump_json() for block in dossier.blocks)


def photo(paper: str, name: str = "foto.jpg", data: bytes = b"pixels", **more) -> Attachment:
    page = PageImage(width=8, height=8, coding="jpeg", colour="grey", data=data)
    return Attachment(paper=paper, name=name, kind="photo", pages=(page,), **more)


# ---- the whole ----


@in_each
def test_the_parts_come_in_the_order_in_which_a_pack_is_read(key):
    titles = headings(pack(case_of(key, ON, START)), 1)

    assert [title for title in titles if title != "Machtiging voor betaling"] == PARTS_OF_THE_PACK


@pytest.mark.parametrize("path", STORIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_answer_that_counts_is_in_the_pack_once(path):
    case = tell(load_story(path), path.parent.name)
    asked = questions_of(case.guide.steps)
    town = case.guide.scheme.municipality

    stated = Counter(row.label for block in of_kind(pack(case), blocks.Facts) for row in block.rows)

    given = Counter(
        asked[name].label.about("nl", town)
        for answers in (case.route.household, *case.route.children)
        for name in answers
        if name in asked
    )
    assert {label: stated[label] for label in given} == dict(given)


@in_each
def test_a_pack_can_be_made_for_any_family(key):
    guide = load_guide(key)

    for answers in any_families(guide, 12, children=2):
        dossier = pack(work_out(guide, answers, ON))

        assert headings(dossier, 1)[-1] == "Uw gegevens in dit pakket"
        assert len(set(fields(dossier))) == len(fields(dossier))


def fields(dossier: Dossier) -> list[str]:
    """The names of everything that can still be filled in."""
    named = [
        *(row for block in of_kind(dossier, blocks.Facts) for row in block.rows),
        *(row for block in of_kind(dossier, blocks.Signature) for row in block.rows),
        *(item for block in of_kind(dossier, blocks.Ticks) for item in block.items),
        *of_kind(dossier, blocks.Lines),
    ]
    return [one.field for one in named if one.field]


def test_what_is_left_open_is_a_field_with_the_same_name_in_every_pack():
    one = pack(case_of("alkmaar", ON, START, {}, {}))

    assert {"bsn", "kind_bsn-1", "kind_bsn-2", "verhaal", "form-parent-day"} <= set(fields(one))


# ---- the order of the municipality ----


def test_the_details_follow_the_form_of_alkmaar():
    rows = under(pack(case_of("alkmaar", ON, START)), "De ouder die aanvraagt")[0].rows

    assert [row.label for row in rows][:6] == [
        "Naam",
        "Straat en huisnummer",
        "Postcode",
        "Woonplaats",
        "E-mail",
        "Telefoon",
    ]


def test_the_sections_follow_the_conditions_of_lansingerland():
    """Its list begins with the problem and asks at number 7 where one lives."""
    titles = headings(pack(case_of("lansingerland", ON, START)), 2)

    assert titles.index("Uw situatie") < titles.index("Waar u woont")


def test_the_questions_of_pijnacker_nootdorp_come_as_its_text_asks_them():
    case = case_of("pijnacker-nootdorp", ON, {**START, "therapie": "ja"})

    titles = headings(pack(case), 2)

    asked = ["Waarom opvang nodig is", "Therapie: dagen, uren, plaats en duur"]
    asked += ["Oppas door familie of vrienden", "Hoelang opvang nodig is", "Opvang tot nu toe"]
    assert [title for title in titles if title in asked] == asked


def test_the_parts_of_the_story_stand_together_in_the_order_of_the_text():
    told = {"verhaal_kind": "Buiten spelen.", "verhaal": "Te moe.", "verhaal_anders": "Op dinsdag."}
    case = case_of("pijnacker-nootdorp", ON, {**START, **told})

    titles = headings(pack(case), 2)

    first = titles.index("Waarom opvang nodig is")
    assert titles[first + 1 : first + 3] == [
        "Wat opvang voor het kind beter maakt",
        "Wat de gemeente nog moet weten",
    ]


def test_a_story_by_pen_has_one_place():
    titles = headings(pack(case_of("beemster", ON, START)), 2)

    assert "Waarom opvang nodig is" in titles
    assert "Wat de gemeente nog moet weten" not in titles


@pytest.mark.parametrize(
    ("key", "is_online"),
    [
        ("alkmaar", False),
        ("beemster", False),
        ("delft", False),
        ("lansingerland", True),
        ("pijnacker-nootdorp", True),
    ],
)
def test_where_one_applies_with_digid_the_pack_says_that_it_only_prepares(key, is_online):
    dossier = pack(case_of(key, ON, START))

    assert dossier.title.startswith("Voorbereiding") == is_online
    assert (
        any(
            "DigiD" in notice.text
            for notice in under(dossier, "Ondertekening")[:1]
            if isinstance(notice, blocks.Notice)
        )
        == is_online
    )


def test_who_it_is_comes_first():
    """Alkmaar takes the names of partner and child for granted, and asks for numbers and dates."""
    dossier = pack(case_of("alkmaar", ON, COUPLE, {"kind_naam": "Tom"}))

    people = ("De ouder die aanvraagt", "De partner of toeslagpartner", "Het kind: Tom")
    first = [under(dossier, title)[0].rows[0].label for title in people]

    assert first == ["Naam", "Naam van de partner", "Naam van het kind"]


@in_each
def test_a_parent_alone_does_not_read_of_a_partner_in_the_conditions(key):
    alone, couple = (
        words_under(pack(case_of(key, ON, household)), "De voorwaarden")
        for household in (START, {**COUPLE, "werkdagdelen": ["ma_ochtend"]})
    )

    assert "U en uw partner" not in alone
    assert "U of uw partner" not in alone
    assert "uw partner" in couple


def words_under(dossier: Dossier, heading: str) -> str:
    return "".join(block.model_dump_json() for block in under(dossier, heading))


# ---- the conditions ----


@in_each
def test_every_condition_stands_with_the_words_it_rests_on(key):
    case = case_of(key, ON, START)

    said = "\n".join(texts_of(under(pack(case), "De voorwaarden")))

    weighing = [a.condition for a in case.verdict.assessments if a.condition.on_fail != "notice"]
    assert weighing
    for rule in weighing:
        words = rule.alone or rule.text
        assert words.about("nl", case.guide.scheme.municipality) in said
        assert rule.cite is None or rule.cite.quote in said


def texts_of(content: list) -> list[str]:
    """What is read in paragraphs, lists and tables, and in headings inside a part."""
    found: list[str] = []
    for block in content:
        match block:
            case blocks.Paragraph(text=text) | blocks.Heading(text=text):
                found.append(text)
            case blocks.Bullets(items=items):
                found += items
            case blocks.Table(rows=rows):
                found += [cell for row in rows for cell in row]
            case _:
                pass
    return found


# ---- the week ----


def test_the_week_shows_what_is_known_of_each_half_day():
    child = {
        "ouders_samen": "uit_elkaar",
        "woondagen": ["ma", "di", "wo"],
        "dagdelen": ["ma_ochtend", "ma_middag", "do_ochtend"],
    }
    household = {**START, "netwerk": "deels", "netwerk_dagen": ["wo"]}

    plan = of_kind(pack(case_of("lansingerland", ON, household, child)), blocks.WeekPlan)[0]

    assert plan.days == ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag")
    assert plan.cells == (
        ("opvang", "", "netwerk past op", "opvang, woont niet bij u", "woont niet bij u"),
        ("opvang", "", "netwerk past op", "woont niet bij u", "woont niet bij u"),
    )
    assert "Woont niet bij u:" in plan.caption
    assert "Ouder werkt:" not in plan.caption


def test_the_half_days_stand_beside_what_the_municipality_pays():
    dossier = pack(case_of("lansingerland", ON, START))

    said = [
        block.text for block in under(dossier, "Weekplan") if isinstance(block, blocks.Paragraph)
    ]
    assert said == [
        "Gevraagd: 4 dagdelen opvang per week. "
        "De gemeente betaalt hoogstens 6 dagdelen dagopvang per week."
    ]


def test_the_weekend_is_shown_only_to_who_needs_it():
    plan = of_kind(pack(case_of("delft", ON, START, {"dagdelen": ["za_ochtend"]})), blocks.WeekPlan)

    assert plan[0].days[-2:] == ("Zaterdag", "Zondag")


def test_a_week_that_is_not_known_is_said_so():
    dossier = pack(case_of("delft", ON, START, {"dagdelen": "onbekend"}))

    assert of_kind(dossier, blocks.WeekPlan) == []
    assert "De dagdelen zijn nog niet bekend." in words(dossier)


# ---- papers and attachments ----


def test_the_checklist_says_which_attachment_is_which_paper():
    case = case_of("alkmaar", ON, START)
    letter, income = photo("verwijsbrief"), photo("inkomensverklaring", "inkomen.jpg")
    second = photo("verwijsbrief", "blad 2.jpg", b"other pixels")

    dossier = pack(case, letter, second, income)

    assert [(one.label, one.attachment.name) for one in dossier.enclosures] == [
        ("Bijlage 1", "inkomen.jpg"),
        ("Bijlage 2", "foto.jpg"),
        ("Bijlage 3", "blad 2.jpg"),
    ]
    ticks = {item.text: item for block in of_kind(dossier, blocks.Ticks) for item in block.items}
    referral = ticks["Een verwijsbrief van een specialist"]
    assert referral.enclosures == ("Bijlage 2", "Bijlage 3")
    assert referral.is_ticked
    assert referral.field == ""


@pytest.mark.parametrize(
    ("state", "said", "is_ticked"),
    [
        (PaperState(state="have"), "de ouder heeft dit", True),
        (
            PaperState(state="asked", note="3 november, bij de arts"),
            "aangevraagd: 3 november, bij de arts",
            False,
        ),
        (PaperState(state="cannot", note="te laat"), "krijgt de ouder niet: te laat", False),
        (PaperState(state="not_applicable"), "geldt niet", False),
        (None, "", False),
    ],
)
def test_each_paper_has_its_state_with_the_reason(state, said, is_ticked):
    case = case_of("alkmaar", ON, START)
    states = {"verwijsbrief": state} if state else {}
    case = work_out(case.guide, case.given.model_copy(update={"papers": states}), ON)

    ticks = [item for block in of_kind(pack(case), blocks.Ticks) for item in block.items]

    referral = next(item for item in ticks if item.text == "Een verwijsbrief van een specialist")
    assert (referral.note, referral.is_ticked) == (said, is_ticked)
    assert bool(referral.field) != is_ticked


def test_an_attachment_says_what_was_done_to_it():
    signed = photo("verwijsbrief", removed=("scripts", "location"), original=b"%PDF")

    details = pack(case_of("alkmaar", ON, START), signed).enclosures[0].details

    assert details == (
        "Bestand: foto.jpg",
        "1 bladzijde",
        "Voor de veiligheid is dit weggehaald: scripts, de plaats van de foto.",
        "Dit bestand heeft een digitale handtekening. "
        "Het origineel zit als los bestand in dit pakket.",
    )


def test_who_cannot_see_a_page_hears_what_it_is():
    enclosure = pack(case_of("alkmaar", ON, START), photo("verwijsbrief")).enclosures[0]

    assert enclosure.page_alt.format(number=1, total=2) == (
        "Bladzijde 1 van 2 van: Een verwijsbrief van een specialist"
    )


# ---- the reference ----


def test_the_reference_names_the_municipality_and_the_day():
    assert pack(case_of("pijnacker-nootdorp", ON, START)).reference.startswith("PIJ-20261122-")


def test_the_reference_changes_with_an_answer_and_with_an_attachment():
    one, other = (case_of("alkmaar", ON, {**START, "naam": name}) for name in ("Ada", "Bea"))

    references = {
        pack(one).reference,
        pack(other).reference,
        pack(one, photo("verwijsbrief")).reference,
        pack(one, photo("verwijsbrief", data=b"other")).reference,
    }

    assert len(references) == 4


def test_the_reference_stays_with_what_does_not_count():
    """A pack that is opened again has its attachments in order and only the answers that count."""
    both = photo("verwijsbrief"), photo("inkomensverklaring")
    one = case_of("alkmaar", ON, {**START, "eerder_smi": "nee"})
    hidden = case_of("alkmaar", ON, {**START, "eerder_smi": "nee", "eerder_smi_maanden": "9"})

    assert pack(one, *both).reference == pack(hidden, *reversed(both)).reference


# ---- signing and privacy ----


@pytest.mark.parametrize(
    ("household", "signers"),
    [
        (START, ["De ouder"]),
        (COUPLE, ["De ouder", "De partner"]),
        ({**START, "invuller": "begeleider"}, ["De ouder", "De begeleider of gemachtigde"]),
    ],
)
def test_everybody_who_must_sign_has_a_place_to_sign(household, signers):
    signatures = under(pack(case_of("alkmaar", ON, household)), "Ondertekening")

    assert [one.who for one in signatures if isinstance(one, blocks.Signature)] == signers


def test_an_authorisation_comes_only_where_it_must_come_with_the_application():
    with_mandate = [
        key
        for key in municipalities()
        if "Machtiging voor betaling" in headings(pack(case_of(key, ON, START)), 1)
    ]

    assert with_mandate == ["beemster"]


def test_a_page_to_sign_stands_alone():
    new_pages = [
        heading.text
        for heading in of_kind(pack(case_of("beemster", ON, START)), blocks.Heading)
        if heading.new_page
    ]

    assert new_pages == ["Machtiging voor betaling", "Ondertekening", "Uw gegevens in dit pakket"]


def test_the_pack_says_whether_there_is_a_bsn_in_it():
    given, kept_back = (
        case_of("alkmaar", ON, {**START, **bsn}) for bsn in ({"bsn": "999990019"}, {})
    )

    with_number, without = (str(under(pack(case), "Dit staat erin")) for case in (given, kept_back))

    assert "Een burgerservicenummer" in with_number
    assert "Nog geen burgerservicenummer" in without


def test_a_pack_that_opens_again_says_what_is_inside():
    case = case_of("alkmaar", ON, START)
    answers = DataFile(
        name="aanvraag.json", media_type="application/json", description="x", content=b"{}"
    )

    assert "Verder gaan met dit pakket" in headings(pack(case, files=(answers,)), 2)
    assert "Verder gaan met dit pakket" not in headings(pack(case), 2)


# ---- the cover ----


@in_each
def test_the_cover_says_how_to_hand_in_and_what_comes_next(key):
    case = case_of(key, ON, START)

    dossier = pack(case)

    said = words(dossier).split('"text":"Gegevens"')[0]
    assert case.guide.scheme.channel.text.nl in said.replace('\\"', '"')
    assert "Wat er daarna gebeurt" in said
    assert "Hulp nodig?" in said


def test_nothing_the_municipality_says_is_said_twice():
    for key in municipalities():
        case = case_of(key, ON, START)
        listed = [item for block in of_kind(pack(case), blocks.Bullets) for item in block.items]

        assert Counter(listed) == Counter(dict.fromkeys(listed, 1))
        assert {statement.text.nl for statement in case.advice} <= set(listed)


@pytest.mark.parametrize(
    ("key", "told", "said"),
    [
        ("alkmaar", {"begindatum": "1-6-2027"}, "Ons advies: doe dit uiterlijk op 6 april 2027."),
        ("alkmaar", {"begindatum": "1-12-2026"}, "Doe dit zo snel mogelijk."),
        ("delft", {"begindatum": "1-6-2027"}, "De tekst noemt geen uiterste dag."),
        ("beemster", {"begindatum": "onbekend"}, "Vraag minstens 8 weken"),
    ],
)
def test_the_first_page_always_says_by_when(key, told, said):
    steps = of_kind(pack(case_of(key, ON, told)), blocks.Steps)[0]

    assert steps.items[-1][1].startswith(said)


def test_how_sure_the_amount_is_stands_with_the_amount():
    dossier = pack(case_of("alkmaar", ON, START | {"begindatum": "1-2-2027"}))

    before, after = words(dossier).split("Schatting van de eigen bijdrage", 1)
    assert "Dit is een schatting met de bedragen" not in before
    assert "Dit is een schatting met de bedragen" in after


def test_the_first_page_names_the_applicant_and_the_metadata_do_not():
    made = pack(case_of("alkmaar", ON, {**START, "naam": "Noor de Wit"}))

    assert made.applicant == "Aanvraag van Noor de Wit"
    assert "Noor" not in made.title + made.subtitle + made.footer + made.reference


def test_many_open_questions_are_counted_and_a_few_are_named():
    def still_open(case):
        notices = [one.text for one in of_kind(pack(case), blocks.Notice)]
        return [text for text in notices if text.startswith("Nog niet beantwoord")]

    nothing = work_out(load_guide("delft"), Answers(), ON)

    assert still_open(case_of("delft", ON, {})) == [
        "Nog niet beantwoord: Begindatum van de opvang."
    ]
    assert re.fullmatch(r"Nog niet beantwoord: \d+ vragen\..*", *still_open(nothing))
