"""A case as plain data with a published schema: what other programs read."""

from datetime import date
from decimal import Decimal
from typing import Literal

from smi_core import wording
from smi_core.amounts import Span
from smi_core.base import Frozen
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.contribution import Amount, ChildAmount, NoAmount
from smi_core.eligibility import Assessment
from smi_core.lists import note_lines, paper_details, step_lines
from smi_core.money import round_to_cents
from smi_core.texts import Texts

VERSION = 1


class MoneyRange(Frozen):
    """Euro from low to high, rounded to the cent, half up; both the same if it is known."""

    low: Decimal
    high: Decimal


class ConditionReport(Frozen):
    """One condition with its finding. `quote` and `source` are null where a text is silent."""

    id: str
    ref: str
    about: Literal["household", "child"]
    child: int | None
    text: str
    finding: Literal["met", "unmet", "assess", "unknown"]
    part: Literal["certain", "municipality", "not_known"]
    weighs: bool
    on_fail: str
    topic: str
    decided_by: str
    quote: str | None
    source: str | None
    hangs_on: tuple[str, ...]
    what_would_change_it: str


class PaperReport(Frozen):
    """One paper of the checklist. `children` counts from 0.

    Papers with the same `one_of` are each other's alternatives. `letter` says which letter helps to
    get it.
    """

    id: str
    ref: str
    kind: str
    who: str
    need: str
    certainty: Literal["required", "maybe"]
    children: tuple[int, ...]
    text: str
    details: tuple[str, ...]
    refused: str | None
    one_of: str | None
    letter: str | None
    state: str | None
    note: str
    quote: str
    source: str


class LineReport(Frozen):
    """One line of the sum in words."""

    text: str
    source: str
    certainty: str


class AmountReport(Frozen):
    """What is paid for one child (`child` counts from 0), or in total (`child` is null)."""

    child: int | None
    per_hour: MoneyRange
    per_month: MoneyRange | None
    excess_per_hour: Decimal | None = None
    outside_per_month: MoneyRange | None = None
    column: str | None = None
    lines: tuple[LineReport, ...] = ()


class ContributionReport(Frozen):
    """The estimate; `reason` says why there is none, `children` and `total` are then empty."""

    text: str
    reason: str | None
    year: int | None
    indicative: bool
    certainty: str | None
    income_matters: bool
    exempt: str | None
    children: tuple[AmountReport, ...]
    total: AmountReport | None


class DateReport(Frozen):
    """A term; `day` is null where the text gives no date."""

    id: str
    ref: str
    day: date | None
    passed: bool
    text: str
    quote: str


class SaidReport(Frozen):
    """A sentence with the id of what it is about, and a day where there is one."""

    id: str
    text: str
    day: date | None = None


class OutlookReport(Frozen):
    """likely, unlikely, assess or incomplete: for the family and for each child."""

    family: str
    children: tuple[str, ...]
    text: str


class Report(Frozen):
    """Everything that follows from the answers of one applicant, on one day."""

    version: Literal[1] = VERSION
    municipality: str
    on: date
    language: str
    outlook: OutlookReport
    conditions: tuple[ConditionReport, ...]
    papers: tuple[PaperReport, ...]
    contribution: ContributionReport
    dates: tuple[DateReport, ...]
    next_steps: tuple[SaidReport, ...]
    notes: tuple[SaidReport, ...]
    open_questions: tuple[str, ...]


def report(case: Case, texts: Texts) -> Report:
    """A case as plain data, with its sentences in one language."""
    return Report(
        municipality=case.guide.key,
        on=case.on,
        language=texts.language,
        outlook=OutlookReport(
            family=case.verdict.family.value,
            children=tuple(outlook.value for outlook in case.verdict.children),
            text=wording.outlook(case, texts),
        ),
        conditions=tuple(_condition(a, case, texts) for a in case.verdict.assessments),
        papers=tuple(_paper(item, case, texts) for item in case.papers),
        contribution=_contribution(case.contribution, texts),
        dates=tuple(
            DateReport(
                id=d.id,
                ref=d.ref,
                day=d.day,
                passed=d.is_passed,
                text=d.text.said_in(texts.language),
                quote=d.cite.quote,
            )
            for d in case.deadlines
        ),
        next_steps=tuple(
            SaidReport(id=step.id, text=said[0], day=step.day)
            for step, said in zip(case.next_steps, step_lines(case, texts), strict=True)
        ),
        notes=tuple(
            SaidReport(id=note.id, text=said)
            for note, said in zip(case.notes, note_lines(case, texts), strict=True)
        ),
        open_questions=tuple(_where(child, q.id) for child, q in case.route.open_questions()),
    )


def _condition(assessment: Assessment, case: Case, texts: Texts) -> ConditionReport:
    condition = assessment.condition
    town = case.guide.scheme.municipality
    judge = condition.decided_by or case.guide.scheme.assessor
    return ConditionReport(
        id=condition.id,
        ref=condition.ref,
        about=condition.about,
        child=assessment.child,
        text=condition.text.about(texts.language, town),
        finding=assessment.result.value,
        part=assessment.part,
        weighs=assessment.weighs,
        on_fail=condition.on_fail,
        topic=condition.topic,
        decided_by=judge.said_in(texts.language),
        quote=condition.cite.quote if condition.cite else None,
        source=wording.place_of(assessment, case, texts) or None,
        hangs_on=assessment.depends_on or assessment.settled_by,
        what_would_change_it=condition.change.about(texts.language, town),
    )


def _paper(item: ChecklistItem, case: Case, texts: Texts) -> PaperReport:
    paper = item.paper
    refused = paper.refused.said_in(texts.language) if paper.refused else None
    return PaperReport(
        id=paper.id,
        ref=paper.ref,
        kind=paper.kind,
        who=paper.who,
        need=paper.need,
        certainty="required" if item.certainty == "needed" else "maybe",
        children=item.children,
        text=paper.text.said_in(texts.language),
        details=paper_details(item, case, texts),
        refused=refused,
        one_of=paper.one_of,
        letter=paper.letter.to if paper.letter else None,
        state=item.state.state if item.state else None,
        note=item.state.note if item.state else "",
        quote=paper.cite.quote,
        source=texts.say(
            "why.place",
            title=case.guide.scheme.sources[paper.cite.source].title,
            place=paper.cite.place,
        ),
    )


def _contribution(amount: Amount | NoAmount, texts: Texts) -> ContributionReport:
    said = wording.headline(amount, texts)
    if isinstance(amount, NoAmount):
        return ContributionReport(
            text=said,
            reason=amount.reason.value,
            year=None,
            indicative=False,
            certainty=None,
            income_matters=False,
            exempt=None,
            children=(),
            total=None,
        )
    return ContributionReport(
        text=said,
        reason=None,
        year=amount.year,
        indicative=amount.is_indicative,
        certainty=amount.certainty,
        income_matters=amount.income_matters,
        exempt=amount.exempt.value,
        children=tuple(_child(child, texts) for child in amount.children),
        total=AmountReport(
            child=None, per_hour=_cents(amount.per_hour), per_month=_maybe(amount.per_month)
        ),
    )


def _child(child: ChildAmount, texts: Texts) -> AmountReport:
    return AmountReport(
        child=child.child,
        per_hour=_cents(child.per_hour),
        per_month=_maybe(child.per_month),
        excess_per_hour=round_to_cents(child.excess),
        outside_per_month=_cents(child.outside),
        column=child.column,
        lines=tuple(
            LineReport(text=wording.line(one, texts), source=one.source, certainty=one.certainty)
            for one in child.lines
        ),
    )


def _cents(span: Span) -> MoneyRange:
    return MoneyRange(low=round_to_cents(span.low), high=round_to_cents(span.high))


def _maybe(span: Span | None) -> MoneyRange | None:
    return None if span is None else _cents(span)


def _where(child: int | None, question: str) -> str:
    return question if child is None else f"children[{child}].{question}"
