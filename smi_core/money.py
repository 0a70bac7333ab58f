"""Rounding and writing amounts in euro, and plain numbers such as hours."""

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from smi_core.words import Language


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


def glued(text: str) -> str:
    """A text in which no line ends between a euro sign and its amount."""
    return text.replace("€ ", "€\u00a0")


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


def _with_euro_sign(number: str, lang: Language) -> str:
    return f"€{number}" if lang == "en" else f"€ {number}"
