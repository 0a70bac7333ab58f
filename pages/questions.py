"""The questions, one screen at a time. The address says which one, and of which child."""

import streamlit as st

from pages import _fields as fields
from pages._layout import bottom, paragraph, top
from pages._visit import my_case, texts, visit
from smi_core.flow import Screen, cards
from smi_core.wording import child_name

AFTER = {"check": "result.py", "apply": "check.py"}
BEFORE = {"check": "start.py", "apply": "papers.py"}


def address(card: Screen) -> str:
    return fields.key_of((card.child, card.questions[0].id))


def next_after(shown: tuple[Screen, ...], card: Screen) -> Screen | None:
    """The screen after this one, as it is now that this one was answered."""
    place = next(n for n, one in enumerate(shown) if address(one) == address(card))
    return shown[place + 1] if place + 1 < len(shown) else None


def go(card: Screen) -> None:
    visit().errors = {}
    st.query_params["vraag"] = address(card)
    st.rerun()


def leave(page: str) -> None:
    visit().errors = {}
    st.switch_page(page)


say, case, mine = texts().say, my_case(), visit()
wanted = st.query_params.get("vraag", "")
part = st.query_params.get("deel", "check")
part = part if part in AFTER else "check"
shown = cards(case.route.screens, part)
here = next((n for n, card in enumerate(shown) if address(card) == wanted), 0)
card = shown[here]
town = case.guide.scheme.municipality
alone = not card.step.together

title = (card.questions[0].prompt if alone else card.step.title).about(mine.language, town)
stage = card.step.title.said_in(mine.language)
if card.child is not None:
    stage = say("child.step", title=stage, child=child_name(case, card.child, texts()))
steps = list(dict.fromkeys(c.step.id for c in shown))
number = steps.index(card.step.id) + 1
top(title, address(card), say("nav.stage", title=stage, number=number, total=len(steps)))
if card.step.intro and (here == 0 or shown[here - 1].step.id != card.step.id):
    paragraph(card.step.intro.about(mine.language, town))
for question in card.questions:
    fields.ask(question, card.child, alone=alone)
with st.container(horizontal=True):
    forward = st.button(say("nav.next"), type="primary", key="next")
    back = st.button(say("nav.back"), key="back")
bottom()

if forward and fields.take(card.questions, card.child):
    if st.query_params.get("terug"):
        leave("check.py")
    later = cards(my_case().route.screens, part)
    following = next_after(later, card)
    if following is None:
        leave(AFTER[part])
    elif card.step.id == "kind" and following.step.id != "kind":
        leave("children.py")
    else:
        go(following)
if forward:
    st.rerun()
if back and here == 0:
    leave(BEFORE[part])
if back and card.step.id != "kind" and shown[here - 1].step.id == "kind":
    leave("children.py")
if back:
    go(shown[here - 1])
