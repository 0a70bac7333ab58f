"""A pack that was read: may it take the place of answers, and what came back."""

import streamlit as st

from pages import _reopening
from pages._layout import onward, top
from pages._packs import Reopening
from pages._visit import texts, visit
from pages._words import bullets, facts, paragraph
from smi_core.content import load_scheme
from smi_core.pack import Reopened


def ask_first(found: Reopened) -> None:
    """There are answers already: may they go?"""
    mine, say = visit(), texts().say
    top(say("reopen.replace"), "reopen-replace", back=False)
    paragraph(say("reopen.replace_what", gemeente=_town_of(found)))
    with st.container(horizontal=True):
        if st.button(say("reopen.replace_yes"), type="primary", key="replace_yes"):
            _reopening.take_over()
            st.rerun()
        if st.button(say("reopen.replace_no"), key="replace_no"):
            mine.reopening = Reopening(round=mine.reopening.round)
            st.switch_page("check.py")


def tell(found: Reopened) -> None:
    """What came back, and what is asked again."""
    mine, say = visit(), texts().say
    top(say("reopen.done"), "reopen-done", back=False)
    files = str(len(found.attachments) + len(found.waiting))
    facts([(say("reopen.town"), _town_of(found)), (say("reopen.files"), files)])
    if lost := _reopening.lost_of(found):
        paragraph(say("reopen.lost"))
        bullets(lost)
    to_papers = st.button(say("nav.to_papers"), key="papers")
    to_check = onward(say("reopen.to_check"))
    if to_check or to_papers:
        mine.reopening = Reopening(round=mine.reopening.round)
    if to_check:
        st.switch_page("check.py")
    if to_papers:
        st.switch_page("papers.py", query_params={"terug": "check"})


def _town_of(found: Reopened) -> str:
    return load_scheme(found.municipality).municipality.said_in(visit().language)
