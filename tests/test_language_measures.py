"""The measures of the plain-language gate: each finds what it is for, and leaves the rest."""

import pytest

from tests.language.measures import reading_ease, syllables
from tests.language.reading import sentences_in, words_in
from tests.language.rules import denials, is_passive, office_words, rules_of


@pytest.mark.parametrize(
    ("language", "text", "times"),
    [
        ("nl", "Het maakt niet uit dat we uw inkomen niet weten.", 2),
        ("nl", "Er is geen lijst, omdat een voorwaarde niet past.", 2),
        ("nl", "Wij vragen nooit om iets wat u niet heeft.", 2),
        ("nl", "U heeft geen werk en geen partner.", 1),
        ("nl", "De andere opvang is niet genoeg, of niet mogelijk.", 1),
        ("nl", "Kies ‘Weet ik niet’ als u het niet weet.", 1),
        ("en", "It does not matter that we do not know it.", 2),
        ("en", "We don't send it if nobody signs.", 2),
        ("en", "No, not in the register", 1),
        ("en", "You have no work and no partner.", 1),
        ("xx", "Nothing is known of this language, not even no.", 0),
    ],
)
def test_the_gate_counts_how_often_a_sentence_says_no(language, text, times):
    assert denials(language, text) == times


@pytest.mark.parametrize(
    ("language", "text", "is_plain"),
    [
        ("nl", "Een ziekte of handicap (beperking).", True),
        ("nl", "Een beperking.", False),
        ("nl", "Een ziekte (beperking) of handicap (beperking).", False),
        ("nl", "Vul ‘ingangsdatum’ in.", True),
        ("nl", "SMI: sociaal-medische indicatie.", True),
        ("nl", "U heeft een indicatie nodig.", False),
        ("nl", "De gemeente vordert het bedrag terug.", False),
        ("nl", "De Aanvrager tekent.", False),
        ("nl", "U dient dit formulier in te vullen.", False),
        ("nl", "U krijgt een besluit (beschikking).", True),
        ("nl", "Indien u verhuist, belt u ons.", False),
        ("en", "The Applicant signs.", False),
        ("en", "Do this prior to the start.", False),
        ("en", "Care that commences in May.", False),
        ("en", "You may get it for days that are past.", True),
        ("en", "Do this before the start.", True),
        ("xx", "Indien the applicant commences.", True),
    ],
)
def test_the_gate_knows_an_office_word(language, text, is_plain):
    assert (office_words(language, text) == []) == is_plain


@pytest.mark.parametrize(
    ("language", "text", "asks"),
    [
        ("nl", "Is uw kind 12 jaar of ouder?", True),
        ("nl", "Is uw kind jonger dan 12 jaar?", True),
        ("nl", "Hoe oud is uw kind?", False),
        ("nl", "Kinderen van 12 jaar of ouder tellen niet mee.", False),
        ("en", "Is your child 12 years or older?", True),
        ("en", "Are you 18 or over?", True),
        ("en", "How old is your child?", False),
        ("uk", "Вашій дитині 12 років або старша?", True),
        ("uk", "Скільки років вашій дитині?", False),
    ],
)
def test_the_gate_knows_a_question_for_an_age_or_older(language, text, asks):
    assert (rules_of(language).older.search(text) is not None) == asks


@pytest.mark.parametrize(
    ("language", "text", "hides"),
    [
        ("nl", "Uw aanvraag wordt door de gemeente beoordeeld.", True),
        ("nl", "De papieren moeten getekend worden.", True),
        ("nl", "De gemeente beoordeelt uw aanvraag.", False),
        ("nl", "Het bedrag wordt anders.", False),
        ("en", "Your application is assessed by the municipality.", True),
        ("en", "The letter was not sent.", True),
        ("en", "The municipality assesses your application.", False),
        ("en", "Your child is ill.", False),
    ],
)
def test_the_gate_knows_a_sentence_that_hides_who_does_it(language, text, hides):
    assert is_passive(language, text) == hides


@pytest.mark.parametrize(
    ("language", "word", "number"),
    [
        ("nl", "opvang", 2),
        ("nl", "kinderopvang", 4),
        ("nl", "gemeente", 3),
        ("nl", "sociaal", 3),
        ("nl", "situatie", 4),
        ("nl", "geïnteresseerd", 5),
        ("nl", "bijdrage", 3),
        ("nl", "zzp", 1),
        ("en", "care", 1),
        ("en", "childcare", 2),
        ("en", "table", 2),
        ("en", "needed", 2),
        ("en", "closed", 1),
        ("en", "municipality", 6),
        ("en", "application", 4),
    ],
)
def test_syllables_are_counted_as_they_are_said(language, word, number):
    assert syllables(language, word) == number


@pytest.mark.parametrize(
    ("language", "text", "ease"),
    [
        # 6 words, 2 sentences, 6 syllables: 206.84 - 0.93 x 3 - 77 x 1
        ("nl", "Wie bent u? U werkt nu.", 127.05),
        # 4 words, 1 sentence, 8 syllables: 206.84 - 0.93 x 4 - 77 x 2
        ("nl", "Moeder werkte zonder pauze.", 49.12),
        # 4 words, 1 sentence, 6 syllables: 206.835 - 1.015 x 4 - 84.6 x 1.5
        ("en", "Your mother closed windows.", 75.875),
    ],
)
def test_reading_ease_is_what_the_formula_says(language, text, ease):
    assert reading_ease(language, text) == pytest.approx(ease)


def test_office_language_is_harder_to_read_than_ours():
    office = (
        "De inkomensafhankelijke tegemoetkoming wordt toegekend indien de noodzakelijkheid van "
        "kinderopvangvoorzieningen ingevolge de gemeentelijke verordening is vastgesteld."
    )
    ours = "U krijgt misschien geld voor opvang. De gemeente kijkt of opvang nodig is."

    assert reading_ease("nl", office) < (rules_of("nl").easiest or 0) < reading_ease("nl", ours)


def test_a_text_is_cut_into_sentences_and_words():
    assert sentences_in("Let op: kies er één. Klaar?") == ["Let op:", "kies er één.", "Klaar?"]
    assert words_in("Wij lazen de tekst van {gemeente} op 1 mei.") == [
        "Wij", "lazen", "de", "tekst", "van", "op", "mei"
    ]  # fmt: skip
