"""Bringing a pack or a file back: everything that was filled in before is there again."""

import streamlit as st

from pages import _reopening
from pages._layout import bottom, field_error, top
from pages._packs import Reopening
from pages._reopened import ask_first, tell
from pages._unlocking import ask_passphrase
from pages._visit import arrive, cookie, texts, visit
from pages._words import bullets, paragraph
from web.limits import LIMITS
from web.uploads import let_go


def choose() -> None:
    """Choose the pack, or the file that was kept."""
    now = mine.reopening
    key = f"pack-{now.round}"
    arrive("reopen")
    mine.errors = {key: say(f"reopen.refused.{now.refused}")} if now.refused else {}
    mine.problem = "reopen.refused"
    is_back = top(say("reopen.title"), "reopen")
    mine.problem = "error.summary"
    paragraph(say("reopen.lead"))
    bullets(say(f"reopen.{which}") for which in ("which", "not_paper"))
    field_error(key)
    file = st.file_uploader(say("reopen.label"), key=key)
    if file:
        now.round += 1
        mine.attempt += 1
        let_go([file])
        with st.spinner(say("reopen.reading")), LIMITS.alone(cookie()):
            _reopening.bring(file.getvalue())
        st.rerun()
    if is_back:
        mine.errors, mine.reopening = {}, Reopening(round=now.round)
        st.switch_page("start.py")


mine, say = visit(), texts().say
if mine.reopening.locked:
    ask_passphrase()
elif (found := mine.reopening.found) is None:
    choose()
elif mine.reopening.is_done:
    tell(found)
else:
    ask_first(found)
bottom()
