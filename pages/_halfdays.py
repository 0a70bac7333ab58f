"""A grid of half-days to choose from: one at a time, a whole day, or "I do not know yet"."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._fields import key_of
from pages._layout import field_error
from pages._visit import Place, texts, today, visit
from pages._words import plain
from smi_core.halfdays import HALF_DAYS, PARTS, WEEKDAYS, WEEKEND, day_of, listed
from smi_core.questions import Question, parse
from smi_core.rules import UNSURE_ANSWER


def ask_half_days(
    place: Place, marks: Mapping[str, str], *, weekend: bool
) -> tuple[tuple[str, ...], DeltaGenerator]:
    """Draw the grid, with what was answered before when it appears.

    Args:
        place: whose half-days these are.
        marks: what is known of a half-day, in words that stand in it.
        weekend: Saturday and Sunday are shown from the start.

    Returns:
        What is chosen, half-days or that it is not known yet; and the place just below the grid
        for what it comes to, which static/week.js has read aloud.
    """
    key = key_of(place)
    st.session_state.setdefault(f"{key}-weekend", weekend)
    field_error(key)
    with st.container(key="week_grid"):
        days = (*WEEKDAYS, *(WEEKEND if st.session_state[f"{key}-weekend"] else ()))
        chosen = [one for day in days for one in _day(place, day, marks)]
    below = st.container(key="week_said")
    with st.container(key="week_more"):
        _tick(f"{key}-weekend", texts().say("week.weekend"), _fold, key)
        if _ticked(place, UNSURE_ANSWER, texts().say("week.unsure"), _forget):
            chosen.append(UNSURE_ANSWER)
    return tuple(chosen), below


def keep_half_days(place: Place, question: Question, chosen: tuple[str, ...]) -> None:
    """Make what is chosen the answer; with nothing chosen there is none."""
    mine = visit()
    mine.typed.pop(place, None)
    if chosen:
        mine.answers_of(place[0])[question.id] = parse(question, chosen, today())
    else:
        mine.answers_of(place[0]).pop(question.id, None)


def choose(key: str, half_days: Iterable[str]) -> None:
    """Fill in a grid that is on the screen, in place of what was chosen there."""
    wanted = set(half_days)
    for one in HALF_DAYS:
        if one in wanted or f"{key}-{one}" in st.session_state:
            st.session_state[f"{key}-{one}"] = one in wanted
    if {day_of(one) for one in wanted} & set(WEEKEND):
        st.session_state[f"{key}-weekend"] = True
    _know(key)


def _day(place: Place, day: str, marks: Mapping[str, str]) -> Iterable[str]:
    """One row: the day, which turns all of it on or off, and its parts; gives what is chosen.

    Its button is pressed for static/week.js alone, which ticks the parts.
    The label of a part is its full name, for who listens, in lines. The style hides the first,
    which stands at the start of the row, and makes the last, a mark, small. Bold would do for the
    eye, but Streamlit gives who listens its stars as well.
    """
    key, say = key_of(place), texts().say
    name, whole = say(f"dossier.day.{day}"), say("week.whole_day")
    st.button(_lines(name, whole), key=f"{key}-{day}")
    for part in PARTS:
        half_day = f"{day}_{part}"
        label = _lines(name, say(f"week.part.{part}"), marks.get(half_day, ""))
        if _ticked(place, half_day, label, _know):
            yield half_day


def _ticked(place: Place, value: str, label: str, then: Callable[[str], None]) -> bool:
    """One part of the answer, ticked if it was answered before."""
    key = key_of(place)
    answer = visit().answers_of(place[0]).get(place[1])
    was = answer == value if value == UNSURE_ANSWER else value in listed(answer)
    st.session_state.setdefault(f"{key}-{value}", was)
    return _tick(f"{key}-{value}", label, then, key)


def _lines(*parts: str) -> str:
    return "\n\n".join(plain(part) for part in parts if part)


def _tick(key: str, label: str, then: Callable[[str], None], grid: str) -> bool:
    return st.checkbox(label, key=key, on_change=then, args=(grid,))


def _know(key: str) -> None:
    """Who chooses half-days knows them."""
    st.session_state[f"{key}-{UNSURE_ANSWER}"] = False


def _forget(key: str) -> None:
    """Who does not know yet chooses none."""
    if st.session_state[f"{key}-{UNSURE_ANSWER}"]:
        _clear(key, HALF_DAYS)


def _fold(key: str) -> None:
    """Nothing is chosen in a weekend that is not shown."""
    if not st.session_state[f"{key}-weekend"]:
        _clear(key, [one for one in HALF_DAYS if day_of(one) in WEEKEND])


def _clear(key: str, half_days: Iterable[str]) -> None:
    for one in half_days:
        if f"{key}-{one}" in st.session_state:
            st.session_state[f"{key}-{one}"] = False
