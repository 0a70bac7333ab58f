"""The shape of a municipality's file: one scheme, with the words every rule rests on."""

from datetime import date
from typing import Literal

from pydantic import model_validator

from smi_core.asking import LetterAsked
from smi_core.base import Frozen
from smi_core.citing import TOPICS, Citation, Source, Statement, Status, Topic
from smi_core.colours import Accent
from smi_core.paying import Cap, Contribution
from smi_core.rules import Requirement
from smi_core.terms import Terms
from smi_core.words import Language, Words

About = Literal["household", "child"]

OnFail = Literal["unmet", "assess", "partial", "notice"]


class Condition(Frozen):
    """A condition for the contribution.

    Attributes:
        requires: what the answers must say. None if no answer can show it.
        assess_if: answers with which the municipality must judge, although nothing fails.
        on_fail: what failing means; `partial` and `assess` are for the municipality to judge,
            `notice` is shown and weighs nothing.
        need: an assessor must always establish this; it is listed, and does not weigh.
        decided_by: who judges, if that is another than the assessor of the scheme.
        alone: the condition in the words for a parent without a partner; None if the same.
        change: what would change it, or how to mend it.
        cite: the words it rests on. None only in a condition about silence.
        also: other places that say the same or more.
    """

    id: str
    ref: str
    topic: Topic
    about: About
    text: Words
    requires: Requirement | None = None
    assess_if: Requirement | None = None
    on_fail: OnFail = "unmet"
    need: bool = False
    decided_by: Words | None = None
    alone: Words | None = None
    change: Words
    cite: Citation | None = None
    also: tuple[Citation, ...] = ()

    @model_validator(mode="after")
    def _can_be_judged(self) -> "Condition":
        if self.requires is None and not self.need:
            raise ValueError(f"condition {self.id!r} needs `requires`, or `need: true`")
        return self


class Paper(Frozen):
    """Something the municipality wants to have or to know.

    Attributes:
        ref: the code it has in the stories of families.
        scheme_ref: the id it has in the study of the text.
        kind: `enclose` a paper, `answer` a question, a `step` to take first, or `later`.
        need: how firmly the text asks for it; `inferred` is our reading, not its words.
        who: who must give it.
        when: for whom; None for everybody.
        about: `child` if each child (with its own care) needs one.
        get: what it is and where to get it.
        refused: what the municipality does not accept instead.
        one_of: papers with the same word here are alternatives of each other.
        letter: the letter with which the parent gets it; None if no letter helps.
        questions: where the parent answers it, if it is an `answer`; one or more.
    """

    id: str
    ref: str
    scheme_ref: str = ""
    kind: Literal["enclose", "answer", "step", "later"]
    need: Literal["required", "recommended", "if_present", "inferred"]
    who: Literal["applicant", "partner", "parents", "professional", "provider"]
    about: About = "household"
    when: Requirement | None = None
    text: Words
    get: Words
    refused: Words | None = None
    recency: Words | None = None
    one_of: str | None = None
    letter: LetterAsked | None = None
    questions: tuple[str, ...] = ()
    cite: Citation

    @model_validator(mode="after")
    def _is_answered_somewhere(self) -> "Paper":
        if (self.kind == "answer") != bool(self.questions):
            raise ValueError(f"paper {self.id!r}: `questions` go with `kind: answer`, and only so")
        return self


class Channel(Frozen):
    """How an application is handed in. We never send it ourselves."""

    kind: Literal["email", "digid_form", "paper_form", "unknown"]
    text: Words
    address: str = ""
    ref: str
    cite: Citation


class FormField(Frozen):
    """A detail that this municipality asks for on the application."""

    question: str
    ref: str
    cite: Citation


class Contact(Frozen):
    """A way to reach the municipality that its text gives."""

    kind: Literal["phone", "email", "office"]
    value: str
    cite: Citation


class InForce(Frozen):
    """From when the text holds; None where the text does not say."""

    since: date | None = None
    until: date | None = None
    note: Words


class Scheme(Frozen):
    """The regulation of one municipality: the whole of its file.

    Attributes:
        now_part_of: for who lives there and knows it by another name; shown where one chooses.
        assessor: who establishes the need, as read in "… kijkt of opvang nodig is".
        need_moment: whether that comes before or after the application.
        first_step: what to do before anything else.
        stale: why the text may no longer hold; shown on every page and in the pack.
        advice: what to know and do, in the order it is read.
        accent: the colour of its pages; None for ours.
    """

    municipality: Words
    now_part_of: Words | None = None
    name: Words
    in_force: InForce
    read_on: date
    stale: Words | None = None
    sources: dict[str, Source]
    assessor: Words
    need_moment: Literal["before", "after"]
    first_step: Statement | None = None
    topics: dict[Topic, Status]
    conditions: tuple[Condition, ...]
    papers: tuple[Paper, ...]
    channel: Channel
    terms: Terms
    caps: tuple[Cap, ...] = ()
    contribution: Contribution
    form: tuple[FormField, ...] = ()
    contacts: tuple[Contact, ...] = ()
    advice: tuple[Statement, ...] = ()
    accent: Accent | None = None

    def name_in_full(self, language: Language) -> str:
        """The municipality, with what it is part of now."""
        town = self.municipality.said_in(language)
        return f"{town} ({self.now_part_of.said_in(language)})" if self.now_part_of else town

    @model_validator(mode="after")
    def _every_topic_is_there(self) -> "Scheme":
        if missing := [topic for topic in TOPICS if topic not in self.topics]:
            raise ValueError(f"topics: say stated, ambiguous or unstated for {', '.join(missing)}")
        return self

    @model_validator(mode="after")
    def _every_rule_has_its_words(self) -> "Scheme":
        if loose := [c.id for c in self.conditions if c.cite is None]:
            raise ValueError(f"conditions without `cite`: {', '.join(loose)}")
        return self


def citations(part: Frozen) -> tuple[Citation, ...]:
    """Every citation in a scheme, or in a part of it, in reading order."""
    if isinstance(part, Citation):
        return (part,)
    return tuple(found for value in dict(part).values() for found in _citations_in(value))


def _citations_in(value: object) -> tuple[Citation, ...]:
    match value:
        case Frozen():
            return citations(value)
        case tuple():
            return tuple(found for item in value for found in _citations_in(item))
        case _:
            return ()
