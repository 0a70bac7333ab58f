"""A grid of half-days to choose from: one at a time, a whole day, or "I do not know yet"."""

from collections.abc import Callable, Iterable, Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages._fields import key_of
from pages._layout import field_error
from pages._visit import Place, texts, today, visit
from pages._words import plain
from smi_core.halfdays import HALF_DAYS, PARTS, WEEKDAYS, WEEKEND, day_of, listed
from smi_core.questions import Answer, Question, parse
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
    key, before = key_of(place), _answer_at(place)
    st.session_state.update(st.session_state.pop(_next(key), {}))
    is_wide = st.session_state.get(f"{key}-weekend", weekend) or bool(_in_weekend(listed(before)))
    field_error(key)
    with st.container(key="week_grid"):
        days = (*WEEKDAYS, *(WEEKEND if is_wide else ()))
        chosen = [one for day in days for one in _day(place, day, marks)]
    below = st.container(key="week_said")
    with st.container(key="week_more"):
        is_asked = _tick(f"{key}-weekend", texts().say("week.weekend"), weekend, _fold, place)
        if _ticked(place, UNSURE_ANSWER, texts().say("week.unsure"), _forget):
            chosen.append(UNSURE_ANSWER)
    if is_asked and not is_wide:
        st.rerun()
    if UNSURE_ANSWER in chosen[1:]:  # the first tap after a connection was lost for long
        _choose_the_newer(key, chosen, before)
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
    """From the next run on, have these in a grid in place of what was chosen there."""
    wanted = set(half_days)
    drawn = [one for one in HALF_DAYS if one in wanted or f"{key}-{one}" in st.session_state]
    ticks = {f"{key}-{one}": one in wanted for one in (*drawn, UNSURE_ANSWER)}
    if _in_weekend(wanted):
        ticks[f"{key}-weekend"] = True
    st.session_state[_next(key)] = ticks


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


def _answer_at(place: Place) -> Answer | None:
    return visit().answers_of(place[0]).get(place[1])


def _in_weekend(half_days: Iterable[str]) -> list[str]:
    return [one for one in half_days if day_of(one) in WEEKEND]


def _next(key: str) -> str:
    """Where it is kept what the ticks of a grid will be, for they cannot change once drawn."""
    return f"{key}-next"


def _choose_the_newer(key: str, chosen: Iterable[str], before: Answer | None) -> None:
    """Half-days and "I do not know yet" cannot go together: what was not there yet is meant."""
    is_known = before == UNSURE_ANSWER
    choose(key, [one for one in chosen if is_known and one != UNSURE_ANSWER])
    if not is_known:
        st.session_state[_next(key)][f"{key}-{UNSURE_ANSWER}"] = True
    st.rerun()


def _ticked(place: Place, value: str, label: str, then: Callable[[Place], None]) -> bool:
    """One part of the answer, ticked if it was answered before."""
    answer = _answer_at(place)
    was = answer == value if value == UNSURE_ANSWER else value in listed(answer)
    return _tick(f"{key_of(place)}-{value}", label, was, then, place)


def _lines(*parts: str) -> str:
    return "\n\n".join(plain(part) for part in parts if part)


def _tick(key: str, label: str, was: bool, then: Callable[[Place], None], place: Place) -> bool:
    """A tick. What it was is said only of a new one: a browser may know more by then."""
    is_new = key not in st.session_state
    return st.checkbox(label, was and is_new, key=key, on_change=then, args=(place,))


def _know(place: Place) -> None:
    """Who chooses half-days knows them."""
    st.session_state[f"{key_of(place)}-{UNSURE_ANSWER}"] = False


def _forget(place: Place) -> None:
    """Who does not know yet chooses none."""
    if st.session_state[f"{key_of(place)}-{UNSURE_ANSWER}"]:
        _clear(key_of(place), HALF_DAYS)


def _fold(place: Place) -> None:
    """Nothing is chosen in a weekend that is not shown."""
    key, (child, question) = key_of(place), place
    if st.session_state[f"{key}-weekend"]:
        return
    _clear(key, _in_weekend(HALF_DAYS))
    left = tuple(one for one in listed(_answer_at(place)) if day_of(one) not in WEEKEND)
    if left:
        visit().answers_of(child)[question] = left
    else:
        visit().answers_of(child).pop(question, None)


def _clear(key: str, half_days: Iterable[str]) -> None:
    for one in half_days:
        if f"{key}-{one}" in st.session_state:
            st.session_state[f"{key}-{one}"] = False
