"""What was filled in in the pack itself counts as an answer, but never instead of one."""

from datetime import date

import pytest

from smi_core.answers import Answers, PaperState
from smi_core.content import load_steps
from smi_core.filled import with_filled

TODAY = date(2026, 11, 22)
STEPS = load_steps()
GIVEN = Answers(household={"naam": "Noor"}, children=({}, {"kind_naam": "Tom"}))


def filled(**fields: str) -> Answers:
    answers, refused = with_filled(GIVEN, fields, STEPS, TODAY)
    assert refused == ()
    return answers


def test_an_open_question_is_answered():
    assert filled(bsn="999990019").household == {"naam": "Noor", "bsn": "999990019"}


def test_an_answer_that_was_given_stays():
    assert filled(naam="Iemand anders").household == {"naam": "Noor"}


def test_each_child_has_fields_of_its_own():
    answers = filled(**{"kind_bsn-2": "999990019", "kind_naam-1": "Aniek"})

    assert answers.children == (
        {"kind_naam": "Aniek"},
        {"kind_naam": "Tom", "kind_bsn": "999990019"},
    )


@pytest.mark.parametrize(
    "field",
    ["bsn-1", "kind_bsn", "kind_bsn-0", "kind_bsn-3", "kind_bsn-x", "kind_bsn-²", "onbekend", ""],
)
def test_a_field_that_asks_nothing_is_left_alone(field):
    assert filled(**{field: "999990019"}) == GIVEN


def test_a_ticked_paper_is_there_unless_the_parent_said_otherwise():
    asked = PaperState(state="asked", note="maandag")
    given = GIVEN.model_copy(update={"papers": {"offerte": asked}})
    fields = {"papier-offerte": "yes", "papier-bankpas": "Yes", "papier-vragen": "Off"}

    answers, _ = with_filled(given, fields, STEPS, TODAY)

    assert answers.papers == {"offerte": asked, "bankpas": PaperState(state="have")}


def test_what_cannot_be_right_is_named():
    answers, refused = with_filled(GIVEN, {"bsn": "123456789"}, STEPS, TODAY)

    assert answers == GIVEN
    assert [(one.where, one.question) for one in refused] == [("bsn", "bsn")]
