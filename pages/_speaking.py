"""How far the language of a visitor reaches: a page speaks one language, never two mixed."""

from html import escape

import streamlit as st

from pages._visit import visit
from smi_core.content import load_partial, load_texts
from smi_core.languages import Covers
from smi_core.words import LANGUAGES

PAGES: dict[Covers, frozenset[str]] = {
    "check": frozenset({"start", "questions", "children", "kot", "result"})
}
"""The pages up to where a language goes; of the questions only those of that part."""


def is_in_reach(page: str) -> bool:
    """Whether a page has the language of this visitor; if not, it speaks Dutch."""
    chosen = visit().chosen
    if chosen in LANGUAGES:
        return True
    covers = load_partial(chosen).covers
    part = st.query_params.get("deel", covers) if page == "questions" else covers
    return page in PAGES[covers] and part == covers


def said_on(page: str, *keys: str) -> list[str]:
    """Sentences in the language of a page, which need not be the page that is shown."""
    language = visit().chosen if is_in_reach(page) else "nl"
    return [load_texts(language).say(key) for key in keys]


def notice() -> None:
    """What to know of a language that says a part: nobody checked it, or this page is Dutch."""
    mine = visit()
    if mine.chosen in LANGUAGES:
        return
    spoken = load_partial(mine.chosen)
    told = spoken.unreviewed if mine.is_in_reach else spoken.only_dutch
    if told:
        ways = f'lang="{spoken.code}" dir="{spoken.direction}"'
        st.html(f'<p class="step-line" {ways}>{escape(told)}</p>')
