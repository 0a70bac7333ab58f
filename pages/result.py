"""The outcome: what to do first, then the three honest parts, then what it costs."""

import streamlit as st

from pages._cost import show_cost
from pages._layout import bottom, facts, numbered, paragraph, quote, top
from pages._visit import my_case, texts, visit
from smi_core import wording
from smi_core.eligibility import PARTS
from smi_core.lists import deadline_rows, note_lines, step_lines
from smi_core.wording import Listed


def show(one: Listed) -> None:
    """One condition: what it comes to, and in it why."""
    assessment, condition = one.assessment, one.assessment.condition
    result = say(wording.result_key(assessment))
    with st.expander(f"{wording.condition(one, case, said)} ({result})"):
        if condition.cite is None:
            paragraph(say("why.silence", gemeente=town.said_in(mine.language)))
        else:
            quote(condition.cite.quote, wording.place_of(assessment, case, said))
        if assessment.part == "municipality":
            judge = condition.decided_by or case.guide.scheme.assessor
            paragraph(say("why.decided_by", who=judge.said_in(mine.language)))
        paragraph(wording.hangs_on(assessment, case, said))
        paragraph(f"{say('why.change')} {condition.change.about(mine.language, town)}")


def show_law() -> None:
    """Why we think that there is, or is not, another allowance and a partner for it."""
    with st.expander(say("result.law.title")):
        for decisions, ground in case.law:
            answer = ground.text if ground else decisions.otherwise
            paragraph(f"{decisions.title.said_in(mine.language)} {answer.said_in(mine.language)}")
            source = ground.source if ground else decisions.source
            paragraph(say("result.law.source", source=source), "step-line")


case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality
verdict = case.verdict

top(say("result.title"), "result")
st.header(say("next.title"), anchor=False)
numbered(step_lines(case, said))
st.header(wording.outlook(case, said), anchor=False)
paragraph(say("outlook.not_a_decision"))
paragraph(say("outlook.who_looks", assessor=case.guide.scheme.assessor.said_in(mine.language)))
for line in note_lines(case, said):
    st.warning(line)
if len(verdict.children) > 1:
    if len(set(verdict.children)) > 1:
        paragraph(say("outlook.mixed"))
    st.header(say("result.per_child"), anchor=False)
    facts(
        (wording.child_name(case, place, said), say(f"outlook.child.{outlook.value}"))
        for place, outlook in enumerate(verdict.children)
    )
for part in PARTS:
    if found := wording.listed(case, part):
        st.header(say(f"part.{part}"), anchor=False)
        for one in found:
            show(one)
show_law()
show_cost(case, said)
st.header(say("date.title"), anchor=False)
facts(deadline_rows(case, said))
read_on = f"{case.guide.scheme.read_on:%d-%m-%Y}"
paragraph(say("about.read_on", gemeente=town.said_in(mine.language), day=read_on), "step-line")
with st.container(horizontal=True):
    if st.button(say("nav.to_papers"), type="primary", key="next"):
        st.switch_page("papers.py")
    if st.button(say("nav.back"), key="back"):
        st.switch_page("questions.py")
bottom()
