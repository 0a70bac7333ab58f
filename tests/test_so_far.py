"""The outlook before everything was asked: what comes later does not hold it up."""

import pytest

from smi_core.case import work_out
from smi_core.content import load_guide, municipalities
from smi_core.eligibility import Outlook, Result
from smi_core.questions import PARTS_OF, asked_after, child_questions
from tests.families import TODAY, any_families

FAMILIES = 24
in_each = pytest.mark.parametrize("key", municipalities())


def only_checked(guide, answers):
    """The answers of a family that has come to the answer page."""
    later = asked_after(guide.steps, "check")
    return answers.model_copy(
        update={
            "household": {n: a for n, a in answers.household.items() if n not in later},
            "children": tuple(
                {n: a for n, a in child.items() if n not in later} for child in answers.children
            ),
        }
    )


def test_the_benefit_comes_first_and_the_hours_after_the_answer_page():
    steps = load_guide("alkmaar").steps
    parts = [PARTS_OF.index(step.part) for step in steps]

    assert [step.id for step in steps[:3]] == ["wonen", "toeslag", "gezin"]
    assert parts == sorted(parts)
    later = asked_after(steps, "check")
    assert [later[name] for name in ("uren_per_week", "uurprijs", "inkomen_soort")] == ["cost"] * 3
    assert (later["dagdelen"], later["naam"]) == ("week", "apply")


@in_each
def test_on_the_answer_page_nothing_waits_for_what_was_not_asked(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES, children=2):
        case = work_out(guide, only_checked(guide, answers), TODAY, through="check")

        assert Outlook.INCOMPLETE not in (case.verdict.family, *case.verdict.children)
        assert "answer" not in [step.id for step in case.next_steps]


@in_each
def test_what_waits_for_a_later_part_is_listed_as_not_known(key):
    guide = load_guide(key)
    later = asked_after(guide.steps, "check")

    for answers in any_families(guide, FAMILIES // 3):
        case = work_out(guide, only_checked(guide, answers), TODAY, through="check")

        for found in case.verdict.assessments:
            if found.result is Result.UNKNOWN:
                assert found in case.verdict.of("not_known")
                assert found.asked_in in {later[name] for name in found.depends_on}
                assert not found.weighs


@in_each
def test_an_open_question_of_this_part_still_holds_the_outlook_up(key):
    guide = load_guide(key)
    checked = [only_checked(guide, answers) for answers in any_families(guide, FAMILIES)]
    found = 0

    for answers in checked:
        without = {n: a for n, a in answers.household.items() if n != "woont_in_gemeente"}
        less = answers.model_copy(update={"household": without})
        case = work_out(guide, less, TODAY, through="check")
        found += case.verdict.family in {Outlook.INCOMPLETE, Outlook.UNLIKELY}

    assert found == len(checked)


@in_each
def test_what_certainly_does_not_fit_stays_unlikely(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES, children=2):
        case = work_out(guide, only_checked(guide, answers), TODAY, through="check")
        unmet = [a for a in case.verdict.assessments if a.result is Result.UNMET and a.weighs]
        whole = [a for a in unmet if a.child is None]

        for child, outlook in enumerate(case.verdict.children):
            is_unmet = bool(whole or [a for a in unmet if a.child == child])
            assert (outlook is Outlook.UNLIKELY) == is_unmet


@in_each
def test_once_all_is_answered_the_outlook_is_what_it_is(key):
    guide = load_guide(key)

    for answers in any_families(guide, FAMILIES, children=2):
        so_far = work_out(guide, answers, TODAY, through="check")

        assert so_far == work_out(guide, answers, TODAY)


def test_a_child_keeps_questions_of_its_own_in_every_part():
    steps = load_guide("lansingerland").steps

    assert {"dagdelen", "uren_per_week", "uurprijs", "opvangsoort"} <= child_questions(steps)
