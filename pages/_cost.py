"""What the parent pays: the amount in words, how sure that is, and the sum behind it."""

import streamlit as st

from pages._layout import bullets, details, paragraph, plain
from pages._visit import texts
from smi_core import wording
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
    for child in amount.children:
        if child.outside.high > 0:
            told = say("amount.outside", outside=wording.whole_euro(child.outside, said))
            paragraph(told, "notice")
    if amount.income_matters:
        paragraph(say("amount.knowing_more"))


def show_sums(case: Case, amount: Amount) -> None:
    """The sum in words of each child, each line with what it rests on; and a picture of it."""
    for child in amount.children:
        with st.expander(plain(_title(case, amount, child))):
            bullets(
                f"{wording.line(one, texts())} [{wording.basis(one, texts())}]"
                for one in child.lines
            )
            chart = income_chart(case, amount, child, texts())
            if chart:
                st.image(chart_svg(chart), alt=chart.alt, width="stretch")


def show_how_sure(case: Case, amount: Amount) -> None:
    """What the municipality does not say, and what is not known yet."""
    said, rules = texts(), case.guide.scheme.contribution
    ranges = [] if amount.per_hour.is_exact else [said.say("amount.range_why")]
    notes = [note.said_in(said.language) for note in notes_on(rules, amount)]
    excess = [rules.excess.note.said_in(said.language)]
    income = [rules.income.text.said_in(said.language)] if rules.income else []
    details(said.say("amount.how_sure"), *ranges, *notes, *excess, *income, *_notes(case))


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
