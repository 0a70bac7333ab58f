"""The verdict: every condition with its finding, and the outlook for each child and the family."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Literal, NamedTuple, get_args

from smi_core.national import CareType
from smi_core.paying import CAP_FACTS, Cap
from smi_core.questions import PARTS_OF, PartOf
from smi_core.rules import AnyOf, AtMost, Finding, Look, OneOf, judge
from smi_core.scheme import Condition, Scheme
from smi_core.truth import Truth

Part = Literal["certain", "municipality", "not_known"]
"""The three honest parts of an outcome."""
PARTS: tuple[Part, ...] = ("certain", "municipality", "not_known")


class Result(Enum):
    """What a condition comes to."""

    MET = "met"
    UNMET = "unmet"
    ASSESS = "assess"
    UNKNOWN = "unknown"


class Outlook(Enum):
    """The sum of the findings. Never a decision: that is the municipality's."""

    LIKELY = "likely"
    UNLIKELY = "unlikely"
    ASSESS = "assess"
    INCOMPLETE = "incomplete"


class Assessment(NamedTuple):
    """One condition, held against one family or one child.

    Attributes:
        child: the place of the child, from 0; None for the household.
        part: where it is listed.
        weighs: whether it counts for the outlook.
        is_silence: the text does not speak of it; other texts do.
        settled_by, depends_on: the questions that decide it, or that still can.
        asked_in: the later part of the questions that it waits for; None if it waits for none.
    """

    condition: Condition
    child: int | None
    result: Result
    part: Part
    weighs: bool
    is_silence: bool
    settled_by: tuple[str, ...]
    depends_on: tuple[str, ...]
    asked_in: PartOf | None = None


class Verdict(NamedTuple):
    """All assessments, the outlook of each child, and the one of the family."""

    assessments: tuple[Assessment, ...]
    children: tuple[Outlook, ...]
    family: Outlook

    def of(self, part: Part) -> tuple[Assessment, ...]:
        """The assessments that are listed in one of the three parts."""
        return tuple(a for a in self.assessments if a.part == part)


def conditions_of(scheme: Scheme, silence: Iterable[Condition]) -> tuple[Condition, ...]:
    """All conditions a family is held against: stated, capped, and on what the text is silent."""
    quiet = tuple(c for c in silence if scheme.topics[c.topic] == "unstated")
    return (*scheme.conditions, *(_as_condition(cap) for cap in scheme.caps), *quiet)


def assess(
    conditions: Sequence[Condition],
    household: Look,
    children: Sequence[Look],
    later: Mapping[str, PartOf],
) -> Verdict:
    """Hold every condition against the household, or against each child.

    Args:
        conditions: those of the municipality.
        household: what is known of the household.
        children: what is known of each child.
        later: the questions that are not to be asked yet, with their part. What only waits for
            those does not weigh: nobody can be blamed for what was not asked.
    """
    found = tuple(
        _put_off(_assess(condition, child, look), later)
        for condition in conditions
        for child, look in _looks(condition, household, children)
    )
    outlooks = tuple(_outlook(_weighing(found, child)) for child in range(len(children)))
    return Verdict(assessments=found, children=outlooks, family=family_outlook(outlooks))


def family_outlook(children: Sequence[Outlook]) -> Outlook:
    """One outlook for the family: what all children share; else the municipality must judge.

    A child that is unlikely does not take the others along: the family can apply for those.
    """
    if len(set(children)) == 1:
        return children[0]
    return Outlook.INCOMPLETE if Outlook.INCOMPLETE in children else Outlook.ASSESS


def _looks(
    condition: Condition, household: Look, children: Sequence[Look]
) -> Iterable[tuple[int | None, Look]]:
    return ((None, household),) if condition.about == "household" else enumerate(children)


def _assess(condition: Condition, child: int | None, look: Look) -> Assessment:
    result, part, weighs, waits_for, settled = _judge(condition, look)
    return Assessment(
        condition=condition,
        child=child,
        result=result,
        part=part,
        weighs=weighs and condition.on_fail != "notice",
        is_silence=condition.cite is None,
        settled_by=settled,
        depends_on=waits_for,
    )


def _put_off(found: Assessment, later: Mapping[str, PartOf]) -> Assessment:
    if found.result is not Result.UNKNOWN or not later.keys() >= set(found.depends_on):
        return found
    last = max((later[name] for name in found.depends_on), key=PARTS_OF.index)
    return found._replace(weighs=False, asked_in=last)


Judged = tuple[Result, Part, bool, tuple[str, ...], tuple[str, ...]]


def _judge(condition: Condition, look: Look) -> Judged:
    """Result, part, whether it weighs, what it waits for, and what settled it."""
    if condition.requires is None:
        return Result.ASSESS, "municipality", False, (), ()
    required = judge(condition.requires, look)
    match required.truth:
        case Truth.NO:
            return _failed(condition, required.settled_by)
        case Truth.YES:
            return _doubted(condition, look) or _passed(condition, required.settled_by)
        case _:
            return _unsettled(required)


def _doubted(condition: Condition, look: Look) -> Judged | None:
    """What holds if the municipality must judge although nothing fails; None if it need not."""
    if condition.assess_if is None:
        return None
    doubt = judge(condition.assess_if, look)
    match doubt.truth:
        case Truth.NO:
            return None
        case Truth.YES:
            return Result.ASSESS, "municipality", True, (), doubt.settled_by
        case _:
            return _unsettled(doubt)


def _passed(condition: Condition, settled: tuple[str, ...]) -> Judged:
    if condition.need:
        return Result.ASSESS, "municipality", False, (), settled
    return Result.MET, "certain", True, (), settled


def _failed(condition: Condition, settled: tuple[str, ...]) -> Judged:
    match condition.on_fail:
        case "unmet":
            return Result.UNMET, "certain", True, (), settled
        case "notice":
            return Result.ASSESS, "certain", False, (), settled
        case _:
            return Result.ASSESS, "municipality", True, (), settled


def _unsettled(finding: Finding) -> Judged:
    result = Result.ASSESS if finding.truth is Truth.UNSURE else Result.UNKNOWN
    return result, "not_known", True, finding.depends_on, ()


def _weighing(found: Sequence[Assessment], child: int) -> set[Result]:
    return {a.result for a in found if a.weighs and a.child in (None, child)}


def _outlook(results: set[Result]) -> Outlook:
    for result, outlook in (
        (Result.UNMET, Outlook.UNLIKELY),
        (Result.UNKNOWN, Outlook.INCOMPLETE),
        (Result.ASSESS, Outlook.ASSESS),
    ):
        if result in results:
            return outlook
    return Outlook.LIKELY


def _as_condition(cap: Cap) -> Condition:
    others = tuple(care for care in get_args(CareType) if care not in cap.care)
    within = AtMost(fact=CAP_FACTS[cap.unit], at_most=cap.at_most)
    not_this_care = (OneOf(fact="opvangsoort", one_of=others),) if others else ()
    return Condition(
        id=f"hoogstens_{'_'.join(cap.care)}",
        ref=cap.ref,
        topic="cap",
        about="child",
        text=cap.text,
        requires=AnyOf(any_of=(*not_this_care, within)),
        on_fail="notice",
        change=cap.change,
        cite=cap.cite,
    )
