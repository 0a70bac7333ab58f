"""The first page: what this website does, and which municipality."""

import streamlit as st

from pages import _sharing
from pages._idle import lapsed
from pages._keeping import is_kept
from pages._layout import bottom, field_error, onward, top
from pages._packs import Reopening
from pages._visit import texts, visit
from pages._words import details, explain_terms, paragraph
from smi_core.content import load_scheme, municipalities

mine, say = visit(), texts().say

top(say("start.title"), "start", back=False)
lapsed()
has_pack = _sharing.counter()
paragraph(say("start.lead"))
explain_terms(say("start.lead"))
st.html(
    "<ol>" + "".join(f"<li>{say(f'start.{n}')}</li>" for n in ("one", "two", "three")) + "</ol>"
)
st.header(say("start.choose"), anchor=False)
keys = list(municipalities())
field_error("municipality")
with st.container(key="municipality"):
    chosen = st.radio(
        say("start.choose"),
        keys,
        index=keys.index(mine.municipality) if mine.municipality in keys else None,
        format_func=lambda key: load_scheme(key).name_in_full(mine.language),
        key=f"municipality-choice-{mine.language}",
        label_visibility="collapsed",
    )

details(say("start.other_town"), say("start.choose_help"))
private = say("start.privacy" if is_kept() else "start.privacy_not_kept")
details(say("start.what_we_do"), say("start.we_advise"), private, say("start.leave"))
if not _sharing.is_counter():
    paragraph(say("start.pack_for"))
    has_pack = st.button(say("start.have_pack"), key="have_pack")
    _sharing.choice()
is_next = onward(say("start.begin"))
bottom()

if is_next:
    mine.attempt += 1
    mine.errors = {} if chosen else {"municipality": say("start.choose_error")}
    if chosen:
        mine.municipality = chosen
        st.switch_page("questions.py")
    st.rerun()
if has_pack:
    mine.errors, mine.reopening = {}, Reopening(round=mine.reopening.round)
    st.switch_page("reopen.py")
