"""The frame around every page: page setup and navigation."""

import streamlit as st

from pages._visit import texts, visit

say = texts().say
PAGES = {
    "start": "site.start",
    "questions": "site.questions",
    "children": "site.children",
    "result": "site.result",
    "cost": "site.cost",
    "papers": "site.papers",
    "paper": "site.paper",
    "check": "site.check",
    "pack": "site.pack",
    "reopen": "site.reopen",
    "save": "site.save",
}

st.set_page_config(layout="centered")
shown = st.navigation(
    [
        st.Page(
            f"{name}.py",
            title=f"{say(title)} - {say('site.name')}",
            url_path=name,
            default=name == "start",
        )
        for name, title in PAGES.items()
    ],
    position="hidden",
)
visit().page = shown.url_path or "start"
shown.run()
