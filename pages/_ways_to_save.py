"""The ways to keep what was filled in: a file under lock and key, or a pack that all can read."""

from html import escape

import streamlit as st

from pages._download import link
from pages._inputs import REST
from pages._packing import as_pdf, packed
from pages._saving import locked_link, show_link
from pages._visit import my_case, texts
from pages._words import details, field_label, paragraph
from smi_core.passphrases import is_long_enough

FIELD = "own"


def with_own() -> None:
    """One file, as soon as the passphrase is long enough."""
    say = texts().say
    paragraph(say("save.own_lead"))
    typed = _own_passphrase()
    if is_long_enough(typed):
        show_link(locked_link(say("save.download"), typed))
        details(say("save.later"), say("save.later_locked"))


def as_a_pack() -> None:
    """The pack, as the municipality gets it."""
    say = texts().say
    paragraph(say("save.open_lead"))
    show_link(link(say("save.download_open"), as_pdf(packed(my_case()), say("save.file_name"))))
    details(say("save.later"), say("save.later_open"))


def _own_passphrase() -> str:
    """A field for it, and what it still lacks."""
    label = texts().say("save.own_label")
    field_label(label)
    with st.container(key=FIELD):
        typed = st.text_input(
            label,
            key=f"{FIELD}-text",
            autocomplete="off",
            live=REST,
            label_visibility="collapsed",
        )
        told = "" if is_long_enough(typed) else escape(texts().say("save.own_short"))
        marks = f'id="read-{FIELD}" data-describes="{FIELD}" data-reading'
        keys = f'data-about="{FIELD}" data-inputmode="text"'
        st.html(f'<p class="field-note" {marks}>{told}</p><span hidden {keys}></span>')
    return typed
