"""Requirements as data, and `judge`, which says what they come to and why.

A requirement names a fact: an answer somebody gave, or something derived from answers.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Annotated, Any, NamedTuple

from pydantic import Discriminator, Tag

from smi_core.base import Frozen
from smi_core.truth import Truth, all_of, any_of

UNSURE_ANSWER = "onbekend"
"""The answer "weet ik niet": it decides nothing, and a rule may ask for it by name."""


class Band(Frozen):
    """A number of which only the bounds are known; both may be it, and there may be no upper."""

    low: Decimal
    high: Decimal | None


Value = str | int | Decimal | date | Band | tuple[str, ...]


class Reading(NamedTuple):
    """What a fact comes to now.

    Attributes:
        value: the value, or OPEN (not answered yet) or UNSURE ("weet ik niet").
        rests_on: the questions it was worked out from, or waits for.
    """

    value: Value | Truth
    rests_on: tuple[str, ...]


Look = Callable[[str], Reading]
"""How a rule looks at a fact: by its name."""


class Equals(Frozen):
    """The fact is this value; a fact with several values has it among them."""

    fact: str
    equals: str


class OneOf(Frozen):
    """The fact is one of these values; a fact with several values has at least one of them."""

    fact: str
    one_of: tuple[str, ...]


class Below(Frozen):
    """The number is less than this; the limit itself is not below it."""

    fact: str
    below: Decimal


class AtMost(Frozen):
    """The number is this or less."""

    fact: str
    at_most: Decimal


class AtLeast(Frozen):
    """The number is this or more."""

    fact: str
    at_least: Decimal


class AllOf(Frozen):
    """Every part holds."""

    all_of: tuple["Requirement", ...]


class AnyOf(Frozen):
    """At least one part holds."""

    any_of: tuple["Requirement", ...]


RULE_WORDS = {
    "equals": Equals,
    "one_of": OneOf,
    "below": Below,
    "at_most": AtMost,
    "at_least": AtLeast,
    "all_of": AllOf,
    "any_of": AnyOf,
}


def _rule_word(shape: Any) -> str | None:
    fields = shape if isinstance(shape, dict) else getattr(type(shape), "model_fields", ())
    return next((word for word in RULE_WORDS if word in fields), None)


Requirement = Annotated[
    Annotated[Equals, Tag("equals")]
    | Annotated[OneOf, Tag("one_of")]
    | Annotated[Below, Tag("below")]
    | Annotated[AtMost, Tag("at_most")]
    | Annotated[AtLeast, Tag("at_least")]
    | Annotated[AllOf, Tag("all_of")]
    | Annotated[AnyOf, Tag("any_of")],
    Discriminator(
        _rule_word,
        custom_error_type="no_rule_word",
        custom_error_message=(
            "write `fact` with one of equals, one_of, below, at_most, at_least; "
            "or all_of, or any_of"
        ),
    ),
]


class Finding(NamedTuple):
    """What a requirement comes to, and which questions that hangs on.

    Attributes:
        settled_by: the answered questions that decide it. Empty while it is not settled.
        depends_on: the questions that can still decide it. Empty once it is settled.
    """

    truth: Truth
    settled_by: tuple[str, ...] = ()
    depends_on: tuple[str, ...] = ()


def judge(requirement: Requirement, look: Look) -> Finding:
    """Hold a requirement against what is known so far.

    >>> known = lambda name: Reading(value="nee", rests_on=(name,))
    >>> judge(Equals(fact="partner", equals="nee"), known).truth.name
    'YES'
    >>> unsure = lambda name: Reading(value=Truth.UNSURE, rests_on=(name,))
    >>> judge(Equals(fact="partner", equals="nee"), unsure).depends_on
    ('partner',)
    """
    if isinstance(requirement, AllOf):
        return _join(all_of, [judge(part, look) for part in requirement.all_of])
    if isinstance(requirement, AnyOf):
        return _join(any_of, [judge(part, look) for part in requirement.any_of])
    return _hold(requirement, look(requirement.fact))


def facts_in(requirement: Requirement | None) -> tuple[str, ...]:
    """The names of the facts a requirement looks at, in reading order."""
    match requirement:
        case None:
            return ()
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return _unique(facts_in(part) for part in parts)
        case _:
            return (requirement.fact,)


def _hold(test: Equals | OneOf | Below | AtMost | AtLeast, reading: Reading) -> Finding:
    truth = _compare(test, reading.value)
    if truth is Truth.YES or truth is Truth.NO:
        return Finding(truth=truth, settled_by=reading.rests_on)
    return Finding(truth=truth, depends_on=reading.rests_on)


def _compare(test: Equals | OneOf | Below | AtMost | AtLeast, value: Any) -> Truth:
    if isinstance(value, Truth):
        is_wanted = value is Truth.UNSURE and UNSURE_ANSWER in wanted_values(test)
        return Truth.YES if is_wanted else value
    if isinstance(value, Band):
        return _compare_band(test, value)
    match test:
        case Equals() | OneOf():
            wanted = wanted_values(test)
            several = isinstance(value, tuple)
            holds = any(one in wanted for one in value) if several else value in wanted
        case Below(below=limit):
            holds = value < limit
        case AtMost(at_most=limit):
            holds = value <= limit
        case AtLeast(at_least=limit):
            holds = value >= limit
    return Truth.YES if holds else Truth.NO


def _compare_band(test: Equals | OneOf | Below | AtMost | AtLeast, band: Band) -> Truth:
    """YES or NO if that holds wherever in the band the number lies, else UNSURE."""
    low = _compare(test, band.low)
    high = _compare(test, Decimal("Infinity") if band.high is None else band.high)
    return low if low is high else Truth.UNSURE


def wanted_values(test: Equals | OneOf | Below | AtMost | AtLeast) -> tuple[str, ...]:
    """The named values that a comparison is looking for; none for a comparison of numbers."""
    if isinstance(test, Equals):
        return (test.equals,)
    return test.one_of if isinstance(test, OneOf) else ()


def _join(logic: Callable[[Iterable[Truth]], Truth], findings: Sequence[Finding]) -> Finding:
    """Join findings; only those that agree with the result explain it."""
    truth = logic(finding.truth for finding in findings)
    deciding = [finding for finding in findings if finding.truth is truth]
    return Finding(
        truth=truth,
        settled_by=_unique(finding.settled_by for finding in deciding),
        depends_on=_unique(finding.depends_on for finding in deciding),
    )


def _unique(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))
