"""The frame around every page: page setup and navigation."""

import streamlit as st

from pages._visit import texts

say = texts().say
PAGES = {
    "start": "site.start",
    "questions": "site.questions",
    "children": "site.children",
    "result": "site.result",
    "papers": "site.papers",
    "paper": "site.paper",
    "check": "site.check",
    "pack": "site.pack",
    "reopen": "site.reopen",
}

st.set_page_config(layout="centered")
st.navigation(
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
).run()
