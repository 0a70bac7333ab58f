"""The questions, one screen at a time. The address says which one, and of which child."""

import streamlit as st

from pages import _card
from pages._fields import ask, keep, take
from pages._layout import Heading, bottom, explain_terms, onward, paragraph, top
from pages._tools import is_stepping_aside
from pages._visit import my_case, texts, visit
from smi_core.flow import cards

say, case, language = texts().say, my_case(), visit().language
if _card.part() == "week":  # those questions have a page of their own
    st.switch_page("week.py", query_params=dict(st.query_params))
shown = cards(case.route.screens, _card.part())
place = _card.place_of(shown)
card = _card.as_asked(shown[place], case)
town = case.guide.scheme.municipality
alone = not card.step.together

title = card.questions[0].prompt if alone else card.step.title
asked, sub = title.about(language, town), _card.about_whom(card)
if _card.is_one_of_more(card):
    heading, sub = Heading(say("child.asked", child=sub, question=asked), asked), ""
else:
    heading = asked
back = top(heading, _card.address(card), card.step.part, sub)
is_first_of_step = place == 0 or shown[place - 1].step.id != card.step.id
intro = card.step.intro if is_first_of_step else None
if intro:
    paragraph(intro.about(language, town))
for question in card.questions:
    ask(question, card.child, alone=alone)
explain_terms(*_card.words_on(card, intro))
forward = onward(say("nav.next"))
if is_stepping_aside():  # what is kept must hold what was just typed
    keep(card.questions, card.child)
bottom()

if forward and take(card.questions, card.child):
    _card.forward(card)
if forward:
    st.rerun()
if back:
    _card.back(shown, place)
