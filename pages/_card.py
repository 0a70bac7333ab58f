"""Where a visitor is among the questions: which card is shown, and which comes next."""

import streamlit as st

from pages._fields import key_of
from pages._visit import my_case, texts, visit
from smi_core.flow import Screen, cards
from smi_core.questions import PARTS_OF, PartOf, Question
from smi_core.wording import child_name

Cards = tuple[Screen, ...]
BEFORE = {"check": "start.py", "cost": "result.py", "apply": "papers.py"}


def part() -> PartOf:
    """Which part of the questions the address asks for."""
    wanted = st.query_params.get("deel", "")
    return PARTS_OF[PARTS_OF.index(wanted)] if wanted in PARTS_OF else "check"


def address(card: Screen) -> str:
    """What a card is called in the address: its first question, with the child's number."""
    return key_of((card.child, card.questions[0].id))


def place_of(shown: Cards) -> int:
    """The place of the card that the address names; the first if it names none."""
    wanted = st.query_params.get("vraag", "")
    return next((place for place, card in enumerate(shown) if address(card) == wanted), 0)


def about_whom(card: Screen) -> str:
    """The name of the child that a card is about; empty for the household."""
    if card.child is None:
        return ""
    return child_name(my_case(), card.child, texts())


def forward(card: Screen) -> None:
    """Go on after a card was answered; an answer may have brought new cards."""
    if st.query_params.get("terug"):
        _back_to_check()
    shown = cards(my_case().route.screens, part())
    place = [address(one) for one in shown].index(address(card))
    following = shown[place + 1] if place + 1 < len(shown) else None
    if following is None:
        _leave_part(part())
    elif card.step.id == "kind" and following.step.id != "kind":
        _leave("children.py")
    else:
        _show(following)


def back(shown: Cards, place: int) -> None:
    """Go to the card before, or to the page that one came from."""
    if st.query_params.get("terug"):
        _leave("check.py")
    if place == 0 and part() == "week":
        to_last("cost")
    if place == 0:
        _leave(BEFORE[part()])
    card, earlier = shown[place], shown[place - 1]
    if earlier.step.id == "kind" and (card.step.id, card.child) != ("kind", earlier.child):
        _leave("children.py")
    _show(earlier)


def to_first(wanted: PartOf) -> None:
    """Go to the first card of a part."""
    visit().errors = {}
    st.switch_page("questions.py", query_params={"deel": wanted})


def to_last(wanted: PartOf) -> None:
    """Go to the last card of a part."""
    visit().errors = {}
    card = cards(my_case().route.screens, wanted)[-1]
    st.switch_page("questions.py", query_params={"vraag": address(card), "deel": wanted})


def part_of(question: Question) -> PartOf:
    """The part in which a question is asked."""
    steps = my_case().guide.steps
    return next(step.part for step in steps if question.id in {q.id for q in step.questions})


def _leave_part(left: PartOf) -> None:
    """Where the visitor comes after the last card of a part."""
    match left:
        case "check":
            _leave("result.py")
        case "cost":
            to_first("week")
        case "week":
            _leave("papers.py")
        case "apply":
            _leave("check.py")


def _back_to_check() -> None:
    """Back to where a change began; first to a question that the change has brought."""
    missing = my_case().route.open_questions()
    if not missing:
        _leave("check.py")
    child, question = missing[0]
    st.query_params["vraag"] = key_of((child, question.id))
    st.query_params["deel"] = part_of(question)
    visit().errors = {}
    st.rerun()


def _show(card: Screen) -> None:
    visit().errors = {}
    st.query_params["vraag"] = address(card)
    st.rerun()


def _leave(page: str) -> None:
    visit().errors = {}
    st.switch_page(page)
