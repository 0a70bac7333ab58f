"""The papers of this family, with the files that go along, and how far the parent is with each."""

import streamlit as st

from pages._card import to_last
from pages._card_of_paper import show_paper
from pages._download import renewal
from pages._layout import bottom, onward, paragraph, top
from pages._letters import letter_links
from pages._visit import my_case, texts, visit, way_back
from smi_core.lists import KINDS

case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality.said_in(visit().language)

back = top(say("papers.title"), "papers", "papers")
if case.papers:
    paragraph(say("papers.intro", gemeente=town))
else:
    paragraph(say("papers.empty"))
    if st.button(say("papers.anyway"), key="anyway"):
        mine.applies_anyway = True
        st.rerun()
links = letter_links(case)
for kind in KINDS:
    if items := [item for item in case.papers if item.paper.kind == kind]:
        st.header(say(f"papers.kind.{kind}"), anchor=False)
        for item in items:
            show_paper(item, case, links)
if links:
    renewal()
forward = onward(say("nav.next"))
bottom()

if (forward or back) and way_back():
    st.switch_page("check.py")
if forward:
    st.switch_page("questions.py", query_params={"deel": "apply"})
if back:
    to_last("week")
