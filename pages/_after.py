"""What is still open, and what comes after handing in: the municipality, the days, who helps."""

import streamlit as st

from pages._download import File, link
from pages._visit import texts, visit
from pages._words import bullets, details, facts, paragraph, quote
from smi_core import agenda, handing_in
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.lists import deadline_rows

DONE = ("have", "not_applicable")
"""The states of a paper with which there is nothing left to get."""


def show_open(case: Case) -> None:
    """What may still be filled in or added; none of it stops anybody."""
    say, town = texts().say, case.guide.scheme.municipality
    if missing := case.route.open_questions():
        labels = [question.label.about(visit().language, town) for _, question in missing]
        details(say("pack.open_questions", number=len(labels)), *labels)
    number = sum(_is_open(item) for item in case.papers)
    if not number:
        return
    paragraph(f"{say('pack.open_papers', number=number)} {_if_incomplete(case)}")
    if st.button(say("nav.to_papers"), key="papers"):
        st.switch_page("papers.py")


def show_after(case: Case) -> None:
    """What the municipality does then, what not to do yet, and the days that count."""
    say, town = texts().say, case.guide.scheme.municipality
    st.header(say("dossier.next"), anchor=False)
    not_yet = [s.text.about(visit().language, town) for s in case.advice if s.at_end]
    bullets((*not_yet, *handing_in.what_comes_next(case, texts())))
    if dates := deadline_rows(case, texts()):
        st.header(say("date.title"), anchor=False)
        facts(dates)
        _offer_calendar(case)


def show_more(case: Case) -> None:
    """Everything else the municipality says, with its own words; folded away."""
    say, scheme = texts().say, case.guide.scheme
    others = [one for one in case.advice if not one.at_end]
    with st.expander(say("dossier.advice")):
        quote(scheme.channel.cite.quote, scheme.channel.cite.place)
        for statement in others:
            if not handing_in.is_about_what_comes_next(statement, case):
                paragraph(statement.text.about(visit().language, scheme.municipality))
            quote(statement.cite.quote, statement.cite.place)


def _if_incomplete(case: Case) -> str:
    """What this municipality does with an application that is not complete."""
    rule, town = case.guide.scheme.terms.completion, case.guide.scheme.municipality
    if rule is None:
        return texts().say("pack.incomplete_open")
    return rule.text.about(visit().language, town)


def _is_open(item: ChecklistItem) -> bool:
    """Whether the parent still has to get it, as far as we know."""
    mine, paper = visit(), item.paper
    state = mine.papers.get(paper.id)
    is_there = mine.attaching.of(paper.id) or (state and state.state in DONE)
    return paper.kind == "enclose" and not is_there


def _offer_calendar(case: Case) -> None:
    """The days for the calendar of a phone, if there are any to come."""
    said = texts()
    if not agenda.entries(case, said):
        return
    name = f"{said.say('agenda.file_name')}.ics"
    file = File(name, agenda.MEDIA_TYPE, lambda: agenda.calendar_file(case, said))
    st.html(f"<p>{link(said.say('agenda.get'), file, css='button-link quiet')}</p>")
    details(said.say("agenda.what"), said.say("agenda.neutral"))
