"""A visit that nobody is at any more: asks whether somebody is there, and wipes it if not."""

from html import escape

import streamlit as st

from pages._keeping import wipe
from pages._visit import Visit, cookie, texts, visit
from web import activity


def look_after() -> bool:
    """Before a page is drawn: wipe the visit if nobody was there for too long.

    Returns:
        Whether the visitor must be asked if they are there.
    """
    stand = activity.watch(cookie(), _limit(visit()))
    if stand == "gone":
        wipe()
        visit().lapsed = True
        activity.start_anew()
        st.switch_page("start.py")
    return stand == "asked"


def ask() -> None:
    """After a page was drawn, so that nothing on it moves; a press is enough, or any key."""
    say, kind = texts().say, _kind(visit())
    with st.container(key="idle"):
        words = "".join(f"<p>{escape(say(key))}</p>" for key in ("idle.title", f"idle.soon_{kind}"))
        st.html(f'<div role="alert">{words}</div>')
        st.button(say("idle.here"), key="still_here", type="primary")


def lapsed() -> None:
    """On the start: why everything is gone."""
    if visit().lapsed:
        said = texts().say(f"idle.gone_{_kind(visit())}")
        st.html(f'<p class="notice" role="status">{escape(said)}</p>')


def _kind(mine: Visit) -> str:
    return "shared" if mine.keeping.is_shared else "own"


def _limit(mine: Visit) -> float:
    if mine.municipality is None and mine.page != "reopen":  # nothing was said yet
        return activity.NEVER
    return activity.SHARED if mine.keeping.is_shared else activity.OWN
