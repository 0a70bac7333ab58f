"""The way through the weeks of a family, and what is around a grid."""

from html import escape

import streamlit as st

from pages._fields import key_of
from pages._halfdays import choose
from pages._visit import Place, my_case, texts, visit, way_back
from pages._words import details, paragraph, plain
from smi_core import wording
from smi_core.case import Case
from smi_core.halfdays import AGAINST, HALF_DAYS, listed, marks_of
from smi_core.questions import Question
from smi_core.words import Words

BEFORE, AFTER = "cost.py", "papers.py"
Grid = tuple[Place, Question]
Grids = tuple[Grid, ...]


def grids(case: Case) -> Grids:
    """The weeks that this family is asked about: that of who works, and that of each child."""
    return tuple(
        ((screen.child, question.id), question)
        for screen in case.route.screens
        for question in screen.questions
        if question.kind == "half_days"
    )


def number_of(shown: Grids) -> int:
    """Which week the address names; the first if it names none."""
    wanted = st.query_params.get("vraag", "")
    return next((n for n, (place, _) in enumerate(shown) if key_of(place) == wanted), 0)


def heading(grid: Grid, case: Case) -> str:
    """What is asked; with the name of the child where there are more."""
    (child, _), question = grid
    if child is not None and len(case.route.children) > 1:
        return texts().say("week.title", child=wording.child_name(case, child, texts()))
    return _said(question.prompt, case)


def name_grid(grid: Grid, case: Case) -> None:
    """The half-days are one group, which the scripts name for who listens."""
    name, key = escape(heading(grid, case)), key_of(grid[0])
    st.html(f'<span hidden data-about="{key}" data-group="{name}"></span>')


def about_whom(place: Place, case: Case) -> str:
    """The name of the child whose week it is; empty for the household."""
    return "" if place[0] is None else wording.child_name(case, place[0], texts())


def marks(place: Place, case: Case) -> dict[str, str]:
    """What stands in the half-days of a child, in words: what may stand in the way of paying."""
    if place[0] is None:
        return {}
    known = case.route.household | case.route.children[place[0]]
    say = texts().say
    found = {
        one: ", ".join(say(f"week.mark.{mark}") for mark in marks_of(one, known) if mark in AGAINST)
        for one in HALF_DAYS
    }
    return {one: said for one, said in found.items() if said}


def offer_other(place: Place, case: Case) -> None:
    """A button that takes over the half-days of the first child."""
    child, question = place
    theirs = listed(case.route.children[0].get(question))
    if child and theirs:
        caption = plain(texts().say("week.same_as", child=wording.child_name(case, 0, texts())))
        if st.button(caption, key="same_as"):
            choose(key_of(place), theirs)
            st.rerun()


def explain(grid: Grid, case: Case) -> None:
    """What a half-day is, for who opens it."""
    (child, _), question = grid
    if question.help and child is not None:
        details(texts().say("week.what"), _said(question.help, case))


def say_why(grid: Grid, case: Case) -> None:
    """Why working times are asked."""
    (child, _), question = grid
    if question.help and child is None:
        paragraph(_said(question.help, case))


def _said(words: Words, case: Case) -> str:
    return words.about(texts().language, case.guide.scheme.municipality)


def forward(shown: Grids, number: int, chosen: tuple[str, ...]) -> None:
    """Go on; "I do not know yet" is an answer too, nothing at all is not."""
    mine = visit()
    if not chosen:
        mine.attempt += 1
        mine.errors = {key_of(shown[number][0]): texts().say("week.missing")}
        st.rerun()
    if way_back():
        _leave("check.py", regel=key_of(shown[number][0]))
    following = grids(my_case())[number + 1 :]
    if following:
        _show(following[0])
    _leave(AFTER)


def back(shown: Grids, number: int) -> None:
    """Go to the week before, or to the page that one came from."""
    if way_back():
        _leave("check.py", regel=key_of(shown[number][0]))
    if number:
        _show(shown[number - 1])
    _leave(BEFORE)


def _show(grid: Grid) -> None:
    visit().errors = {}
    st.query_params["vraag"] = key_of(grid[0])
    st.rerun()


def _leave(page: str, **query: str) -> None:
    visit().errors = {}
    st.switch_page(page, query_params=query)
