"""The ways to keep what was filled in: a file under lock and key, or a pack that all can read."""

from html import escape

import streamlit as st

from pages._download import link
from pages._inputs import REST
from pages._packing import as_pdf, packed
from pages._saving import locked_link, our_passphrase
from pages._visit import my_case, texts
from pages._words import details, paragraph
from smi_core.passphrases import is_long_enough

WAYS = ("ours", "own", "open")
"""With a passphrase of ours, with one that somebody chose, or without one."""


def with_ours() -> None:
    """One file, and the passphrase to write down."""
    say = texts().say
    paragraph(say("save.write_down"))
    st.html(f'<p class="secret">{our_passphrase()}</p>')
    _get_locked(our_passphrase())


def with_own() -> None:
    """One file, as soon as the passphrase is long enough."""
    say = texts().say
    label = say("save.own")
    st.html(f'<p class="field-label" aria-hidden="true">{escape(label)}</p>')
    with st.container(key="own"):
        typed = st.text_input(
            label, key="own-text", autocomplete="off", live=REST, label_visibility="collapsed"
        )
        told = "" if is_long_enough(typed) else escape(say("save.own_short"))
        marks = 'id="read-own" data-describes="own" data-reading'
        st.html(
            f'<p class="field-note" {marks}>{told}</p>'
            '<span hidden data-about="own" data-inputmode="text"></span>'
        )
    if is_long_enough(typed):
        _get_locked(typed)


def as_a_pack() -> None:
    """The pack, as the municipality gets it."""
    say = texts().say
    paragraph(say("save.open"))
    _get(link(say("save.download_open"), as_pdf(packed(my_case()), say("save.file_name"))))
    details(say("save.later"), say("save.later_open"))


def _get_locked(passphrase: str) -> None:
    say = texts().say
    paragraph(say("save.only_you"))
    _get(locked_link(say("save.download"), passphrase))
    details(say("save.later"), say("save.later_locked"))


def _get(html: str) -> None:
    with st.container(key="get_file"):
        st.html(f"<p>{html}</p>")
