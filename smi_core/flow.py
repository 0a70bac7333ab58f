"""Which questions somebody is asked, and which answers count."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pydantic import SkipValidation

from smi_core.answers import Answers, AnswersOf
from smi_core.base import Frozen
from smi_core.decisions import DecisionList
from smi_core.facts import questions_behind
from smi_core.questions import Answer, Question, Step
from smi_core.rules import UNSURE_ANSWER, Look, facts_in, judge
from smi_core.truth import Truth

Reader = Callable[[Mapping[str, Answer]], Look]
"""Makes a way of looking at facts out of answers."""


class Screen(Frozen):
    """One step as this applicant is asked it, for the household or for one child.

    Attributes:
        child: the place of the child among the children, from 0; None for the household.
    """

    step: Step
    child: int | None = None
    questions: tuple[Question, ...]


class Route(Frozen):
    """The screens in order, and the answers that count: those to questions that are asked.

    Attributes:
        unsure: for the household (first) and for each child, "I do not know" for the questions
            that are not asked because somebody did not know what they hang on.

    The answers were checked when they came in, so they are not checked again here.
    """

    screens: tuple[Screen, ...]
    household: SkipValidation[AnswersOf]
    children: SkipValidation[tuple[AnswersOf, ...]]
    unsure: SkipValidation[tuple[AnswersOf, ...]]

    def open_questions(self) -> tuple[tuple[int | None, Question], ...]:
        """What is asked, is not optional and has no answer yet, with the child it is about."""
        return tuple(
            (screen.child, question)
            for screen in self.screens
            for question in screen.questions
            if not question.optional and question.id not in self.answers(screen.child)
        )

    def known(self, child: int | None) -> AnswersOf:
        """What rules look at: the answers that count, and what nobody will know.

        For a child with those of the household.
        """
        about = self.household | self.unsure[0]
        if child is None:
            return about
        return about | self.children[child] | self.unsure[child + 1]

    def answers(self, child: int | None) -> AnswersOf:
        """The answers that count for the household or for one child."""
        return self.household if child is None else self.children[child]


def only(
    steps: Sequence[Step], wanted: frozenset[str], lists: Iterable[DecisionList]
) -> tuple[Step, ...]:
    """The steps with the wanted questions only, and the questions that those hang on."""
    needed = set(wanted)
    for question in reversed([q for step in steps for q in step.questions]):
        if question.id in needed:
            needed.update(questions_behind(facts_in(question.ask_if), lists))
    kept = [
        step.model_copy(update={"questions": tuple(q for q in step.questions if q.id in needed)})
        for step in steps
    ]
    return tuple(step for step in kept if step.questions)


def route(steps: Sequence[Step], answers: Answers, read: Reader) -> Route:
    """Walk the steps in order and keep what is asked.

    A question looks back only, so one walk is enough: an answer that is dropped also drops
    the questions that hang on it. Dropped answers stay with the applicant and do not count.
    """
    household = _walk(answers.household, read)
    children = [_walk(given, read, household) for given in answers.children]
    screens: list[Screen] = []
    for step in steps:
        if step.repeat is None:
            screens.append(Screen(step=step, questions=_asked(step, household)))
            continue
        for place, walk in enumerate(children):
            screens.append(Screen(step=step, child=place, questions=_asked(step, walk)))
    return Route(
        screens=tuple(screen for screen in screens if screen.questions),
        household=household.kept,
        children=tuple(walk.kept for walk in children),
        unsure=tuple(walk.unsure for walk in (household, *children)),
    )


class _Walk(NamedTuple):
    """The walk through the questions of the household, or of one child.

    Attributes:
        given: all answers, also those to questions that are not asked.
        kept: those that count.
        unsure: "I do not know" for the questions that are not asked because of one above them.
        look: what the questions below hang on; more comes in while one walks.
    """

    given: Mapping[str, Answer]
    kept: AnswersOf
    unsure: AnswersOf
    look: Look


def _walk(given: Mapping[str, Answer], read: Reader, above: _Walk | None = None) -> _Walk:
    kept: AnswersOf = {}
    unsure: AnswersOf = {}
    seen = (above.kept, above.unsure) if above else ()
    return _Walk(given, kept, unsure, read(ChainMap(kept, unsure, *seen)))


def _asked(step: Step, walk: _Walk) -> tuple[Question, ...]:
    """The questions of a step that are asked; keeps the answers to them."""
    asked: list[Question] = []
    for question in step.questions:
        truth = judge(question.ask_if, walk.look).truth if question.ask_if else Truth.YES
        if truth is Truth.UNSURE:
            walk.unsure[question.id] = UNSURE_ANSWER
        if truth is not Truth.YES:
            continue
        asked.append(question)
        if question.id in walk.given and _can_be(question, walk):
            walk.kept[question.id] = walk.given[question.id]
    return tuple(asked)


def _can_be(question: Question, walk: _Walk) -> bool:
    """Whether an answer still is one: not "my partner is" of who said since to have no partner."""
    of_two = {option.value for option in question.options if option.with_partner}
    return walk.given[question.id] not in of_two or walk.look(question.without).value != "nee"


def cards(screens: Iterable[Screen], part: str) -> tuple[Screen, ...]:
    """The screens of one part as they are shown: a question each, unless they go together."""
    return tuple(
        card
        for screen in screens
        if screen.step.part == part
        for card in ((screen,) if screen.step.together else _one_each(screen))
    )


def _one_each(screen: Screen) -> Iterable[Screen]:
    return (screen.model_copy(update={"questions": (question,)}) for question in screen.questions)
