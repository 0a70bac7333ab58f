"""The website with an address that tells what a debugger would find in it; for tests alone."""

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.browser.memory import held
from web import application, downloads, errors, janitor, routes

janitor.SECONDS_BETWEEN = 0.2
downloads.SECONDS = 5  # else shorter than a visit whose connection is gone, which here is a second


async def memory(request: Request) -> JSONResponse:
    """Where a word is, given as hexadecimal so that asking does not bring it in."""
    return JSONResponse(held((await request.body()).decode()))


app = st.App(
    "../../../pages/_frame.py",
    routes=(Route("/memory", memory, methods=["POST"]), *routes.ROUTES),
    middleware=application.MIDDLEWARE,
    lifespan=application.lifespan,
    on_script_error=errors.show,
    exception_handlers={Exception: errors.respond},
)
