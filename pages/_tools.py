"""The bar at the top of every screen: whose site this is, the way back, keeping, the language."""

from html import escape

import streamlit as st

from pages._keeping import wipe
from pages._visit import texts, visit
from smi_core.content import languages, load_scheme
from smi_core.kept import LONGEST_WORD

SAVE = "save"
STATEMENT = "accessibility"
ASIDE = frozenset({SAVE, STATEMENT})
"""Pages that stand beside the way through, and lead back to where the visitor was."""
ASKED = ("vraag", "deel", "papier", "regel", "terug")
"""What addresses of ours ask of a page."""


def tools(*, back: bool) -> bool:
    """The bar. The language is acted on here, for a field keeps what was typed.

    Args:
        back: there is a screen before this one.

    Returns:
        Whether "back" was pressed.
    """
    say = texts().say
    _colour()
    with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="masthead">{escape(_name())}</p>')
        if st.button(say("nav.leave"), key="leave"):
            wipe()
            st.stop()
    with st.container(key="tools", horizontal=True, vertical_alignment="center"):
        is_back = back and st.button(say("nav.back"), key="back", type="tertiary")
        if visit().page != SAVE and visit().municipality:
            st.button(say("nav.save"), key=SAVE, type="tertiary")
        if visit().municipality is None:  # the first screen shows each language by its own name
            _languages(is_short=True)
        else:
            with st.popover(say("nav.language"), type="tertiary", key="languages"):
                _languages()
        st.html("<span data-aloud-place></span>")
    return is_back


def is_stepping_aside() -> bool:
    """Whether a page beside the way was asked for."""
    return any(st.session_state.get(page) for page in ASIDE - {visit().page})


def step_aside() -> None:
    """Go to a page beside the way, if that was asked, and remember where the visitor comes from."""
    mine = visit()
    for page in ASIDE - {mine.page}:
        if st.session_state.get(page):
            if mine.page not in ASIDE:
                mine.came_from = (mine.page, way_here())
            st.switch_page(f"{page}.py")


def way_here() -> dict[str, str]:
    """What the address asks of the page; others may add anything to it."""
    asked = ((name, st.query_params.get(name, "")) for name in ASKED)
    return {name: value for name, value in asked if 0 < len(value) <= LONGEST_WORD}


def go_back() -> None:
    """From a page beside the way to where the visitor was."""
    page, query = visit().came_from
    st.switch_page(f"{page}.py", query_params=query)


def _colour() -> None:
    """The accent of the municipality, where its file has one."""
    town = visit().municipality
    if town and (accent := load_scheme(town).accent):
        rules = f"--light-accent: {accent.light}; --dark-accent: {accent.dark};"
        st.html(f"<style>:root {{ {rules} }}</style>")


def _name() -> str:
    """Whose site this is: the municipality's, once it is known."""
    mine, say = visit(), texts().say
    if mine.municipality is None:
        return say("site.name")
    town = load_scheme(mine.municipality).municipality.said_in(mine.language)
    return say("site.of_town", gemeente=town)


def _languages(*, is_short: bool = False) -> None:
    """The other languages, each called as it calls itself.

    Args:
        is_short: only the name. What there is to know of it stands on the page once it is chosen.
    """
    mine = visit()
    for language in languages():
        if language.code == mine.chosen:
            continue
        name = language.name if is_short else language.label()
        if st.button(name, key=f"language-{language.code}", type="tertiary"):
            mine.language = language.code
            mine.errors = {}
            st.rerun()
