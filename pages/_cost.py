"""What the parent pays, as a sum in words and as a picture."""

import streamlit as st

from pages._layout import bullets, paragraph, plain
from smi_core import wording
from smi_core.case import Case
from smi_core.chart import chart_svg
from smi_core.contribution import Amount, ChildAmount, NoAmount, notes_on
from smi_core.dossier import income_chart
from smi_core.texts import Texts


def show_cost(case: Case, texts: Texts) -> None:
    """The estimate of a case."""
    say, amount = texts.say, case.contribution
    st.header(say("amount.title"), anchor=False)
    st.subheader(wording.headline(amount, texts), anchor=False)
    if isinstance(amount, NoAmount):
        return
    if amount.per_month and len(amount.children) == 1:
        paragraph(say("amount.per_hour", per_hour=wording.euro(amount.per_hour, texts)))
    paragraph(say("amount.estimate", year=amount.year))
    rules = case.guide.scheme.contribution
    for note in notes_on(rules, amount):
        paragraph(note.said_in(texts.language))
    if not amount.per_hour.is_exact:
        paragraph(say("amount.range_why"))
    if not amount.income.is_exact:
        paragraph(
            say("amount.knowing_more" if amount.income_matters else "amount.knowing_no_matter")
        )
    for child in amount.children:
        _show_child(case, amount, child, texts)


def _show_child(case: Case, amount: Amount, child: ChildAmount, texts: Texts) -> None:
    name = wording.child_name(case, child.child, texts)
    if len(amount.children) > 1:
        paragraph(wording.child_line(child, case, texts))
    with st.expander(plain(f"{texts.say('amount.as_sum')} ({name})")):
        lines = [f"{wording.line(one, texts)} [{wording.basis(one, texts)}]" for one in child.lines]
        bullets(lines)
        chart = income_chart(case, amount, child, texts)
        if chart:
            st.image(chart_svg(chart), alt=chart.alt, width="stretch")
