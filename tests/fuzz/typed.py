"""What people type in a field: amounts, numbers, days, and everything else that is an answer."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from smi_core.content import load_steps
from smi_core.days import in_words, read_day
from smi_core.money import format_euro, format_number
from smi_core.questions import (
    InvalidAnswer,
    Question,
    display,
    is_by_month,
    is_odd,
    is_unsure,
    parse,
    questions_of,
)
from smi_core.reading import UnreadableAmount, read_amount, read_number, stated_period
from smi_core.words import LANGUAGES
from tests.families import TODAY, ways
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target

AMOUNTS = ("1.250,50", "€ 1,250.50", "24,5k", "2.000 per maand", "18,33 uur", "1 250", "1.250,-")
DAYS = ("31 dec. '23", "1-5-90", "2026-03-02", "01052024", "ma 1 mei 2024", "May 1st, 2024")
SAID = (
    *(
        "€",
        "euro",
        "per maand",
        "per month",
        "p/u",
        "uur",
        "jaar",
        "k",
        "duizend",
        ",-",
        "ongeveer",
    ),
    *(
        ".",
        ",",
        "'",
        " ",
        "-",
        "–",
        "=",
        "\u00a0",
        "\u200b",
        "²",
        "٢",
        "999",
        "000",
        "tot",
        "a",
        "/",
    ),
    *(
        "januari",
        "mrt",
        "maa",
        "sept",
        "May",
        "maandag",
        "'23",
        "2024",
        "29",
        "31",
        "00",
        "ste",
        "of",
    ),
)
QUESTIONS = tuple(questions_of(load_steps()).values())
WELL_SHAPED: dict[str, tuple[str, ...]] = {
    "bsn": ("999990019", "9999 90 019"),
    "postcode": ("1811 AB", "1811ab"),
    "email": ("naam@voorbeeld.nl",),
    "phone": ("06 12345678", "+31612345678"),
    "iban": ("NL91 ABNA 0417 1643 00",),
    "lrk": ("123456789",),
}
_DAYS_OF_ASKING = (TODAY, date(2026, 12, 31), date(2028, 2, 29), date(1999, 12, 31))


def amount(data: bytes) -> None:
    """An amount that is read is written and read back the same."""
    text = data.decode("utf-8", "surrogateescape")
    stated_period(text)
    try:
        number = read_number(text).amount
        assert number >= 0
        format_number(number)
    except UnreadableAmount:
        pass
    found = read_amount(text).amount
    assert 0 <= found < Decimal(10) ** 12
    for language in LANGUAGES:
        assert read_amount(format_euro(found, language)).amount == found


def day(data: bytes) -> None:
    """A day that is read is written in words and read back the same."""
    feed = Feed(data)
    on, is_past = feed.one_of(_DAYS_OF_ASKING), bool(feed.number(1))
    found = read_day(feed.bytes(2000).decode("utf-8", "surrogateescape"), on, is_past=is_past)
    if found is None:
        return
    assert found.year >= 1900
    for language in LANGUAGES:
        assert read_day(in_words(found, language), on, is_past=is_past) == found


def answer(data: bytes) -> None:
    """An answer that is taken is shown, and what is shown is the same answer."""
    feed = Feed(data)
    question = feed.one_of(QUESTIONS)
    given = given_to(question, feed)
    if question.unsure:
        is_unsure(question, given)
    is_by_month(question, given)
    found = parse(question, given, TODAY)
    is_odd(question, found)
    for language in LANGUAGES:
        assert parse(question, display(question, found, language), TODAY) == found


def given_to(question: Question, feed: Feed) -> object:
    """What somebody may give to a question: what fits, what almost does, or anything."""
    fitting = WELL_SHAPED.get(question.kind, ()) or ways(question) or ("",)
    match feed.number(3):
        case 0:
            return feed.value()
        case 1:
            return _plain(feed.one_of(fitting))
        case 2:
            return f"{_plain(feed.one_of(fitting))}{feed.text()}"
        case _:
            return [_plain(feed.one_of(fitting)) for _ in range(feed.number(5))] + [feed.value(1)]


def _plain(value: object) -> object:
    match value:
        case tuple():
            return list(value)
        case date() | Decimal():
            return str(value)
        case _:
            return value


def _each_question() -> Iterator[bytes]:
    """For each question, the first answer that fits."""
    size = ((len(QUESTIONS) - 1).bit_length() + 7) // 8
    for place in range(len(QUESTIONS)):
        yield place.to_bytes(size, "big") + b"\1\0"


TARGETS = (
    Target("amount", amount, (UnreadableAmount,), lambda: map(str.encode, AMOUNTS), 2000, SAID),
    Target("day", day, (), lambda: (b"\0\0" + one.encode() for one in DAYS), 2000, SAID),
    Target("answer", answer, (InvalidAnswer,), _each_question),
)
