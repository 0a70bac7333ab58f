"""The story of the parent, and the questions that the municipality wants answered."""

from collections.abc import Iterable

from smi_core.blocks import Block, Heading, Lines, Paragraph
from smi_core.case import Case
from smi_core.dossier.form import STORY
from smi_core.dossier.order import rank_in
from smi_core.questions import Question
from smi_core.texts import Texts

CHARACTERS_TO_A_LINE = 250
"""So many characters that may be typed give one line to write on by pen."""
MOST_LINES = 12
MORE = frozenset({"verhaal_kind", "verhaal_anders"})
"""What belongs to the story itself. The text of a municipality asks for one story: these stand with
it, and who writes by pen has one place for all of it."""


def story(case: Case, texts: Texts) -> Iterable[Block]:
    """Each question with what the parent wrote, or with lines to write on."""
    screens = [screen for screen in case.route.screens if screen.step.id == STORY]
    if not screens:
        return
    yield Heading(level=1, text=texts.say("dossier.story"))
    questions = [question for screen in screens for question in screen.questions]
    rank, itself = rank_in(case), next((q for q in questions if q.id == STORY), None)
    for question in sorted(questions, key=lambda q: rank(itself if q.id in MORE and itself else q)):
        if question.id not in MORE or case.route.household.get(question.id):
            yield Heading(level=2, text=question.label.nl)
            yield _answer(question, case)


def _answer(question: Question, case: Case) -> Block:
    answer = case.route.household.get(question.id)
    if answer:
        return Paragraph(text=str(answer), style="story")
    wanted = int(question.at_most or 0) // CHARACTERS_TO_A_LINE + 1
    return Lines(count=min(wanted, MOST_LINES), label=question.label.nl, field=question.id)
