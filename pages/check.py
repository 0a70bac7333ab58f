"""All answers, by part; each can be changed, and comes straight back here."""

import streamlit as st

from pages._card import to_last
from pages._fields import key_of
from pages._layout import bottom, facts, onward, paragraph, plain, top
from pages._rows_of_papers import show_progress
from pages._visit import my_case, texts, visit
from smi_core.flow import Screen, cards
from smi_core.questions import PARTS_OF, Question, display
from smi_core.wording import child_name


def show(card: Screen, question: Question) -> None:
    """One answer with a way to change it."""
    answers = case.route.answers(card.child)
    label = question.label.about(mine.language, town)
    answer = answers.get(question.id)
    shown = say("check.open") if answer is None else display(question, answer, mine.language)
    facts([(label, shown.replace("{gemeente}", town.said_in(mine.language)))])
    key = f"change-{key_of((card.child, question.id))}"
    if st.button(say("check.change", title=label), key=key, type="tertiary"):
        address = key_of((card.child, card.questions[0].id))
        query = {"vraag": address, "deel": card.step.part, "terug": "check"}
        st.switch_page("questions.py", query_params=query)


case, said, mine = my_case(), texts(), visit()
say, town = said.say, case.guide.scheme.municipality

is_back = top(say("check.title"), "check", "apply")
paragraph(say("check.intro"))
heading = ""
for card in (card for part in PARTS_OF for card in cards(case.route.screens, part)):
    title = card.step.title.said_in(mine.language)
    if card.child is not None:
        title = say("child.step", title=title, child=child_name(case, card.child, said))
    if title != heading:
        st.header(plain(title), anchor=False)
        heading = title
    for question in card.questions:
        show(card, question)
if case.papers:
    show_progress(case)
if st.button(say("check.children"), key="children", type="tertiary"):
    st.switch_page("children.py")
is_next = onward(say("nav.to_pack"))
bottom()
if is_next:
    st.switch_page("pack.py")
if is_back:
    to_last("apply")
