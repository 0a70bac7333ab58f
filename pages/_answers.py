"""What was answered, line by line, and what is still open; each line leads to its question."""

from datetime import date
from html import escape

import streamlit as st

from pages._card import address, to_card
from pages._fields import key_of
from pages._layout import bullets, details, paragraph, plain, shown
from pages._visit import texts, visit
from smi_core.case import Case
from smi_core.days import in_words
from smi_core.flow import Screen, cards
from smi_core.halfdays import by_day
from smi_core.lists import deadline_text
from smi_core.progress import is_settled
from smi_core.questions import PARTS_OF, Answer, Question, display
from smi_core.wording import child_name

MOST_OPEN = 5  # lines that are shown at once; the others open


def show_open(case: Case) -> None:
    """What is still open, and what the municipality does with a file that is not complete."""
    lines = [*_open_papers(case), *_open_answers(case)]
    if not lines:
        paragraph(texts().say("check.all_there"))
        return
    paragraph(texts().say("check.still_open"))
    bullets(lines[:MOST_OPEN])
    if more := lines[MOST_OPEN:]:
        details(texts().say("check.open_more", number=len(more)), *more)
    paragraph(" ".join(_if_incomplete(case)))


def show_answers(case: Case) -> None:
    """All answers by part; who comes back from a change starts at that line."""
    heading = ""
    for part in PARTS_OF:
        for card in cards(case.route.screens, part):
            if (title := _title(card, case)) != heading:
                st.header(plain(title), anchor=False)
            heading = title
            for question in card.questions:
                _show_line(card, question, case)


def words_shown(case: Case) -> list[str]:
    """The names of all answers and papers, as the page shows them."""
    language = visit().language
    papers = [item.paper.text.said_in(language) for item in case.papers]
    screens = case.route.screens
    return papers + [_label(question, case) for one in screens for question in one.questions]


def _if_incomplete(case: Case) -> list[str]:
    """What the municipality does with a file that is not complete, and by when it must be there."""
    terms = {term.id: term for term in case.deadlines}
    if "completion" not in terms:
        return []
    said = [deadline_text(terms["completion"], texts())]
    latest = terms.get("latest_hand_in")
    if latest and latest.day and not latest.is_passed:
        said.append(texts().say("check.by", day=in_words(latest.day, visit().language)))
    return said


def _show_line(card: Screen, question: Question, case: Case) -> None:
    """One answer with a way to change it."""
    label = _label(question, case)
    name = f"change-{key_of((card.child, question.id))}"
    start = f' data-start="{name}"' if st.query_params.get("regel") == address(card) else ""
    with st.container(key=f"line-{name}", horizontal=True, vertical_alignment="center"):
        answer = _answer(card, question, case)
        several = ' class="several"' if "\n" in answer else ""
        st.html(f"<dl{start}><dt>{escape(label)}</dt><dd{several}>{shown(answer)}</dd></dl>")
        # The style hides the name, which who listens needs: all these buttons say the same.
        caption = f"{texts().say('check.change_one')}\n\n{plain(label)}"
        if st.button(caption, key=name, type="tertiary"):
            to_card(card, terug="check")


def _answer(card: Screen, question: Question, case: Case) -> str:
    """In words; each of several answers on a line of its own."""
    answer = case.route.answers(card.child).get(question.id)
    if answer is None:
        return texts().say("check.empty" if question.optional else "check.open")
    town = case.guide.scheme.municipality.said_in(visit().language)
    return "\n".join(_said(question, answer)).replace("{gemeente}", town)


def _said(question: Question, answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, date):
        return (in_words(answer, visit().language),)
    if not isinstance(answer, tuple):
        return (display(question, answer, visit().language),)
    if question.kind == "half_days":
        return by_day(answer, question, texts())
    return tuple(display(question, one, visit().language) for one in answer)


def _title(card: Screen, case: Case) -> str:
    title = card.step.title.said_in(visit().language)
    if card.child is None:
        return title
    return texts().say("child.step", title=title, child=child_name(case, card.child, texts()))


def _label(question: Question, case: Case) -> str:
    return question.label.about(visit().language, case.guide.scheme.municipality)


def _open_answers(case: Case) -> list[str]:
    """The questions without an answer, by name; with the child where there are more."""
    several = len(case.route.children) > 1
    return [
        f"{child_name(case, child, texts())}: {_label(question, case)}"
        if several and child is not None
        else _label(question, case)
        for child, question in case.route.open_questions()
    ]


def _open_papers(case: Case) -> list[str]:
    """How many papers there is still something to do for."""
    with_files = {one.paper for one in visit().attaching.added}
    left = [
        item
        for item in case.papers
        if item.paper.kind == "enclose" and not is_settled(item, case, with_files)
    ]
    return [texts().say("check.open_papers", number=len(left))] if left else []
