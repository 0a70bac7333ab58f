"""What a week of care comes to, in words that are said anew after each tap."""

from html import escape

import streamlit as st

from pages._visit import texts
from pages._words import paragraph
from smi_core import wording
from smi_core.case import Case
from smi_core.contribution import Amount, ChildAmount
from smi_core.halfdays import AGAINST
from smi_core.money import format_number
from smi_core.remarks import Remark, remark_words
from smi_core.weekplan import Week


def say_how_many(chosen: tuple[str, ...]) -> None:
    """How many half-days are chosen."""
    paragraph(texts().say("week.chosen", asked=len(chosen)), "week-count")


def say_what_it_comes_to(week: Week) -> None:
    """How much is asked, what is paid of it and what that costs.

    Each sentence is an element of its own, so that only those that change are read aloud.
    """
    paragraph(_counted(week), "week-count")
    for remark in week.remarks:
        if not _is_over(remark):
            paragraph(remark_words(remark, texts()), "week-remark")
    paragraph(_fitting(week))
    paragraph(_amount(week))


def show_sources(week: Week) -> None:
    """The rules behind the remarks, in plain words and in the municipality's own."""
    quoted = [remark for remark in week.remarks if remark.rule or remark.cite]
    if quoted:
        inside = "".join(_quoted(remark, week.case) for remark in quoted)
        summary = escape(texts().say("week.quotes"))
        st.html(f'<details class="more"><summary>{summary}</summary>{inside}</details>')


def _is_over(remark: Remark) -> bool:
    return remark.id.startswith("over")


def _counted(week: Week) -> str:
    """How many half-days are chosen, and the most that the municipality pays part of."""
    said = texts()
    chosen = said.say("week.chosen", asked=len(week.asked))
    over = [remark_words(one, said) for one in week.remarks if _is_over(one)]
    if over:
        return over[0]
    if week.cap is None:
        return chosen
    most = f"{week.cap.at_most.normalize():f}"
    return f"{chosen} {said.say(f'week.cap.{week.cap.unit}', most=most)}"


def _fitting(week: Week) -> str:
    """How many half-days seem to fit, and that more may be asked; empty if all of them fit.

    What lies above the cap is in the amount already; what else is not paid is not.
    """
    say = texts().say
    if not any(remark.id in AGAINST for remark in week.remarks):
        return say("week.may_ask") if week.paid < len(week.asked) else ""
    return f"{say('week.paid', paid=week.paid)} {say('week.may_ask_more')}"


def _amount(week: Week) -> str:
    """What the parent pays for this child, and with which hours; empty while that is not known."""
    amount, said = week.case.contribution, texts()
    children = amount.children if isinstance(amount, Amount) else ()
    mine = next((one for one in children if one.child == week.child), None)
    if mine is None or mine.per_month is None:
        return ""
    sentences = [_pays(mine, week)]
    if mine.care.hours_per_week is not None:
        hours = format_number(mine.care.hours_per_week, said.language)
        sentences.append(said.say("week.hours", hours=hours))
    return " ".join(sentences)


def _pays(mine: ChildAmount, week: Week) -> str:
    """What the parent pays per month and per hour; for whom, where there are more children."""
    said = texts()
    assert mine.per_month is not None
    month, hour = wording.whole_euro(mine.per_month, said), wording.euro(mine.per_hour, said)
    if len(week.case.route.children) == 1:
        return said.say("week.amount", per_month=month, per_hour=hour)
    name = wording.child_name(week.case, week.child, said)
    return said.say("week.amount_child", child=name, per_month=month, per_hour=hour)


def _quoted(remark: Remark, case: Case) -> str:
    """A rule in plain words with its quote; or that the text is silent."""
    town, said = case.guide.scheme.municipality, texts()
    rule = remark.rule.about(said.language, town) if remark.rule else ""
    if remark.cite is None:
        silence = said.say("why.silence", gemeente=town.said_in(said.language))
        return f"<p>{escape(rule)}</p><p>{escape(silence)}</p>"
    plainly = f"<p>{escape(rule)}</p>" if rule else ""
    return (
        f'{plainly}<p class="quote" lang="nl">{escape(remark.cite.quote)}'
        f"<br><small>{escape(remark.cite.place)}</small></p>"
    )
