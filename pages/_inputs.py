"""The widget of one kind of question, and what stands in it."""

from html import escape

import streamlit as st

from pages._filled import (
    beside,
    choice_key,
    given_at,
    key_of,
    now_at,
    said_of,
    shown_at,
    text_key,
    tick_key,
    unsure_key,
)
from pages._visit import Place, texts, today, visit
from smi_core.echo import echo
from smi_core.money import format_number
from smi_core.questions import Answer, Kind, Option, Question
from smi_core.reading import stated_period
from smi_core.rules import UNSURE_ANSWER
from smi_core.words import Words
from web.limits import LONGEST_LINE, LONGEST_STORY

KEYBOARDS: dict[Kind, str] = {
    "money": "decimal",
    "hours": "decimal",
    "whole": "numeric",
    "bsn": "numeric",
    "lrk": "numeric",
    "phone": "tel",
    "email": "email",
}
"""The keys that a phone offers. A date gets all of them: it has dashes, or the name of a month."""
REST = "600ms"
"""So long nobody types, before what was typed is said back."""


def draw(question: Question, place: Place) -> None:
    """Draw the widget of a question, and keep what is filled in as it stands."""
    match question.kind:
        case "yes_no" | "choice":
            visit().typed[place] = _radio(question, place)
        case "choices" | "days" | "half_days":
            visit().typed[place] = _ticks(question, place)
        case "long_text":
            visit().typed[place] = _long_text(question, place)
        case _:
            visit().typed[place] = _text(question, place)
            _below(question, place)
    if question.unsure and not question.options:
        _unsure(question.unsure, place)


def _radio(question: Question, place: Place) -> object:
    values = [option.value for option in question.options]
    now = now_at(question, place)
    return st.radio(
        said_of(question.prompt),
        values,
        index=values.index(str(now)) if now in values else None,
        format_func=lambda value: _label(question, value),
        key=choice_key(place),
        label_visibility="collapsed",
    )


def _ticks(question: Question, place: Place) -> object:
    now = now_at(question, place)
    chosen = now if isinstance(now, (list, tuple)) else [now]
    return [
        option.value
        for option in question.options
        if _tick(option, place, is_chosen=option.value in chosen)
    ]


def _tick(option: Option, place: Place, *, is_chosen: bool) -> bool:
    return st.checkbox(said_of(option.label), value=is_chosen, key=tick_key(place, option.value))


def _text(question: Question, place: Place) -> str | None:
    """A box; what is read in it is said back while one types."""
    is_read = question.kind in ("money", "date", "birth_date")
    typed = st.text_input(
        said_of(question.prompt),
        value=shown_at(question, place),
        key=text_key(place),
        autocomplete=question.autocomplete or "off",
        live=REST if is_read else False,
        label_visibility="collapsed",
    )
    return typed and typed[:LONGEST_LINE]


def _long_text(question: Question, place: Place) -> str | None:
    """A box for a story, with how many characters are left; more than that is kept and refused."""
    key, most = key_of(place), int(question.at_most or 0)
    typed = st.text_area(
        said_of(question.prompt),
        value=shown_at(question, place),
        height="content",
        key=text_key(place),
        label_visibility="collapsed",
    )
    left, said, language = most - len(typed or ""), texts(), visit().language
    told = {name: escape(said.say(f"field.{name}", number="{number}")) for name in ("left", "over")}
    shown = told["over" if left < 0 else "left"].format(number=format_number(abs(left), language))
    st.html(
        f'<p class="field-note" id="left-{key}" data-describes="{key}" data-most="{most}"'
        f' data-left="{told["left"]}" data-over="{told["over"]}">{shown}</p>'
    )
    return typed and typed[:LONGEST_STORY]


def _below(question: Question, place: Place) -> None:
    """Per month or per year, and what was read in the box."""
    if len(question.per) > 1:
        _period(question, place)
    if question.kind not in ("money", "date", "birth_date"):
        return
    key = key_of(place)
    told = escape(echo(question, given_at(question, place), texts(), today()))
    st.html(f'<p class="field-note" id="read-{key}" data-describes="{key}" data-reading>{told}</p>')


def _period(question: Question, place: Place) -> None:
    """Per year or per month; what the text itself says is chosen, so that the two never differ."""
    at, say = beside(place, "per"), texts().say
    key = f"{key_of(place)}-per-{visit().language}"
    stated = stated_period(str(visit().typed.get(place) or ""))
    if stated in question.per:
        st.session_state[key] = stated
    before = visit().typed.get(at) if key not in st.session_state else None
    with st.container(key=f"period-{key_of(place)}"):
        visit().typed[at] = st.radio(
            say("period.choose"),
            question.per,
            index=question.per.index(before) if before in question.per else 0,
            format_func=lambda per: say(f"period.{per}"),
            horizontal=True,
            key=key,
            label_visibility="collapsed",
        )


def _unsure(words: Words, place: Place) -> None:
    at = beside(place, "unsure")
    known: Answer | None = visit().answers_of(place[0]).get(place[1])
    visit().typed[at] = st.checkbox(
        said_of(words),
        value=bool(visit().typed.get(at, known == UNSURE_ANSWER)),
        key=unsure_key(place),
    )


def _label(question: Question, value: str) -> str:
    return next(said_of(o.label) for o in question.options if o.value == value)
