"""Links to files that are made when they are fetched, once, by this visitor alone."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple

import streamlit as st

from pages._visit import cookie, texts
from web.downloads import offer

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"


class File(NamedTuple):
    """A file to be had: what it is called, and how its bytes are made, in another thread."""

    name: str
    media_type: str
    make: Callable[[], bytes]


def link(label: str, file: File, about: str = "", css: str = "button-link") -> str:
    """A link, as HTML. After the click the page offers the file anew; it needs `renewal` once.

    Args:
        label: what the link says.
        file: what it gives.
        about: in Dutch, for who listens: what this link is for, where several say the same.
        css: how it looks; `button-link quiet` where it is not the main thing to do.
    """
    token = offer(cookie(), file.make, file.name, file.media_type)
    more = f'<span class="visually-hidden" lang="nl">: {escape(about)}</span>' if about else ""
    return (
        f'<a class="{css}" download data-renew="renew_downloads"'
        f' href="/download/{token}">{escape(label)}{more}</a>'
    )


def renewal() -> None:
    """The button that a script presses after a download; nobody sees it."""
    st.button(texts().say("pack.make"), key="renew_downloads")
