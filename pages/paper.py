"""One paper: what it is, how far the parent is, and photos or PDFs of it."""

import streamlit as st

from pages._card_of_paper import show_card
from pages._looking import look
from pages._visit import my_case, visit, way_back
from smi_core.lists import papers_in_order

case = my_case()
papers = [item for item in papers_in_order(case) if item.paper.kind != "answer"]
ids = [item.paper.id for item in papers]
wanted = st.query_params.get("papier")
if wanted not in ids:
    st.switch_page("papers.py", query_params=way_back())
place = ids.index(wanted)
if waiting := visit().attaching.waiting_for(wanted):
    look(papers[place], waiting)
else:
    show_card(papers, place, case)
