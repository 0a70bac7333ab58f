"""The outcome: what to do first, then the three honest parts, then what it costs."""

import streamlit as st

from pages._cost import show_cost
from pages._layout import bottom, numbered, paragraph, quote, top
from pages._visit import my_case, texts, visit
from smi_core import wording
from smi_core.dossier import PARTS, deadline_rows, note_lines, step_lines
from smi_core.eligibility import Assessment


def show(assessment: Assessment) -> None:
    """One condition: what it comes to, and in it why."""
    condition = assessment.condition
    result = said.say(wording.result_key(assessment))
    with st.expander(f"{wording.condition(assessment, case, said)} ({result})"):
        if condition.cite is None:
            paragraph(say("why.silence", gemeente=town.said_in(mine.language)))
        else:
            quote(condition.cite.quote, wording.place_of(assessment, case, said))
        if assessment.part == "municipality":
            judge = condition.decided_by or case.guide.scheme.assessor
            paragraph(say("why.decided_by", who=judge.said_in(mine.language)))
        if hangs_on := wording.hangs_on(assessment, case, said):
            paragraph(hangs_on)
        paragraph(f"{say('why.change')} {condition.change.about(mine.language, town)}")


case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality
verdict = case.verdict

top(say("result.title"), "result")
st.subheader(wording.outlook(case, said), anchor=False)
paragraph(say("outlook.not_a_decision"))
st.header(say("next.title"), anchor=False)
numbered(step_lines(case, said))
for line in note_lines(case, said):
    st.warning(line)
if len(verdict.children) > 1:
    st.header(say("result.per_child"), anchor=False)
    for place, outlook in enumerate(verdict.children):
        name = wording.child_name(case, place, said)
        paragraph(f"{name}: {say(f'outlook.child.{outlook.value}')}")
for part in PARTS:
    if assessments := verdict.of(part):
        st.header(say(f"part.{part}"), anchor=False)
        for assessment in assessments:
            show(assessment)
show_cost(case, said)
st.header(say("date.title"), anchor=False)
for name, when in deadline_rows(case, said):
    paragraph(f"{name}: {when}")
with st.container(horizontal=True):
    if st.button(say("nav.to_papers"), type="primary", key="next"):
        st.switch_page("papers.py")
    if st.button(say("nav.back"), key="back"):
        st.switch_page("questions.py")
bottom()
