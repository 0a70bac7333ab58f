"""The usual mistakes behind an amount, each with the way to its question and back."""

from itertools import groupby

import streamlit as st

from pages._card import to_card
from pages._fields import key_of
from pages._visit import Place, texts, visit
from pages._words import bullets, plain
from smi_core.case import Case
from smi_core.doubts import Doubt, doubts
from smi_core.flow import cards
from smi_core.questions import questions_of
from smi_core.wording import child_name


def show_doubts(case: Case) -> None:
    """What may be wrong, by the question to look at again; nothing if nothing can be."""
    say = texts().say
    found = sorted(doubts(case), key=_place_in_words)
    if not found:
        return
    with st.expander(say("doubt.title")):
        for place, same in groupby(found, key=_place):
            bullets(say(f"doubt.{one.id}") for one in same)
            if st.button(plain(_label(case, place)), key=f"doubt-{key_of(place)}"):
                _to_question(case, place)


def _place(doubt: Doubt) -> Place:
    return doubt.child, doubt.question


def _place_in_words(doubt: Doubt) -> str:
    return key_of(_place(doubt))


def _label(case: Case, place: Place) -> str:
    question = questions_of(case.guide.steps)[place[1]]
    label = question.label.about(visit().language, case.guide.scheme.municipality)
    if place[0] is not None and len(case.route.children) > 1:
        label = f"{label} ({child_name(case, place[0], texts())})"
    return texts().say("doubt.look", question=label)


def _to_question(case: Case, place: Place) -> None:
    """To the card with a question; once it is answered one is back here."""
    child, question = place
    [screen] = [
        screen
        for screen in case.route.screens
        if screen.child == child and question in {one.id for one in screen.questions}
    ]
    [card] = [
        card
        for card in cards([screen], screen.step.part)
        if question in {one.id for one in card.questions}
    ]
    to_card(card, terug="cost")
