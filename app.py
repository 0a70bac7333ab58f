"""The website: `streamlit run app.py` starts everything.

Streamlit finds `app` by reading this file, not by running it, so `st.App(` must stand here.
"""

import streamlit as st

from web import application

app = st.App("pages/_frame.py", **application.PARTS)
