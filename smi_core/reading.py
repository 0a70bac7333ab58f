"""Reading amounts and numbers as people type them, whatever the language of the page."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Literal, NamedTuple, TypeVar

Per = Literal["hour", "week", "month", "year"]
"""What an amount is counted over."""
Tax = Literal["before", "after"]
"""Whether an amount is before tax (bruto) or after it (netto)."""
Said = TypeVar("Said", Per, Tax)


class Unreadable(Enum):
    """Why a text cannot be read as an amount; the texts have one sentence for each."""

    NOT_A_NUMBER = "not_a_number"
    ROUGH = "rough"
    NEGATIVE = "negative"
    TOO_PRECISE = "too_precise"


class UnreadableAmount(ValueError):
    """A text that cannot be read as an amount or a number in one way only.

    The text itself is never in the message: it may be personal.
    """

    def __init__(self, reason: Unreadable) -> None:
        self.reason = reason
        super().__init__(f"cannot be read: {reason.value}")


class Typed(NamedTuple):
    """What was typed: an amount or a number, and what it says of itself; None where it does not."""

    amount: Decimal
    per: Per | None = None
    tax: Tax | None = None


# At most twelve digits before the decimals: every sum then stays exact in a Decimal.
_PLAIN = r"\d{1,12}(?:[.,]\d{1,2})?"
_GROUPS = "|".join(
    rf"[1-9]\d{{0,2}}(?:{between}\d{{3}}){{1,3}}(?:{decimals}\d{{1,2}})?"
    for between, decimals in ((r"\.", ","), (",", r"\."), (" ", "[.,]"), ("'", "[.,]"))
)
_NUMBER = re.compile(_PLAIN)
_AMOUNT = re.compile(f"{_PLAIN}|{_GROUPS}")
_IN_THOUSANDS = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?) ?(?:k|mille|duizend|thousand)")
_DECIMALS = re.compile(r"[.,](\d{1,2})$")
_TOO_MANY_DECIMALS = re.compile(r"[\d., ']*[.,]\d{3,}")
_NO_CENTS = re.compile(r"(?<=\d) ?[.,] ?(?:[-–—]{1,2}|={1,2})$")
_EURO = re.compile(r"^(?:€|euro?\b)|(?:€|\beuro?(?:'?s)?|(?<=\d)euro?(?:'?s)?)$")
_ROUGH = re.compile(
    r"\b(?:ongeveer|circa|ca|plm|rond|zo'n|bijna|ruim|tussen|maximaal|minimaal|minstens|hoogstens"
    r"|about|around|roughly|approximately|approx|between|almost|at (?:most|least))\b|[±~≈<>]"
    r"|\d[^\d.,' ]*(?: ?[-–—/+] ?| (?:tot|a|à|of|en|to|or|and) )\D{0,5}\d"
)
_MINUS = re.compile(r"[-\u2212\u2013] ?[€\d]")
_LONG_SPACES_IN_NUMBER = re.compile(r"(?<=\d)([.,]) (?=\d{3}(?!\d))")
_UNITS: dict[Per, str] = {
    "hour": r"(?:per |p/|/ ?|an? |in het )?(?:uur|uren|u|hours?|hr?)|hourly",
    "week": r"(?:per |p/|/ ?|a |in de )(?:week|wk|w)|weekly",
    "month": r"(?:per |p/|/ ?|p\.|a |in de |elke )(?:maand|mnd|mth|month|m)|pm|pcm|monthly"
    r"|maandelijks",
    "year": r"(?:per |p/|/ ?|p\.|a |in een |op )(?:jaar|jaarbasis|jr|j|year|yr|annum|a)|pj|pa"
    r"|yearly|annually|jaarlijks",
}
_TAXES: dict[Tax, str] = {
    "before": r"bruto|gross|voor belasting(?:en)?|vóór belasting(?:en)?|before tax(?:es)?",
    "after": r"netto|net|na belasting(?:en)?|after tax(?:es)?",
}
_END = r"(?:\b|(?<=[\d€=-])) ?(?:{words})\.?$"
_UNIT_ENDS: dict[Per, re.Pattern[str]] = {
    per: re.compile(_END.format(words=words)) for per, words in _UNITS.items()
}
_TAX_ENDS: dict[Tax, re.Pattern[str]] = {
    tax: re.compile(_END.format(words=words)) for tax, words in _TAXES.items()
}
_TAX_FIRST = re.compile(r"^(bruto|gross|netto|net):? (.+)")
_LIKE_ASCII = str.maketrans("’‘´`′ʼ＇٬，．٫＋－／", "''''''''" + ",.,+-/")


def read_amount(text: str) -> Typed:
    """An amount in euro, written the Dutch or the English way, and what it says it is per.

    Three digits after a single point or comma are thousands: an amount has at most two
    decimals, so 1.250 and 1,250 are both twelve hundred and fifty. The other way round an income
    would be read a thousand times too low.

    >>> [str(read_amount(text).amount) for text in ("1.250,50", "1,250.50", "1250,5", "24,5k")]
    ['1250.50', '1250.50', '1250.5', '24500']
    >>> [str(read_amount(text).amount) for text in ("€ 1 250", "1.250", "1,250", "€1.250,-")]
    ['1250', '1250', '1250', '1250']
    >>> read_amount("2.000 per maand").per, read_amount("EUR 24500 a year").per
    ('month', 'year')
    >>> read_amount("24.500 bruto per jaar")
    Typed(amount=Decimal('24500'), per='year', tax='before')
    >>> read_amount("1.250.50")
    Traceback (most recent call last):
    smi_core.reading.UnreadableAmount: cannot be read: not_a_number

    Raises:
        UnreadableAmount: if it is no amount, is negative, has more than two decimals or more
            than twelve digits before them, or can be read in two ways.
    """
    cleaned, per, tax = _without_words(_cleaned(text))
    cleaned = _without_euro(cleaned)
    if thousands := _IN_THOUSANDS.fullmatch(cleaned):
        return Typed((_read(thousands[1], _NUMBER) * 1000).quantize(Decimal(1)), per, tax)
    return Typed(_read(_NO_CENTS.sub("", cleaned), _AMOUNT), per, tax)


def read_number(text: str) -> Typed:
    """A number with at most two decimals after a point or a comma, such as hours or a price.

    There are no thousands here: 1.250 is refused, for it can be read in two ways. So is a price
    per hour of 8,460: rounding it is not for us, and it is not eight thousand.

    >>> [str(read_number(text).amount) for text in ("18,33", "18.33 uur", "€ 9,20 p/u", "40")]
    ['18.33', '18.33', '9.20', '40']
    >>> read_number("1.250")
    Traceback (most recent call last):
    smi_core.reading.UnreadableAmount: cannot be read: too_precise

    Raises:
        UnreadableAmount: if it is no number, is negative, or has more than two decimals.
    """
    cleaned, per, tax = _without_words(_cleaned(text))
    return Typed(_read(_NO_CENTS.sub("", _without_euro(cleaned)), _NUMBER), per, tax)


def stated_period(text: str) -> Per | None:
    """What a text itself says its amount is per; None if it does not, or cannot be read.

    >>> stated_period("2.000 per maand"), stated_period("2.000")
    ('month', None)
    """
    try:
        return read_amount(text).per
    except UnreadableAmount:
        return None


def plain_characters(text: str) -> str:
    r"""The text with the digits and spaces of any script in their plain form.

    Signs that nobody sees, as copying from a bank or a phone brings them, are left out.

    >>> plain_characters("２４\u00a0５００"), plain_characters("٢٤")
    ('24 500', '24')
    """
    seen = (c for c in text if unicodedata.category(c) != "Cf")
    digits = "".join(str(unicodedata.decimal(c, c)) for c in seen)
    return " ".join(digits.translate(_LIKE_ASCII).split())


def _cleaned(text: str) -> str:
    shown = _LONG_SPACES_IN_NUMBER.sub(r"\1", plain_characters(text).casefold())
    return shown.rstrip("!;:., ")


def _without_words(text: str) -> tuple[str, Per | None, Tax | None]:
    """The text before "per month", "gross" and the like, and what these say.

    Of "18 hours a week" it is the week that counts.
    """
    text, last = _without_ends(_TAX_FIRST.sub(r"\2 \1", text), _TAX_ENDS)
    text, found = _without_ends(text, _UNIT_ENDS)
    text, first = _without_ends(text, _TAX_ENDS)
    periods: list[Per] = [per for per in found if per != "hour"]
    taxes = last + first
    if len(periods) > 1 or len(taxes) > 1:
        raise UnreadableAmount(Unreadable.NOT_A_NUMBER)
    counted: list[Per] = periods or found
    return text, counted[0] if counted else None, taxes[0] if taxes else None


def _without_ends(text: str, ends: Mapping[Said, re.Pattern[str]]) -> tuple[str, list[Said]]:
    """The text before everything of a kind that it ends in, and what that says."""
    found: list[Said] = []
    while end := _end_of(text, ends):
        found.append(end[0])
        text = text[: end[1]].strip()
    return text, found


def _end_of(text: str, ends: Mapping[Said, re.Pattern[str]]) -> tuple[Said, int] | None:
    """What a text ends in, and where that begins."""
    for said, pattern in ends.items():
        if end := pattern.search(text):
            return said, end.start()
    return None


def _without_euro(text: str) -> str:
    return _EURO.sub("", text, count=1).strip()


def _read(cleaned: str, pattern: re.Pattern[str]) -> Decimal:
    if not pattern.fullmatch(cleaned):
        raise UnreadableAmount(_reason(cleaned))
    decimals = _DECIMALS.search(cleaned)
    whole = cleaned[: decimals.start()] if decimals else cleaned
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{decimals[1]}" if decimals else digits)


def _reason(cleaned: str) -> Unreadable:
    if _MINUS.match(cleaned):
        return Unreadable.NEGATIVE
    if _TOO_MANY_DECIMALS.fullmatch(cleaned):
        return Unreadable.TOO_PRECISE
    if _ROUGH.search(cleaned):
        return Unreadable.ROUGH
    return Unreadable.NOT_A_NUMBER
