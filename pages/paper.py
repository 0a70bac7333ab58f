"""One paper: add photos or PDFs of it, look at each, or take one out again."""

import streamlit as st

from pages._choosing import choose
from pages._looking import look
from pages._visit import my_case, visit, way_back

case = my_case()
wanted = st.query_params.get("papier")
found = [one for one in case.papers if one.paper.id == wanted and one.paper.kind != "answer"]
if not found:
    st.switch_page("papers.py", query_params=way_back())
if waiting := visit().attaching.waiting_for(found[0].paper.id):
    look(found[0], waiting)
else:
    choose(found[0], case)
