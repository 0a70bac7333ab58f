"""Answers that were right until another one changed: they must not decide anything any more."""

from datetime import date

import pytest

from smi_core.answers import Answers
from smi_core.case import work_out
from smi_core.content import load_guide
from smi_core.eligibility import Result

TODAY = date(2026, 3, 2)


def care_leave(case) -> Result:
    [found] = [a for a in case.verdict.assessments if a.condition.id == "zorgverlof"]
    return found.result


def of(**household) -> Answers:
    return Answers(household=household, children=({},))


@pytest.mark.parametrize("leave", ["partner", "beiden"])
def test_who_has_no_partner_any_more_is_not_refused_for_the_leave_of_one(leave):
    guide = load_guide("pijnacker-nootdorp")

    together = work_out(guide, of(partner="ja", zorgverlof=leave), TODAY)
    alone = work_out(guide, of(partner="nee", zorgverlof=leave), TODAY)

    assert care_leave(together) is not Result.UNKNOWN
    assert care_leave(alone) is Result.UNKNOWN
    assert "zorgverlof" in [question.id for _, question in alone.route.open_questions()]
    assert alone.given.household["zorgverlof"] == leave  # it counts again with a partner


@pytest.mark.parametrize("partner", ["ja", None])
def test_an_answer_about_a_partner_counts_as_long_as_there_may_be_one(partner):
    household = {"zorgverlof": "beiden"} | ({"partner": partner} if partner else {})
    case = work_out(load_guide("pijnacker-nootdorp"), of(**household), TODAY)

    assert case.route.household["zorgverlof"] == "beiden"


def test_ones_own_leave_counts_with_and_without_a_partner():
    guide = load_guide("pijnacker-nootdorp")

    for partner in ("ja", "nee"):
        case = work_out(guide, of(partner=partner, zorgverlof="ik"), TODAY)
        assert care_leave(case) is Result.UNMET
