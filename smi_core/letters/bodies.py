"""What each letter says."""

from collections.abc import Iterable

from smi_core.asking import Asked
from smi_core.blocks import Block, Bullets, Fact, Facts, Notice, Paragraph, Signature, Steps, Table
from smi_core.case import Case
from smi_core.dossier.week import WEEKDAYS
from smi_core.letters.family import (
    Request,
    children_of,
    first_name,
    half_days_in_words,
    sender,
    start_of,
)
from smi_core.letters.parts import care, close, dear
from smi_core.questions import display, questions_of
from smi_core.texts import Texts


def professional(request: Request, case: Case, texts: Texts) -> Iterable[Block]:
    """Asks who treats or helps the parent to write what this municipality wants to read."""
    town = case.guide.scheme.municipality.nl
    asked = [one for letter in request.asked for one in letter.ask]
    yield dear(texts)
    yield Paragraph(text=texts.say("letter.why_professional", gemeente=town))
    yield from care(request, case, texts)
    wanted = [one for one in asked if one.cite]
    yield from _wanted(wanted, case, texts)
    helping = [one.text.nl for one in asked if not one.cite]
    if helping:
        yield Paragraph(text=texts.say("letter.helps" if wanted else "letter.only_helps"))
        yield Bullets(items=tuple(helping))
    yield from (Notice(text=letter.not_by.nl) for letter in request.asked if letter.not_by)
    yield Paragraph(text=texts.say("letter.no_diagnosis"))
    yield from close(case, texts, _name(request, case, texts))


def provider(request: Request, case: Case, texts: Texts) -> Iterable[Block]:
    """Asks the childcare for an offer that holds only with an SMI."""
    town, start = case.guide.scheme.municipality.nl, start_of(case)
    yield dear(texts)
    yield Paragraph(text=texts.say("letter.why_provider", gemeente=town))
    yield _care_table(request, case, texts)
    if start:
        yield Paragraph(text=texts.say("letter.begin", day=start))
    yield Paragraph(text=texts.say("letter.offer"))
    yield Bullets(
        items=(
            texts.say("letter.offer_hours"),
            texts.say("letter.offer_price"),
            texts.say("letter.offer_start"),
            *(one.text.nl for letter in request.asked for one in letter.ask),
        )
    )
    yield from close(case, texts, _name(request, case, texts))


def employer(request: Request, case: Case, texts: Texts) -> Iterable[Block]:
    """Asks for working times; not even that it is about care, or whose words ask for it."""
    yield dear(texts)
    yield Paragraph(text=texts.say("letter.why_employer"))
    yield Bullets(items=tuple(one.text.nl for letter in request.asked for one in letter.ask))
    yield from close(case, texts, _name(request, case, texts))
    yield Paragraph(text=texts.say("letter.fill_in"))
    days = [texts.say(f"dossier.day.{day}") for day in WEEKDAYS]
    yield Facts(rows=tuple(Fact(label=day) for day in (*days, texts.say("letter.weekend"))))
    yield Signature(
        who=texts.say("letter.employer"),
        rows=(
            Fact(label=texts.say("letter.employer_name")),
            Fact(label=texts.say("dossier.day_signed")),
        ),
        sign=texts.say("dossier.sign"),
    )


def income(request: Request, _: Case, texts: Texts) -> Iterable[Block]:
    """A sheet rather than a letter: the statement is asked for online, or by telephone."""
    papers = [item.paper for item in request.papers]
    recency = next((paper.recency.nl for paper in papers if paper.recency), "")
    year = texts.say("letter.income_year", recency=recency)
    lines = [
        texts.say("letter.income_online"),
        year if recency else texts.say("letter.income_year_open"),
        texts.say("letter.income_phone"),
        texts.say("letter.income_say"),
        texts.say("letter.income_keep"),
    ]
    if any(paper.who == "partner" for paper in papers):
        lines.insert(-1, texts.say("letter.income_partner"))
    yield Paragraph(text=texts.say("letter.income_steps"), style="lead")
    yield Steps(items=tuple((line, "") for line in lines))


def _wanted(asked: list[Asked], case: Case, texts: Texts) -> Iterable[Block]:
    """What the municipality asks for, and its own words, each once."""
    if not asked:
        return
    yield Paragraph(text=texts.say("letter.asks"))
    yield Bullets(items=tuple(one.text.nl for one in asked))
    yield Paragraph(text=texts.say("letter.asks_words"))
    for cite in dict.fromkeys(one.cite for one in asked if one.cite):
        title = case.guide.scheme.sources[cite.source].title
        place = texts.say("why.place", title=title, place=cite.place)
        yield Paragraph(text=cite.quote, style="quote", source=place)


def _care_table(request: Request, case: Case, texts: Texts) -> Table:
    children = children_of(request, case)
    columns = ("child", "born", "care", "half_days", "hours")
    return Table(
        caption=texts.say("letter.table.caption"),
        header=tuple(texts.say(f"letter.table.{column}") for column in columns),
        rows=tuple(_care_row(child, case, texts) for child in children),
    )


def _care_row(child: int, case: Case, texts: Texts) -> tuple[str, ...]:
    asked, answers = questions_of(case.guide.steps), case.route.children[child]
    born, kind, hours = (
        display(asked[name], answers[name]) if name in answers else ""
        for name in ("geboortedatum", "opvangsoort", "uren_per_week")
    )
    half_days = half_days_in_words(answers, case, texts)
    return first_name(case, child, texts), born, kind, half_days, hours


def _name(request: Request, case: Case, texts: Texts) -> str:
    return sender(request, case, texts)[0]
