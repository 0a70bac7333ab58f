"""The answers of this visit, kept in the session, and the case that follows from them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

import streamlit as st

from pages._attaching import Attaching
from pages._draft import Keeping
from pages._packs import Packed, Reopening
from pages._trouble import Trouble
from smi_core.answers import LONGEST_NOTE, Answers, AnswersOf, PaperState
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_texts
from smi_core.days import HERE
from smi_core.questions import PartOf
from smi_core.texts import Texts
from smi_core.words import Language
from web.forgetting import forget_widgets
from web.language import choose
from web.visitor import is_shared, secret_of

Saving = Literal["ours", "own", "open"]
"""A file with a passphrase of ours, with one that somebody chose, or a pack that all can read."""
Place = tuple[int | None, str]
"""A question of the household (None) or of a child, from 0."""


@dataclass
class Visit:
    """What one visitor has said so far.

    Attributes:
        chosen: the language of the visitor, which some pages do not have.
        is_in_reach: the page that is shown has the language of the visitor.
        typed: what stands in a field, also when it cannot be taken as an answer.
        attempt: counts the times that a screen was sent, so that errors are announced again.
        errors: the sentence at a field, by the key of its widget.
        problem: the key of the sentence above the errors.
        attaching: the files that go with the papers.
        packed: the pack as it was last made; None if there was none.
        password: of the pack on the screen; empty if it has none.
        saving: the way in which the page for keeping offers a file.
        passphrase: that we proposed for the files of this visit; empty if none was asked for.
        was_open: what was not answered yet when a change of one answer began.
        benefit_told: the line of the law by which another allowance goes first, once that was
            told; empty while no line is certain.
        is_wiping: everything is to be erased, once that is said again.
        cases: the case as it was last worked out, by how far the questions count. A screen wants
            it several times, and nothing else on it takes as long.
        page: the page that is shown, by its name in the address.
        screen: the screen that was shown last, as the scripts know it.
        came_from: the page and its query that keeping the answers leads back to.
        keeping: how the draft of this visit stands.
        lapsed: everything was wiped, for nobody was there.
        trouble: the page that just broke, if any.
    """

    chosen: Language
    is_in_reach: bool = True
    municipality: str | None = None
    household: AnswersOf = field(default_factory=dict)
    children: list[AnswersOf] = field(default_factory=lambda: [{}])
    papers: dict[str, PaperState] = field(default_factory=dict)
    applies_anyway: bool = False
    attaching: Attaching = field(default_factory=Attaching)
    packed: Packed | None = None
    password: str = ""
    passphrase: str = ""
    saving: Saving = "ours"
    reopening: Reopening = field(default_factory=Reopening)
    typed: dict[Place, object] = field(default_factory=dict)
    attempt: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    problem: str = "error.summary"
    was_open: frozenset[Place] = frozenset()
    benefit_told: str = ""
    is_wiping: bool = False
    cases: dict[PartOf, Case] = field(default_factory=dict)
    page: str = "start"
    screen: str = ""
    came_from: tuple[str, dict[str, str]] = ("start", {})
    keeping: Keeping = field(default_factory=Keeping)
    lapsed: bool = False
    trouble: Trouble = field(default_factory=Trouble)

    @property
    def language(self) -> Language:
        """The language of the page: the one that was chosen, or else Dutch."""
        return self.chosen if self.is_in_reach else "nl"

    @language.setter
    def language(self, chosen: Language) -> None:
        self.chosen = chosen

    def answers_of(self, child: int | None) -> AnswersOf:
        """The answers of the household or of one child."""
        return self.household if child is None else self.children[child]

    def forget_typed(self, place: Place) -> None:
        """Nothing was typed at a question any more, nor chosen beside its field."""
        child, question = place
        for at in list(self.typed):
            if at[0] == child and at[1].partition(":")[0] == question:
                del self.typed[at]

    def holds_something(self) -> bool:
        """Whether there is anything that could be lost."""
        files = self.attaching.added or self.attaching.waiting
        return bool(self.household or any(self.children) or self.papers or files)


def visit() -> Visit:
    """This visit; a new one if there is none yet."""
    if "visit" not in st.session_state:
        language = choose(st.query_params.get("lang"), st.context.cookies.get("lang"))
        keeping = Keeping(is_shared=is_shared(st.context.cookies))
        st.session_state["visit"] = Visit(chosen=language, keeping=keeping)
    return st.session_state["visit"]


def arrive(screen: str) -> None:
    """A screen is shown: what was wrong on another one, and a question at its foot, stay there."""
    mine = visit()
    if mine.screen != screen:
        if mine.screen:  # what came back is told on the first screen
            mine.keeping.refused, mine.keeping.lost, mine.lapsed = (), (), False
        if not screen.startswith("reopen"):
            mine.reopening.locked = b""
        mine.screen, mine.errors, mine.is_wiping = screen, {}, False


def cookie() -> str:
    """The secret of this visitor, which downloads are bound to; empty if there is none.

    Streamlit knows it for as long as there is a connection; a run that is still busy then goes on.
    """
    if now := secret_of(st.context.cookies):
        st.session_state["secret"] = now
    return now or st.session_state.get("secret", "")


def begin_anew(fresh: Visit) -> None:
    """Forget this visit, but not whose draft it is."""
    secret = cookie()
    st.session_state.clear()
    forget_widgets()
    st.session_state["secret"], st.session_state["visit"] = secret, fresh


def texts() -> Texts:
    """The sentences in the language of this visit."""
    return load_texts(visit().language)


def today() -> date:
    """The day of this visit, as it is in the Netherlands wherever the server stands."""
    return st.session_state.get("today") or datetime.now(HERE).date()


def my_case(through: PartOf = "apply") -> Case:
    """The case of this visit. A visitor without a municipality goes back to the start.

    Args:
        through: the last part of the questions that counts for the outlook.
    """
    mine = visit()
    if mine.municipality is None:
        st.switch_page("start.py")
    given = given_answers(mine)
    guide, known = load_guide(mine.municipality), mine.cases.get(through)
    if known is None or known.given != given or (known.guide.key, known.on) != (guide.key, today()):
        mine.cases[through] = known = work_out(guide, given, today(), through)
    return known


def given_answers(mine: Visit) -> Answers:
    """What was answered, as one frozen value."""
    return Answers(
        household=dict(mine.household),
        children=tuple(dict(child) for child in mine.children),
        papers=dict(mine.papers),
        applies_anyway=mine.applies_anyway,
    )


def add_child() -> None:
    """One child more."""
    visit().children.append({})


def remove_child(place: int) -> None:
    """One child less, with what was typed for it; those after it move up."""
    mine = visit()
    del mine.children[place]
    mine.typed = {
        (child - 1 if child is not None and child > place else child, field): text
        for (child, field), text in mine.typed.items()
        if child != place
    }


def way_back() -> dict[str, str]:
    """What an address carries along for who came from the check page and returns to it."""
    return {"terug": "check"} if st.query_params.get("terug") == "check" else {}


def keep_paper(paper: str, state: str, note: str) -> None:
    """Keep how far the parent is with a paper; `none` forgets it. Notes are cut to size."""
    if state == "none":
        visit().papers.pop(paper, None)
    else:
        kept = {"state": state, "note": note[:LONGEST_NOTE]}
        visit().papers[paper] = PaperState.model_validate(kept)
