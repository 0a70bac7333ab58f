"""A password for a pack, to be read over the telephone."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""No i, l, o, 0 or 1: they are taken for each other."""


def new_password() -> str:
    """Four groups of four, which is 79 bits: nobody guesses that, whatever they try."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
