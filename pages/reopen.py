"""Bringing a pack back: everything that was filled in before is there again."""

import streamlit as st

from pages import _reopening
from pages._layout import bottom, bullets, facts, field_error, paragraph, top
from pages._packs import Reopening
from pages._visit import texts, visit
from smi_core.content import load_scheme
from smi_core.pack import Reopened
from web.uploads import let_go


def choose() -> None:
    """Choose the pack."""
    now = mine.reopening
    key = f"pack-{now.round}"
    mine.errors = {key: say(f"reopen.refused.{now.refused}")} if now.refused else {}
    top(say("reopen.title"), "reopen", problem=say("reopen.refused"))
    paragraph(say("reopen.lead"))
    bullets(say(f"reopen.{which}") for which in ("which", "not_paper", "not_kept"))
    field_error(key)
    st.html(f'<span data-accept=".pdf" data-accept-for="{key}" hidden></span>')
    file = st.file_uploader(say("reopen.label"), key=key)
    if file:
        now.round += 1
        mine.attempt += 1
        let_go([file])
        with st.spinner(say("reopen.reading")):
            _reopening.bring(file.getvalue())
        st.rerun()


def ask_first(found: Reopened) -> None:
    """There are answers already: may they go?"""
    top(say("reopen.replace"), "reopen-replace")
    paragraph(say("reopen.replace_what", gemeente=town_of(found)))
    with st.container(horizontal=True):
        if st.button(say("reopen.replace_yes"), type="primary", key="replace_yes"):
            _reopening.take_over()
            st.rerun()
        if st.button(say("reopen.replace_no"), key="replace_no"):
            mine.reopening = Reopening(round=mine.reopening.round)
            st.switch_page("check.py")


def tell(found: Reopened) -> None:
    """What came back, and what is asked again."""
    top(say("reopen.done"), "reopen-done")
    files = str(len(found.attachments))
    facts([(say("reopen.town"), town_of(found)), (say("reopen.files"), files)])
    if lost := _reopening.not_taken(found):
        paragraph(say("reopen.lost"))
        bullets(lost)
    with st.container(horizontal=True):
        to_check = st.button(say("reopen.to_check"), type="primary", key="next")
        to_papers = st.button(say("nav.to_papers"), key="papers")
    if to_check or to_papers:
        mine.reopening = Reopening(round=mine.reopening.round)
    if to_check:
        st.switch_page("check.py")
    if to_papers:
        st.switch_page("papers.py", query_params={"terug": "check"})


def town_of(found: Reopened) -> str:
    return load_scheme(found.municipality).municipality.said_in(mine.language)


mine, say = visit(), texts().say
if (found := mine.reopening.found) is None:
    choose()
elif mine.reopening.is_done:
    tell(found)
else:
    ask_first(found)
if not mine.reopening.is_done and st.button(say("nav.back"), key="back"):
    mine.errors, mine.reopening = {}, Reopening(round=mine.reopening.round)
    st.switch_page("start.py")
bottom()
