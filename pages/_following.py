"""What stands in the fields of this tab, when another tab of the browser changed the answers.

A field that is on the screen keeps what stands in it, whatever the answers say; so the next run
would undo what the other tab did. What somebody has just changed here stays, for it is newer.
"""

from collections.abc import Callable, Iterator

import streamlit as st

from pages._filled import (
    beside,
    choice_key,
    key_of,
    note_key,
    now_at,
    shown_at,
    text_key,
    tick_key,
    tick_of,
    unsure_key,
)
from pages._visit import Place, visit
from smi_core.content import load_scheme, load_steps
from smi_core.questions import Question, child_questions, questions_of

Fields = dict[str, object]
"""What should stand in the fields of the screen, by the keys of their widgets."""


def following(change: Callable[[], None]) -> None:
    """Change the answers, and have the fields that were not touched here go along."""
    before = _fields()
    change()
    after = _fields()
    for key in before.keys() & after.keys():
        if before[key] != after[key] and st.session_state[key] == before[key]:
            st.session_state[key] = after[key]


def _fields() -> Fields:
    """The fields that the last screen had, with what the answers say of them."""
    town = visit().municipality
    if town is None:
        return {}
    found: Fields = {}
    for place, question in _places():
        found |= _of_question(question, place) | _beside(question, place)
    for paper in load_scheme(town).papers:
        found |= _of_paper(paper.id)
    return {key: value for key, value in found.items() if key in st.session_state}


def _places() -> Iterator[tuple[Place, Question]]:
    steps = load_steps()
    per_child = child_questions(steps)
    for name, question in questions_of(steps).items():
        children = range(len(visit().children)) if name in per_child else (None,)
        for child in children:
            yield (child, name), question


def _of_question(question: Question, place: Place) -> Fields:
    now = now_at(question, place)
    if question.kind in ("yes_no", "choice"):
        return {choice_key(place): now}
    if question.options:
        chosen = now if isinstance(now, (list, tuple)) else (now,)
        return {tick_key(place, one.value): one.value in chosen for one in question.options}
    return {text_key(place): shown_at(question, place)}


def _beside(question: Question, place: Place) -> Fields:
    key = key_of(place)
    found: Fields = {unsure_key(place): tick_of(place)}
    if question.per:
        per = visit().typed.get(beside(place, "per"))
        found[f"{key}-per-{visit().language}"] = per if per in question.per else question.per[0]
    return found


def _of_paper(paper: str) -> Fields:
    mine = visit()
    said, at = mine.papers.get(paper), f"{paper}-{mine.language}"
    files = len(mine.attaching.of(paper))
    found: Fields = {f"paper-{at}-{files}": said.state if said else "none"}
    return found | ({note_key(paper, said.state): said.note} if said else {})
