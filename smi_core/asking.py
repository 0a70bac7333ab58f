"""What a municipality wants somebody else to write: the shape of the request for a letter."""

from typing import Literal

from smi_core.base import Frozen
from smi_core.citing import Citation
from smi_core.words import Words

LetterId = Literal["professional", "provider", "employer", "income"]
"""To whom a letter goes: who treats the parent, the childcare, the employer, the tax office."""


class Asked(Frozen):
    """One thing that is asked of who gets the letter.

    Attributes:
        text: a line in a list, in the words of the parent who writes.
        cite: the words of the municipality; None if it is our advice. A letter to somebody who
            treats the parent says which is which.
    """

    text: Words
    cite: Citation | None = None


class LetterAsked(Frozen):
    """The letter with which a parent gets a paper. Papers with the same `to` share one letter.

    Attributes:
        addressee: who gets it, where that is one body; None if the parent knows.
        subject: what it is about, where that is not what such a letter is always about.
        not_by: whose letter the municipality refuses or doubts.
    """

    to: LetterId
    addressee: Words | None = None
    subject: Words | None = None
    ask: tuple[Asked, ...] = ()
    not_by: Words | None = None
