"""Our style, scripts and fonts, at an address that changes with them, so that browsers keep them.

Without that, a phone asks for each of them at every visit whether it changed.
"""

import hashlib
from pathlib import Path

import streamlit as st
from starlette.responses import RedirectResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from web import script_words
from web.pinned import require

FOLDER = Path(__file__).parent.parent / "static"
_MEDIA = Path(st.__file__).parent / "static" / "static" / "media"


def _version() -> str:
    """A word that is another one as soon as one of our files is."""
    digest = hashlib.sha256()
    files = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    digest.update(script_words.SCRIPT.encode())
    return digest.hexdigest()[:12]


ADDRESS = f"/app/static/{_version()}"
"""Where our files are; what is kept under it never changes."""

SCRIPTS = ("words.js", *sorted(path.name for path in FOLDER.glob("*.js")))

_FONTS = (
    ("MaterialSymbols-Rounded.*.woff2", "material-symbols.woff2"),
    ("SourceSansVF-Upright.*.woff2", "source-sans-3-latin.woff2"),
)
"""Fonts that Streamlit fetches at once, half a megabyte, and ours that are enough."""


def _named(pattern: str) -> str:
    """The font of Streamlit that has such a name.

    Raises:
        StreamlitChanged: there is not exactly one.
    """
    found = [path.name for path in _MEDIA.glob(pattern)]
    require(len(found) == 1, f"there is one font {pattern} (found {found})")
    return found[0]


LEADS = {f"/static/media/{_named(theirs)}": f"{ADDRESS}/fonts/{ours}" for theirs, ours in _FONTS}
"""From a font of Streamlit to ours. Its routes are closed to us, hence the middleware."""


class OwnFonts:
    """Answers with our fonts where a browser asks for Streamlit's."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        ours = LEADS.get(scope["path"]) if scope["type"] == "http" else None
        headers = {"cache-control": "public, max-age=3600"}
        answer = RedirectResponse(ours, 302, headers) if ours else self.app
        await answer(scope, receive, send)


ROUTES: tuple[BaseRoute, ...] = (
    Route(f"{ADDRESS}/words.js", script_words.script),
    Mount(ADDRESS, StaticFiles(directory=FOLDER)),
    Mount("/app/static", StaticFiles(directory=FOLDER)),
)
