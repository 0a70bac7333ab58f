"""Official words: no screen uses one that it does not explain."""

import re

import pytest

from smi_core.content import load_terms
from smi_core.glossary import terms_in
from smi_core.words import LANGUAGES
from tests.language.reading import files_of, said

OFFICIAL = {
    "nl": r"kinderopvangtoeslag|toeslagpartner|toetsingsinkomen|verzamelinkomen|inkomensverklaring"
    r"|dagde(?:el|len)|gastouder|eigen bijdrage|maximum uurprijs|machtiging|gemachtigde|beschikking"
    r"|offerte|bijstandsnorm|bezwaar|Jeugdwet|peuteropvang|medisch kinderdagverblijf|Loket Jeugd"
    r"|gezag|inburgering|traject",
    "en": r"childcare benefit|benefits partner|income statement|half-days?|childminder"
    r"|contribution of your own|maximum hourly price|authorised representative|quotation"
    r"|social assistance|objection|Jeugdwet|playgroup|medical day nursery|civic integration",
}
"""Words that parents meet in letters of the municipality and do not know."""
SHORTENED = r"[A-Z]{2,}\d*|Wlz|Wko|Awir|bso|mbo|hbo|kdv|zzp"
"""Letters that stand for words."""
KNOWN = {"MB", "ID", "AB", "NL91", "ABNA", "GP", "PDF", "EN", "WCAG", "AA", "UA"}
"""Letters that people know as they are, parts of examples, and names of standards."""

complete = pytest.mark.parametrize("language", LANGUAGES)


@complete
def test_every_official_word_has_an_explanation(language):
    loose = {
        f"{path.stem} > {place}: {word}"
        for path in files_of(language)
        for place, text in said(language, path)
        for word in official_words(language, text)
        if not is_explained(language, word)
    }

    assert "\n".join(sorted(loose)) == ""


@complete
@pytest.mark.parametrize("term", load_terms(), ids=lambda term: term.id)
def test_an_explanation_is_more_than_another_word(term, language):
    assert len(term.text.said_in(language).split()) >= 5


def test_a_term_is_explained_once():
    terms = load_terms()
    names = [name for term in terms for name in term.names["nl"]]

    assert len({term.id for term in terms}) == len(terms)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (["Heeft u een toeslagpartner?"], ["toeslagpartner"]),
        (["Wat is het LRK-nummer?"], ["lrk"]),
        (["Staat de opvang in het Landelijk Register Kinderopvang (LRK)?"], []),
        (["Bent u bij het CJG geweest?", "Dat is het Centrum voor Jeugd en Gezin."], []),
        (["Krijgt u een Wlz-indicatie?", "Wlz is de Wet langdurige zorg. Van het CIZ."], ["ciz"]),
        (["Hoe heet uw kind?"], []),
        (["Wlzaal en bsot"], []),
    ],
)
def test_a_screen_explains_the_words_that_it_does_not_explain_itself(shown, found):
    assert [term.id for term in terms_in(shown, load_terms(), "nl")] == found


def test_a_language_that_says_a_part_keeps_the_dutch_words():
    found = terms_in(["Чи є у вас партнер (toeslagpartner)?"], load_terms(), "uk")

    assert [term.id for term in found] == ["toeslagpartner"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("nl", "Heeft u een LRK-nummer of een offerte?", {"LRK", "offerte"}),
        ("nl", "Foto (jpg) van 20 MB", set()),
        ("nl", "Hoe heet uw kind?", set()),
        ("en", "Do you get childcare benefit?", {"childcare benefit"}),
    ],
)
def test_the_gate_knows_an_official_word(language, text, words):
    assert official_words(language, text) == words


def official_words(language: str, text: str) -> set[str]:
    """The official words in a text, without what the program fills in."""
    text = re.sub(r"{\w+}", "", text)
    shortened = set(re.findall(rf"(?<![\w.])(?:{SHORTENED})(?!\w)", text)) - KNOWN
    return shortened | set(re.findall(rf"(?<!\w)(?:{OFFICIAL[language]})(?!\w)", text))


def is_explained(language: str, word: str) -> bool:
    return terms_in([word], load_terms(), language) != ()
