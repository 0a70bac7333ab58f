"""Who has answered everything gets an answer to everything, whichever way they go."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest

from smi_core.answers import Answers
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_texts, municipalities
from smi_core.contribution import Amount, NoAmount, NoAmountReason
from smi_core.deadlines import Deadline
from smi_core.eligibility import Outlook, Result
from smi_core.flow import Screen, cards
from smi_core.guide import Guide
from smi_core.questions import PARTS_OF, Answer, Invalid
from smi_core.words import LANGUAGES
from tests.families import TODAY, any_families, families, looked_at, ways

MUNICIPALITIES = municipalities()
CONDITIONS = [
    pytest.param(key, condition, id=f"{key}/{condition.id}")
    for key in MUNICIPALITIES
    for condition in load_guide(key).conditions
]
MOST_WAYS = 16
FAMILIES = 48

in_each = pytest.mark.parametrize("key", MUNICIPALITIES)


@pytest.mark.parametrize(("key", "condition"), CONDITIONS)
def test_a_condition_is_settled_once_everything_is_answered(key, condition):
    guide = load_guide(key)

    for answers in families(guide, vary=looked_at(guide, condition), most=MOST_WAYS):
        case = work_out(guide, answers, TODAY)

        assert case.route.open_questions() == ()
        assert waiting(case).get(condition.id) is None, f"with {case.route.household}"


@in_each
def test_any_family_that_answered_everything_gets_an_answer_to_everything(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES, children=2):
        assert_everything_is_settled(work_out(guide, answers, TODAY))


@in_each
def test_every_path_ends_and_asks_nothing_twice(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES // 12):
        path = list(walk(guide, answers))

        assert path[-1].route.open_questions() == ()
        assert len(path) <= sum(len(step.questions) for step in guide.steps) + 1


@in_each
def test_the_cards_show_every_question_that_is_asked_once(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES // 6, children=2):
        screens = work_out(guide, answers, TODAY).route.screens
        shown = [card for part in PARTS_OF for card in cards(screens, part)]

        assert asked_on(shown) == asked_on(screens)
        assert len(set(asked_on(shown))) == len(asked_on(shown))


@in_each
def test_back_undoes_next(key):
    """Taking back the last answer gives the route of before, all the way back."""
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES // 24):
        path = list(walk(guide, answers))

        for before, after in reversed(list(pairwise(path))):
            last = next(iter(reversed(added(before, after))))
            assert work_out(guide, without(after.given, *last), TODAY).route == before.route


@in_each
def test_an_answer_changed_and_changed_back_leaves_no_trace(key):
    guide = load_guide(key)
    first, other = any_families(guide, 2)

    for name, answer in list(other.household.items())[::3]:
        changed = first.model_copy(update={"household": {**first.household, name: answer}})
        work_out(guide, changed, TODAY)
        back = {**changed.household, name: first.household[name]}
        restored = changed.model_copy(update={"household": back})

        assert work_out(guide, restored, TODAY) == work_out(guide, first, TODAY)


@in_each
def test_answers_to_questions_that_are_not_asked_do_not_count(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES // 3, children=2):
        case = work_out(guide, answers, TODAY)
        asked = answers.model_copy(
            update={"household": case.route.household, "children": case.route.children}
        )

        assert outcome(work_out(guide, asked, TODAY)) == outcome(case)


@in_each
def test_nothing_is_asked_that_nobody_looks_at(key):
    """Each question that rules ask for can change something; see `use` in content/steps.yaml."""
    guide = load_guide(key)
    behind = {name for condition in guide.conditions for name in looked_at(guide, condition)}
    asked = {q.id for step in guide.steps for q in step.questions if q.use == "rules"}

    assert behind <= {q.id for step in guide.steps for q in step.questions}
    assert not {name for name in asked - behind if not can_change(guide, name)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_a_sentence(language):
    sentences = load_texts(language).sentences
    keys = {
        *(f"outlook.{outlook.value}" for outlook in Outlook),
        *(f"outlook.child.{outlook.value}" for outlook in Outlook),
        *(f"result.{result.value}" for result in Result),
        *(f"no_amount.{reason.value}" for reason in NoAmountReason),
        *(f"invalid.{reason.value}" for reason in Invalid),
        *(f"date.{term}" for term in Deadline.model_fields["id"].annotation.__args__),
    }

    assert not {key for key in keys if not sentences.get(key)}


@pytest.mark.parametrize("language", LANGUAGES)
@in_each
def test_every_note_step_and_line_has_a_sentence(key, language):
    guide, sentences = load_guide(key), load_texts(language).sentences

    for answers in any_families(guide, FAMILIES // 6, children=2):
        case = work_out(guide, answers, TODAY)
        keys = {f"note.{note.id}" for note in case.notes if note.words is None}
        keys |= {f"next.{step.id}" for step in case.next_steps if step.words is None}
        keys |= {f"line.{line.id}" for child in children_of(case) for line in child.lines}

        assert not {key for key in keys if not sentences.get(key)}


def assert_everything_is_settled(case: Case) -> None:
    """No condition waits, there is an outlook, and an amount or the reason why there is none."""
    assert waiting(case) == {}, f"with {case.route.household}, {case.route.children}"
    assert case.route.open_questions() == ()
    assert Outlook.INCOMPLETE not in (case.verdict.family, *case.verdict.children)
    assert isinstance(case.contribution, (Amount, NoAmount))
    assert case.papers or case.verdict.family is Outlook.UNLIKELY


def waiting(case: Case) -> dict[str, tuple[str, ...]]:
    """The conditions that are not settled, with the questions they wait for."""
    found = case.verdict.assessments
    return {a.condition.id: a.depends_on for a in found if a.result is Result.UNKNOWN}


def walk(guide: Guide, answers: Answers) -> Iterator[Case]:
    """Answer one open question after another, as this family does."""
    given = Answers()
    while True:
        case = work_out(guide, given, TODAY)
        yield case
        unanswered = case.route.open_questions()
        if not unanswered:
            return
        child, question = unanswered[0]
        source = answers.household if child is None else answers.children[child]
        given = with_answer(given, child, question.id, source[question.id])


def with_answer(given: Answers, child: int | None, name: str, answer: Answer) -> Answers:
    if child is None:
        return given.model_copy(update={"household": {**given.household, name: answer}})
    children = list(given.children)
    children[child] = {**children[child], name: answer}
    return given.model_copy(update={"children": tuple(children)})


def without(given: Answers, child: int | None, name: str) -> Answers:
    if child is None:
        kept = {n: answer for n, answer in given.household.items() if n != name}
        return given.model_copy(update={"household": kept})
    children = list(given.children)
    children[child] = {n: answer for n, answer in children[child].items() if n != name}
    return given.model_copy(update={"children": tuple(children)})


def added(before: Case, after: Case) -> list[tuple[int | None, str]]:
    """What was answered between two cases: the child it is about and the question."""
    households = after.given.household.keys() - before.given.household.keys()
    children = zip(before.given.children, after.given.children, strict=True)
    per_child = [(place, b.keys(), a.keys()) for place, (b, a) in enumerate(children)]
    return [
        *((None, name) for name in households),
        *((place, name) for place, b, a in per_child for name in a - b),
    ]


def asked_on(screens: Iterable[Screen]) -> list[tuple[int | None, str]]:
    return [(screen.child, question.id) for screen in screens for question in screen.questions]


def outcome(case: Case) -> dict[str, object]:
    """Everything that follows from the answers, less the answers that were given."""
    return {name: value for name, value in case if name != "given"}


def can_change(guide: Guide, name: str) -> bool:
    """Whether another answer to one question changes anything, for one of some families."""
    question = next(q for step in guide.steps for q in step.questions if q.id == name)
    return any(
        outcome(work_out(guide, with_answer(family, child, name, first), TODAY))
        != outcome(work_out(guide, with_answer(family, child, name, other), TODAY))
        for family in any_families(guide, 20)
        for child in ((None,) if name in family.household else (0,))
        for first, other in [(ways(question)[0], way) for way in ways(question)[1:]]
    )


def children_of(case: Case) -> tuple:
    return case.contribution.children if isinstance(case.contribution, Amount) else ()
