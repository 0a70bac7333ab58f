"""Pages of who is not there any more, and of a computer of more people."""

from datetime import timedelta

import pytest

from pages import _idle, _sharing
from tests.test_keeping import SECRET, app, kept, mine, now, tab
from tests.test_pages import choose, key, screen
from tests.test_pages_answer import at, pick
from tests.test_pages_saved import SEEN
from web import activity, visitor
from web.activity import OWN, SHARED, WARNING, Activity
from web.visitor import name_of

__all__ = ["app", "kept", "now", "tab"]  # fixtures


class Clock:
    later = 0.0

    def __call__(self) -> float:
        return self.later


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(activity, "ACTIVITY", Activity(clock))
    monkeypatch.setattr(_idle, "cookie", lambda: SECRET)
    return clock


def touch():
    activity.ACTIVITY.touch(name_of(SECRET))


def said(app):
    return " ".join(html.value for html in app.html)


def share(app, is_shared=True):
    app.switch_page("start.py").run()
    key(app, "shared-nl").set_value(is_shared).run()
    app.switch_page("questions.py").run()
    return app


def state(kept):
    found = kept.peek(SECRET)
    return found and found[1]


# --- who is not there


def test_who_does_nothing_is_asked_and_then_everything_is_gone(clock, app):
    pick(share(app), "woont_in_gemeente", "Ja")
    touch()

    clock.later += SHARED - WARNING
    app.run()
    assert "Bent u er nog?" in said(app)
    assert mine(app).household == {"woont_in_gemeente": "ja"}

    clock.later += WARNING
    app.run()
    assert screen(app) == "start"
    assert "u deed hier 10 minuten niets" in said(app)
    assert not mine(app).holds_something()
    assert mine(app).municipality is None


def test_who_says_so_is_there_still(clock, app):
    pick(share(app), "woont_in_gemeente", "Ja")
    clock.later += SHARED - WARNING
    app.run()

    touch()  # the message with this press
    key(app, "still_here").click().run()

    assert "Bent u er nog?" not in said(app)
    assert mine(app).household == {"woont_in_gemeente": "ja"}


def test_a_press_that_comes_too_late_does_nothing(clock, app):
    share(app)
    key(app, "woont_in_gemeente-choice-nl").set_value("Ja")

    clock.later += SHARED
    key(app, "next").click().run()

    assert screen(app) == "start"
    assert mine(app).household == {}


def test_on_ones_own_device_a_day_is_waited(clock, app, now, kept):
    pick(app, "woont_in_gemeente", "Ja")
    touch()

    clock.later += OWN - WARNING - 1
    app.run()
    assert "Bent u er nog?" not in said(app)

    clock.later += 1
    now[0] += timedelta(seconds=OWN - WARNING)
    app.run()  # the page is drawn by itself, to ask
    assert "Bent u er nog?" in said(app)

    clock.later += WARNING
    now[0] += timedelta(seconds=WARNING - 1)  # a draft is written a little later than one presses
    app.run()
    assert "u deed hier 24 uur niets" in said(app)
    assert not mine(app).holds_something()
    assert state(kept) == "wiped"


def test_a_browser_that_comes_back_by_itself_keeps_nothing_longer(clock, app, now, kept, tab):
    pick(app, "woont_in_gemeente", "Ja")
    touch()

    clock.later += 20 * 3600
    now[0] += timedelta(hours=20)
    app = tab()
    assert mine(app).household == {"woont_in_gemeente": "ja"}

    clock.later += 4 * 3600
    now[0] += timedelta(hours=4)
    app.run()
    assert "u deed hier 24 uur niets" in said(app)
    assert state(kept) in (None, "wiped")


def test_who_comes_back_keeps_it_for_another_day_from_then(clock, app, now, kept, tab):
    pick(app, "woont_in_gemeente", "Ja")

    clock.later += 20 * 3600
    now[0] += timedelta(hours=20)
    touch()  # they ask for the page
    clock.later += 600
    now[0] += timedelta(seconds=600)
    tab()

    now[0] += timedelta(hours=23, minutes=49)
    assert state(kept) == "draft"
    now[0] += timedelta(minutes=2)
    assert state(kept) is None


def test_what_happened_is_told_once(clock, app):
    share(app)
    clock.later += SHARED
    app.run()

    app.switch_page("start.py").run()  # AppTest follows no switch of page into the next run
    assert "10 minuten niets. Zo" in said(app)
    touch()
    choose(app)
    app.switch_page("start.py").run()

    assert "10 minuten niets. Zo" not in said(app)


def test_nobody_is_asked_before_anything_was_said(clock, tab):
    app = tab()

    clock.later += 10 * OWN
    app.run()

    assert "Bent u er nog?" not in said(app)


# --- a computer of more people


def test_a_shared_computer_keeps_nothing(clock, app, kept):
    pick(app, "woont_in_gemeente", "Ja")
    assert state(kept) == "draft"

    at(share(app), "woont_in_gemeente")
    pick(app, "woont_in_gemeente", "Nee")

    assert mine(app).household == {"woont_in_gemeente": "nee"}
    assert state(kept) == "shared"
    assert kept.load(SECRET).record == b""
    assert "wij bewaren hier niets" in said(app)


def test_nothing_comes_back_on_a_shared_computer_and_it_stays_shared(clock, app, tab):
    pick(share(app), "woont_in_gemeente", "Ja")

    again = tab()

    assert not mine(again).holds_something()
    assert mine(again).keeping.is_shared


def test_who_ticks_and_unticks_that_more_people_use_it_has_all_in_the_store_again(app, kept, tab):
    pick(app, "woont_in_gemeente", "Ja")
    mine(app).attaching.added.append(SEEN)
    app.run()

    share(app)
    assert state(kept) == "shared"
    app.switch_page("start.py").run()
    key(app, "shared-nl").set_value(False).run()

    again = tab()
    assert mine(again).household == {"woont_in_gemeente": "ja"}
    assert [one.name for one in mine(again).attaching.added] == [SEEN.name]


@pytest.fixture
def at_counter(monkeypatch):
    """The cookies are as the address of a counter gives them."""
    monkeypatch.setattr(_sharing.visitor, "is_counter", lambda _: True)
    monkeypatch.setattr("pages._visit.is_shared", lambda _: True)


def test_a_draft_from_before_does_not_come_back_at_a_counter(clock, app, tab, kept, at_counter):
    assert state(kept) == "draft"

    again = tab()

    assert mine(again).municipality is None
    assert state(kept) == "shared"


def test_a_new_client_finds_nothing_of_the_last_one(clock, tab, at_counter):
    app = choose(tab())
    pick(app, "woont_in_gemeente", "Ja")
    app.switch_page("start.py").run()

    key(app, "next_person").click().run()

    assert not mine(app).holds_something()
    assert mine(app).keeping.is_shared


def test_wiping_on_a_shared_computer_leaves_it_shared(clock, app, kept):
    share(app)
    key(app, "wipe").click().run()
    key(app, "wipe_yes").click().run()

    assert mine(app).keeping.is_shared
    assert state(kept) == "shared"


def test_somebodys_own_device_after_all_is_kept_again(clock, app, kept, tab):
    share(app)
    share(app, is_shared=False)

    pick(app, "woont_in_gemeente", "Ja")

    assert mine(tab()).household == {"woont_in_gemeente": "ja"}
    assert not visitor.is_shared({})


def test_the_address_of_a_counter_shares_the_computer(clock, tab):
    app = tab()

    app.switch_page("balie.py").run()

    assert screen(app) == "start"
    assert mine(app).keeping.is_shared
