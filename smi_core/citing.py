"""The words a rule rests on: topics, sources and quotes."""

from datetime import date
from typing import Literal, get_args

from smi_core.base import Frozen
from smi_core.rules import Requirement
from smi_core.words import Words

Topic = Literal[
    "residence", "registration", "age_or_school", "separated_parents",
    "kot", "other_provisions", "medical_day_nursery", "care_leave", "own_network", "own_care",
    "grounds", "need", "help", "register", "care_types", "cap",
    "lead_time", "retroactive", "decision_term", "completion", "duration", "extension",
    "contribution_method", "income_meant", "zero_contribution", "maximum_rate",
    "payment", "papers", "channel", "duties", "objection", "hardship", "contact",
]  # fmt: skip
"""What a scheme can be about: a closed list, so that silence shows (HOUSE 15.5)."""

TOPICS: tuple[Topic, ...] = get_args(Topic)

Status = Literal["stated", "ambiguous", "unstated"]

Certainty = Literal["stated", "assumed", "ambiguous"]


class Source(Frozen):
    """A text we rely on, and the copy that its quotes are checked against."""

    title: str
    url: str
    read_on: date
    kept_as: str


class Citation(Frozen):
    """Where a rule stands. The quote must occur, word for word, in the kept copy."""

    source: str
    place: str
    quote: str


class Statement(Frozen):
    """Something the municipality says that is good to know, in plain words.

    Attributes:
        ref: the id it has in the study of the text.
        when: for whom it is shown; None for everybody.
        at_end: it warns who is about to hand in, so that it stands on the last page.
    """

    id: str
    ref: str
    topic: Topic
    text: Words
    when: Requirement | None = None
    at_end: bool = False
    cite: Citation
