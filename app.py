"""The website: `streamlit run app.py` starts everything.

Streamlit finds `app` by reading this file, not by running it, so `st.App(` must stand here.
"""

import streamlit as st

from web import application, errors, routes

app = st.App(
    "pages/_frame.py",
    routes=routes.ROUTES,
    middleware=application.MIDDLEWARE,
    lifespan=application.lifespan,
    on_script_error=errors.show,
    exception_handlers={Exception: errors.respond},
)
