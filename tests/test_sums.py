"""The sum in words says what the amount says."""

from datetime import date

from smi_core.case import work_out
from smi_core.content import load_guide, load_steps, load_texts
from smi_core.draft import read
from smi_core.report import report

DAY = date(2026, 3, 2)
HOUSEHOLD = {
    "begindatum": "2026-05-11",
    "tp_getrouwd": "nee",
    "tp_adres": "nee",
    "inkomen_soort": "precies",
    "jaarinkomen_ik": "100.000",
}
CARE = {"opvangsoort": "dagopvang", "uren_per_week": "40", "uurprijs": "10,95"}


def children_of(*cares):
    answers, refused = read({"household": HOUSEHOLD, "children": [*cares]}, load_steps(), DAY)
    assert refused == ()
    case = work_out(load_guide("alkmaar"), answers, DAY)
    return report(case, load_texts("nl")).contribution.children


def test_children_of_whom_either_may_be_the_first_are_worked_out_both_ways():
    """10.95 x 27.9% = 3.05505 as the first child (72.1%), x 9.5% = 1.04025 as a next (90.5%)."""
    for child in children_of(CARE, CARE):
        said = " ".join(line.text for line in child.lines)

        assert (str(child.per_hour.low), str(child.per_hour.high)) == ("1.04", "3.06")
        assert "72,1% voor het eerste kind" in said
        assert "90,5% voor een volgend kind" in said
        assert "€ 3,06 per uur" in said
        assert "€ 1,04 per uur" in said


def test_a_sum_has_one_way_when_it_is_certain_who_is_the_first():
    first, following = children_of(CARE, {**CARE, "uren_per_week": "20"})

    assert not any("volgend kind" in line.text for line in first.lines)
    assert not any("eerste kind" in line.text for line in following.lines)
