"""The papers of this family: how far it is with each, and the way to the card of each."""

import streamlit as st

from pages._card import to_last
from pages._layout import bottom, explain_terms, onward, paragraph, top
from pages._rows_of_papers import show_rows
from pages._visit import my_case, texts, visit, way_back

case, mine = my_case(), visit()
say, town = texts().say, case.guide.scheme.municipality.said_in(mine.language)

back = top(say("papers.title"), "papers", "papers")
if case.papers:
    paragraph(say("papers.intro", gemeente=town))
    show_rows(case)
    explain_terms(*(item.paper.text.said_in(mine.language) for item in case.papers))
else:
    paragraph(say("papers.empty"))
    show_rows(case)
    if st.button(say("papers.anyway"), key="anyway"):
        mine.applies_anyway = True
        st.rerun()
forward = onward(say("nav.next"))
bottom()

if (forward or back) and way_back():
    st.switch_page("check.py")
if forward:
    st.switch_page("questions.py", query_params={"deel": "apply"})
if back:
    to_last("week")
