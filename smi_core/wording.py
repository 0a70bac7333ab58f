"""Parts of a case as sentences: the same for pages, pack and command line."""

from decimal import Decimal
from typing import NamedTuple

from smi_core.amounts import Line, Span
from smi_core.case import Case
from smi_core.contribution import Amount, ChildAmount, NoAmount, NoAmountReason
from smi_core.eligibility import PARTS, Assessment, Outlook, Part, Result
from smi_core.money import format_euro, format_number, format_whole_euro
from smi_core.questions import Question, questions_of
from smi_core.texts import Texts


def euro(span: Span, texts: Texts) -> str:
    """An amount to the cent, half up; from low to high if it is not known."""
    low, high = (format_euro(bound, texts.language) for bound in (span.low, span.high))
    return low if low == high else texts.say("range", low=low, high=high)


def whole_euro(span: Span, texts: Texts) -> str:
    """An amount in whole euro, half up, for in large; from low to high if it is not known."""
    low, high = (format_whole_euro(bound, texts.language) for bound in (span.low, span.high))
    return low if low == high else texts.say("range", low=low, high=high)


def number(span: Span, texts: Texts, unit: str = "") -> str:
    """A plain number with at most two decimals; from low to high if it is not known."""
    low, high = (f"{format_number(bound, texts.language)}{unit}" for bound in (span.low, span.high))
    return low if low == high else texts.say("range", low=low, high=high)


def line(one: Line, texts: Texts) -> str:
    """One line of the sum in words."""
    percents = {"share", "own_percent", "norm", "limit"}
    filled = {
        name: whole_euro(span, texts) if name == "income" else euro(span, texts)
        for name, span in one.euro.items()
    }
    for name, span in one.number.items():
        filled[name] = number(span, texts, "%" if name in percents else "")
    for name, word in one.word.items():
        filled[name] = texts.say(f"{name}.{word}") if name in {"care", "column"} else word
    return texts.say(f"line.{one.id}", **filled)


def basis(one: Line, texts: Texts) -> str:
    """What a line of the sum rests on: a source and how sure that is, or our own arithmetic."""
    certainty = texts.say(f"amount.certainty.{one.certainty}")
    if one.source:
        return f"{one.source} ({certainty})"
    return texts.say("amount.arithmetic") if one.certainty == "stated" else certainty


def headline(amount: Amount | NoAmount, texts: Texts) -> str:
    """What the parent pays, in one sentence: whole euro per month first."""
    if isinstance(amount, NoAmount):
        return no_amount(amount.reason, texts)
    if amount.per_month is None:
        return texts.say("amount.per_hour_only", per_hour=euro(amount.per_hour, texts))
    if amount.per_month.high == 0:
        return texts.say("amount.nothing")
    low, high = (
        format_whole_euro(bound, texts.language)
        for bound in (amount.per_month.low, amount.per_month.high)
    )
    if low == high:
        return texts.say("amount.about", per_month=low)
    return texts.say("amount.between", low=low, high=high)


def no_amount(reason: NoAmountReason, texts: Texts) -> str:
    """Why there is no amount."""
    return texts.say(f"no_amount.{reason.value}")


def child_name(case: Case, place: int, texts: Texts) -> str:
    """The child's name, or its number while no name was given."""
    given = case.route.children[place].get("kind_naam")
    return str(given) if given else texts.say("child.name", number=place + 1)


def child_names(case: Case, places: tuple[int, ...], texts: Texts) -> str:
    """The names of some children."""
    return ", ".join(child_name(case, place, texts) for place in places)


def outlook(case: Case, texts: Texts) -> str:
    """The outlook of the family in one sentence."""
    municipality = case.guide.scheme.municipality.said_in(texts.language)
    return texts.say(f"outlook.{case.verdict.family.value}", gemeente=municipality)


class Listed(NamedTuple):
    """A condition as it is listed: once for all children for whom it comes to the same.

    Attributes:
        children: those children, from 0; empty for a condition of the household.
    """

    assessment: Assessment
    children: tuple[int, ...]


def listed(case: Case, part: Part) -> tuple[Listed, ...]:
    """The conditions of one of the three parts; what does not fit comes first."""
    groups: dict[tuple[str, Result], list[Assessment]] = {}
    for assessment in case.verdict.of(part):
        if assessment.condition.on_fail == "notice" and assessment.result is Result.MET:
            continue
        groups.setdefault((assessment.condition.id, assessment.result), []).append(assessment)
    found = [
        Listed(group[0], tuple(a.child for a in group if a.child is not None))
        for group in groups.values()
    ]
    return tuple(sorted(found, key=lambda one: one.assessment.result is Result.MET))


def reasons(case: Case, texts: Texts) -> tuple[str, ...]:
    """The conditions that make the outlook what it is, when it is not likely."""
    telling = (Result.UNMET,) if case.verdict.family is Outlook.UNLIKELY else (Result.ASSESS,)
    found = [one for part in PARTS for one in listed(case, part)]
    return tuple(
        condition(one, case, texts)
        for one in found
        if one.assessment.weighs and one.assessment.result in telling
    )


def condition(one: Listed, case: Case, texts: Texts) -> str:
    """A condition in plain words, with the names where it is not about all children."""
    rule = one.assessment.condition
    is_alone = case.route.household.get("partner") == "nee"
    words = (rule.alone if is_alone else None) or rule.text
    said = words.about(texts.language, case.guide.scheme.municipality)
    if one.assessment.result is not Result.MET:
        said = texts.say("condition.named", text=said)
    if len(one.children) in {0, len(case.route.children)}:
        return said
    return f"{child_names(case, one.children, texts)}: {said}"


def hangs_on(assessment: Assessment, case: Case, texts: Texts) -> str:
    """Which answers settle a condition, or can still settle it; empty if none do."""
    questions = questions_of(case.guide.steps)
    names = assessment.depends_on or assessment.settled_by
    municipality = case.guide.scheme.municipality
    labels = [
        questions[n].label.about(texts.language, municipality) for n in names if n in questions
    ]
    if not labels:
        return ""
    key = "why.depends_on" if assessment.depends_on else "why.settled_by"
    return texts.say(key, questions="; ".join(labels))


def result_key(assessment: Assessment) -> str:
    """The key of the sentence that says what a condition comes to."""
    if assessment.asked_in:
        return f"result.later.{assessment.asked_in}"
    if assessment.result is Result.ASSESS:
        return {
            "certain": "result.notice",
            "municipality": "result.assess",
            "not_known": "result.unsure",
        }[assessment.part]
    return f"result.{assessment.result.value}"


def place_of(assessment: Assessment, case: Case, texts: Texts) -> str:
    """Where a condition stands; empty for what the text is silent on."""
    cite = assessment.condition.cite
    if cite is None:
        return ""
    source = case.guide.scheme.sources[cite.source]
    return texts.say("why.place", title=source.title, place=cite.place)


def child_line(child: ChildAmount, case: Case, texts: Texts) -> str:
    """What the parent pays for one child, in one line."""
    name, per_hour = child_name(case, child.child, texts), euro(child.per_hour, texts)
    if child.per_month is None:
        return texts.say("amount.child_hour", child=name, per_hour=per_hour)
    month = whole_euro(child.per_month, texts)
    return texts.say("amount.child_month", child=name, per_month=month, per_hour=per_hour)


def child_hours(child: ChildAmount, texts: Texts) -> tuple[str, str]:
    """What the parent pays for one child per hour and per month."""
    month = euro(child.per_month, texts) if child.per_month else texts.say("amount.no_month")
    return euro(child.per_hour, texts), month


def refusal(reason: str, limit: str, texts: Texts, question: Question | None = None) -> str:
    """Why an answer was not taken, and what to do."""
    shown, kind = limit, question.kind if limit and question else ""
    if reason == "other_period":
        shown = texts.say(f"period.{limit}")
    elif kind == "money":
        shown = format_whole_euro(Decimal(limit), texts.language)
    elif kind in {"hours", "whole", "text", "long_text"}:
        shown = format_number(Decimal(limit), texts.language)
    return texts.say(f"invalid.{reason}", limit=shown)
