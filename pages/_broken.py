"""When a page breaks: a sentence with a code, and ways on. What was filled in is still there."""

from collections.abc import Callable, Iterator

import streamlit as st

from pages._download import renewal
from pages._filled import beside, choice_key, note_key, text_key, tick_key, unsure_key
from pages._layout import bottom, onward, top
from pages._saving import with_ours
from pages._trouble import Trouble
from pages._visit import Place, Visit, keep_paper, texts, visit
from pages._words import plain
from smi_core.content import load_steps
from smi_core.questions import Question, questions_of
from web.errors import report

AFTERWARDS = ("check", "papers", "start")
"""Where "go on" leads: to the first of these that did not break. The first reaches all answers."""


def draw(page: Callable[[], None]) -> None:
    """Draw a page; if it breaks, or just broke, say so in its place.

    What breaks here itself, or in the frame, is told by `web.errors.show`.
    """
    mine, here = visit(), _address()
    if mine.trouble.at == here:
        return _tell(mine)
    try:
        page()
    except Exception as error:
        _rescue(mine)
        mine.trouble = Trouble(here, report(error), (*mine.trouble.pages, mine.page))
        st.rerun()
    mine.trouble = Trouble()


def attempt(do: Callable[[], None]) -> None:
    """Do what keeps the draft; if that breaks, the page goes on and says that nothing is kept."""
    try:
        do()
    except Exception as error:
        report(error)
        visit().keeping.is_away = True


def _tell(mine: Visit) -> None:
    """The screen in the place of the one that broke."""
    say, trouble = texts().say, mine.trouble
    onto = next((page for page in AFTERWARDS if page not in trouble.pages), "")
    top(say("broken.title"), f"broken-{trouble.code}", back=False)
    st.error(plain(say("broken.text" if onto else "broken.again", code=trouble.code)))
    is_saving = _offer_to_save(mine)
    is_onward = onward(say("broken.on" if onto else "broken.retry"))
    bottom()
    if is_saving or is_onward:
        mine.trouble = Trouble(pages=trouble.pages if onto else ())
    if is_saving:
        mine.came_from = (onto or "start", {})
        st.switch_page("save.py")
    if is_onward:
        st.switch_page(f"{onto or 'start'}.py")


def _offer_to_save(mine: Visit) -> bool:
    """Whether they choose the page for that; if that one broke too, the file is to be had here."""
    if not mine.municipality:
        return False
    if "save" not in mine.trouble.pages:
        return st.button(texts().say("broken.save"), key="broken_save")
    try:
        with_ours()
        renewal()
    except Exception as error:
        report(error)
    return False


def _address() -> str:
    """The page with what its address asks, so that another question is another address."""
    return f"{visit().page} {sorted(st.query_params.items())}"


def _rescue(mine: Visit) -> None:
    """Keep what stands in the fields, for the page may have broken before it looked at them."""
    children = range(len(mine.children))
    for question in questions_of(load_steps()).values():
        for child in (None, *children):
            mine.typed.update(_standing(question, (child, question.id)))
    for paper, state in list(mine.papers.items()):
        note = st.session_state.get(note_key(paper, state.state))
        if note is not None:
            keep_paper(paper, state.state, note)


def _standing(question: Question, place: Place) -> Iterator[tuple[Place, object]]:
    """What stands in the widget of a question, if it is on the screen."""
    now = st.session_state
    for name in (text_key(place), choice_key(place)):
        if name in now:
            yield place, now[name]
    if unsure_key(place) in now:
        yield beside(place, "unsure"), now[unsure_key(place)]
    ticks = {one.value: now.get(tick_key(place, one.value)) for one in question.options}
    if any(is_ticked is not None for is_ticked in ticks.values()):
        yield place, [value for value, is_ticked in ticks.items() if is_ticked]
