"""Plain language: what people read is short, active and without office words (B1).

Looked at is every sentence that we wrote ourselves, in every language. What the rules are stands in
tests/language; each of them has its examples in test_language_measures.py.
"""

from collections import defaultdict
from pathlib import Path
from statistics import fmean

import pytest

from tests.language.measures import FORMULAS, reading_ease
from tests.language.reading import PARTIAL, Said, files_of, said, sentences, words_in
from tests.language.rules import AIM_FOR, MOST_WORDS, denials, is_passive, office_words, rules_of

COMPLETE = ["nl", "en"]
LANGUAGES = [*COMPLETE, *PARTIAL]
FEWEST_WORDS = 40
"""A measure of fewer words than these says more of one long word than of the text."""

every_language = pytest.mark.parametrize("language", LANGUAGES)
every_file = pytest.mark.parametrize(
    ("language", "path"),
    [
        pytest.param(language, path, id=f"{language}-{path.stem}")
        for language in LANGUAGES
        for path in files_of(language)
    ],
)


@every_file
def test_sentences_are_short(language, path):
    long = [
        f"{place} ({len(sentence.split())}): {sentence}"
        for place, sentence in sentences(language, path)
        if len(sentence.split()) > MOST_WORDS
    ]

    assert "\n".join(long) == ""


@every_file
def test_office_words_stand_between_brackets_if_at_all(language, path):
    found = [
        f"{place}: {advice}"
        for place, text in said(language, path)
        for advice in office_words(language, text)
    ]

    assert "\n".join(found) == ""


@every_file
def test_nobody_is_asked_whether_they_are_of_an_age_or_older(language, path):
    older = rules_of(language).older
    found = [f"{place}: {text}" for place, text in sentences(language, path) if older.search(text)]

    assert "\n".join(found) == ""


@every_file
def test_a_sentence_says_no_only_once(language, path):
    found = [
        f"{place}: {text}"
        for place, text in sentences(language, path)
        if denials(language, text) > 1
    ]

    assert "\n".join(found) == ""


@every_language
def test_few_sentences_hide_who_does_it(language):
    every = [said for path in files_of(language) for said in sentences(language, path)]
    passive = [f"{place}: {text}" for place, text in every if is_passive(language, text)]

    assert len(passive) <= rules_of(language).most_passive * len(every), "\n".join(passive)


@every_language
def test_most_sentences_are_shorter_than_they_need_to_be(language):
    every = [said for path in files_of(language) for said in sentences(language, path)]
    lengths = [len(text.split()) for _, text in every]

    assert fmean(lengths) <= 10
    assert sum(length > AIM_FOR for length in lengths) <= len(lengths) / 10


@pytest.mark.parametrize("language", FORMULAS)
def test_what_is_read_together_reads_easily(language):
    hard = [
        f"{where}: {ease:.0f}"
        for where, text in read_together(language).items()
        if (ease := reading_ease(language, text)) < (rules_of(language).easiest or 0)
    ]

    assert "\n".join(hard) == ""


def read_together(language: str) -> dict[str, str]:
    """Texts that stand on one screen or under one heading: a single sentence is too short."""
    together: dict[str, list[str]] = defaultdict(list)
    for path in files_of(language):
        for one in said(language, path):
            together[f"{path.stem} {_heading(path, one)}"].append(_as_sentence(one.text))
    joined = {where: " ".join(texts) for where, texts in together.items()}
    return {where: text for where, text in joined.items() if len(words_in(text)) >= FEWEST_WORDS}


def _heading(path: Path, one: Said) -> str:
    return one.place.partition("." if path.parent.name == "texts" else " > ")[0]


def _as_sentence(text: str) -> str:
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
