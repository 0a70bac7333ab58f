"""How far the parent is with a paper: what is said of it, and what files make of that."""

from typing import get_args

import streamlit as st

from pages._filled import beside, note_key
from pages._visit import keep_paper, texts, visit
from pages._words import paragraph
from smi_core.answers import LONGEST_NOTE, PaperState

EXPLAINED = ("asked", "cannot", "not_applicable")
"""The states that the municipality wants to know more about."""
STATES = (*get_args(PaperState.model_fields["state"].annotation), "none")


def ask_state(paper: str) -> str:
    """Ask how far the parent is; what is asked with it fits what was chosen.

    Returns:
        The state, or `none`.
    """
    mine, say = visit(), texts().say
    now = mine.papers.get(paper)
    files = len(mine.attaching.of(paper))  # with each that comes or goes it is asked afresh
    state = st.radio(
        say("papers.state"),
        STATES,
        index=STATES.index(now.state if now else "none"),
        format_func=lambda value: say(f"papers.state.{value}"),
        key=f"paper-{paper}-{mine.language}-{files}",
    )
    keep_paper(paper, state, _ask_note(paper, state, now) if state in EXPLAINED else "")
    return state


def has_now(paper: str) -> None:
    """A file was added, so the parent has the paper. What was said before is kept for later."""
    mine = visit()
    now, before = mine.papers.get(paper), mine.attaching.before
    if paper not in before or now is None or now.state != "have":  # said since another file came
        before[paper] = now
    keep_paper(paper, "have", "")


def has_less(paper: str) -> None:
    """A file was taken out again. With the last one, what was said before it came holds again."""
    mine = visit()
    if mine.attaching.of(paper) or paper not in mine.attaching.before:
        return
    before, now = mine.attaching.before.pop(paper), mine.papers.get(paper)
    if now is None or now.state != "have":  # said since, so that is newer
        return
    if before is None:
        mine.papers.pop(paper)
    else:
        mine.papers[paper] = before


def _ask_note(paper: str, state: str, now: PaperState | None) -> str:
    say, at = texts().say, beside((None, paper), f"note-{state}")
    written = now.note if now and now.state == state else str(visit().typed.get(at, ""))
    with st.container(key=f"note-{paper}-{visit().language}"):
        note = st.text_input(
            say(f"papers.note.{state}"),
            written,
            max_chars=LONGEST_NOTE,
            key=note_key(paper, state),
        )
    paragraph(say("papers.note_shown"), "step-line")
    visit().typed[at] = note  # for who comes back to this state
    return note
