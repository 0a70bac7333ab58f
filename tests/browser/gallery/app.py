"""The web shell around one page of building blocks, so that it is tested apart from our pages."""

import streamlit as st

from web import application

app = st.App("page.py", **application.PARTS)
