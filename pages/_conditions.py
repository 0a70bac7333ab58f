"""The conditions, each with the words it rests on and what would change it."""

from html import escape

import streamlit as st

from pages._layout import paragraph, plain, quote
from pages._visit import texts
from smi_core import wording
from smi_core.case import Case, law
from smi_core.eligibility import Part, Result
from smi_core.wording import Listed


def show_part(case: Case, part: Part) -> None:
    """One of the three parts; what fits goes together in one box, at the end."""
    said = texts()
    found = wording.listed(case, part)
    met = [one for one in found if one.assessment.result is Result.MET]
    if found:
        st.header(said.say(f"part.{part}"), anchor=False)
    for one in found[: len(found) - len(met)]:
        result = said.say(wording.result_key(one.assessment))
        with st.expander(plain(f"{wording.condition(one, case, said)} ({result})")):
            _show_why(one, case)
    if met:
        with st.expander(said.say("result.met.all", number=len(met))):
            for one in met:
                st.html(f"<h3>{escape(wording.condition(one, case, said))}</h3>")
                _show_why(one, case)


def show_law(case: Case) -> None:
    """Why we think that there is, or is not, another allowance and a partner for it."""
    said = texts()
    with st.expander(said.say("result.law.title")):
        for one in law(case):
            answer = one.text.said_in(said.language) if one.text else said.say("result.law.unknown")
            paragraph(f"{one.title.said_in(said.language)} {answer}")
            paragraph(said.say("result.law.source", source=one.source), "step-line")


def _show_why(one: Listed, case: Case) -> None:
    said, town = texts(), case.guide.scheme.municipality
    assessment, condition = one.assessment, one.assessment.condition
    if condition.cite is None:
        paragraph(said.say("why.silence", gemeente=town.said_in(said.language)))
    else:
        quote(condition.cite.quote, wording.place_of(assessment, case, said))
    if assessment.part == "municipality":
        judge = condition.decided_by or case.guide.scheme.assessor
        paragraph(said.say("why.decided_by", who=judge.said_in(said.language)))
    paragraph(wording.hangs_on(assessment, case, said))
    if assessment.result is not Result.MET:
        paragraph(f"{said.say('why.change')} {condition.change.about(said.language, town)}")
