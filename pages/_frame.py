"""The frame around every page: a placeholder until the real pages are there."""

import streamlit as st

st.set_page_config(layout="centered")
st.navigation([st.Page("start.py", title="Kinderopvang via de gemeente")], position="hidden").run()
