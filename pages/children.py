"""After the questions about a child: one more, one less, or on."""

import streamlit as st

from pages._card import address
from pages._fields import key_of
from pages._layout import bottom, onward, top
from pages._removing import ask_no_more, show_child
from pages._visit import add_child, my_case, texts, visit
from pages._words import paragraph
from smi_core.draft import MOST_CHILDREN
from smi_core.flow import cards
from smi_core.wording import child_name

case, mine, say = my_case(), visit(), texts().say
shown = cards(case.route.screens, "check")
about_children = [place for place, card in enumerate(shown) if card.step.id == "kind"]


def to(place: int) -> None:
    ask_no_more()
    st.switch_page("questions.py", query_params={"vraag": address(shown[place])})


is_back = top(say("children.title"), f"children-{len(mine.children)}", "check")
paragraph(say("children.intro"))
for child in range(len(mine.children)):
    show_child(child, child_name(case, child, texts()), is_only=len(mine.children) == 1)
if len(mine.children) < MOST_CHILDREN and st.button(say("child.add"), key="add_child"):
    ask_no_more()
    add_child()
    first = key_of((len(mine.children) - 1, "kind_naam"))
    st.switch_page("questions.py", query_params={"vraag": first})
is_next = onward(say("nav.next"))
bottom()
if is_next:
    to(about_children[-1] + 1)
if is_back:
    to(about_children[-1])
