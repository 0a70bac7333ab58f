"""One paper on the list: what it is, what was added to it, and how far the parent is."""

from html import escape

import streamlit as st

from pages._layout import bullets, facts, plain, quote
from pages._letters import Links, show_letters
from pages._preview import summary
from pages._visit import keep_paper, texts, visit, way_back
from smi_core.answers import LONGEST_NOTE
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.letters import letter_of
from smi_core.lists import paper_details, paper_name, papers_in_order
from smi_core.scheme import Paper

STATES = ("none", "have", "asked", "cannot", "not_applicable")


def show_paper(item: ChecklistItem, case: Case, links: Links) -> None:
    """The card of one paper, with the links to letters that may help to get it."""
    said, paper = texts(), item.paper
    st.subheader(paper_name(item, said), anchor=False)
    bullets(paper_details(item, case, said))
    with st.expander(said.say("why.title")):
        quote(paper.cite.quote, case.guide.scheme.sources[paper.cite.source].title)
    if kind := letter_of(item):
        show_letters(kind, links)
    if paper.kind != "answer":
        _show_files(paper)
    _ask_state(paper)


def show_progress(case: Case) -> None:
    """How far each paper is, with a way to change that and to come back."""
    said = texts()
    title = said.say("papers.title")
    st.header(title, anchor=False)
    facts((paper_name(item, said), _progress(item)) for item in papers_in_order(case))
    label = said.say("check.change", title=title)
    if st.button(label, key="change-papers", type="tertiary"):
        st.switch_page("papers.py", query_params={"terug": "check"})


def _progress(item: ChecklistItem) -> str:
    say, added = texts().say, visit().attaching.of(item.paper.id)
    if added:
        return say("upload.added_count", number=len(added))
    return say(f"papers.state.{item.state.state if item.state else 'none'}")


def _show_files(paper: Paper) -> None:
    """What was added to a paper, and the way to add more."""
    mine, said = visit().attaching, texts()
    say, added = said.say, mine.of(paper.id)
    if st.query_params.get("papier") == paper.id:  # just back from adding: the focus starts here
        told = say("upload.added_count", number=len(added)) if added else say("upload.added_none")
        st.html(f'<p class="notice" data-start>{escape(told)}</p>')
    bullets(summary(one) for one in added)
    if waits := bool(mine.waiting_for(paper.id)):
        st.warning(say("upload.waiting"))
    action = say(_action(waits=waits, is_added=bool(added)))
    name = paper.text.said_in(said.language)
    if st.button(plain(say("upload.for", action=action, paper=name)), key=f"add-{paper.id}"):
        st.switch_page("paper.py", query_params={"papier": paper.id, **way_back()})


def _action(*, waits: bool, is_added: bool) -> str:
    """What the button to the files of a paper leads to."""
    if waits:
        return "upload.open_waiting"
    return "upload.open_again" if is_added else "upload.open"


def _ask_state(paper: Paper) -> None:
    mine, say = visit(), texts().say
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
        written = now.note if now else ""
        note = st.text_input(
            say("papers.note"), written, max_chars=LONGEST_NOTE, key=f"note-{paper.id}"
        )
    keep_paper(paper.id, state, note)
