"""Each building block that pages use, and two screens at one address."""

import streamlit as st

from web import downloads, language, visitor

st.set_page_config(page_title="Bouwstenen")
state = st.session_state
screen = state.setdefault("screen", 1)
cookies = st.context.cookies
chosen = language.choose(st.query_params.get("lang"), cookies.get("lang"))

st.html(f'<span data-lang="{chosen}" data-screen="screen-{screen}" hidden></span>')
st.html(
    '<p class="masthead"><span>Kinderopvang via de gemeente</span>'
    '<a href="?lang=en" target="_self" lang="en" hreflang="en">English</a></p>'
)
st.html("<span data-aloud-place></span>")

if wrong := state.pop("wrong", None):
    st.html(
        f'<div id="error-summary" data-nonce="{wrong}"><h2>Er ontbreekt iets</h2>'
        '<ul><li><a href="#woont" data-field="woont">Kies ja of nee.</a></li>'
        '<li><a href="#uren" data-field="uren">Vul de uren in.</a></li></ul></div>'
    )

if screen == 1:
    st.html('<p class="step-line">Stap 1 van 2: Wonen</p>')
    st.title("Waar woont u?", anchor=False)
    if wrong:
        st.html(
            '<p class="field-error" id="error-woont" data-error-for="woont">Kies ja of nee.</p>'
        )
    st.radio("Woont u in de gemeente?", ["Ja", "Nee", "Weet ik niet"], index=None, key="woont")
    if wrong:
        st.html('<p class="field-error" id="error-uren" data-error-for="uren">Vul de uren in.</p>')
    st.text_input("Hoeveel uur opvang per week?", key="uren")
    st.checkbox("Ik heb dit gelezen en alles staat er goed in", key="gelezen")
    if st.button("Controleer", key="check"):
        state.attempt = state.get("attempt", 0) + 1
        state.wrong = state.attempt
        st.rerun()
    if st.button("Verder", type="primary", key="next"):
        state.screen = 2
        st.rerun()
else:
    st.html('<p class="step-line">Stap 2 van 2: Uitkomst</p>')
    st.title("Dit is de uitkomst", anchor=False)
    st.html('<blockquote class="quote">Wij beslissen binnen acht weken.</blockquote>')
    st.file_uploader("Offerte van de opvang", type=["pdf"], key="offerte")
    st.selectbox("Soort opvang", ["Dagopvang", "Bso"], index=None, key="soort")
    st.success("Gelukt")
    with st.expander("Waarom?"):
        st.write("Omdat de gemeente dat zo schrijft.")
    if st.button("Maak stuk", key="break"):
        int("123456782 is geen getal")

token = downloads.offer(
    cookies.get(visitor.COOKIE, ""), lambda: b"Dag", "Aanvraag Şükriye.txt", "text/plain"
)
st.html(f'<p><a class="button-link" data-renew="renew" href="/download/{token}">Download</a></p>')
st.button("Nieuwe download", key="renew")
