"""Taking a child off the list, after asking once more."""

from html import escape

import streamlit as st

from pages._visit import remove_child, texts
from pages._words import plain

ASKED = "removing"
"""The child, from 0, of whom is asked whether that is sure."""


def may_be_removed(child: int, name: str) -> None:
    """The button that takes a child away, or the question whether that is sure.

    Args:
        child: its place, from 0.
        name: as the page calls it.
    """
    if st.session_state.get(ASKED) != child:
        caption = plain(texts().say("child.remove", child=name))
        if st.button(caption, key=f"remove-{child}", type="tertiary"):
            _ask(child)
        return
    st.html(f"<p data-asks>{escape(texts().say('child.remove_sure', child=name))}</p>")
    with st.container(horizontal=True):
        _answer(child, name)


def ask_no_more() -> None:
    """The question does not wait for who goes elsewhere."""
    st.session_state.pop(ASKED, None)


def _answer(child: int, name: str) -> None:
    say = texts().say
    if st.button(plain(say("child.remove_yes", child=name)), key="remove_yes"):
        remove_child(child)
        _ask(None)
    if st.button(say("nav.wipe_no"), key="remove_no"):
        _ask(None)


def _ask(child: int | None) -> None:
    st.session_state[ASKED] = child
    st.rerun()
