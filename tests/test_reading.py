"""Amounts as people type them: read in one way, said back the same, and never a crash."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smi_core.money import format_euro, format_number
from smi_core.reading import UnreadableAmount, read_amount, read_number
from smi_core.words import LANGUAGES

AMOUNTS = st.decimals(0, 999_999_999, places=2)
PIECES = ["24", "500", "8", ".", ",", " ", "'", "-", "€", "k", "=", "per maand", "/", "u", "٢", "²"]
TYPED = st.lists(st.sampled_from(PIECES), max_size=8).map("".join) | st.text(max_size=40)
often = settings(derandomize=True, database=None, deadline=None, max_examples=300)


@pytest.mark.parametrize("language", LANGUAGES)
@given(amount=AMOUNTS)
@often
def test_an_amount_that_we_write_reads_back(language, amount):
    assert read_amount(format_euro(amount, language)).amount == amount


@pytest.mark.parametrize("language", LANGUAGES)
@given(number=st.decimals(0, 999, places=2))
@often
def test_a_number_that_we_write_reads_back(language, number):
    assert read_number(format_number(number, language)).amount == number


@given(euros=st.integers(1000, 999_999))
@often
def test_thousands_are_never_read_as_decimals(euros):
    for separator in (".", ",", " ", "'", "’", "\u00a0", "\u202f"):
        typed = f"{euros:,}".replace(",", separator)

        assert read_amount(typed).amount == euros


@given(text=TYPED)
@often
def test_whatever_is_typed_is_read_or_refused(text):
    for read in (read_amount, read_number):
        try:
            amount = read(text).amount
        except UnreadableAmount:
            continue
        assert amount >= 0
        assert amount == amount.quantize(Decimal("0.01"))
        assert any(sign.isdecimal() for sign in text)


@pytest.mark.parametrize("text", ["1" * 1000, "1." * 500, "1 " * 500, "-" * 1000, "a1" * 500])
def test_a_long_text_is_refused_at_once(text):
    with pytest.raises(UnreadableAmount):
        read_amount(text)
