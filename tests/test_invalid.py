"""What somebody gets back who types something that cannot be taken: a reason, and nothing lost."""

from datetime import date
from decimal import Decimal

import pytest

from smi_core.answers import Answers
from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, load_texts
from smi_core.draft import UnreadableDraft, read
from smi_core.echo import echo
from smi_core.questions import Invalid, InvalidAnswer, child_questions, parse, questions_of
from smi_core.wording import refusal
from smi_core.words import LANGUAGES

TODAY = date(2026, 3, 2)
STEPS = load_steps()
QUESTIONS = questions_of(STEPS)

WAYS_TO_WRITE_24500 = [
    *(
        "24500",
        "24.500",
        "24,500",
        "24 500",
        "24'500",
        "24’500",
        "24\u202f500",
        "24.500.",
        "24. 500",
    ),
    *("€24.500,00", "24,500.00", "EUR 24500", "24500 euro", "24.500euro's", "€\xa024.500"),
    *(
        "24500,-",
        "24.500,--",
        "24.500,=",
        "24500.-",
        "24.500,– euro",
        "24,5k",
        "24.5 K",
        "24,5 duizend",
    ),
    *("24500 pj", "24.500 p.j.", "24,500 a year", "24500 per annum", "24500 op jaarbasis"),
    *("٢٤٬٥٠٠", "２４，５００", "\u200e24500\u200e"),
]
WAYS_TO_WRITE_24500_BEFORE_TAX = [
    *("24.500 bruto", "€ 24500,- bruto", "24.500 euro bruto per jaar", "24.500 per jaar bruto"),
    *("bruto 24.500", "Bruto: € 24.500 p.j.", "24,500 gross", "24500 gross a year", "24,5k bruto"),
    *("24.500 vóór belasting", "24.500 voor belasting.", "24,500 before tax"),
]
WAYS_TO_WRITE_NEW_YEARS_EVE = [
    *("31-12-2023", "31/12/2023", "31.12.2023", "31 12 2023", "2023-12-31", "31122023", "31-12-23"),
    *("31 december 2023", "zondag 31 december 2023", "31dec2023", "31-dec-23", "December 31, 2023"),
    *("31st of December 2023", "٣١-١٢-٢٠٢٣"),
]
GOOD = [
    ("naam", "Noor\ufffe\ud800 Bakker", "Noor Bakker"),  # a letter in Word cannot hold these
    ("jaarinkomen_ik", "1.250,50", Decimal("1250.50")),
    ("jaarinkomen_ik", "1250.50", Decimal("1250.50")),
    ("jaarinkomen_ik", "€ 1 250", Decimal(1250)),
    ("jaarinkomen_ik", "€ 1.250,-", Decimal(1250)),
    ("jaarinkomen_ik", " 24.000 ", Decimal(24000)),
    ("jaarinkomen_ik", 24000, Decimal(24000)),
    ("jaarinkomen_ik", "0", Decimal(0)),
    *(("jaarinkomen_ik", text, Decimal(24500)) for text in WAYS_TO_WRITE_24500),
    *(("jaarinkomen_ik", text, Decimal(24500)) for text in WAYS_TO_WRITE_24500_BEFORE_TAX),
    ("jaarinkomen_ik", "2.000 per maand", Decimal(24000)),
    ("jaarinkomen_ik", "2.000 bruto p.m.", Decimal(24000)),
    ("netto_maand", "€ 1.250 netto per maand", Decimal(1250)),
    ("jaarinkomen_ik", "€ 2.041,67 p/m", Decimal("24500.04")),
    ("jaarinkomen_ik", "24.500 euro per jaar", Decimal(24500)),
    ("jaarinkomen_ik", "1.234.567,89", Decimal("1234567.89")),
    ("jaarinkomen_ik", 1.5, Decimal("1.5")),
    ("netto_maand", "1.250 a month", Decimal(1250)),
    ("netto_maand", "geen idee", "onbekend"),
    ("uurprijs", "€ 9,20 per uur", Decimal("9.20")),
    ("uurprijs", "9.20/u", Decimal("9.20")),
    ("uren_per_week", "18 uur", Decimal(18)),
    ("uren_per_week", "18,5 uur per week", Decimal("18.5")),
    ("eerder_smi_maanden", "6 maanden", 6),
    ("uurprijs", "9,20", Decimal("9.20")),
    ("uurprijs", 9.2, Decimal("9.2")),
    ("uurprijs", "1", Decimal(1)),
    ("uurprijs", "50", Decimal(50)),
    ("uurprijs", "Nog niet bekend", "onbekend"),
    ("uren_per_week", "18,33", Decimal("18.33")),
    ("uren_per_week", "70", Decimal(70)),
    ("begindatum", "1-2-2026", date(2026, 2, 1)),  # in the past: a note, and no refusal
    ("begindatum", "2026-05-11", date(2026, 5, 11)),
    ("begindatum", "Weet ik niet", "onbekend"),
    ("begindatum", "1-2-27", date(2027, 2, 1)),
    ("begindatum", "1-1-26", date(2026, 1, 1)),  # not in 2126
    ("geboortedatum", "31 dec. '23", date(2023, 12, 31)),
    ("geboortedatum", "1-5-24", date(2024, 5, 1)),
    ("geboortedatum_ik", "1-5-90", date(1990, 5, 1)),
    ("geboortedatum_ik", "3-3-26", date(1926, 3, 3)),  # tomorrow in this century
    *(("geboortedatum", text, date(2023, 12, 31)) for text in WAYS_TO_WRITE_NEW_YEARS_EVE),
    ("geboortedatum", "2-3-2026", TODAY),
    ("bsn", "9999 90 019", "999990019"),
    ("postcode", "1811ab", "1811 AB"),
    ("lrk_nummer", "123 456 789", "123456789"),
    ("woont_in_gemeente", "ja", "ja"),
    ("woont_in_gemeente", "Yes", "ja"),
    ("situatie_ik", "werk, studie", ("werk", "studie")),
    ("situatie_ik", "Ik werk, of ik heb een eigen bedrijf", ("werk",)),
    ("dagdelen", ["di_middag", "ma_ochtend"], ("ma_ochtend", "di_middag")),
    ("naam", "Şükriye Łukasz-Оксана", "Şükriye Łukasz-Оксана"),
]
BAD = [
    ("jaarinkomen_ik", "veel", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "1.250.50", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "24²", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "1e5", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "vorig jaar 24.500", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "2.000 per maand per jaar", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "ongeveer 24000", Invalid.ROUGH_INCOME),
    ("jaarinkomen_ik", "tussen 20 en 25 duizend", Invalid.ROUGH_INCOME),
    ("jaarinkomen_ik", "20.000 - 25.000", Invalid.ROUGH_INCOME),
    ("jaarinkomen_ik", "20-25k", Invalid.ROUGH_INCOME),
    ("jaarinkomen_ik", "± 24.000", Invalid.ROUGH_INCOME),
    ("jaarinkomen_nu", "ongeveer 24000", Invalid.ROUGH),
    ("jaarinkomen_nu", "veel", Invalid.NOT_AN_AMOUNT),
    ("jaarinkomen_ik", "500 per week", Invalid.OTHER_PERIOD),
    ("netto_maand", "24.500 per jaar", Invalid.OTHER_PERIOD),
    ("jaarinkomen_ik", "19.000 netto", Invalid.BEFORE_TAX),
    ("jaarinkomen_nu", "netto 1.600 per maand", Invalid.BEFORE_TAX),
    ("netto_maand", "2.000 bruto", Invalid.AFTER_TAX),
    ("jaarinkomen_ik", "24.500 bruto netto", Invalid.NOT_AN_INCOME),
    ("jaarinkomen_ik", "bruto", Invalid.NOT_AN_INCOME),
    ("uurprijs", "9,20 bruto", Invalid.NOT_A_NUMBER),
    ("uurprijs", "900 per maand", Invalid.OTHER_PERIOD),
    ("uurprijs", "8,460", Invalid.TOO_PRECISE),  # not eight thousand; and not ours to round
    ("uurprijs", "8.460", Invalid.TOO_PRECISE),
    ("uren_per_week", "70 per maand", Invalid.OTHER_PERIOD),
    ("eerder_smi_maanden", "2 per jaar", Invalid.NOT_A_NUMBER),
    ("jaarinkomen_ik", 1.255, Invalid.TOO_PRECISE),  # a number of a program has no thousands in it
    ("jaarinkomen_ik", "-100", Invalid.NEGATIVE),
    ("jaarinkomen_ik", "100,5555", Invalid.TOO_PRECISE),
    ("jaarinkomen_ik", "99999999", Invalid.TOO_HIGH),
    ("uurprijs", "0", Invalid.TOO_LOW),
    ("uurprijs", "300", Invalid.TOO_HIGH),
    ("uurprijs", "negen", Invalid.NOT_AN_AMOUNT),
    ("uren_per_week", "400", Invalid.TOO_HIGH),
    ("uren_per_week", "0", Invalid.TOO_LOW),
    ("uren_per_week", "tien", Invalid.NOT_A_NUMBER),
    ("uren_per_week", "18,333", Invalid.TOO_PRECISE),
    ("uren_per_week", "-4", Invalid.NEGATIVE),
    ("eerder_smi_maanden", "2,5", Invalid.NOT_WHOLE),
    ("eerder_smi_maanden", "0", Invalid.TOO_LOW),
    ("geboortedatum", "3-3-2026", Invalid.IN_THE_FUTURE),
    ("geboortedatum", "1-5-27", Invalid.IN_THE_FUTURE),  # a due date; not a child of 99
    ("geboortedatum", "1-1-1990", Invalid.TOO_OLD),
    ("geboortedatum", "31-2-2024", Invalid.NOT_A_DATE),
    ("geboortedatum", "3/13/2024", Invalid.NOT_A_DATE),
    ("geboortedatum", "vorig jaar", Invalid.NOT_A_DATE),
    ("geboortedatum", "12/31/2023", Invalid.NOT_A_DATE),
    ("geboortedatum", "1-1-1", Invalid.NOT_A_DATE),
    ("geboortedatum", "mei 2024", Invalid.NOT_A_DATE),
    ("geboortedatum", "1-5", Invalid.NOT_A_DATE),
    ("begindatum", "1-2-2207", Invalid.TOO_FAR),
    ("begindatum", "", Invalid.NOT_A_DATE),
    ("bsn", "123456789", Invalid.BSN),
    ("bsn", "12345678", Invalid.BSN),
    ("bsn", "geen", Invalid.BSN),
    ("postcode", "1811", Invalid.POSTCODE),
    ("postcode", "1811 A", Invalid.POSTCODE),
    ("postcode", "Alkmaar", Invalid.POSTCODE),
    ("email", "naam.voorbeeld.nl", Invalid.EMAIL),
    ("telefoon", "06-1234", Invalid.PHONE),
    ("telefoon", "bel maar", Invalid.PHONE),
    ("iban", "NL91 ABNA 0417 1643 01", Invalid.IBAN),
    ("lrk_nummer", "12345", Invalid.LRK),
    ("woont_in_gemeente", "misschien", Invalid.NOT_A_CHOICE),
    ("woont_in_gemeente", "onbekend", Invalid.NOT_A_CHOICE),
    ("woont_in_gemeente", True, Invalid.NOT_A_CHOICE),
    ("situatie_ik", ["werk", "geen"], Invalid.CONTRADICTORY),
    ("situatie_ik", ["werk", "onbekend"], Invalid.CONTRADICTORY),
    ("situatie_ik", [], Invalid.NOT_A_CHOICE),
    ("situatie_ik", "werkt", Invalid.NOT_A_CHOICE),
    ("dagdelen", ["ma_nacht"], Invalid.NOT_A_CHOICE),
    ("kind_naam", "x" * 81, Invalid.TOO_LONG),
    ("verhaal", "x" * 4001, Invalid.TOO_LONG),
]
# What a program may send where somebody types: it must not end up in the pack as if typed.
NOT_TYPED = [None, True, ["Tom"], {"naam": "Tom"}]


@pytest.mark.parametrize(("question", "given", "answer"), GOOD)
def test_what_people_write_is_read(question, given, answer):
    assert parse(QUESTIONS[question], given, TODAY) == answer


@pytest.mark.parametrize(("question", "given", "reason"), BAD)
def test_what_cannot_be_taken_comes_back_with_its_reason(question, given, reason):
    with pytest.raises(InvalidAnswer) as refused:
        parse(QUESTIONS[question], given, TODAY)

    assert refused.value.reason is reason


@pytest.mark.parametrize(("question", "given", "_"), BAD)
def test_what_was_typed_never_stands_in_the_message(question, given, _):
    with pytest.raises(InvalidAnswer) as refused:
        parse(QUESTIONS[question], given, TODAY)

    assert len(str(given)) < 3 or str(given) not in str(refused.value)


@pytest.mark.parametrize("given", NOT_TYPED, ids=str)
@pytest.mark.parametrize("question", ["naam", "verhaal", "adres", "jaarinkomen_ik", "bsn"])
def test_a_field_takes_only_what_can_be_typed(question, given):
    answers, _ = read({"household": {question: given}}, STEPS, TODAY)

    assert answers.household == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Invalid)
def test_every_reason_has_a_sentence_that_says_what_to_do(language, reason):
    sentence = load_texts(language).say(f"invalid.{reason.value}", limit="12")

    assert sentence.endswith(".")
    assert "ongeldig" not in sentence.lower()
    assert "invalid" not in sentence.lower()


@pytest.mark.parametrize(("question", "given", "reason"), BAD)
def test_one_bad_answer_in_a_file_is_named_and_the_rest_is_kept(question, given, reason):
    per_child = question in child_questions(STEPS)
    about, where = ("children", "children[0]") if per_child else ("household", "household")
    file = {"household": {"partner": "nee"}, "children": [{"medisch_kdv": "nee"}]}
    part = file["children"][0] if per_child else file[about]
    part[question] = given

    answers, refused = read(file, STEPS, TODAY)

    assert answers.household == {"partner": "nee"}
    assert answers.children == ({"medisch_kdv": "nee"},)
    assert [(one.where, one.reason) for one in refused] == [(f"{where}.{question}", reason.value)]


def test_an_unknown_question_in_a_file_is_named_and_the_rest_is_kept():
    file = {"household": {"partner": "nee", "parner": "ja", "geboortedatum": "1-2-2024"}}

    answers, refused = read(file, STEPS, TODAY)

    assert answers.household == {"partner": "nee"}
    assert [one.where for one in refused] == ["household.parner", "household.geboortedatum"]
    assert {one.reason for one in refused} == {"unknown_question"}


@pytest.mark.parametrize(
    "file",
    [
        None,
        [],
        "partner: ja",
        {"version": 99},
        {"household": []},
        {"household": {}, "children": []},
        {"children": {}},
        {"children": [{}] * 13},
        {"children": ["Tom"]},
        {"papers": []},
    ],
    ids=str,
)
def test_what_is_no_set_of_answers_at_all_is_refused_as_a_whole(file):
    with pytest.raises(UnreadableDraft):
        read(file, STEPS, TODAY)


def test_a_state_that_no_paper_can_have_is_named():
    answers, refused = read({"papers": {"offerte": {"state": "lost"}}}, STEPS, TODAY)

    assert answers == Answers()
    assert [(one.where, one.reason) for one in refused] == [("papers.offerte", "not_a_state")]


def test_a_start_in_the_past_is_pointed_out_and_not_refused():
    answers = Answers(household={"begindatum": date(2026, 1, 5)})

    case = work_out(load_guide("lansingerland"), answers, TODAY)

    assert "start_in_past" in [note.id for note in case.notes]


@pytest.mark.parametrize(
    ("question", "given", "said"),
    [
        ("jaarinkomen_ik", "24.5k", "Wij lezen: € 24.500 per jaar."),
        ("jaarinkomen_ik", "0", "Wij lezen: € 0 per jaar."),
        ("jaarinkomen_ik", "24,500.50", "Wij lezen: € 24.500,50 per jaar."),
        ("netto_maand", "1250", "Wij lezen: € 1.250 per maand."),
        ("uurprijs", "9,20", "Wij lezen: € 9,20 per uur."),
        ("geboortedatum", "3/4/24", "Wij lezen: 3 april 2024."),
        ("jaarinkomen_ik", "veel", ""),
        ("uurprijs", "onbekend", ""),
        ("uren_per_week", "18", ""),
        ("naam", "Noor", ""),
    ],
)
def test_what_is_read_is_said_back(question, given, said):
    assert echo(QUESTIONS[question], given, load_texts("nl"), TODAY) == said


def test_a_month_is_said_back_with_its_sum():
    said = echo(QUESTIONS["jaarinkomen_ik"], "2.000 per maand", load_texts("nl"), TODAY)

    assert said.startswith("Wij lezen: € 2.000 × 12 = € 24.000 per jaar.")


@pytest.mark.parametrize(
    ("question", "usual", "odd", "asks"),
    [
        ("jaarinkomen_ik", "6000", "5.999", "Is dit per maand?"),
        ("netto_maand", "10.000", "10.001", "Is dit per jaar?"),
        ("uurprijs", "20", "20,01", "Is dit voor een hele dag?"),
    ],
)
def test_an_amount_that_looks_like_a_slip_is_asked_about_and_taken(question, usual, odd, asks):
    texts = load_texts("nl")

    assert asks not in echo(QUESTIONS[question], usual, texts, TODAY)
    assert asks in echo(QUESTIONS[question], odd, texts, TODAY)
    assert parse(QUESTIONS[question], odd, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_period_is_answered_with_the_one_that_is_asked(language):
    with pytest.raises(InvalidAnswer) as refused:
        parse(QUESTIONS["uurprijs"], "900 per maand", TODAY)

    said = refusal("other_period", str(refused.value.limit), load_texts(language))

    assert {"nl": "per uur", "en": "per hour"}[language] in said
