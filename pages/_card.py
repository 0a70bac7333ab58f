"""Where a visitor is among the questions: which card is shown, and which comes next."""

import streamlit as st

from pages._fields import key_of
from pages._visit import my_case, texts, visit
from smi_core.case import Case
from smi_core.flow import Screen, cards
from smi_core.law import benefit, is_no
from smi_core.questions import PARTS_OF, PartOf, Question, asked_alone
from smi_core.wording import child_name
from smi_core.words import Words

Cards = tuple[Screen, ...]
BEFORE = {"check": "start.py", "cost": "result.py", "apply": "papers.py"}
PAGES: dict[PartOf, str] = {"week": "week.py"}
"""The parts that have a page of their own."""
WAYS_BACK = {
    "check": "check.py",
    "cost": "cost.py",
    "result": "result.py",
    "papers": "papers.py",
}
"""Where a change can begin: the page that `terug` names, which one comes back to."""


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


def is_one_of_more(card: Screen) -> bool:
    """Whether the same is asked of another child too, so that the question must say of whom."""
    return card.child is not None and len(visit().children) > 1


def as_asked(card: Screen, case: Case) -> Screen:
    """A card in the words for this family: who has no partner is not asked about one."""
    asked = (
        asked_alone(question) if question.alone and is_no(case, question.without) else question
        for question in card.questions
    )
    return card.model_copy(update={"questions": tuple(asked)})


def words_on(card: Screen, intro: Words | None) -> tuple[str, ...]:
    """What a card says: its questions with their help and options, and what stands above them."""
    language = visit().language
    parts = [intro]
    for question in card.questions:
        parts += [question.prompt, question.help, *(one.label for one in question.options)]
    return tuple(words.said_in(language) for words in parts if words)


def forward(card: Screen) -> None:
    """Go on after a card was answered; first to what another allowance means, if that is news."""
    mine, ground = visit(), benefit(my_case())
    if ground and ground.id != mine.benefit_told:
        mine.errors = {}
        st.switch_page("kot.py", query_params={**st.query_params, "vraag": address(card)})
    if ground is None:
        mine.benefit_told = ""
    go_on(card)


def go_on(card: Screen) -> None:
    """To the card after this one; an answer may have brought new cards."""
    if way := _way_back():
        _return_to(way, card)
    shown = cards(my_case().route.screens, part())
    place = [address(one) for one in shown].index(address(card))
    following = shown[place + 1] if place + 1 < len(shown) else None
    if following is None:
        _leave_part(part())
    elif card.step.id == "kind" and following.step.id != "kind":
        _leave("children.py")
    else:
        to_card(following)


def back(shown: Cards, place: int) -> None:
    """Go to the card before, or to the page that one came from."""
    if way := _way_back():
        _leave(way, shown[place])
    if place == 0:
        _leave(BEFORE[part()])
    card, earlier = shown[place], shown[place - 1]
    if earlier.step.id == "kind" and (card.step.id, card.child) != ("kind", earlier.child):
        _leave("children.py")
    to_card(earlier)


def to_first(wanted: PartOf) -> None:
    """Go to the first card of a part."""
    visit().errors = {}
    st.switch_page(PAGES.get(wanted, "questions.py"), query_params={"deel": wanted})


def to_last(wanted: PartOf) -> None:
    """Go to the last card of a part."""
    to_card(cards(my_case().route.screens, wanted)[-1])


def to_card(card: Screen, **query: str) -> None:
    """Go to a card; the query may name the page that a change leads back to."""
    visit().errors = {}
    if query.get("terug") != st.query_params.get("terug"):
        open_now = my_case().route.open_questions()
        visit().was_open = frozenset((child, question.id) for child, question in open_now)
    asked = {"vraag": address(card), "deel": card.step.part}
    st.switch_page(PAGES.get(card.step.part, "questions.py"), query_params=asked | query)


def _way_back() -> str:
    """The page that a change came from and leads back to; empty on the way through."""
    return WAYS_BACK.get(st.query_params.get("terug", ""), "")


def _return_to(page: str, card: Screen) -> None:
    """Back to where a change began; first to a question that the change has brought."""
    was_open = visit().was_open
    missing = [
        (child, question)
        for child, question in my_case().route.open_questions()
        if _is_due(question, page) and (child, question.id) not in was_open
    ]
    if not missing:
        _leave(page, card)
    child, question = missing[0]
    asked_on = PAGES.get(_part_of(question), "questions.py")
    query = {"vraag": key_of((child, question.id)), "deel": _part_of(question)}
    visit().errors = {}
    st.switch_page(asked_on, query_params={**query, "terug": st.query_params["terug"]})


def _is_due(question: Question, page: str) -> bool:
    """Whether a question stands before the page that one goes back to."""
    if page == "papers.py":  # what a paper asks brings no other questions
        return False
    reached: dict[str, PartOf] = {"result.py": "check", "cost.py": "cost"}
    last = reached.get(page, "apply")
    return PARTS_OF.index(_part_of(question)) <= PARTS_OF.index(last)


def _part_of(question: Question) -> PartOf:
    steps = my_case().guide.steps
    return next(step.part for step in steps if question.id in {q.id for q in step.questions})


def _leave_part(left: PartOf) -> None:
    """Where the visitor comes after the last card of a part."""
    match left:
        case "check":
            _leave("result.py")
        case "cost":
            _leave("cost.py")
        case "week":
            _leave("papers.py")
        case "apply":
            _leave("check.py")


def _leave(page: str, card: Screen | None = None) -> None:
    """Go to a page; with a card, to where that page shows it."""
    visit().errors = {}
    st.switch_page(page, query_params={"regel": address(card)} if card else {})
