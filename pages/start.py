"""The first page: a placeholder until the real pages are there."""

import streamlit as st

st.html('<span data-lang="nl" data-screen="start" hidden></span>')
st.title("Kinderopvang via de gemeente", anchor=False)
st.write("Deze website helpt u om kinderopvang aan te vragen bij uw gemeente.")
