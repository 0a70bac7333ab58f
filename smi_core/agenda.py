"""The dates that count as a calendar file, to be opened on a phone.

Who looks at the phone sees the titles, also while it is locked. So they speak of papers and of
the municipality, never of an allowance, an illness or a name.
"""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple, get_args

from icalendar import Alarm, Calendar, Event

from smi_core.case import Case
from smi_core.texts import Texts

MEDIA_TYPE = "text/calendar"
AgendaId = Literal[
    "latest_hand_in", "decision", "decision_extended", "starts_with_care", "end", "renew_by"
]
"""The deadlines that can come to a day."""
DAYS_BEFORE = {"latest_hand_in": 7, "renew_by": 14}
"""On which day before it the phone warns, where the parent must act."""
AT = timedelta(hours=9)
"""The time of day at which it warns."""


class Entry(NamedTuple):
    """A whole day in the calendar; its title says nothing of the family or of what it asks."""

    id: str
    day: date
    title: str


def entries(case: Case, texts: Texts) -> tuple[Entry, ...]:
    """The days of a case that are still to come."""
    return tuple(
        Entry(one.id, one.day, texts.say(f"agenda.{one.id}"))
        for one in case.deadlines
        if one.day is not None and one.day >= case.on and one.id in get_args(AgendaId)
    )


def calendar_file(case: Case, texts: Texts) -> bytes:
    """The days as an iCalendar file (RFC 5545), with nothing in it about the family.

    A family keeps its identifiers, so that a newer file moves the days in a calendar instead of
    adding them once more.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//agenda//NL")
    calendar.add("version", "2.0")
    for entry in entries(case, texts):
        calendar.add_component(_event(entry, case))
    return calendar.to_ical()


def _event(entry: Entry, case: Case) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}-{_mark(case)}")
    event.add("dtstamp", datetime.combine(case.on, time(), UTC))
    event.add("dtstart", entry.day)
    event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # the family is not busy on such a day
    if entry.id in DAYS_BEFORE:
        event.add_component(_warning(entry))
    return event


def _warning(entry: Entry) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", AT - timedelta(days=DAYS_BEFORE[entry.id]))
    return alarm


def _mark(case: Case) -> str:
    """Four digits that tell two families in one calendar apart, and tell nobody who they are."""
    births = sorted(str(child.get("geboortedatum", "")) for child in case.route.children)
    return sha256(" ".join((case.guide.key, *births)).encode()).hexdigest()[:4]
