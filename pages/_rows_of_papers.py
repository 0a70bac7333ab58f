"""The list of papers: a row each, which leads to its card or to the questions that it asks."""

from html import escape

import streamlit as st

from pages._card import address
from pages._layout import bullets, facts, paragraph, plain
from pages._preview import number_of_files
from pages._visit import texts, visit, way_back
from smi_core import wording
from smi_core.case import Case
from smi_core.checklist import ChecklistItem
from smi_core.flow import Screen
from smi_core.lists import KINDS, paper_name, papers_in_order
from smi_core.progress import cards_of, is_answered, is_settled


def show_rows(case: Case) -> None:
    """What is done and what is open, and then every paper; without papers, why there are none.

    The week plan comes after the answer page, so this may be where the parent hears of it first.
    """
    say = texts().say
    if not case.papers:
        paragraph(say("outlook.reasons"))
        bullets(wording.reasons(case, texts()))
        return
    paragraph(_count(case), "notice")
    for kind in KINDS:
        items = [item for item in case.papers if item.paper.kind == kind]
        if items:
            st.header(say(f"papers.kind.{kind}"), anchor=False)
        for item in items:
            _show_row(item, case)


def show_progress(case: Case) -> None:
    """How far each paper is, with a way to change that and to come back."""
    said = texts()
    title = said.say("papers.title")
    st.header(title, anchor=False)
    facts((paper_name(item, said), _state(item, case)) for item in papers_in_order(case))
    label = said.say("check.change", title=title)
    if st.button(label, key="change-papers", type="tertiary"):
        st.switch_page("papers.py", query_params={"terug": "check"})


def _count(case: Case) -> str:
    """How many papers there is nothing left to do for; those for later do not count yet."""
    now = [item for item in case.papers if item.paper.kind != "later"]
    done = sum(is_settled(item, case, _with_files()) for item in now)
    return texts().say("papers.done", done=done, total=len(now))


def _show_row(item: ChecklistItem, case: Case) -> None:
    """One paper: the whole row leads on. Who comes back from it starts here."""
    key, said = f"open-{item.paper.id}", texts()
    if _is_come_back_to(item, case):
        st.html(f'<span data-start="{escape(key)}" hidden></span>')
    name = plain(item.paper.text.said_in(said.language))
    about = plain(" ".join(_about(item, case)))
    is_done = is_settled(item, case, _with_files())
    with st.container(key=f"{'done' if is_done else 'open'}-row-{item.paper.id}"):
        if st.button(f"{name}\n\n{about}", key=key, width="stretch"):
            _open(item, case)


def _is_come_back_to(item: ChecklistItem, case: Case) -> bool:
    """Whether the visitor was just at this paper, or at a question that it asks."""
    asked = [address(card) for card in cards_of(item, case)]
    return st.query_params.get("papier") == item.paper.id or st.query_params.get("regel") in asked


def _about(item: ChecklistItem, case: Case) -> list[str]:
    """How far it is, how sure it is that it is needed, and who gives it if the parent does not."""
    say, paper = texts().say, item.paper
    lines = [f"{_state(item, case)}."]
    if item.certainty == "maybe":
        lines.append(f"{say('papers.row.maybe')}.")
    elif paper.need != "required":
        lines.append(f"{say(f'papers.row.{paper.need}')}.")
    if paper.kind != "answer" and paper.who != "applicant":
        lines.append(f"{say('papers.who', who=say(f'papers.who.{paper.who}'))}.")
    return lines


def _state(item: ChecklistItem, case: Case) -> str:
    say, mine = texts().say, visit().attaching
    if item.paper.kind == "answer":
        return say("papers.answered" if is_answered(item, case) else "papers.not_answered")
    if mine.waiting_for(item.paper.id):
        return say("papers.waits")
    files = len(mine.of(item.paper.id))
    state = item.state.state if item.state else "have" if files else "none"
    told = say(f"papers.state.{state}")
    return f"{told}, {number_of_files(files)}" if files else told


def _open(item: ChecklistItem, case: Case) -> None:
    """To the card of a paper, or to the first question in which the parent still answers it."""
    if item.paper.kind != "answer":
        st.switch_page("paper.py", query_params={"papier": item.paper.id, **way_back()})
    shown = cards_of(item, case)
    if not shown:
        st.switch_page("questions.py", query_params={"deel": "apply"})
    first = next((card for card in shown if not _is_filled(card, case)), shown[0])
    query = {"vraag": address(first), "deel": first.step.part, **way_back()}
    if len(shown) == 1:
        query = {"terug": "papers", **query}
    st.switch_page("questions.py", query_params=query)


def _is_filled(card: Screen, case: Case) -> bool:
    return all(question.id in case.route.answers(card.child) for question in card.questions)


def _with_files() -> set[str]:
    return {one.paper for one in visit().attaching.added}
