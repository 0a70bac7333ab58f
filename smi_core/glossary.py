"""Official words that a text uses, and what they mean in plain words."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from smi_core.base import Frozen
from smi_core.words import LANGUAGES, Language, Words


class Term(Frozen):
    """An official word.

    Attributes:
        word: how it is called where it is explained.
        names: what it goes by in a text, in each language that is complete.
        told_by: words that show that a text itself says what it means.
        text: what it means.
    """

    id: str
    word: Words
    names: Mapping[Language, tuple[str, ...]]
    told_by: Mapping[Language, tuple[str, ...]] = {}
    text: Words


def terms_in(texts: Iterable[str], terms: Iterable[Term], language: Language) -> tuple[Term, ...]:
    """The terms that stand in texts which are shown together, and are not explained there.

    A language that says a part keeps the Dutch words, so it is searched for those.
    """
    together, spoken = "\n".join(texts), language if language in LANGUAGES else "nl"
    return tuple(
        term
        for term in terms
        if _holds(together, term.names[spoken])
        and not _holds(together, term.told_by.get(spoken, ()))
    )


def _holds(text: str, names: tuple[str, ...]) -> bool:
    return bool(names) and _any_of(names).search(text) is not None


@cache
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """One of the names as a whole word; "LRK-nummer" has the word LRK."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)
