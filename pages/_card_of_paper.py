"""The card of one paper: what it is, where to get it, how far the parent is, and its files."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages._choosing import reading_line, show_held_back, show_refused, show_upload
from pages._download import renewal
from pages._how_far import ask_state
from pages._layout import bottom, onward, top
from pages._letters import show_letters
from pages._preview import number_of_files
from pages._visit import texts, visit, way_back
from pages._words import bullets, details, explain_terms, paragraph
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.letters import letter_of
from smi_core.scheme import Paper
from smi_core.wording import child_names


def show_card(papers: Sequence[ChecklistItem], place: int, case: Case) -> None:
    """The screen of one paper.

    Args:
        papers: all that have a card, in the order in which one goes through them.
        place: which of them, from 0.
        case: the case.
    """
    item, said = papers[place], texts()
    paper = item.paper
    screen = f"paper-{paper.id}-{len(visit().attaching.of(paper.id))}"
    sub = said.say("papers.place", number=place + 1, total=len(papers))
    is_back = top(paper.text.said_in(said.language), screen, "papers", sub)
    reading = reading_line()
    show_refused()
    show_held_back()
    if files := visit().attaching.of(paper.id):
        paragraph(said.say("papers.added", files=number_of_files(len(files))), "notice")
    _explain(item, case)
    state = ask_state(paper.id)
    if _takes_files(paper, state):
        show_upload(paper.id, case.guide.scheme.channel.kind, reading)
    is_last = place + 1 == len(papers)
    is_next = onward(said.say("papers.to_list" if is_last else "papers.next"))
    bottom()
    if is_back or (is_next and is_last):
        visit().attaching.refused = []
        st.switch_page("papers.py", query_params={"papier": paper.id, **way_back()})
    if is_next:
        visit().attaching.refused = []
        st.query_params["papier"] = papers[place + 1].paper.id
        st.rerun()


def _explain(item: ChecklistItem, case: Case) -> None:
    """What it is and where to get it; then what the municipality says of it, and the letter."""
    said, paper = texts(), item.paper
    town = case.guide.scheme.municipality
    what = paper.get.about(said.language, town)
    paragraph(what)
    bullets([*_how_firmly(item), *_whose(item, case), *_refused(paper)])
    if paper.recency:
        details(said.say("papers.recency"), paper.recency.said_in(said.language))
    explain_terms(paper.text.said_in(said.language), what)
    _cite(paper, case)
    if (kind := letter_of(item)) and show_letters(kind, case):
        renewal()


def _whose(item: ChecklistItem, case: Case) -> list[str]:
    """Who gives it, and about which children it is where not all have the same papers."""
    said = texts()
    lines = [said.say("papers.who", who=said.say(f"papers.who.{item.paper.who}"))]
    if item.children and len(case.route.children) > 1:
        lines.append(said.say("papers.for", children=child_names(case, item.children, said)))
    return lines


def _refused(paper: Paper) -> list[str]:
    said = texts()
    if paper.refused is None:
        return []
    return [said.say("papers.refused", refused=paper.refused.said_in(said.language))]


def _how_firmly(item: ChecklistItem) -> list[str]:
    """That it may not be needed; nothing where the text requires it."""
    say = texts().say
    if item.certainty == "maybe":
        return [say("papers.row.maybe")]
    return [] if item.paper.need == "required" else [say(f"papers.row.{item.paper.need}")]


def _cite(paper: Paper, case: Case) -> None:
    """The words that ask for the paper, and those that say what must be in it; each once."""
    asked = paper.letter.ask if paper.letter else ()
    cited = [paper.cite, *(one.cite for one in asked if one.cite)]
    sources = {one.quote: case.guide.scheme.sources[one.source].title for one in cited}
    town = case.guide.scheme.municipality.said_in(visit().language)
    inside = "".join(
        f'<p lang="nl">{escape(words)}<br><small>{escape(source)}</small></p>'
        for words, source in sources.items()
    )
    title = escape(texts().say("papers.why", gemeente=town))
    st.html(f'<details class="more"><summary>{title}</summary>{inside}</details>')


def _takes_files(paper: Paper, state: str) -> bool:
    """Whether a file may be added now; one that is there can always be seen and taken out."""
    is_there = state == "have" or bool(visit().attaching.of(paper.id))
    return is_there or (state == "none" and paper.kind != "later")
