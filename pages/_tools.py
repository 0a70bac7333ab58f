"""The bar at the top of every screen: whose site this is, the way back, keeping, the language."""

from html import escape

import streamlit as st

from pages._visit import texts, visit, wipe
from smi_core.content import load_scheme
from smi_core.words import Language

NAMES: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
"""What each language is called in itself."""
SAVE = "save"


def tools(*, back: bool) -> bool:
    """The bar. The language is acted on here, for a field keeps what was typed.

    Args:
        back: there is a screen before this one.

    Returns:
        Whether "back" was pressed.
    """
    say = texts().say
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="masthead">{escape(_name())}</p>')
        if st.button(say("nav.leave"), key="leave"):
            wipe()
            st.stop()
    with st.container(key="tools", horizontal=True, vertical_alignment="center"):
        is_back = back and st.button(say("nav.back"), key="back", type="tertiary")
        if visit().page != SAVE and visit().municipality:
            st.button(say("nav.save"), key=SAVE, type="tertiary")
        _languages()
        st.html("<span data-aloud-place></span>")
    return is_back


def keep_if_asked() -> None:
    """Go to the page that keeps the answers, and remember where the visitor comes from."""
    mine = visit()
    if mine.page != SAVE and st.session_state.get(SAVE):
        mine.came_from = (mine.page, dict(st.query_params))
        st.switch_page(f"{SAVE}.py")


def _name() -> str:
    """The site, or the municipality with it."""
    mine, name = visit(), texts().say("site.name")
    if mine.municipality is None:
        return name
    town = load_scheme(mine.municipality).municipality.said_in(mine.language)
    return f"{town}: {name}"


def _languages() -> None:
    """The other languages, each called as it calls itself."""
    mine = visit()
    for language, name in NAMES.items():
        if language == mine.language:
            continue
        if st.button(name, key=f"language-{language}", type="tertiary"):
            mine.language = language
            mine.errors = {}
            st.rerun()
