"""The frame around every page: page setup and navigation."""

import streamlit as st

from pages._keeping import catch_up, keep
from pages._speaking import is_in_reach, said_on
from pages._visit import cookie, visit
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
    catch_up()  # it may lead to another page, so they must be known
    visit().page = shown.url_path or "start"
    visit().is_in_reach = is_in_reach(visit().page)
    try:
        shown.run()
    finally:  # also when a page leads to another one, or breaks
        keep()
