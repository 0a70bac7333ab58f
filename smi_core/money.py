"""Reading, rounding and writing amounts in euro, and plain numbers such as hours."""

import re
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from enum import Enum

from smi_core.words import Language


class Unreadable(Enum):
    """Why a text cannot be read as an amount; the texts have one sentence for each."""

    NOT_A_NUMBER = "not_a_number"
    NEGATIVE = "negative"
    TOO_PRECISE = "too_precise"


class UnreadableAmount(ValueError):
    """A text that cannot be read as an amount or a number in one way only."""

    def __init__(self, reason: Unreadable, text: str) -> None:
        self.reason = reason
        super().__init__(f"cannot read {text!r}: {reason.value}")


# At most twelve digits before the decimals: every sum then stays exact in a Decimal.
_PLAIN = r"\d{1,12}(?:[.,]\d{1,2})?"
_IN_THOUSANDS = "|".join(
    (
        r"[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{1,2})?",
        r"[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,2})?",
        r"[1-9]\d{0,2}(?: \d{3}){1,3}(?:[.,]\d{1,2})?",
    )
)
_NUMBER = re.compile(_PLAIN, re.ASCII)
_AMOUNT = re.compile(f"{_PLAIN}|{_IN_THOUSANDS}", re.ASCII)
_DECIMALS = re.compile(r"[.,](\d{1,2})$", re.ASCII)
_TOO_MANY_DECIMALS = re.compile(r"[\d., ]*[.,]\d{3,}", re.ASCII)
_EURO_SIGN = re.compile(r"^(?:€|euro?)|(?:€|euro?)$", re.IGNORECASE)
_NO_CENTS = re.compile(r"(?<=\d)[.,](?:-{1,2}|=)$", re.ASCII)


def parse_euro(text: str) -> Decimal:
    """An amount in euro, as people in the Netherlands write it, the Dutch or the English way.

    Three digits after a single point or comma are thousands: an amount has at most two
    decimals, so 1.250 and 1,250 are both twelve hundred and fifty.

    >>> [str(parse_euro(text)) for text in ("1.250,50", "1,250.50", "1250.50", "1250,5")]
    ['1250.50', '1250.50', '1250.50', '1250.5']
    >>> [str(parse_euro(text)) for text in ("€ 1 250", "1.250", "1,250", "€1.250,-", "1.25")]
    ['1250', '1250', '1250', '1250', '1.25']
    >>> parse_euro("1.250.50")
    Traceback (most recent call last):
    smi_core.money.UnreadableAmount: cannot read '1.250.50': not_a_number

    Raises:
        UnreadableAmount: if it is no amount, is negative, has more than two decimals or more
            than twelve digits before them, or can be read in two ways.
    """
    return _read(_NO_CENTS.sub("", _without_euro_sign(text)), _AMOUNT, text)


def parse_number(text: str) -> Decimal:
    """A number with at most two decimals after a point or a comma, such as hours per week.

    There are no thousands here: 1.250 is refused, for it can be read in two ways.

    >>> [str(parse_number(text)) for text in ("18,33", "18.33", "40")]
    ['18.33', '18.33', '40']
    >>> parse_number("1.250")
    Traceback (most recent call last):
    smi_core.money.UnreadableAmount: cannot read '1.250': too_precise

    Raises:
        UnreadableAmount: if it is no number, is negative, or has more than two decimals.
    """
    return _read(_plain_spaces(text), _NUMBER, text)


def round_to_cents(amount: Decimal) -> Decimal:
    """Euro with two decimals; half a cent goes up.

    >>> round_to_cents(Decimal("0.345"))
    Decimal('0.35')
    """
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def floor_to_euro(amount: Decimal) -> int:
    """Whole euro, rounded down, as Dienst Toeslagen does with an amount per month.

    >>> floor_to_euro(Decimal("227.99"))
    227
    """
    return int(amount.to_integral_value(ROUND_FLOOR))


def format_euro(amount: Decimal | int, lang: Language = "nl") -> str:
    """An amount with its cents; half a cent goes up.

    >>> format_euro(Decimal("1250.5")), format_euro(Decimal("1250.5"), "en")
    ('€ 1.250,50', '€1,250.50')
    """
    return _with_euro_sign(format_number(amount, lang, decimals=2), lang)


def format_whole_euro(amount: Decimal | int, lang: Language = "nl") -> str:
    """An amount in whole euro; half a euro goes up.

    >>> format_whole_euro(Decimal("1250.50")), format_whole_euro(1250, "en")
    ('€ 1.251', '€1,250')
    """
    return _with_euro_sign(format_number(amount, lang, decimals=0), lang)


def format_number(number: Decimal | int, lang: Language = "nl", decimals: int | None = None) -> str:
    """A number with thousands and decimals as the language writes them; a half goes up.

    Args:
        number: what to write.
        lang: the language it is written in.
        decimals: how many decimals to write. None means two, less the zeros at the end.

    >>> format_number(Decimal("18.330")), format_number(Decimal("40.00"))
    ('18,33', '40')
    >>> format_number(Decimal("96.0"), decimals=1), format_number(1250, "en")
    ('96,0', '1,250')
    """
    exponent = Decimal(1).scaleb(-2 if decimals is None else -decimals)
    english = f"{Decimal(number).quantize(exponent, ROUND_HALF_UP):,f}"
    if decimals is None:
        english = english.rstrip("0").rstrip(".")
    return english if lang == "en" else english.translate(str.maketrans(",.", ".,"))


def _read(cleaned: str, pattern: re.Pattern[str], text: str) -> Decimal:
    if not pattern.fullmatch(cleaned):
        raise UnreadableAmount(_reason(cleaned), text)
    decimals = _DECIMALS.search(cleaned)
    whole = cleaned[: decimals.start()] if decimals else cleaned
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{decimals[1]}" if decimals else digits)


def _reason(cleaned: str) -> Unreadable:
    if re.match(r"[-\u2212\u2013] ?[€\d]", cleaned):
        return Unreadable.NEGATIVE
    if _TOO_MANY_DECIMALS.fullmatch(cleaned):
        return Unreadable.TOO_PRECISE
    return Unreadable.NOT_A_NUMBER


def _plain_spaces(text: str) -> str:
    return " ".join(text.split())


def _without_euro_sign(text: str) -> str:
    return _EURO_SIGN.sub("", _plain_spaces(text), count=1).strip()


def _with_euro_sign(number: str, lang: Language) -> str:
    return f"€{number}" if lang == "en" else f"€ {number}"
