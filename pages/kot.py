"""Another allowance goes first: why we think so, what to do, and on all the same."""

import streamlit as st

from pages import _card
from pages._conditions import law_lines, rule_on_benefit
from pages._layout import bottom, onward, top
from pages._visit import my_case, texts, visit
from pages._words import bullets, details, explain_terms, paragraph
from smi_core.flow import cards
from smi_core.law import benefit

say, case, mine = texts().say, my_case(), visit()
shown = cards(case.route.screens, _card.part())
card = shown[_card.place_of(shown)]
ground = benefit(case)
if ground is None:
    _card.to_card(card)
    st.stop()
mine.benefit_told = ground.id
gets_it = case.route.household.get("kot_krijgt") == "ja"

is_back = top(say("kot.title_gets" if gets_it else "kot.title"), "kot", "check")
if not gets_it:
    paragraph(ground.text.said_in(mine.language))
paragraph(say("kot.first"))
bullets(say(f"kot.{key}") for key in (("more", "short") if gets_it else ("ask", "letter")))
details(say("kot.why"), *law_lines(case), *rule_on_benefit(case))
explain_terms(ground.text.said_in(mine.language), say("kot.first"))
paragraph(say("kot.unsure"))
is_next = onward(say("kot.anyway"), main=False)
bottom()
if is_next:
    _card.go_on(card)
if is_back:
    mine.benefit_told = ""
    _card.to_card(card, **{k: v for k, v in st.query_params.items() if k == "terug"})
