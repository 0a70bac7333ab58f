"""What the family would pay: the estimate with its sums, their sources and a chart."""

from collections.abc import Iterable
from decimal import Decimal

from smi_core import lists, wording
from smi_core.blocks import Block, Chart, Heading, Notice, Paragraph, Point, Table
from smi_core.case import Case
from smi_core.contribution import Amount, ChildAmount, NoAmount, notes_on
from smi_core.hourly import income_curve
from smi_core.money import round_to_cents
from smi_core.paying import KotTable
from smi_core.texts import Texts


def estimate(case: Case, texts: Texts) -> Iterable[Block]:
    """The amount in one sentence, the words it rests on, and a sum for each child."""
    amount = case.contribution
    yield Heading(level=1, text=texts.say("dossier.cost"))
    yield Paragraph(text=wording.headline(amount, texts), style="lead")
    said = zip(case.notes, lists.note_lines(case, texts), strict=True)
    yield from (Notice(text=t) for note, t in said if note.id in lists.ABOUT_THE_AMOUNT)
    if isinstance(amount, NoAmount):
        return
    yield Paragraph(text=texts.say("amount.estimate", year=amount.year))
    rules = case.guide.scheme.contribution
    yield from (Paragraph(text=note.nl) for note in notes_on(rules, amount))
    yield Paragraph(text=rules.method.cite.quote, style="quote", source=rules.method.cite.place)
    yield _amount_table(case, amount, texts)
    for child in amount.children:
        yield from _sum(case, child, texts)
    charts = (income_chart(case, amount, child, texts) for child in amount.children)
    yield from [chart for chart in charts if chart][:1]


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


def _sum(case: Case, child: ChildAmount, texts: Texts) -> Iterable[Block]:
    name = wording.child_name(case, child.child, texts)
    yield Heading(level=2, text=texts.say("amount.for_child", child=name))
    yield Table(
        caption=texts.say("amount.as_sum"),
        header=(texts.say("amount.what"), texts.say("amount.source", source="").strip(": ")),
        rows=tuple((wording.line(one, texts), wording.basis(one, texts)) for one in child.lines),
    )


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
