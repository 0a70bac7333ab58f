"""The questions, one screen at a time. The address says which one, and of which child."""

import streamlit as st

from pages import _card
from pages._fields import ask, take
from pages._layout import bottom, paragraph, top
from pages._visit import my_case, texts, visit
from smi_core.flow import cards

say, case, language = texts().say, my_case(), visit().language
shown = cards(case.route.screens, _card.part())
place = _card.place_of(shown)
card = shown[place]
town = case.guide.scheme.municipality
alone = not card.step.together

title = card.questions[0].prompt if alone else card.step.title
top(title.about(language, town), _card.address(card), _card.stage(shown, card))
is_first_of_step = place == 0 or shown[place - 1].step.id != card.step.id
if card.step.intro and is_first_of_step:
    paragraph(card.step.intro.about(language, town))
for question in card.questions:
    ask(question, card.child, alone=alone)
with st.container(horizontal=True):
    forward = st.button(say("nav.next"), type="primary", key="next")
    back = st.button(say("nav.back"), key="back")
bottom()

if forward and take(card.questions, card.child):
    _card.forward(card)
if forward:
    st.rerun()
if back:
    _card.back(shown, place)
