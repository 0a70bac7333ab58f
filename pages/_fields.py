"""One question as a widget, and what was filled in as an answer."""

import streamlit as st

from pages._layout import field_error, field_label, paragraph
from pages._visit import Place, texts, today, visit
from smi_core.content import load_scheme
from smi_core.questions import Answer, InvalidAnswer, Option, Question, display, parse
from smi_core.rules import UNSURE_ANSWER
from smi_core.wording import refusal
from smi_core.words import Words

NOT_TICKED = ("", None, [], ())


def key_of(place: Place) -> str:
    """The key of a question's widget, for a child with its number."""
    child, question = place
    return question if child is None else f"{question}-{child + 1}"


def ask(question: Question, child: int | None, *, alone: bool) -> None:
    """Draw a question; what is filled in is kept as it stands, whatever it is.

    Args:
        question: what is asked.
        child: whom it is about; None for the household.
        alone: it is the only one on its screen, whose heading already asks it.
    """
    place = (child, question.id)
    key = key_of(place)
    if not alone:
        field_label(_words(question.prompt))
    if question.help:
        paragraph(_words(question.help))
    field_error(key)
    with st.container(key=key):
        visit().typed[place] = _draw(question, place)


def take(questions: tuple[Question, ...], child: int | None) -> bool:
    """Take what was filled in as answers; the errors stay at the fields.

    Returns:
        Whether everything could be taken.
    """
    mine = visit()
    mine.attempt += 1
    mine.errors = {}
    for question in questions:
        message = _take_one(question, child)
        if message and len(questions) > 1:
            label = _words(question.label)
            message = texts().say("invalid.named", label=label, message=message)
        if message:
            mine.errors[key_of((child, question.id))] = message
    return not mine.errors


def _take_one(question: Question, child: int | None) -> str:
    """Take one answer, or say why not."""
    mine, said = visit(), texts()
    given = mine.typed.get((child, question.id))
    answers = mine.answers_of(child)
    if given in NOT_TICKED:
        answers.pop(question.id, None)
        if question.optional:
            return ""
        return said.say("invalid.missing_unsure" if question.unsure else "invalid.missing")
    try:
        answers[question.id] = parse(question, given, today())
    except InvalidAnswer as error:
        answers.pop(question.id, None)
        return refusal(error.reason.value, str(error.limit), said, question)
    return ""


def _draw(question: Question, place: Place) -> object:
    match question.kind:
        case "yes_no" | "choice":
            return _radio(question, place)
        case "choices" | "days" | "half_days":
            return _ticks(question, place)
        case _:
            return _text(question, place)


def _radio(question: Question, place: Place) -> object:
    values = [option.value for option in question.options]
    now = _now(question, place)
    return st.radio(
        _words(question.prompt),
        values,
        index=values.index(str(now)) if now in values else None,
        format_func=lambda value: _label(question, value),
        # Streamlit shows no choice once the labels of a radio change, so each language has its own.
        key=f"{key_of(place)}-choice-{visit().language}",
        label_visibility="collapsed",
    )


def _ticks(question: Question, place: Place) -> object:
    now = _now(question, place)
    chosen = now if isinstance(now, (list, tuple)) else [now]
    return [
        option.value
        for option in question.options
        if _tick(option, place, is_chosen=option.value in chosen)
    ]


def _tick(option: Option, place: Place, *, is_chosen: bool) -> bool:
    return st.checkbox(_words(option.label), value=is_chosen, key=f"{key_of(place)}-{option.value}")


def _text(question: Question, place: Place) -> object:
    now = _now(question, place)
    key = f"{key_of(place)}-text"
    shown = "" if now in NOT_TICKED or now == UNSURE_ANSWER else str(now)
    field = st.text_area if question.kind == "long_text" else st.text_input
    typed = field(_words(question.prompt), value=shown, key=key, label_visibility="collapsed")
    if question.unsure is None:
        return typed
    unsure = st.checkbox(
        _words(question.unsure), value=now == UNSURE_ANSWER, key=f"{key_of(place)}-unsure"
    )
    return UNSURE_ANSWER if unsure and not typed else typed


def _now(question: Question, place: Place) -> object:
    """What stands in the field: what was typed before, else the answer."""
    mine = visit()
    if place in mine.typed:
        return mine.typed[place]
    answer: Answer | None = mine.answers_of(place[0]).get(question.id)
    if answer is None or isinstance(answer, tuple) or question.options:
        return answer
    return UNSURE_ANSWER if answer == UNSURE_ANSWER else display(question, answer, mine.language)


def _label(question: Question, value: str) -> str:
    return next(_words(o.label) for o in question.options if o.value == value)


def _words(words: Words) -> str:
    mine = visit()
    assert mine.municipality is not None
    return words.about(mine.language, load_scheme(mine.municipality).municipality)
