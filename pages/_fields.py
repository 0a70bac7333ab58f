"""One question on a screen, and what was filled in as an answer."""

from html import escape

import streamlit as st

from pages._filled import NOT_TICKED, given_at, key_of, said_of, tick_of
from pages._inputs import KEYBOARDS, draw
from pages._visit import Place, texts, today, visit
from smi_core.questions import InvalidAnswer, Question, parse
from smi_core.rules import UNSURE_ANSWER
from smi_core.wording import refusal

__all__ = ["ask", "keep", "key_of", "take"]


def ask(question: Question, child: int | None, *, alone: bool) -> None:
    """Draw a question; what is filled in is kept as it stands, whatever it is.

    Args:
        question: what is asked.
        child: whom it is about; None for the household.
        alone: it is the only one on its screen, whose heading already asks it.
    """
    place = (child, question.id)
    _above(question, place, alone=alone)
    with st.container(key=key_of(place)):
        draw(question, place)


def take(questions: tuple[Question, ...], child: int | None) -> bool:
    """Take what was filled in as answers; the errors stay at the fields.

    Returns:
        Whether everything could be taken.
    """
    mine = visit()
    mine.attempt += 1
    mine.errors = {}
    for question in questions:
        message = _take_one(question, (child, question.id))
        if message and len(questions) > 1:
            label = said_of(question.label)
            message = texts().say("invalid.named", label=label, message=message)
        if message:
            mine.errors[key_of((child, question.id))] = message
    return not mine.errors


def keep(questions: tuple[Question, ...], child: int | None) -> None:
    """Take what can be an answer and say nothing of the rest: for who keeps it all half-way."""
    for question in questions:
        _take_one(question, (child, question.id))


def _take_one(question: Question, place: Place) -> str:
    """Take one answer, or say why not; the answer that was there stays until there is a new one."""
    answers, said = visit().answers_of(place[0]), texts()
    given, is_unsure = given_at(question, place), tick_of(place)
    if given in NOT_TICKED and not is_unsure:
        if not question.optional:
            return _missing(question)
        answers.pop(question.id, None)
        return ""
    try:
        answer = UNSURE_ANSWER if given in NOT_TICKED else parse(question, given, today())
    except InvalidAnswer as error:
        if not is_unsure:
            return refusal(error.reason.value, str(error.limit), said, question)
        answer = UNSURE_ANSWER  # "no idea, ask my husband", and the tick: it says the same
    if is_unsure and answer != UNSURE_ANSWER and question.unsure:
        return said.say("invalid.both", unsure=said_of(question.unsure))
    answers[question.id] = answer
    return ""


def _missing(question: Question) -> str:
    if question.unsure:
        return texts().say("invalid.missing_unsure", unsure=said_of(question.unsure))
    return texts().say("invalid.missing")


def _above(question: Question, place: Place, *, alone: bool) -> None:
    """What stands above a field: what it asks, help, what is wrong with it, and its keyboard."""
    key, lines = key_of(place), []
    if not alone:
        # Who listens hears it with the field itself.
        asked = escape(said_of(question.prompt))
        lines.append(f'<p class="field-label" aria-hidden="true">{asked}</p>')
    if question.help:
        told = escape(said_of(question.help))
        lines.append(f'<p class="field-help" id="help-{key}" data-describes="{key}">{told}</p>')
    if question.example:
        name, told = escape(texts().say("field.example")), escape(said_of(question.example))
        more = f"<summary>{name}</summary><p>{told}</p>"
        lines.append(f'<details class="more">{more}</details>')
    if message := visit().errors.get(key):
        told = escape(message)
        lines.append(f'<p class="field-error" id="error-{key}" data-error-for="{key}">{told}</p>')
    if marks := _marks(question):
        lines.append(f'<span hidden data-about="{key}" {marks}></span>')
    if lines:
        st.html(f'<div class="field-head">{"".join(lines)}</div>')


def _marks(question: Question) -> str:
    """What static/fields.js must know of a field."""
    if question.kind in ("choices", "days", "half_days"):
        return f'data-group="{escape(said_of(question.prompt))}"'
    keyboard = KEYBOARDS.get(question.kind)
    return f'data-inputmode="{keyboard}"' if keyboard else ""
