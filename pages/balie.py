"""The address for a counter: from now on this is a computer of more people (`web/visitor.py`)."""

import streamlit as st

from pages._sharing import share

share(is_shared=True)
st.switch_page("start.py")
