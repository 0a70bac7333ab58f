"""The answer: what to do first, then the three honest parts, and where to go from here."""

import streamlit as st

from pages._card import to_first, to_last
from pages._conditions import condition_words, law_lines, show_part
from pages._layout import bottom, onward, top
from pages._visit import my_case, texts, visit
from pages._words import details, explain_terms, facts, numbered, paragraph
from smi_core import wording
from smi_core.days import in_words
from smi_core.eligibility import PARTS
from smi_core.lists import ABOUT_THE_AMOUNT, note_lines, step_lines

case, said, mine = my_case("check"), texts(), visit()
say, town = said.say, case.guide.scheme.municipality
verdict = case.verdict

is_back = top(say("result.title"), "result", "check")
st.header(say("next.title"), anchor=False)
steps = step_lines(case, said)
numbered(steps)
st.header(wording.outlook(case, said), anchor=False)
paragraph(say("outlook.not_a_decision"))
if len(set(verdict.children)) > 1:
    paragraph(say("outlook.mixed"))
    facts(
        (wording.child_name(case, place, said), say(f"outlook.child.{outlook.value}"))
        for place, outlook in enumerate(verdict.children)
    )
details(say("result.keep_in_mind"), *note_lines(case, said, ABOUT_THE_AMOUNT | {"stale"}))
for part in PARTS:
    show_part(case, part)
details(say("result.law.title"), *law_lines(case))
explain_terms(*(step for step, _ in steps), *condition_words(case), say("result.law.title"))
read_on = in_words(case.guide.scheme.read_on, mine.language)
paragraph(say("about.read_on", gemeente=town.said_in(mine.language), day=read_on), "step-line")
is_applying = st.button(say("nav.to_apply"), key="apply")
is_next = onward(say("nav.to_cost"))
bottom()
if is_applying:
    mine.applies_anyway = mine.applies_anyway or not case.papers
    st.switch_page("papers.py")
if is_next:
    to_first("cost")
if is_back:
    to_last("check")
