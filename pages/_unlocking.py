"""The passphrase of a file that somebody brought."""

from html import escape

import streamlit as st

from pages import _reopening
from pages._layout import field_error, onward, top
from pages._packs import Reopening
from pages._visit import cookie, texts, visit
from pages._words import field_label, paragraph
from web.limits import LIMITS

FIELD = "passphrase"
"""The key of the field, which everybody may read: a hidden text cannot be checked by who types."""


def ask_passphrase() -> None:
    """Ask for it until the file opens, or another one is chosen."""
    mine, say = visit(), texts().say
    mine.problem = "reopen.not_yet"
    is_back = top(say("reopen.locked"), "reopen-locked")
    mine.problem = "error.summary"
    paragraph(say("reopen.locked_lead"))
    typed = _field()
    is_other = st.button(say("reopen.other_file"), key="other_file", type="tertiary")
    if onward(say("reopen.open")):
        _try(typed)
        st.rerun()
    if is_back or is_other:
        mine.errors, mine.reopening = {}, Reopening(round=mine.reopening.round)
        st.rerun()


def _field() -> str:
    say = texts().say
    field_label(say("reopen.passphrase"))
    field_error(FIELD)
    with st.container(key=FIELD):
        typed = st.text_input(
            say("reopen.passphrase"),
            key=f"{FIELD}-text",
            autocomplete="off",
            label_visibility="collapsed",
        )
        help_ = escape(say("reopen.passphrase_help"))
        st.html(
            f'<p class="field-note" id="help-{FIELD}" data-describes="{FIELD}">{help_}</p>'
            f'<span hidden data-about="{FIELD}" data-inputmode="text"></span>'
        )
    return typed


def _try(typed: str) -> None:
    mine, say = visit(), texts().say
    mine.attempt += 1
    if not typed.strip():
        mine.errors = {FIELD: say("reopen.passphrase_missing")}
        return
    with st.spinner(say("reopen.reading")), LIMITS.alone(cookie()):
        _reopening.unlock(typed)
    refused = mine.reopening.refused
    mine.errors = {FIELD: say(f"reopen.refused.{refused}")} if refused else {}
