"""Puts the web shell together: what `app.py` hands to Streamlit."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime import get_instance

from web import doors, drafts, errors, forgetting, no_dumps, routes, uploads, waking
from web.activity import Noticing
from web.compression import Compression
from web.finishing import finish_scripts
from web.forgetting import NothingHeld
from web.headers import Headers, hide_server
from web.index_page import IndexPage
from web.janitor import keep_tidy
from web.leaving import Door
from web.own_files import OwnFonts
from web.pinned import TRIED_WITH, require
from web.slow_requests import Slow
from web.slow_socket import take_in_little

MIDDLEWARE = tuple(
    Middleware(one)
    for one in (Headers, Slow, OwnFonts, Compression, Door, Noticing, IndexPage, NothingHeld)
)
"""From the outside in."""

SETTINGS = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.toolbarMode": "minimal",
    "client.showErrorLinks": False,
    "client.allowedOrigins": [],
    "logger.enableRich": False,
    "runner.postScriptGC": False,
    "server.enableAgentApi": False,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.xsrfCookieSameSite": "strict",
    "server.enableWebsocketCompression": False,
    "server.enableStaticServing": False,
    "server.scriptHealthCheckEnabled": False,
    "global.developmentMode": False,
    "server.fileWatcherType": "none",
}
"""The settings that privacy or speed hangs on; they stand in .streamlit/config.toml."""


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncGenerator[dict[str, Any]]:
    """Check what we rest on, then keep the place tidy until the website stops."""
    check()
    no_dumps.forbid()
    errors.redact_logs()
    errors.redact_python(asyncio.get_running_loop())
    hide_server()
    take_in_little()
    finish_scripts()
    uploads.keep_off_disk()
    drafts.start()
    janitor = asyncio.create_task(keep_tidy(get_instance()))
    try:
        yield {}
    finally:
        janitor.cancel()


def check() -> None:
    """Whether Streamlit is the one we know, with the settings we count on.

    Raises:
        StreamlitChanged: it is not.
    """
    require(st.__version__ == TRIED_WITH, f"the version is {TRIED_WITH}")
    for name, wanted in SETTINGS.items():
        found = config.get_option(name)
        require(found == wanted, f"the setting {name} is {wanted!r} (found {found!r})")
    uploads.check()
    forgetting.check()
    waking.check()
    doors.check()


PARTS: dict[str, Any] = {
    "routes": routes.ROUTES,
    "middleware": MIDDLEWARE,
    "lifespan": lifespan,
    "on_script_error": errors.show,
    "exception_handlers": {Exception: errors.respond},
}
"""What Streamlit is given beside the page to run."""
