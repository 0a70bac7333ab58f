"""Languages that say a part of the wizard: a file each in content/languages.

Such a file gives each sentence with the Dutch one that it translates. The Dutch sentence is the key
on purpose: who changes the Dutch has no old translation left over that now says something else, and
what municipalities share is translated once. A sentence that is not there is said in Dutch.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from smi_core.base import Frozen
from smi_core.words import Language

Covers = Literal["check"]
"""Up to where a language goes: `check` is from the first page to the answer page."""


class Partial(Frozen):
    """A language that says a part.

    Attributes:
        name: what it is called in itself.
        note: what stands between brackets behind the name; empty if there is nothing to say.
        unreviewed: that nobody has checked this translation; empty if somebody has.
        only_dutch: that this screen is in Dutch, for the screens it does not cover.
        sentences: each by the Dutch that it translates.
    """

    code: Language
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    covers: Covers
    note: str = ""
    unreviewed: str = ""
    only_dutch: str
    sentences: Mapping[str, str]


class Choice(Frozen):
    """A language as it is offered, in its own words; `note` is empty, or says what to expect."""

    code: Language
    name: str
    note: str = ""

    def label(self) -> str:
        """The name, with what to expect between brackets."""
        return f"{self.name} ({self.note})" if self.note else self.name


def add_others(part: Any, partials: Iterable[Partial]) -> Any:
    """What stands in a content file, with the other languages beside Dutch and English."""
    if isinstance(part, list):
        return [add_others(value, partials) for value in part]
    if not isinstance(part, dict):
        return part
    if isinstance(part.get("nl"), str) and "en" in part:
        others = [(one.code, one.sentences.get(part["nl"])) for one in partials]
        return {**part, "others": tuple(pair for pair in others if pair[1])}
    return {key: add_others(value, partials) for key, value in part.items()}
