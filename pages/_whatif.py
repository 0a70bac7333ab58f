"""What it would cost if something were different, beside what it costs now."""

from html import escape

import streamlit as st

from pages._layout import paragraph
from pages._visit import texts, visit
from pages._whatif_fields import change_of, kinds_for
from smi_core import wording
from smi_core.amounts import Span
from smi_core.case import Case
from smi_core.contribution import Amount, NoAmount
from smi_core.whatif import Change, Compared, compare

TAKEN = "whatif_taken"
"""Counts the times that a change was taken over: the fields begin anew, and the focus above."""


def taken() -> str:
    """What the screen is called; another name once a change was taken over."""
    times = st.session_state.get(TAKEN, 0)
    return f"cost-{times}" if times else "cost"


def show_what_if(case: Case) -> None:
    """One change at a time, worked out at once; the answers change only when asked."""
    say, key = texts().say, f"whatif-{st.session_state.get(TAKEN, 0)}"
    is_open = st.session_state.get(f"{key}-kind-{visit().language}") is not None
    with st.expander(say("whatif.title"), expanded=is_open):
        spoken = st.container()
        child = _child(case, key)
        kind = st.radio(
            say("whatif.what"),
            kinds_for(case, child),
            index=None,
            format_func=lambda one: say(f"whatif.kind.{one}"),
            key=f"{key}-kind-{visit().language}",
        )
        change = change_of(kind, case, child, key) if kind else None
        compared = compare(case, change) if change else None
        with spoken:
            _say_aloud(compared)
        if change and compared:
            _show(compared)
            if st.button(say("whatif.take"), key="whatif-take"):
                _take(change)


def _child(case: Case, key: str) -> int:
    """Which child it is about; the only one with care is not asked for."""
    assert isinstance(case.contribution, Amount)
    places = [child.child for child in case.contribution.children]
    if len(places) == 1:
        return places[0]
    said = texts()
    return st.radio(
        said.say("whatif.child"),
        places,
        format_func=lambda place: wording.child_name(case, place, said),
        key=f"{key}-child",
        horizontal=True,
    )


def _say_aloud(compared: Compared | None) -> None:
    """What it comes to, which static/fields.js has read once it changes: the focus stays above."""
    told = ""
    if compared:
        then = texts().say("whatif.then")
        told = f"{then}: {_in_words(compared.after)}. {_difference(compared.more)}"
    st.html(f'<span id="whatif-said" data-reading hidden>{escape(told)}</span>')


def _show(compared: Compared) -> None:
    say = texts().say
    rows = ((say("whatif.now"), compared.before), (say("whatif.then"), compared.after))
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(_in_words(amount))}</dd></div>"
        for name, amount in rows
    )
    st.html(f'<dl class="compare">{items}</dl>')
    paragraph(_difference(compared.more))
    if compared.outside.high > 0:
        outside = wording.whole_euro(compared.outside, texts())
        paragraph(texts().say("amount.outside", outside=outside), "notice")


def _in_words(amount: Amount | NoAmount) -> str:
    """Per month first, and per hour."""
    said = texts()
    if isinstance(amount, NoAmount):
        return wording.no_amount(amount.reason, said)
    per_hour = wording.euro(amount.per_hour, said)
    if amount.per_month is None:
        return said.say("whatif.hour", per_hour=per_hour)
    month = wording.whole_euro(amount.per_month, said)
    if len(amount.children) > 1:
        return said.say("whatif.together", per_month=month)
    return said.say("whatif.month", per_month=month, per_hour=per_hour)


def _difference(more: Span | None) -> str:
    """How much more or less that is, per month."""
    said = texts()
    if more is None:
        return ""
    if more.low == more.high == 0:
        return said.say("whatif.same")
    if more.low >= 0:
        return said.say("whatif.more", difference=wording.whole_euro(more, said))
    less = Span(low=-more.high, high=-more.low)
    if less.low >= 0:
        return said.say("whatif.less", difference=wording.whole_euro(less, said))
    low, high = (
        wording.whole_euro(Span(low=end, high=end), said) for end in (less.high, more.high)
    )
    return said.say("whatif.either", less=low, more=high)


def _take(change: Change) -> None:
    """From now on these are the answers; what was typed in their fields goes.

    So does what was chosen beside them: "per month" would make twelve times a yearly amount.
    """
    mine = visit()
    mine.answers_of(change.child).update(change.answers)
    for question in change.answers:
        mine.forget_typed((change.child, question))
    st.session_state[TAKEN] = st.session_state.get(TAKEN, 0) + 1
    st.rerun()
