"""Keeping what was filled in so far: one file that this website opens again."""

import streamlit as st

from pages._download import link, renewal
from pages._layout import bottom, onward, top
from pages._packing import as_pdf, packed
from pages._tools import go_back
from pages._visit import my_case, texts
from pages._words import numbered, paragraph

say = texts().say
case = my_case()

is_back = top(say("save.title"), "save")
paragraph(say("save.lead"))
st.html(f"<p>{link(say('save.download'), as_pdf(packed(case), say('save.file_name')))}</p>")
numbered(tuple((say(f"save.{step}"), "") for step in ("one", "two", "three")))
paragraph(say("save.careful"))
renewal()
is_next = onward(say("save.go_on"))
bottom()
if is_next or is_back:
    go_back()
