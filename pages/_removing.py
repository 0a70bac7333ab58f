"""Taking a child off the list, after asking once more."""

from html import escape

import streamlit as st

from pages._visit import remove_child, texts, visit
from pages._words import paragraph, plain

ASKED = "removing"
"""The child, from 0, of whom is asked whether that is sure, and how many there were then."""


def show_child(child: int, name: str, *, is_only: bool) -> None:
    """A child on the list, with the way to take it off.

    Args:
        child: its place, from 0.
        name: as the page calls it.
        is_only: there is no other, so that this one stays.
    """
    is_asked = st.session_state.get(ASKED) == (child, len(visit().children))
    with st.container(key=f"child-{child}"):
        with st.container(key=f"line-child-{child}", horizontal=True, vertical_alignment="center"):
            paragraph(name)
            if not is_only and not is_asked:
                _offer(child, name)
        if is_asked:
            _make_sure(child, name)


def ask_no_more() -> None:
    """The question does not wait for who goes elsewhere."""
    st.session_state.pop(ASKED, None)


def _offer(child: int, name: str) -> None:
    caption = plain(texts().say("child.remove", child=name))
    if st.button(caption, key=f"remove-{child}", type="tertiary"):
        _ask(child)


def _make_sure(child: int, name: str) -> None:
    say = texts().say
    st.html(f"<p data-asks>{escape(say('child.remove_sure', child=name))}</p>")
    with st.container(horizontal=True):
        if st.button(plain(say("child.remove_yes", child=name)), key="remove_yes"):
            remove_child(child)
            _ask(None)
        if st.button(say("nav.wipe_no"), key="remove_no"):
            _ask(None)


def _ask(child: int | None) -> None:
    st.session_state[ASKED] = (child, len(visit().children))
    st.rerun()
