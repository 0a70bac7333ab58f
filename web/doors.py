"""Which addresses of Streamlit stand open: those that the pages need. All others say "not found".

Among the closed: downloads that need no session (`/media`), its interface for programs, its
counters of visitors, logging in, and its own English page for each address that it does not know.
"""

from pathlib import Path

import streamlit as st
from starlette.types import Scope

from web import own_files
from web.addresses import DOWNLOADS, OURS
from web.index_page import is_page
from web.pinned import require

_STATIC = Path(st.__file__).parent / "static"
_FILES = frozenset(f"/{one.relative_to(_STATIC)}" for one in (_STATIC / "static").rglob("*.*"))
"""The program itself. For a file that is not there, Streamlit would send its own page."""

STREAM = "/_stcore/stream"
UPLOADS = "/_stcore/upload_file/"
_OPEN = frozenset({*OURS, "/_stcore/health", "/_stcore/host-config"})
_OPEN_FOLDERS = (UPLOADS, DOWNLOADS, own_files.ADDRESS, "/app/static/")


def is_open(scope: Scope) -> bool:
    """Whether this request asks for something that the website has."""
    path = scope["path"]
    if scope["type"] == "websocket":
        return path == STREAM
    return path in _OPEN or path in _FILES or path.startswith(_OPEN_FOLDERS) or is_page(path)


def check() -> None:
    """Whether the program of Streamlit lies where we know it.

    Raises:
        StreamlitChanged: it does not.
    """
    require(len(_FILES) > 100, "the program is in static/static")
