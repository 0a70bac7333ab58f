"""Sentences that people read, in the languages of the wizard."""

from pydantic import model_serializer

from smi_core.base import Frozen

Language = str
"""The code of a language, as in the `lang` of a page: "nl", "en", or one with a file of its own
in content/languages."""
LANGUAGES: tuple[Language, ...] = ("nl", "en")
"""The languages that every sentence is written in. All others say a part; see languages.py."""


class Words(Frozen):
    """One sentence or a few. Dutch or English left out does not load.

    Attributes:
        others: the same in the languages that say a part, each with its code; filled in when
            the content is read.
    """

    nl: str
    en: str
    others: tuple[tuple[Language, str], ...] = ()

    def said_in(self, language: Language) -> str:
        """The words in one language; in Dutch if it does not have them."""
        return self._by_language().get(language, self.nl)

    def versions(self) -> tuple[str, ...]:
        """The words in every language that has them."""
        return tuple(self._by_language().values())

    def about(self, language: Language, municipality: "Words") -> str:
        """The words in one language, with the name of the municipality where it belongs."""
        return self.said_in(language).replace("{gemeente}", municipality.said_in(language))

    @model_serializer
    def _by_language(self) -> dict[Language, str]:
        return {"nl": self.nl, "en": self.en, **dict(self.others)}
