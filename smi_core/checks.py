"""What must hold between content files: names that exist, values that can be, rules that settle."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from smi_core.derived import DERIVED, FACT_VALUES, NUMBER_FACTS
from smi_core.facts import questions_behind
from smi_core.guide import Shared
from smi_core.questions import Question, Step, child_questions, questions_of
from smi_core.rules import (
    UNSURE_ANSWER,
    AllOf,
    AnyOf,
    Equals,
    OneOf,
    Requirement,
    facts_in,
    wanted_values,
)
from smi_core.scheme import About, Condition, Scheme

NUMBER_KINDS = frozenset({"money", "hours", "whole"})


class ContentError(ValueError):
    """A content file that is not right: which file, which place, and what is allowed there."""


def check_shared(shared: Shared) -> None:
    """Hold questions, decision lists and the conditions on silence against each other.

    Raises:
        ContentError: at the first thing that is not right.
    """
    _check_steps(shared)
    for one in shared.lists:
        for ground in one.grounds:
            where = f"content/national/{one.fact}.yaml: {ground.id!r}"
            check_requirement(where, ground.when, "household", shared)
    for condition in shared.silence:
        _check_condition("content/silence.yaml", condition, shared)


def check_scheme(where: str, scheme: Scheme, shared: Shared) -> None:
    """Hold the rules of one municipality against the questions and facts that there are.

    Raises:
        ContentError: at the first thing that is not right.
    """
    _check_ids(where, "condition", [condition.id for condition in scheme.conditions])
    _check_ids(where, "paper", [paper.id for paper in scheme.papers])
    for condition in scheme.conditions:
        _check_condition(where, condition, shared)
    for paper in scheme.papers:
        if paper.when is not None:
            check_requirement(f"{where}: {paper.id!r}", paper.when, paper.about, shared)
    for statement in (*scheme.advice, scheme.first_step):
        if statement is not None and statement.when is not None:
            check_requirement(f"{where}: {statement.id!r}", statement.when, "household", shared)
    asks = [("form", field.question) for field in scheme.form]
    asks += [(f"{p.id!r}", question) for p in scheme.papers for question in p.questions]
    _check_asked(where, asks, questions_of(shared.steps))


def check_requirement(where: str, requirement: Requirement, about: About, shared: Shared) -> None:
    """Hold one requirement against the questions and facts that there are.

    Raises:
        ContentError: if it names what does not exist, wants a value that cannot be, compares
            words with a number, or asks of the household what is asked of each child.
    """
    questions = questions_of(shared.steps)
    known = {*questions, *DERIVED, *(one.fact for one in shared.lists)}
    for fact in facts_in(requirement):
        if fact not in known:
            raise ContentError(
                f"{where} looks at {fact!r}, which is neither a question of content/steps.yaml "
                f"nor a fact.{did_you_mean(fact, known)}"
            )
        behind = questions_behind([fact], shared.lists)
        if about == "household" and behind & child_questions(shared.steps):
            raise ContentError(f"{where} is about the household, but {fact!r} is asked per child")
    for test in _tests(requirement):
        _check_test(where, test, questions)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The likely intention behind a word that does not exist; empty if none is near."""
    close = get_close_matches(word, list(known), n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def _check_asked(
    where: str, asks: Iterable[tuple[str, str]], questions: dict[str, Question]
) -> None:
    for who, question in asks:
        if question not in questions:
            raise ContentError(
                f"{where}: {who} asks {question!r}, which content/steps.yaml does not "
                f"have.{did_you_mean(question, questions)}"
            )


def _check_ids(where: str, kind: str, ids: Sequence[str]) -> None:
    if twice := sorted({one for one in ids if ids.count(one) > 1}):
        raise ContentError(f"{where}: {kind} {', '.join(twice)} is there twice")


def _check_condition(where: str, condition: Condition, shared: Shared) -> None:
    for requirement in (condition.requires, condition.assess_if):
        if requirement is not None:
            check_requirement(f"{where}: {condition.id!r}", requirement, condition.about, shared)


def _check_steps(shared: Shared) -> None:
    """A question looks back only: what it hangs on is asked above it."""
    above: set[str] = set()
    for step in shared.steps:
        for question in step.questions:
            where = f"content/steps.yaml: {question.id!r}"
            if question.id in above:
                raise ContentError(f"{where} is there twice")
            if question.ask_if is not None:
                _check_follow_up(where, question.ask_if, step, shared, above)
            above.add(question.id)


def _check_follow_up(
    where: str, ask_if: Requirement, step: Step, shared: Shared, above: set[str]
) -> None:
    check_requirement(where, ask_if, step.repeat or "household", shared)
    ahead = sorted(questions_behind(facts_in(ask_if), shared.lists) - above)
    if ahead:
        raise ContentError(f"{where} hangs on {', '.join(ahead)}, not asked above it")


def _tests(requirement: Requirement) -> Sequence[Requirement]:
    match requirement:
        case AllOf(all_of=parts) | AnyOf(any_of=parts):
            return [test for part in parts for test in _tests(part)]
        case _:
            return [requirement]


def _check_test(where: str, test: Requirement, questions: dict[str, Question]) -> None:
    if isinstance(test, AllOf | AnyOf):
        return
    is_number = _is_number(test.fact, questions)
    if isinstance(test, Equals | OneOf) == is_number:
        kind = "a number: use below, at_most or at_least"
        words = "one of some words: use equals or one_of"
        raise ContentError(
            f"{where} looks at {test.fact!r}, which is {kind if is_number else words}"
        )
    allowed = _values(test.fact, questions)
    for value in wanted_values(test):
        if value not in allowed:
            raise ContentError(
                f"{where} wants {test.fact!r} to be {value!r}, but it can only be "
                f"{', '.join(allowed)}.{did_you_mean(value, allowed)}"
            )


def _is_number(fact: str, questions: dict[str, Question]) -> bool:
    return questions[fact].kind in NUMBER_KINDS if fact in questions else fact in NUMBER_FACTS


def _values(fact: str, questions: dict[str, Question]) -> tuple[str, ...]:
    if fact in questions:
        return tuple(option.value for option in questions[fact].options)
    return (*FACT_VALUES.get(fact, ("ja", "nee")), UNSURE_ANSWER)
