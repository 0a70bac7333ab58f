"""Keeping what was filled in so far: one file that this website opens again."""

import streamlit as st

from pages._download import renewal
from pages._keeping import is_kept
from pages._layout import bottom, onward, top
from pages._saving import with_ours
from pages._tools import go_back
from pages._visit import Saving, texts, visit
from pages._ways_to_save import as_a_pack, with_own
from pages._words import details, paragraph

OTHERS: tuple[Saving, ...] = ("own", "open")


def show_ours() -> None:
    """A file with a passphrase of ours, and the ways to have it otherwise."""
    with_ours()
    paragraph(say("save.lead" if is_kept() else "save.lead_not_kept"))
    details(say("save.later"), say("save.later_locked"))
    for other in OTHERS:
        if st.button(say(f"save.to_{other}"), key=f"to_{other}", type="tertiary"):
            mine.saving = other
            st.rerun()


mine, say = visit(), texts().say
if mine.municipality is None:
    st.switch_page("start.py")
if not mine.screen.startswith("save"):
    mine.saving = "ours"

match mine.saving:
    case "own":
        is_back = top(say("save.own"), "save-own")
        with_own()
    case "open":
        is_back = top(say("save.open"), "save-open")
        as_a_pack()
    case "ours":
        is_back = top(say("save.title"), "save")
        show_ours()
renewal()
is_next = onward(say("save.go_on"), main=False)
bottom()
if is_back and mine.saving != "ours":
    mine.saving = "ours"
    st.rerun()
if is_next or is_back:
    go_back()
