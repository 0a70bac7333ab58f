"""Our own index.html: Streamlit's, with our language, title, style and scripts, and without theirs.

The browser must know the language from the first byte (WCAG 3.1.1), and Streamlit has no option for
it. So each page address is answered here, before Streamlit sees it.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from smi_core.words import Language
from web import activity, language, leaving, own_files, visitor
from web.addresses import DOWNLOADS, OURS
from web.first_screen import first_screen, preloads
from web.pinned import require
from web.plain_page import plain_page
from web.sentences import say

_STREAMLIT = Path(st.__file__).parent / "static" / "index.html"
_OURS = f".{own_files.ADDRESS}"
_ICON = f'<link rel="icon" href="{_OURS}/favicon.png" />'
_FILES = f"""<link rel="stylesheet" href="{_OURS}/app.css" />
    <link rel="preload" as="font" type="font/woff2" crossorigin
      href="{_OURS}/fonts/source-sans-3-latin.woff2" />
    <script src="{_OURS}/left.js"></script>
    <script type="module" src="{_OURS}/shell.js"></script>
    """
_UNKEPT = '<form id="unkept" method="dialog" autocomplete="off" hidden></form>'
"""Boxes belong to it, so that the browser keeps nothing of them: see static/unkept.js."""
_NOT_PAGES = (
    *("_stcore", "media", "component", "static", "app"),
    *(one.strip("/") for one in (*OURS, DOWNLOADS)),
)


def build(chosen: Language, html: str, is_start: bool = True) -> str:
    """Streamlit's index.html made ours, in one language, for the start or another page.

    Raises:
        StreamlitChanged: something we replace is not there exactly once.
    """
    html = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL).strip()
    title = escape(say("title", chosen))
    html = _replace(html, r'<html lang="en">', f'<html lang="{chosen}">')
    html = _replace(html, r"<title>Streamlit</title>", f"<title>{title}</title>")
    html = _replace(html, r'<link rel="shortcut icon" href="./favicon.png" />', _ICON)
    html = _replace(html, r'<link\s+rel="preload"[^>]*SourceSansVF[^>]*/>', "")
    html = _replace(html, r'<link rel="service-desc"[^>]*/>', "")
    html = _replace(html, r"<noscript>.*?</noscript>", first_screen(chosen, is_start))
    html = _replace(html, r'(?=<div id="root">)', _UNKEPT)
    html = _replace(html, r'(?=<script type="module" crossorigin)', _FILES)  # ours runs first
    return _replace(html, r"(?=</head>)", f"{preloads(html)}\n  ")


def _replace(html: str, pattern: str, new: str) -> str:
    changed, times = re.subn(pattern, lambda _: new, html, flags=re.DOTALL)
    require(times == 1, f"index.html has {pattern} once (found {times} times)")
    return changed


def script_hashes(html: str) -> str:
    """The inline scripts as the content security policy wants to know them."""
    scripts = re.findall(r"<script>(.*?)</script>", html, flags=re.DOTALL)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


_THEIRS = _STREAMLIT.read_text("utf-8")
PAGES: Mapping[tuple[str, bool], str] = {
    (chosen, is_start): build(chosen, _THEIRS, is_start)
    for chosen in language.LANGUAGES
    for is_start in (True, False)
}
"""The pages as they are sent, by language and by whether it is the start."""


class IndexPage:
    """Answers each page address with our index.html, and hands the visitor their cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        answer = page_for(Request(scope)) if _asks_for_page(scope) else self.app
        await answer(scope, receive, send)


def page_for(request: Request) -> Response:
    """The index page for this visitor."""
    if visitor.is_sent_to_counter(request):
        return plain_page(request, "counter", 200, onto=request.url.path)
    response = Response(
        PAGES[language.of(request), request.url.path == "/"], media_type="text/html"
    )
    visitor.set_cookies(request, response)
    activity.touch(request)
    if visitor.has_left(request.cookies):
        leaving.finish(request, response)
    return response


def _asks_for_page(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and is_page(scope["path"])


def is_page(path: str) -> bool:
    """Whether a page stands at this path: one word, or none.

    The browser probes `/word/_stcore/health` to find where the website begins, and needs a "not
    found" there. With a page for an answer, deep links and refreshing break.

    >>> is_page("/"), is_page("/resultaat"), is_page("/healthz"), is_page("/a/_stcore/health")
    (True, True, False, False)
    """
    word = path.removeprefix("/")
    return not ("/" in word or "." in word or word in _NOT_PAGES)
