"""Who is there, and who is not any more: the clock is a test's own."""

import pytest

from web.activity import NEVER, OWN, SHARED, WARNING, Activity

LOUIS, MOUNA = "louis", "mouna"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def activity(clock):
    return Activity(clock)


@pytest.mark.parametrize("limit", [SHARED, OWN])
def test_who_does_nothing_is_asked_and_then_gone(activity, clock, limit):
    assert activity.watch("tab", LOUIS, limit) == "here"

    clock.now += limit - WARNING - 1
    assert activity.due() == {}
    clock.now += 1
    assert activity.due() == {"tab": "asked"}
    clock.now += WARNING
    assert activity.due() == {"tab": "gone"}


def test_drawing_a_page_is_no_sign_of_life(activity, clock):
    activity.watch("tab", LOUIS, SHARED)

    clock.now += SHARED - WARNING
    assert activity.watch("tab", LOUIS, SHARED) == "asked"
    assert activity.due() == {}  # the page says so
    clock.now += WARNING
    assert activity.watch("tab", LOUIS, SHARED) == "gone"


def test_a_sign_of_life_takes_the_question_away(activity, clock):
    activity.watch("tab", LOUIS, SHARED)
    clock.now += SHARED - 1
    activity.watch("tab", LOUIS, SHARED)

    activity.touch(LOUIS)

    assert activity.due() == {"tab": "here"}
    clock.now += SHARED - WARNING - 1
    assert activity.watch("tab", LOUIS, SHARED) == "here"


def test_who_was_gone_does_not_come_back_by_a_touch(activity, clock):
    activity.watch("tab", LOUIS, SHARED)
    clock.now += SHARED

    activity.touch(LOUIS)

    assert activity.watch("tab", LOUIS, SHARED) == "gone"
    activity.start_anew("tab")
    assert activity.watch("tab", LOUIS, SHARED) == "here"


def test_a_visitor_is_there_for_all_their_tabs_and_for_nobody_else(activity, clock):
    for tab, owner in (("one", LOUIS), ("two", LOUIS), ("other", MOUNA)):
        activity.watch(tab, owner, SHARED)
    clock.now += SHARED - 1

    activity.touch(LOUIS)
    clock.now += 1

    assert activity.due() == {"other": "gone"}
    assert activity.visits_of(LOUIS) == ("one", "two")


def test_nobody_waits_for_a_visit_that_said_nothing_yet(activity, clock):
    activity.watch("tab", LOUIS, NEVER)
    clock.now += 10 * OWN
    assert activity.due() == {}

    activity.touch(LOUIS)  # the message that says something
    assert activity.watch("tab", LOUIS, SHARED) == "here"


def test_ended_visits_are_forgotten(activity, clock):
    activity.watch("ended", LOUIS, SHARED)
    activity.watch("tab", LOUIS, SHARED)

    activity.keep_only({"tab"})

    assert activity.visits_of(LOUIS) == ("tab",)


def test_a_visit_that_begins_by_itself_waits_no_longer_than_the_one_before(activity, clock):
    activity.watch("tab", LOUIS, SHARED)
    clock.now += SHARED - 1
    activity.keep_only([])  # the connection was lost for long

    activity.watch("again", LOUIS, NEVER)
    assert activity.watch("again", LOUIS, SHARED) == "asked"
    assert activity.away(LOUIS) == SHARED - 1

    activity.touch(LOUIS)
    assert activity.watch("again", LOUIS, SHARED) == "here"
    assert activity.away(LOUIS) == 0


def test_who_only_asks_for_pages_is_not_remembered(activity):
    activity.touch(MOUNA)

    assert activity.away(MOUNA) == NEVER
    assert activity._last == {}
