"""The shape of a municipality's file: one scheme, with the words every rule rests on."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, get_args

from pydantic import Field, model_validator

from smi_core.base import Frozen
from smi_core.national import CareType
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
About = Literal["household", "child"]
OnFail = Literal["unmet", "assess", "partial", "notice"]


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
    """

    id: str
    ref: str
    topic: Topic
    text: Words
    when: Requirement | None = None
    cite: Citation


class Condition(Frozen):
    """A condition for the contribution.

    Attributes:
        requires: what the answers must say. None if no answer can show it.
        assess_if: answers with which the municipality must judge, although nothing fails.
        on_fail: what failing means; `partial` and `assess` are for the municipality to judge,
            `notice` is shown and weighs nothing.
        need: an assessor must always establish this; it is listed, and does not weigh.
        decided_by: who judges, if that is another than the assessor of the scheme.
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
    cite: Citation


class Channel(Frozen):
    """How an application is handed in. We never send it ourselves."""

    kind: Literal["email", "digid_form", "paper_form", "unknown"]
    text: Words
    address: str = ""
    ref: str
    cite: Citation


class LeadTime(Frozen):
    """An application must come in this many weeks before the care starts."""

    weeks: int
    text: Words
    ref: str
    cite: Citation
    exception: Citation | None = None


class DecisionTerm(Frozen):
    """How long a decision may take.

    Attributes:
        starts_at: the day the weeks count from.
        about: "circa": an indication, so no date is shown.
        extension_weeks: how much longer once; None if the text names an extension without a
            length, 0 if it names none.
    """

    weeks: int
    starts_at: Literal["receipt", "complete"]
    about: bool = False
    extension_weeks: int | None = 0
    text: Words
    ref: str
    cite: Citation
    extension_cite: Citation | None = None


class Completion(Frozen):
    """What happens with an incomplete application: so many weeks, or it is left aside (None)."""

    weeks: int | None
    text: Words
    ref: str
    cite: Citation


class Retroactive(Frozen):
    """Whether care before the decision is paid."""

    rule: Literal["never", "from_start_of_care"]
    text: Words
    ref: str
    cite: Citation


class Duration(Frozen):
    """How long an award lasts at most."""

    months: int
    text: Words
    ref: str
    cite: Citation


class Extension(Frozen):
    """How it goes on after the award ends. `times` and `months` are None if not limited."""

    mode: Literal["extend", "reapply", "reassess"]
    times: int | None = None
    months: int | None = None
    text: Words
    ref: str
    cite: Citation


class Terms(Frozen):
    """The times that count. What the text does not say is None."""

    lead_time: LeadTime | None = None
    decision: DecisionTerm | None = None
    completion: Completion | None = None
    retroactive: Retroactive | None = None
    duration: Duration | None = None
    extension: Extension | None = None


class Cap(Frozen):
    """The most care that is paid for a child, by kind of care."""

    care: tuple[CareType, ...]
    at_most: Decimal
    unit: Literal["half_day", "day", "hour"]
    text: Words
    change: Words
    ref: str
    cite: Citation


class KotTable(Frozen):
    """The parent pays what a parent with kinderopvangtoeslag would pay."""

    kind: Literal["kot_table"]
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation

    @model_validator(mode="after")
    def _an_assumption_is_explained(self) -> "KotTable":
        if self.certainty != "stated" and self.note is None:
            raise ValueError("an assumed calculation needs a `note` for the parent")
        return self


class FlatPercentage(Frozen):
    """The parent pays a fixed percentage of the price, up to the maximum rate."""

    kind: Literal["flat_percentage"]
    parent_pays: Decimal
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation


class NothingToPay(Frozen):
    """The municipality pays all of it, up to the maximum rate."""

    kind: Literal["nothing_to_pay"]
    certainty: Certainty
    note: Words | None = None
    ref: str
    cite: Citation


class NotPublished(Frozen):
    """The municipality does not say how it calculates; we show no amount."""

    kind: Literal["not_published"]
    note: Words
    ref: str
    cite: Citation


Method = Annotated[
    KotTable | FlatPercentage | NothingToPay | NotPublished, Field(discriminator="kind")
]


class BelowNorm(Frozen):
    """Nothing to pay with a net income strictly below a percentage of the bijstandsnorm.

    Attributes:
        excess: whether that covers the price above the maximum rate; `either` if not stated.
    """

    kind: Literal["below_norm"]
    percent: Decimal
    excess: Literal["covered", "either"] = "either"
    note: Words
    ref: str
    cite: Citation


class LowestLocalClass(Frozen):
    """Nothing to pay in the lowest class of a local decree.

    Attributes:
        note: says that the threshold is not in the text, and where to ask.
        threshold: euro per year, by year; empty as long as nobody has seen the decree.
        excess: whether that covers the price above the maximum rate; `either` if not stated.
    """

    kind: Literal["lowest_local_class"]
    note: Words
    threshold: dict[int, Decimal] = {}
    excess: Literal["covered", "either"] = "covered"
    ref: str
    cite: Citation


Exemption = Annotated[BelowNorm | LowestLocalClass, Field(discriminator="kind")]


class Excess(Frozen):
    """Who pays the part of the price above the maximum rate.

    Attributes:
        paid_by: `either` when the text allows both readings: then the estimate is a range.
        certainty: `assumed` when the text does not say it.
    """

    paid_by: Literal["parent", "municipality", "either"]
    certainty: Certainty
    note: Words
    ref: str
    cite: Citation | None = None


class IncomeMeant(Frozen):
    """Which income counts.

    Attributes:
        basis: the income on the `statement`, or the `current` one when it has changed.
    """

    basis: Literal["statement", "current"]
    text: Words
    ref: str
    cite: Citation


class Contribution(Frozen):
    """How the own contribution is worked out.

    Attributes:
        never_zero: the words that say there is always something to pay.
    """

    method: Method
    exemption: Exemption | None = None
    never_zero: Statement | None = None
    excess: Excess
    income: IncomeMeant | None = None


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
        assessor: who establishes the need, as read in "… kijkt of opvang nodig is".
        need_moment: whether that comes before or after the application.
        first_step: what to do before anything else.
        stale: why the text may no longer hold; shown on every page and in the pack.
        advice: what to know and do, in the order it is read.
    """

    municipality: Words
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
