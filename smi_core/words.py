"""Sentences that people read, in the languages of the wizard."""

from typing import Literal

from smi_core.base import Frozen

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")


class Words(Frozen):
    """One sentence or a few, in every language. A language that is left out does not load."""

    nl: str
    en: str

    def said_in(self, language: Language) -> str:
        """The words in one language."""
        return self.nl if language == "nl" else self.en

    def about(self, language: Language, municipality: "Words") -> str:
        """The words in one language, with the name of the municipality where it belongs."""
        return self.said_in(language).replace("{gemeente}", municipality.said_in(language))
