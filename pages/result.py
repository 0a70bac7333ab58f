"""The outcome: what to do first, then the three honest parts, then what it costs."""

import streamlit as st

from pages._card import to_first, to_last
from pages._conditions import show_law, show_part
from pages._cost import show_cost
from pages._layout import bottom, bullets, facts, numbered, onward, paragraph, plain, top
from pages._visit import my_case, texts, visit
from smi_core import wording
from smi_core.eligibility import PARTS
from smi_core.lists import deadline_rows, note_lines, step_lines

case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality
verdict = case.verdict

is_back = top(say("result.title"), "result", "check")
st.header(say("next.title"), anchor=False)
numbered(step_lines(case, said))
st.header(wording.outlook(case, said), anchor=False)
if reasons := wording.reasons(case, said):
    paragraph(say("outlook.reasons"))
    bullets(reasons)
paragraph(say("outlook.not_a_decision"))
paragraph(say("outlook.who_looks", assessor=case.guide.scheme.assessor.said_in(mine.language)))
for line in note_lines(case, said):
    st.warning(plain(line))
if len(verdict.children) > 1:
    if len(set(verdict.children)) > 1:
        paragraph(say("outlook.mixed"))
    st.header(say("result.per_child"), anchor=False)
    facts(
        (wording.child_name(case, place, said), say(f"outlook.child.{outlook.value}"))
        for place, outlook in enumerate(verdict.children)
    )
for part in PARTS:
    show_part(case, part)
show_law(case)
show_cost(case, said)
if dates := deadline_rows(case, said):
    st.header(say("date.title"), anchor=False)
    facts(dates)
read_on = f"{case.guide.scheme.read_on:%d-%m-%Y}"
paragraph(say("about.read_on", gemeente=town.said_in(mine.language), day=read_on), "step-line")
is_next = onward(say("nav.to_papers"))
bottom()
if is_next:
    to_first("cost")
if is_back:
    to_last("check")
