"""What the parent pays: the amount in words, how sure that is, and the sum behind it."""

from html import escape

import streamlit as st

from pages._layout import bullets, paragraph, plain, shown
from pages._visit import texts
from smi_core import wording
from smi_core.amounts import Line, total
from smi_core.case import Case
from smi_core.chart import chart_svg
from smi_core.contribution import Amount, ChildAmount, notes_on
from smi_core.dossier import income_chart
from smi_core.lists import ABOUT_THE_AMOUNT, note_lines


def show_amount(case: Case, amount: Amount) -> None:
    """Per hour or per child, and of which year; what is not paid stands out."""
    said = texts()
    say = said.say
    if len(amount.children) > 1:
        bullets(wording.child_line(child, case, said) for child in amount.children)
    elif amount.per_month:
        paragraph(say("amount.per_hour", per_hour=wording.euro(amount.per_hour, said)))
    else:
        paragraph(say("amount.no_month"))
    if amount.is_indicative:
        paragraph(say("amount.indicative", year=amount.year))
    else:
        paragraph(say("amount.estimate", year=amount.year))
    outside = total(child.outside for child in amount.children)
    if outside.high > 0:
        told = say("amount.outside", outside=wording.whole_euro(outside, said))
        paragraph(told, "notice")
    if amount.income_matters:
        paragraph(say("amount.knowing_more"))


def show_sums(case: Case, amount: Amount) -> None:
    """The sum in words of each child, and a picture of what another income would do."""
    for place, child in enumerate(amount.children):
        with st.expander(plain(_title(case, amount, child))):
            st.html(f'<ol class="sum">{"".join(map(_line, child.lines))}</ol>')
            chart = income_chart(case, amount, child, texts()) if place == 0 else None
            if chart:
                st.image(chart_svg(chart), alt=chart.alt, width="stretch")


def sum_lines(amount: Amount) -> list[str]:
    """The sums of all children in words, as the page shows them."""
    return [wording.line(line, texts()) for child in amount.children for line in child.lines]


def show_how_sure(case: Case, amount: Amount) -> None:
    """What the municipality does not say, and what is not known yet."""
    said, rules = texts(), case.guide.scheme.contribution
    with st.expander(said.say("amount.how_sure")):
        paragraph("" if amount.per_hour.is_exact else said.say("amount.range_why"))
        for note in notes_on(rules, amount):
            paragraph(note.said_in(said.language))
        paragraph(rules.excess.note.said_in(said.language))
        paragraph(rules.income.text.said_in(said.language) if rules.income else "")
        for line in _notes(case):
            paragraph(line)


def _line(one: Line) -> str:
    """A line of the sum, and small what it rests on; what is arithmetic speaks for itself."""
    said = texts()
    basis = wording.basis(one, said) if one.source or one.certainty != "stated" else ""
    small = f"<br><small>{escape(basis)}</small>" if basis else ""
    return f"<li>{shown(wording.line(one, said))}{small}</li>"


def _title(case: Case, amount: Amount, child: ChildAmount) -> str:
    title = texts().say("amount.as_sum")
    if len(amount.children) == 1:
        return title
    return f"{title} ({wording.child_name(case, child.child, texts())})"


def _notes(case: Case) -> list[str]:
    """What to keep in mind with the amount; the year of the figures stands above already."""
    said = zip(case.notes, note_lines(case, texts()), strict=True)
    about = ABOUT_THE_AMOUNT - {"indicative"}
    return [line for note, line in said if note.id in about]
