"""The fields in which a parent says what would be different."""

from html import escape
from typing import Literal

import streamlit as st

from pages._layout import paragraph, plain, quote
from pages._visit import texts, today, visit
from smi_core.answers import AnswersOf
from smi_core.case import Case
from smi_core.echo import echo
from smi_core.law import is_no
from smi_core.national import CareType
from smi_core.paying import KotTable
from smi_core.questions import (
    Answer,
    InvalidAnswer,
    asked_alone,
    display,
    parse,
    questions_of,
)
from smi_core.rules import UNSURE_ANSWER
from smi_core.whatif import (
    MOST_HALF_DAYS,
    Change,
    can_change_half_days,
    half_days,
    income_question,
    other_kinds,
    with_half_days,
    with_income,
    with_kind,
)
from smi_core.wording import refusal

Kind = Literal["half_days", "offer", "care", "income"]
USUAL = 4
"""The half-days to begin with while the parent named none: two days."""


def kinds_for(case: Case, child: int) -> list[Kind]:
    """What can be different for a child."""
    kinds: list[Kind] = ["half_days"] if can_change_half_days(case, child) else []
    return [*kinds, "offer", "care", "income"]


def change_of(kind: Kind, case: Case, child: int, key: str) -> Change | None:
    """Ask what would be different; None as long as that is nothing."""
    match kind:
        case "half_days":
            return _half_days(case, child, f"{key}-number-{child}")
        case "offer":
            return _offer(case, child, key)
        case "care":
            return _care(case, child, key)
        case "income":
            return _income(case, key)


def _half_days(case: Case, child: int, key: str) -> Change | None:
    """One less or one more, with a button each: easier on a phone than a list of ten."""
    say, now = texts().say, len(half_days(case, child))
    number = int(st.session_state.get(key, now or USUAL))
    with st.container(horizontal=True):
        number -= st.button(say("whatif.fewer"), key="whatif-fewer")
        number += st.button(say("whatif.more_care"), key="whatif-more")
    number = min(max(number, 1), MOST_HALF_DAYS)
    st.session_state[key] = number
    paragraph(say("whatif.number", number=number))
    return None if number == now else with_half_days(case, child, number)


def _offer(case: Case, child: int, key: str) -> Change | None:
    """The hours and the price of another offer; an empty field leaves what it is now."""
    given = case.route.children[child]
    answers: AnswersOf = {}
    for question in ("uren_per_week", "uurprijs"):
        answer = _asked(case, question, given.get(question), f"{key}-{child}")
        if answer is not None and answer != given.get(question):
            answers[question] = answer
    st.button(texts().say("whatif.count"), key="whatif-count")
    return Change(child=child, answers=answers) if answers else None


def _care(case: Case, child: int, key: str) -> Change | None:
    kinds = other_kinds(case, child)
    labels = {o.value: o.label for o in questions_of(case.guide.steps)["opvangsoort"].options}
    kind: CareType | None = st.radio(
        texts().say("whatif.care"),
        kinds,
        index=None,
        format_func=lambda one: labels[one].said_in(visit().language),
        key=f"{key}-{child}-care-{visit().language}",
    )
    if kind is None:
        return None
    paragraph(texts().say("whatif.care_price"))
    return with_kind(child, kind)


def _income(case: Case, key: str) -> Change | None:
    question = income_question(case)
    if not question:
        _why_not(case)
        return None
    now = case.route.household.get(question)
    amount = _asked(case, question, now, key)
    st.button(texts().say("whatif.count"), key="whatif-count")
    return None if amount is None or amount == now else with_income(question, amount)


def _why_not(case: Case) -> None:
    """Why a lower income now changes nothing here, in the municipality's own words."""
    say, rules = texts().say, case.guide.scheme.contribution
    town = case.guide.scheme.municipality.said_in(visit().language)
    if not isinstance(rules.method, KotTable):
        paragraph(say("whatif.income_never"))
        return
    if rules.income is None:
        paragraph(say("whatif.income_silent", gemeente=town))
        return
    paragraph(say("whatif.income_statement", gemeente=town))
    quote(rules.income.cite.quote, rules.income.cite.place)


def _asked(case: Case, name: str, now: Answer | None, key: str) -> Answer | None:
    """A question again, with its own words and checks; what is wrong is said at the field."""
    question = questions_of(case.guide.steps)[name]
    if question.alone and is_no(case, question.without):
        question = asked_alone(question)
    label = question.prompt.about(visit().language, case.guide.scheme.municipality)
    shown = "" if now is None or now == UNSURE_ANSWER else display(question, now, visit().language)
    place = f"{key}-{name}"
    with st.container(key=place):
        typed = st.text_input(plain(label), value=shown, key=f"{place}-text")
    if not typed.strip():
        return None
    try:
        answer = parse(question, typed, today())
    except InvalidAnswer as error:
        told = escape(refusal(error.reason.value, str(error.limit), texts(), question))
        st.html(f'<p class="field-error" id="error-{place}" data-error-for="{place}">{told}</p>')
        return None
    if answer != now:
        told = escape(echo(question, typed, texts(), today()))
        st.html(f'<p class="field-note" id="read-{place}" data-describes="{place}">{told}</p>')
    return answer
