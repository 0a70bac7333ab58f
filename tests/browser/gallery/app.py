"""The web shell around one page of building blocks, so that it is tested apart from our pages."""

import streamlit as st

from web import application, errors, routes

app = st.App(
    "page.py",
    routes=routes.ROUTES,
    middleware=application.MIDDLEWARE,
    lifespan=application.lifespan,
    on_script_error=errors.show,
    exception_handlers={Exception: errors.respond},
)
