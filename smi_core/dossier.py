"""The application pack: what it says, apart from how it looks."""

from collections.abc import Iterable
from decimal import Decimal

from smi_core import lists, wording
from smi_core.answers import PaperState
from smi_core.blocks import (
    Block,
    Bullets,
    Chart,
    Dossier,
    Fact,
    Facts,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Point,
    Signature,
    Steps,
    Table,
    Tick,
    Ticks,
)
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.contribution import Amount, ChildAmount, NoAmount, notes_on
from smi_core.eligibility import PARTS
from smi_core.flow import Screen
from smi_core.hourly import income_curve
from smi_core.money import round_to_cents
from smi_core.paying import KotTable
from smi_core.questions import Question, display, questions_of
from smi_core.texts import Texts

OWN_SECTIONS = frozenset({"verhaal", "gegevens", "gegevens_kind"})
"""Steps that have a section of their own; the others come under all answers."""
IDENTITY_OF_A_CHILD = ("kind_naam", "geboortedatum")
LINES_FOR_A_STORY = 12


def compile_dossier(case: Case, texts: Texts) -> Dossier:
    """The pack of one case, in the order in which it is read at the counter."""
    scheme = case.guide.scheme
    town = scheme.municipality.nl
    return Dossier(
        title=texts.say("dossier.title"),
        subtitle=texts.say("dossier.subtitle", gemeente=town, name=scheme.name.nl),
        footer=texts.say("dossier.footer", gemeente=town, day=f"{case.on:%d-%m-%Y}"),
        made_on=case.on,
        blocks=(
            *_cover(case, texts),
            *_details(case, texts),
            *_story(case, texts),
            *_papers(case, texts),
            *_conditions(case, texts),
            *_contribution(case, texts),
            *_answers(case, texts),
            *_mandate(case, texts),
            *_signatures(case, texts),
        ),
    )


def income_chart(case: Case, amount: Amount, child: ChildAmount, texts: Texts) -> Chart | None:
    """The own contribution against income for one child; None if it does not hang on income."""
    rules = case.guide.scheme.contribution
    if not isinstance(rules.method, KotTable) or child.column is None:
        return None
    year = next(y for y in case.guide.national.toeslag if y.valid_from.year == amount.year)
    curve = income_curve(rules, child.care, child.column, year)
    income = amount.income
    here = (int(income.low), int(income.high)) if income.high is not None else None
    place = texts.say("chart.alt_here", per_hour=wording.euro(child.per_hour, texts))
    return Chart(
        caption=texts.say("chart.title"),
        alt=texts.say(
            "chart.alt",
            lowest=wording.euro(curve[0][1], texts),
            highest=wording.euro(curve[-1][1], texts),
            here=place if here else "",
        ),
        points=tuple(
            Point(income=at, low=_in_cents(span.low), high=_in_cents(span.high))
            for at, span in curve
        ),
        here=here,
        x_label=texts.say("chart.x"),
        y_label=texts.say("chart.y"),
        here_label=texts.say("chart.here"),
    )


def _in_cents(amount: Decimal) -> int:
    return int(round_to_cents(amount) * 100)


def _cover(case: Case, texts: Texts) -> Iterable[Block]:
    scheme = case.guide.scheme
    yield Heading(level=1, text=texts.say("dossier.todo"))
    yield Paragraph(text=wording.outlook(case, texts), style="lead")
    yield Paragraph(text=texts.say("outlook.not_a_decision"))
    if name := case.route.household.get("naam"):
        yield Paragraph(text=texts.say("dossier.applicant", name=name))
    yield Steps(items=lists.step_lines(case, texts))
    yield from (Notice(text=line) for line in lists.note_lines(case, texts))
    if missing := case.route.open_questions():
        labels = "; ".join(q.label.about("nl", scheme.municipality) for _, q in missing)
        yield Notice(text=texts.say("dossier.open", questions=labels))
    if dates := lists.deadline_rows(case, texts):
        yield Heading(level=2, text=texts.say("date.title"))
        yield Facts(rows=tuple(Fact(label=what, value=when) for what, when in dates))
    yield Heading(level=2, text=texts.say("dossier.help"))
    yield Bullets(items=lists.contact_lines(case, texts))
    yield Paragraph(text=scheme.in_force.note.nl, style="small")
    yield Paragraph(text=texts.say("dossier.privacy"), style="small")


def _details(case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=1, text=texts.say("dossier.details"))
    for screen in case.route.screens:
        if screen.step.id in {"gegevens", "gegevens_kind"}:
            yield Heading(level=2, text=_about(screen, case, texts))
            yield _facts(_with_identity(screen, case), case, texts)


def _with_identity(screen: Screen, case: Case) -> Screen:
    """The details of a child with its name and date of birth, which are asked elsewhere."""
    asked = questions_of(case.guide.steps)
    identity = [asked[name] for name in IDENTITY_OF_A_CHILD] if screen.child is not None else []
    return screen.model_copy(update={"questions": (*identity, *screen.questions)})


def _story(case: Case, texts: Texts) -> Iterable[Block]:
    screens = [screen for screen in case.route.screens if screen.step.id == "verhaal"]
    yield Heading(level=1, text=texts.say("dossier.story"))
    for screen in screens:
        for question in screen.questions:
            answer = case.route.household.get(question.id)
            yield Heading(level=2, text=question.label.nl)
            if answer:
                yield Paragraph(text=str(answer), style="story")
            else:
                yield Lines(count=LINES_FOR_A_STORY, label=question.label.nl, field=question.id)


def _papers(case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=1, text=texts.say("dossier.papers"))
    yield Paragraph(text=texts.say("dossier.papers_intro"))
    if not case.papers:
        yield Paragraph(text=texts.say("dossier.no_papers"))
    for kind in ("step", "enclose", "answer", "later"):
        items = [item for item in case.papers if item.paper.kind == kind]
        if items:
            yield Heading(level=2, text=texts.say(f"papers.kind.{kind}"))
            yield Ticks(items=tuple(_tick(item, case, texts) for item in items))


def _conditions(case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=1, text=texts.say("dossier.outcome"))
    yield Paragraph(text=texts.say("dossier.outcome_intro"))
    for part in PARTS:
        found = wording.listed(case, part)
        if found:
            yield Heading(level=2, text=texts.say(f"part.{part}"))
        for one in found:
            yield from _condition(one, case, texts)


def _condition(one: wording.Listed, case: Case, texts: Texts) -> Iterable[Block]:
    cite = one.assessment.condition.cite
    yield Heading(level=3, text=wording.condition(one, case, texts))
    judge = one.assessment.condition.decided_by or case.guide.scheme.assessor
    by = texts.say("why.decided_by", who=judge.nl) if one.assessment.part == "municipality" else ""
    yield Paragraph(text=f"{texts.say(wording.result_key(one.assessment))}. {by}".strip())
    if cite is None:
        town = case.guide.scheme.municipality.nl
        yield Paragraph(text=texts.say("why.silence", gemeente=town), style="small")
    else:
        place = wording.place_of(one.assessment, case, texts)
        yield Paragraph(text=cite.quote, style="quote", source=place)


def _contribution(case: Case, texts: Texts) -> Iterable[Block]:
    amount = case.contribution
    yield Heading(level=1, text=texts.say("dossier.cost"))
    yield Paragraph(text=wording.headline(amount, texts), style="lead")
    if isinstance(amount, NoAmount):
        return
    yield Paragraph(text=texts.say("amount.estimate", year=amount.year))
    rules = case.guide.scheme.contribution
    yield from (Paragraph(text=note.nl) for note in notes_on(rules, amount))
    yield Paragraph(text=rules.method.cite.quote, style="quote", source=rules.method.cite.place)
    yield _amount_table(case, amount, texts)
    for child in amount.children:
        yield Heading(level=2, text=_sum_title(case, child, texts))
        yield Table(
            caption=texts.say("amount.as_sum"),
            header=(texts.say("amount.what"), texts.say("amount.source", source="").strip(": ")),
            rows=tuple(
                (wording.line(one, texts), wording.basis(one, texts)) for one in child.lines
            ),
        )
        chart = income_chart(case, amount, child, texts)
        if chart:
            yield chart


def _amount_table(case: Case, amount: Amount, texts: Texts) -> Table:
    rows = [
        (wording.child_name(case, child.child, texts), *wording.child_hours(child, texts))
        for child in amount.children
    ]
    if len(rows) > 1 and amount.per_month:
        rows.append((texts.say("amount.total"), "", wording.euro(amount.per_month, texts)))
    return Table(
        caption=texts.say("amount.title"),
        header=("", texts.say("amount.hour"), texts.say("amount.month")),
        rows=tuple(rows),
        numbers=(1, 2),
    )


def _answers(case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=1, text=texts.say("dossier.answers"))
    for screen in case.route.screens:
        if screen.step.id not in OWN_SECTIONS:
            yield Heading(level=2, text=_about(screen, case, texts))
            yield _facts(screen, case, texts)
    yield Heading(level=2, text=texts.say("dossier.advice"))
    yield Bullets(items=tuple(s.text.nl for s in case.advice))


def _mandate(case: Case, texts: Texts) -> Iterable[Block]:
    """The authorisation for payment, where it must come with the application."""
    if not any(_is_mandate(item) for item in case.papers):
        return
    providers = [str(c["opvang_naam"]) for c in case.route.children if c.get("opvang_naam")]
    provider = ", ".join(dict.fromkeys(providers)) or texts.say("dossier.provider_open")
    yield Heading(level=1, text=texts.say("dossier.mandate"))
    yield Paragraph(text=texts.say("dossier.mandate_text", provider=provider))
    yield Paragraph(text=texts.say("dossier.mandate_ask"), style="small")
    yield from _signers(case, texts, "mandate")


def _signatures(case: Case, texts: Texts) -> Iterable[Block]:
    yield Heading(level=1, text=texts.say("dossier.signature"))
    yield Paragraph(text=texts.say("dossier.signature_text"))
    yield from _signers(case, texts, "form")


def _signers(case: Case, texts: Texts, prefix: str) -> Iterable[Block]:
    """A place to sign for each person who must; `prefix` keeps the names of the fields apart."""
    answers = case.route.household
    yield _signature("parent", answers.get("naam"), texts, prefix)
    if answers.get("partner") == "ja":
        yield _signature("partner", answers.get("partner_naam"), texts, prefix)
    if answers.get("invuller") in {"begeleider", "namens_ouder"}:
        yield _signature("representative", answers.get("gemachtigde_naam"), texts, prefix)


def _signature(role: str, name: object, texts: Texts, prefix: str) -> Signature:
    return Signature(
        who=_named(texts.say(f"dossier.{role}"), name),
        rows=tuple(
            Fact(label=texts.say(f"dossier.{what}"), field=f"{prefix}-{role}-{what}")
            for what in ("place", "day")
        ),
        sign=texts.say("dossier.sign"),
    )


def _is_mandate(item: ChecklistItem) -> bool:
    return item.paper.id == "machtiging" and item.paper.kind == "enclose"


def _named(role: str, name: object) -> str:
    return f"{role}: {name}" if name else role


def _about(screen: Screen, case: Case, texts: Texts) -> str:
    title = screen.step.title.said_in(texts.language)
    if screen.child is None:
        return title
    return texts.say("child.step", title=title, child=wording.child_name(case, screen.child, texts))


def _facts(screen: Screen, case: Case, texts: Texts) -> Facts:
    return Facts(rows=tuple(_fact(one, screen.child, case, texts) for one in screen.questions))


def _fact(question: Question, child: int | None, case: Case, texts: Texts) -> Fact:
    answers, town = case.route.answers(child), case.guide.scheme.municipality
    label = question.label.about(texts.language, town)
    if question.id not in answers:
        return Fact(
            label=label, field=question.id if child is None else f"{question.id}-{child + 1}"
        )
    shown = display(question, answers[question.id], texts.language)
    return Fact(label=label, value=shown.replace("{gemeente}", town.said_in(texts.language)))


def _tick(item: ChecklistItem, case: Case, texts: Texts) -> Tick:
    return Tick(
        text=lists.paper_name(item, texts),
        detail=lists.paper_details(item, case, texts),
        note=_state(item.state, texts),
        is_ticked=item.state is not None and item.state.state == "have",
    )


def _state(state: PaperState | None, texts: Texts) -> str:
    if state is None:
        return ""
    said = texts.say(f"dossier.state.{state.state}")
    if not state.note:
        return said
    return texts.say("dossier.paper_with_state", state=said, note=state.note)


def _sum_title(case: Case, child: ChildAmount, texts: Texts) -> str:
    return texts.say("amount.for_child", child=wording.child_name(case, child.child, texts))
