"""What is still open, and then all answers; each can be changed, and comes straight back here."""

import streamlit as st

from pages._answers import show_answers, show_open, words_shown
from pages._card import to_last
from pages._layout import bottom, explain_terms, onward, paragraph, top
from pages._rows_of_papers import show_progress
from pages._visit import my_case, texts

case, say = my_case(), texts().say

is_back = top(say("check.title"), "check", "apply")
paragraph(say("check.intro"))
show_open(case)
with st.container(key="answers"):
    show_answers(case)
if case.papers:
    show_progress(case)
explain_terms(*words_shown(case))
to_children = st.button(say("check.children"), key="children", type="tertiary")
is_next = onward(say("nav.to_pack"))
bottom()
if to_children:
    st.switch_page("children.py")
if is_next:
    st.switch_page("pack.py")
if is_back:
    to_last("apply")
