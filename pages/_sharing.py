"""A computer of more people: nothing is kept there, and what stays open is wiped soon."""

from html import escape

import streamlit as st

from pages._keeping import wipe
from pages._visit import texts, visit
from web import visitor


def share(*, is_shared: bool) -> None:
    """From now on this is a computer of more people, or somebody's own device.

    A draft that this browser has is deleted: whose it is, nobody knows.
    """
    known = visit().keeping
    if known.is_shared != is_shared:
        known.is_shared, known.must_forget = is_shared, True


def is_counter() -> bool:
    """Whether one helps the next person after the other here."""
    return visitor.is_counter(st.context.cookies)


def counter() -> bool:
    """What somebody at a counter begins with.

    Returns:
        Whether a pack or file is to be read.
    """
    if not is_counter():
        return False
    say = texts().say
    with st.container(key="counter", horizontal=True):
        if st.button(say("shared.next"), key="next_person"):
            wipe()
            st.rerun()
        return st.button(say("shared.read"), key="have_pack")


def choice() -> None:
    """Lets the visitor say that this is a computer of more people."""
    known, mine, say = visit().keeping, visit(), texts().say
    with st.container(key="sharing"):
        key = f"shared-{mine.language}"
        is_shared = st.checkbox(say("shared.choose"), value=known.is_shared, key=key)
        note = f'<p class="field-note" id="note-{key}" data-describes="{key}">'
        st.html(f"{note}{escape(say('shared.choose_help'))}</p>")
    if is_shared != known.is_shared:
        share(is_shared=is_shared)
        st.rerun()


def told() -> None:
    """On every screen of a shared computer: that nothing is kept. Tells the browser, too."""
    known, say = visit().keeping, texts().say
    if known.is_shared != visitor.is_shared(st.context.cookies):
        st.html(f'<span data-shared="{"yes" if known.is_shared else "no"}" hidden></span>')
    if known.is_shared:
        said = [say("shared.told"), *([say("shared.done")] if visit().municipality else [])]
        st.html(f'<p class="step-line shared">{escape(" ".join(said))}</p>')
