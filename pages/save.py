"""Keeping what was filled in so far: one file that this website opens again."""

import streamlit as st

from pages._download import renewal
from pages._keeping import is_kept
from pages._layout import bottom, onward, top
from pages._tools import go_back
from pages._visit import texts, visit
from pages._ways_to_save import WAYS, as_a_pack, with_ours, with_own
from pages._words import paragraph, plain

say = texts().say
if visit().municipality is None:
    st.switch_page("start.py")

is_back = top(say("save.title"), "save")
paragraph(say("save.lead" if is_kept() else "save.lead_not_kept"))
way = st.radio(
    say("save.way"),
    WAYS,
    format_func=lambda one: plain(say(f"save.way.{one}")),
    key=f"save-way-{visit().language}",
    label_visibility="collapsed",
)
match way:
    case "own":
        with_own()
    case "open":
        as_a_pack()
    case _:
        with_ours()
renewal()
is_next = onward(say("save.go_on"))
bottom()
if is_next or is_back:
    go_back()
