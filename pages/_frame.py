"""The frame around every page: page setup and navigation."""

import streamlit as st

from pages import _idle
from pages._broken import attempt, draw
from pages._keeping import catch_up, keep, tell
from pages._speaking import is_in_reach, said_on
from pages._visit import cookie, visit
from web.finishing import undisturbed
from web.limits import LIMITS
from web.turns import in_turn

PAGES = {
    "start": "site.start",
    "questions": "site.questions",
    "children": "site.children",
    "kot": "site.kot",
    "result": "site.result",
    "cost": "site.cost",
    "week": "site.week",
    "papers": "site.papers",
    "paper": "site.paper",
    "check": "site.check",
    "pack": "site.pack",
    "reopen": "site.reopen",
    "save": "site.save",
    "accessibility": "site.accessibility",
    "balie": "site.start",
}

st.set_page_config(layout="centered")
shown = st.navigation(
    [
        st.Page(
            f"{name}.py",
            title=" - ".join(said_on(name, title, "site.name")),
            url_path=name,
            default=name == "start",
        )
        for name, title in PAGES.items()
    ],
    position="hidden",
)
with in_turn(cookie()), LIMITS.counted(cookie()):
    # The first two may lead to a page, so the pages must be known.
    must_ask = _idle.look_after()
    attempt(catch_up)
    visit().page = shown.url_path or "start"
    visit().is_in_reach = is_in_reach(visit().page)
    try:
        draw(shown.run)
        if must_ask:
            _idle.ask()
    finally:  # also when a page leads to another one, or breaks
        with undisturbed():
            attempt(keep)
    tell()
