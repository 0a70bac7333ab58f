"""Passphrases that a person writes down, reads over the telephone, and types again later."""

import re
import secrets
import unicodedata

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No i, l, o, 0 or 1: they are taken for each other."""
GROUPS, OF = 4, 4
LEAST = 10
"""Characters of a passphrase that somebody chose. Ours has more."""
_OURS = re.compile(f"[{LETTERS}]{{{GROUPS * OF}}}")


def new_passphrase() -> str:
    """Four groups of four, which is 79 bits: nobody guesses that, whatever they try."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(OF)) for _ in range(GROUPS))


def as_meant(typed: str) -> str:
    """A passphrase as it counts. One of ours may be typed with capitals, with or without hyphens.

    One that somebody chose is taken as it is, but for spaces around it and two ways to write the
    same letter.

    >>> as_meant("ABCD efgh-jkmn–pqrs ")
    'abcd-efgh-jkmn-pqrs'
    >>> as_meant(" Een hele Zin ")
    'Een hele Zin'
    """
    text = unicodedata.normalize("NFKC", typed)
    bare = re.sub(r"[\W_]+", "", text).lower()
    if not _OURS.fullmatch(bare):
        return text.strip()
    return "-".join(bare[at : at + OF] for at in range(0, len(bare), OF))


def is_long_enough(typed: str) -> bool:
    """Whether a passphrase that somebody chose can keep others out."""
    return len(as_meant(typed)) >= LEAST
