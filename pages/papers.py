"""The papers of this family, and how far the parent is with each."""

import streamlit as st

from pages._layout import bottom, bullets, paragraph, quote, top
from pages._visit import keep_paper, my_case, texts, visit
from smi_core.checklist import ChecklistItem
from smi_core.lists import paper_details, paper_name

STATES = ("none", "have", "asked", "cannot", "not_applicable")


def show(item: ChecklistItem) -> None:
    """One paper: what it is, where to get it, and how far the parent is."""
    paper = item.paper
    st.subheader(paper_name(item, said), anchor=False)
    bullets(paper_details(item, case, said))
    with st.expander(say("why.title")):
        quote(paper.cite.quote, case.guide.scheme.sources[paper.cite.source].title)
    now = mine.papers.get(paper.id)
    state = st.radio(
        say("papers.state"),
        STATES,
        index=STATES.index(now.state) if now else 0,
        format_func=lambda value: say(f"papers.state.{value}"),
        key=f"paper-{paper.id}-{mine.language}",
    )
    note = ""
    if state in {"asked", "cannot", "not_applicable"}:
        note = st.text_input(say("papers.note"), now.note if now else "", key=f"note-{paper.id}")
    keep_paper(paper.id, state, note)


case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality.said_in(visit().language)

top(say("papers.title"), "papers")
if case.papers:
    paragraph(say("papers.intro", gemeente=town))
else:
    paragraph(say("papers.empty"))
    if st.button(say("papers.anyway"), key="anyway"):
        mine.applies_anyway = True
        st.rerun()
for kind in ("step", "enclose", "answer", "later"):
    if items := [item for item in case.papers if item.paper.kind == kind]:
        st.header(say(f"papers.kind.{kind}"), anchor=False)
        for item in items:
            show(item)
with st.container(horizontal=True):
    if st.button(say("nav.next"), type="primary", key="next"):
        st.switch_page("questions.py", query_params={"deel": "apply"})
    if st.button(say("nav.back"), key="back"):
        st.switch_page("result.py")
bottom()
