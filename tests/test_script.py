"""Arabic and Hebrew: letters join, lines are read from the top, words from the right."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smi_core.pdf.script import (
    drawn_lines,
    joined,
    language,
    needs_shaping,
    runs,
    starts_from_the_right,
)

WIDE = 1000


def drawn(text, width=WIDE):
    """The lines of a text in signs that are all one wide."""
    return list(drawn_lines(text, width, len))


@pytest.mark.parametrize("text", ["", "Noor", "Şükriye", "Щербаківська", "Łukasz", "😀", "€ 1,20"])
def test_other_letters_need_no_shaping(text):
    assert not needs_shaping(text)


@pytest.mark.parametrize("text", ["محمد", "Naam: محمد", "שרה", "ﻣﺤﻤﺪ", "٣"])
def test_arabic_and_hebrew_need_shaping(text):
    assert needs_shaping(text)


def test_arabic_letters_are_joined_and_drawn_from_the_last_to_the_first():
    (line,) = drawn("محمد")

    assert [unicodedata.name(sign) for sign in line] == [
        "ARABIC LETTER DAL FINAL FORM",
        "ARABIC LETTER MEEM MEDIAL FORM",
        "ARABIC LETTER HAH MEDIAL FORM",
        "ARABIC LETTER MEEM INITIAL FORM",
    ]


def test_signs_that_steer_are_obeyed_and_not_drawn():
    (persian,) = drawn("می\u200cخ")

    assert persian == "ﺥﯽﻣ"  # the letters on either side do not join
    assert drawn("abc!\u200e אב") == ["abc! בא"]


def test_the_commonest_vowel_of_kurdish_joins_the_letter_before_it():
    (line,) = drawn("مە")

    assert [unicodedata.name(sign) for sign in line] == [
        "ARABIC LETTER HEH FINAL FORM",
        "ARABIC LETTER MEEM INITIAL FORM",
    ]


@pytest.mark.parametrize(
    ("read", "seen"),
    [
        ("אבג", "גבא"),
        ("אבג 12-03-2026 דהו", "והד 12-03-2026 גבא"),
        ("Naam: אבג דהו, Delft", "Naam: והד גבא, Delft"),
        ("Naam (אבג) en [דהו]", "Naam (גבא) en [והד]"),
        ("אבג (דהו) 45", "45 (והד) גבא"),
        ("אבג (abc) 1,5%", "1,5% (abc) גבא"),
        ("אבג ((דהו)", "(והד)) גבא"),
        ("«אבג» <x>", "<x> «גבא»"),
        ("abc אבג (x", "abc גבא (x"),
    ],
)
def test_words_and_brackets_stand_as_a_reader_expects(read, seen):
    assert drawn(read) == [seen]


def test_a_long_text_is_broken_before_it_is_turned():
    assert drawn("אבג דהו זחט", width=7) == ["והד גבא", "טחז"]
    assert drawn("abc אבג דהו def", width=7) == ["abc גבא", "והד def"]


def test_a_word_longer_than_a_line_goes_on():
    assert drawn("אבגדהוז ח", width=3) == ["גבא", "והד", "ח ז"]


def test_line_breaks_of_the_writer_stay():
    assert drawn("אב\n\nגד") == ["בא", "", "דג"]


def test_a_text_cannot_be_made_to_say_something_else():
    assert drawn("אב \u202e12-03\u202c גד") == drawn("אב 12-03 גד")


def test_vowels_that_would_float_are_not_drawn():
    assert drawn("שָׁלוֹם") == drawn("שלום")
    assert drawn("مُحَمَّد") == drawn("محمد")


def test_a_text_stands_on_the_side_of_its_first_letter():
    assert starts_from_the_right("1. محمد Noor")
    assert not starts_from_the_right("Noor محمد")


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("محمد", "ar"), ("שרה כהן", "he"), ("Naam: שרה", ""), ("Noor", ""), ("12 (شقة)", "ar")],
)
def test_a_screen_reader_is_told_the_language(text, spoken):
    assert language(text) == spoken


def test_each_run_is_of_one_typeface():
    (line,) = drawn("abc אב 12 س")

    assert [(run.text, run.face) for run in runs(line)] == [
        ("abc ", "latin"),
        ("ﺱ", "arabic"),
        (" 12 ", "latin"),
        ("בא", "hebrew"),
    ]


@given(st.text("abאבגدس 12().,-\n\u200f\u034f", max_size=40), st.integers(1, 12))
def test_nothing_is_lost_and_every_line_fits(text, width):
    lines = drawn(text, width)

    assert all(len(line) <= width for line in lines)
    assert sorted(_signs("".join(lines))) == sorted(_signs(joined(text).replace("\u200f", "")))


def _signs(text):
    """The signs without spaces; a bracket may be mirrored."""
    return "".join(text.split()).replace(")", "(")
