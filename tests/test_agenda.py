"""The dates as a calendar file: read back with the library, as a phone would."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from icalendar import Calendar

from smi_core.agenda import calendar_file, entries
from smi_core.answers import Answers
from smi_core.case import Case, work_out
from smi_core.content import load_guide, load_texts, municipalities

TODAY = date(2026, 11, 22)
START = date(2027, 3, 1)
NL = load_texts("nl")
TELLING = ("smi", "opvang", "toeslag", "ziek", "childcare", "benefit", "ill", "Testova", "Noor")


def case_in(municipality: str, start: date = START, born: date = date(2024, 5, 6)) -> Case:
    household = {"begindatum": start, "naam": "Özlem Testova", "bsn": "999990019"}
    child = {"kind_naam": "Noor", "geboortedatum": born, "uren_per_week": Decimal(20)}
    given = Answers(household=household, children=(child,))
    return work_out(load_guide(municipality), given, TODAY)


def events(case: Case) -> dict[str, object]:
    """The events of the file, by title."""
    return {str(e["summary"]): e for e in Calendar.from_ical(calendar_file(case, NL)).events}


def uids(case: Case) -> set[str]:
    return {str(event["uid"]) for event in events(case).values()}


def test_the_days_of_a_family_come_back_as_whole_days():
    found = events(case_in("beemster"))

    assert {title: event["dtstart"].dt for title, event in found.items()} == {
        "Papieren inleveren: laatste dag": date(2027, 1, 4),  # 8 weeks before 1 March
        "Brief van de gemeente verwacht": date(2027, 1, 17),  # 8 weeks after 22 November
        "Brief van de gemeente: uiterlijk vandaag": date(2027, 3, 14),  # 8 weeks more
        "De afspraak met de gemeente begint": START,
        "De afspraak met de gemeente stopt": date(2027, 8, 31),
        "Opnieuw papieren inleveren": date(2027, 7, 6),
    }
    assert all(e["dtend"].dt - e["dtstart"].dt == timedelta(days=1) for e in found.values())


def test_a_phone_warns_a_week_before_handing_in():
    [alarm] = events(case_in("beemster"))["Papieren inleveren: laatste dag"].alarms.times

    assert alarm.trigger.replace(tzinfo=None).isoformat() == "2026-12-28T09:00:00"


def test_a_day_that_has_passed_is_left_out():
    late = case_in("beemster", start=TODAY + timedelta(weeks=2))

    assert "Papieren inleveren: laatste dag" not in events(late)


def test_without_dates_in_the_text_there_are_no_entries():
    assert entries(case_in("delft"), NL) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("municipality", municipalities())
def test_the_file_does_not_say_who_it_is_about_or_what(municipality, language):
    text = calendar_file(case_in(municipality), load_texts(language)).decode()

    assert [word for word in TELLING if word.lower() in text.lower()] == []
    assert "999990019" not in text
    assert municipality not in text


def test_a_newer_file_moves_the_days_and_another_family_has_its_own():
    assert uids(case_in("beemster")) == uids(case_in("beemster", start=date(2027, 4, 1)))
    assert uids(case_in("beemster")).isdisjoint(uids(case_in("beemster", born=date(2023, 1, 2))))
