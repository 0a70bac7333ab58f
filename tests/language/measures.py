"""Measures of how plain a text is. Each is small on purpose, and has its examples in the tests."""

import re
from typing import NamedTuple

from tests.language.reading import sentences_in, words_in


class Formula(NamedTuple):
    """Flesch's formula in the version for one language, and how its syllables are counted.

    Attributes:
        base, per_sentence, per_word: Flesch (1948) for English; Douma (1960) for Dutch.
        vowels: what one syllable is told by.
        silent: what is written as a syllable and not said.
    """

    base: float
    per_sentence: float
    per_word: float
    vowels: re.Pattern[str]
    silent: re.Pattern[str]


FORMULAS = {
    "nl": Formula(
        base=206.84,
        per_sentence=0.93,
        per_word=77,
        # Vowels in a row are one sound, except after "i" in "sociaal" and at a diaeresis.
        vowels=re.compile(r"ij|i(?=[aou])|u(?=a)|[aeiouyáéíóúàèêô]+|[äëïöü]", re.IGNORECASE),
        silent=re.compile(r"(?!)"),
    ),
    "en": Formula(
        base=206.835,
        per_sentence=1.015,
        per_word=84.6,
        vowels=re.compile(r"[aeiouy]+", re.IGNORECASE),
        silent=re.compile(r"(?<=[aeiouy])[^aeiouy\W]*(?<![dt])ed$|(?<![l])e$|es$", re.IGNORECASE),
    ),
}


def syllables(language: str, word: str) -> int:
    """About how many syllables a word has: its groups of vowels, never less than one."""
    formula = FORMULAS[language]
    return max(1, len(formula.vowels.findall(formula.silent.sub("", word))))


def reading_ease(language: str, text: str) -> float:
    """Flesch's reading ease: from 0 (very hard) to 100 (very easy)."""
    formula, words = FORMULAS[language], words_in(text)
    spoken = sum(syllables(language, word) for word in words)
    sentences = [one for one in sentences_in(text) if words_in(one)]
    return (
        formula.base
        - formula.per_sentence * len(words) / len(sentences)
        - formula.per_word * spoken / len(words)
    )
