"""The website with an address that tells what a debugger would find in it; for tests alone."""

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.browser.memory import held
from web import application, downloads, janitor, routes

janitor.SECONDS_BETWEEN = 0.2
downloads.SECONDS = 5  # else shorter than a visit whose connection is gone, which here is a second


async def memory(request: Request) -> JSONResponse:
    """Where a word is, given as hexadecimal so that asking does not bring it in."""
    return JSONResponse(held((await request.body()).decode()))


ours = Route("/memory", memory, methods=["POST"])
parts = application.PARTS | {"routes": (ours, *routes.ROUTES)}
app = st.App("../../../pages/_frame.py", **parts)
