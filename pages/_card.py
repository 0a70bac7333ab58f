"""Where a visitor is among the questions: which card is shown, and which comes next."""

import streamlit as st

from pages._fields import key_of
from pages._visit import my_case, texts, visit
from smi_core.flow import Screen, cards
from smi_core.wording import child_name

Cards = tuple[Screen, ...]
AFTER = {"check": "result.py", "apply": "check.py"}
BEFORE = {"check": "start.py", "apply": "papers.py"}


def part() -> str:
    """Which part the address asks for: before the outcome, or to make the application."""
    wanted = st.query_params.get("deel", "check")
    return wanted if wanted in AFTER else "check"


def address(card: Screen) -> str:
    """What a card is called in the address: its first question, with the child's number."""
    return key_of((card.child, card.questions[0].id))


def place_of(shown: Cards) -> int:
    """The place of the card that the address names; the first if it names none."""
    wanted = st.query_params.get("vraag", "")
    return next((place for place, card in enumerate(shown) if address(card) == wanted), 0)


def stage(shown: Cards, card: Screen) -> str:
    """In which named part of the questions the visitor is."""
    said, title = texts(), card.step.title.said_in(visit().language)
    if card.child is not None:
        name = child_name(my_case(), card.child, said)
        title = said.say("child.step", title=title, child=name)
    steps = list(dict.fromkeys(one.step.id for one in shown))
    number = steps.index(card.step.id) + 1
    return said.say("nav.stage", title=title, number=number, total=len(steps))


def forward(card: Screen) -> None:
    """Go on after a card was answered; an answer may have brought new cards."""
    if st.query_params.get("terug"):
        _leave("check.py")
    shown = cards(my_case().route.screens, part())
    place = [address(one) for one in shown].index(address(card))
    following = shown[place + 1] if place + 1 < len(shown) else None
    if following is None:
        _leave(AFTER[part()])
    elif card.step.id == "kind" and following.step.id != "kind":
        _leave("children.py")
    else:
        _show(following)


def back(shown: Cards, place: int) -> None:
    """Go to the card before."""
    if place == 0:
        _leave(BEFORE[part()])
    earlier = shown[place - 1]
    if earlier.step.id == "kind" and shown[place].step.id != "kind":
        _leave("children.py")
    _show(earlier)


def _show(card: Screen) -> None:
    visit().errors = {}
    st.query_params["vraag"] = address(card)
    st.rerun()


def _leave(page: str) -> None:
    visit().errors = {}
    st.switch_page(page)
