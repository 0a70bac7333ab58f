"""Reading dates as people type them, and writing them in words."""

import re
from datetime import date
from zoneinfo import ZoneInfo

from smi_core.reading import plain_characters
from smi_core.words import Language

HERE = ZoneInfo("Europe/Amsterdam")
"""Where the day of applying is counted, wherever the machine stands."""
MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT = {"mrt": 3, "maa": 3, "sept": 9}
_NAMES = _SHORT | {
    name.casefold()[:end]: number
    for names in MONTHS.values()
    for number, name in enumerate(names, start=1)
    for end in (3, None)
}
FIRST_YEAR = 1900
"""Nobody means a year before it, so that eight digits are read in one way only."""

_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_WEEKDAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? )?"
_ORDERS = (
    rf"(?P<day>\d{{1,2}}) ?[-/. ] ?(?P<month>\d{{1,2}}) ?[-/. ] ?{_YEAR}",
    r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
    r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})",
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:(?:e|ste|de|st|nd|rd|th)\b)?[-/. ]*(?:of )?"
    rf"(?P<name>[a-z]+)[-/., ]*{_YEAR}",
    rf"{_WEEKDAY}(?P<name>[a-z]+)\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
)


def read_day(text: str, on: date, *, is_past: bool) -> date | None:
    """A date as people in the Netherlands write it; None if it cannot be read in one way only.

    The day comes first, or the year; a month first only by its name. A year of two digits is of
    this century, unless the day must be past and then would not be.

    Args:
        text: what was typed.
        on: the day of asking.
        is_past: whether the day is over, as a day of birth is.

    >>> str(read_day("31 dec. '23", date(2026, 3, 2), is_past=True))
    '2023-12-31'
    >>> str(read_day("1-5-90", date(2026, 3, 2), is_past=True))
    '1990-05-01'
    >>> str(read_day("1/6/26", date(2026, 3, 2), is_past=False))
    '2026-06-01'
    >>> read_day("12/31/2023", date(2026, 3, 2), is_past=True) is None
    True
    """
    typed = plain_characters(text).casefold().strip(" .,")
    for order in _ORDERS:
        if found := re.fullmatch(order, typed, re.ASCII):
            day = _day(found.groupdict(), on, is_past=is_past)
            if day is not None:
                return day
    return None


def in_words(day: date, language: Language = "nl") -> str:
    """A date with the name of its month, where we know that name; else in digits.

    >>> in_words(date(2024, 5, 1)), in_words(date(2024, 5, 1), "en")
    ('1 mei 2024', '1 May 2024')
    """
    names = MONTHS.get(language)
    return f"{day.day} {names[day.month - 1]} {day.year}" if names else f"{day:%d-%m-%Y}"


def _day(parts: dict[str, str], on: date, *, is_past: bool) -> date | None:
    month = _NAMES.get(parts["name"]) if "name" in parts else int(parts["month"])
    year = int(parts["year"].lstrip("'"))
    century = on.year // 100 * 100
    centuries = (0,) if len(parts["year"]) == 4 else (century, century - 100)
    days = [_real(start + year, month, int(parts["day"])) for start in centuries]
    return next((d for d in days if d and not (is_past and len(days) > 1 and d > on)), None)


def _real(year: int, month: int | None, day: int) -> date | None:
    """The date, if there is one such."""
    if month is None or year < FIRST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
