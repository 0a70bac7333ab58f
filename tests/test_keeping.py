"""A visit that ends without notice goes on in the next session, and two tabs go on together."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from pages import _attaching, _keeping, _visit
from smi_core.kept import from_bytes, to_bytes
from tests.test_pages import FRAME, choose, key, screen
from tests.test_pages_answer import at, pick, press
from tests.test_pages_papers import fake, go_to, upload
from tests.test_pages_week import tap
from web import drafts, store
from web.drafts import Draft, Drafts
from web.store import Store

SECRET = "s" * 43
START = datetime(2026, 3, 2, 12, tzinfo=UTC).replace(tzinfo=None)


@pytest.fixture
def now(monkeypatch):
    """The time of the store, in a list so that a test can change it."""
    return [START]


@pytest.fixture
def kept(monkeypatch, tmp_path, now) -> Drafts:
    """A store, and every session is of the same browser."""
    opened = Drafts(Store(f"sqlite:///{tmp_path / 'drafts.sqlite'}", lambda: now[0]))
    monkeypatch.setattr(drafts, "DRAFTS", opened)
    for module in (_keeping, _visit):
        monkeypatch.setattr(module, "cookie", lambda: SECRET)
    return opened


@pytest.fixture
def tab(kept) -> Callable[[], AppTest]:
    """Opens a session: a refresh, another tab, or the same after the server was replaced."""
    return lambda: AppTest.from_file(FRAME, default_timeout=20).run()


@pytest.fixture
def app(tab):
    return choose(tab(), "Delft")


def mine(app):
    return app.session_state["visit"]


def store_of(drafts) -> Store:
    return drafts._store


# --- one tab after another


def test_what_was_answered_is_there_in_the_next_session(app, tab):
    pick(app, "woont_in_gemeente", "Ja")

    again = tab()

    assert mine(again).municipality == "delft"
    assert mine(again).household == {"woont_in_gemeente": "ja"}


def test_what_was_typed_and_not_taken_is_there_too(app, tab):
    at(app, "uren_per_week-1", deel="cost")
    key(app, "uren_per_week-1-text").set_value("ongeveer").run()

    again = tab()
    at(again, "uren_per_week-1", deel="cost")

    assert key(again, "uren_per_week-1-text").value == "ongeveer"
    assert mine(again).household == {}


def test_ticks_that_were_not_sent_on_are_there_too(app, tab):
    at(app, "situatie_ik")
    key(app, "situatie_ik-werk").set_value(True).run()

    again = tab()
    at(again, "situatie_ik")

    assert key(again, "situatie_ik-werk").value is True


def test_the_language_and_the_week_and_the_papers_are_there(app, tab):
    key(app, "language-en").click().run()
    mine(app).papers["inkomensverklaring"] = _visit.PaperState(state="asked", note="bij de bank")
    app.switch_page("papers.py").run()
    mine(app).children[0]["opvangsoort"] = "dagopvang"
    app.query_params["vraag"] = "dagdelen-1"
    app.switch_page("week.py").run()
    tap(app, "ma_ochtend")

    again = tab()

    assert mine(again).chosen == "en"
    assert mine(again).papers["inkomensverklaring"].note == "bij de bank"
    assert mine(again).children[0]["dagdelen"] == ("ma_ochtend",)


@pytest.fixture
def with_paper(app, monkeypatch):
    monkeypatch.setattr(_attaching, "take_in", fake)
    mine(app).applies_anyway = True
    app.query_params["papier"] = "inkomensverklaring"
    return go_to(app, "paper.py")


def test_files_are_there_also_those_that_wait_to_be_looked_at(with_paper, tab):
    upload(with_paper, "een.pdf", "2-bladen.pdf")
    press(with_paper, "next")  # the first can be read
    before = mine(with_paper).attaching

    again = mine(tab()).attaching

    assert [one.name for one in again.added] == ["een.pdf"]
    assert again.waiting == before.waiting
    assert len(again.waiting[0].pages) == 2


def test_all_tabs_hold_one_file_together(with_paper, tab):
    upload(with_paper, "een.pdf")
    press(with_paper, "next")
    [added] = mine(with_paper).attaching.added

    assert mine(tab()).attaching.added[0] is added


def test_a_file_that_was_taken_out_leaves_the_store(with_paper, tab, kept):
    upload(with_paper, "een.pdf")
    press(with_paper, "next")
    [(_, name)] = mine(with_paper).keeping.stored
    assert kept.load_file(SECRET, name)

    press(with_paper, "remove-1-0")

    assert kept.load_file(SECRET, name) is None
    assert mine(tab()).attaching.added == []


def test_a_file_that_did_not_come_back_is_named(with_paper, tab, kept):
    upload(with_paper, "een.pdf")
    press(with_paper, "next")
    [(_, name)] = mine(with_paper).keeping.stored
    draft = kept.load(SECRET)
    kept.save(SECRET, draft, {}, [name])  # the row is lost, the record has it still

    again = tab()

    assert mine(again).keeping.lost == ("een.pdf",)
    assert mine(again).municipality == "delft"


def test_an_answer_that_no_longer_fits_is_named_and_the_rest_is_there(app, tab, kept):
    pick(app, "woont_in_gemeente", "Ja")
    draft = kept.load(SECRET)
    record = from_bytes(draft.record)
    record["household"]["partner"] = "een keuze van vroeger"
    kept.save(SECRET, Draft(draft.revision, "draft", to_bytes(record)), {}, ())

    again = tab()

    assert [one.question for one in mine(again).keeping.refused] == ["partner"]
    assert mine(again).household == {"woont_in_gemeente": "ja"}


def test_a_day_later_there_is_nothing(app, tab, now):
    pick(app, "woont_in_gemeente", "Ja")
    now[0] += timedelta(hours=store.HOURS)

    assert mine(tab()).municipality is None


def test_who_is_busy_for_more_than_a_day_keeps_it(app, tab, now, monkeypatch):
    pick(app, "woont_in_gemeente", "Ja")
    for _ in range(3):
        now[0] += timedelta(hours=store.HOURS - 1)
        mine(app).keeping.touched -= _keeping.BETWEEN + 1
        app.run()

    assert mine(tab()).household == {"woont_in_gemeente": "ja"}


def test_nothing_is_kept_of_who_chose_no_municipality_yet(tab, kept):
    tab()
    assert kept.load(SECRET) is None


# --- two tabs


def test_two_tabs_that_take_turns_keep_what_both_answered(app, tab):
    other = tab()
    at(other, "partner")
    pick(other, "partner", "Nee")
    pick(app, "woont_in_gemeente", "Ja")
    at(other, "kot_krijgt")
    pick(other, "kot_krijgt", "Nee")

    wanted = {"woont_in_gemeente": "ja", "partner": "nee", "kot_krijgt": "nee"}
    assert mine(other).household == wanted
    assert mine(tab()).household == wanted


def answer_elsewhere(kept, **answers):
    """Another tab writes; AppTest cannot run two sessions at the same time."""
    draft = kept.load(SECRET)
    record = from_bytes(draft.record)
    record["household"] |= answers
    assert _SAVE(kept, SECRET, Draft(draft.revision, "draft", to_bytes(record)), {}, ())


_SAVE = Drafts.save


def test_two_tabs_that_write_in_the_same_moment_keep_what_both_answered(
    app, tab, kept, monkeypatch
):
    waiting = [True]

    def late(*args):
        if waiting:  # after this one looked what there is, before it writes
            waiting.pop()
            answer_elsewhere(kept, partner="nee")
        return _SAVE(kept, *args)

    monkeypatch.setattr(kept, "save", late)
    pick(app, "woont_in_gemeente", "Ja")

    assert not waiting
    assert mine(tab()).household == {"woont_in_gemeente": "ja", "partner": "nee"}


def test_a_tab_that_shows_the_same_question_follows_what_the_other_answered(app, tab):
    other = tab()
    at(other, "woont_in_gemeente")
    pick(app, "woont_in_gemeente", "Ja")

    press(other)

    assert mine(other).household == {"woont_in_gemeente": "ja"}
    assert screen(other) != "woont_in_gemeente"


def test_what_is_chosen_here_last_wins_from_what_the_other_tab_chose(app, tab):
    other = tab()
    at(other, "woont_in_gemeente")
    pick(app, "woont_in_gemeente", "Ja")

    pick(other, "woont_in_gemeente", "Nee")

    assert mine(tab()).household == {"woont_in_gemeente": "nee"}


def week(app):
    mine(app).children[0]["opvangsoort"] = "dagopvang"
    app.query_params["vraag"] = "dagdelen-1"
    app.switch_page("week.py").run()
    return app


def test_a_page_about_a_child_that_the_other_tab_took_out_gives_way(app, tab):
    mine(app).children[:] = [{"kind_naam": name} for name in ("Anna", "Sam", "Kim")]
    app.run()
    other = tab()
    at(other, "geboortedatum-2")
    key(app.switch_page("children.py").run(), "remove-0").click().run()
    key(app, "remove_yes").click().run()

    key(other, "geboortedatum-2-text").set_value("1-2-2023").run()

    assert screen(other).startswith("children-2")
    assert mine(other).children == [{"kind_naam": "Sam"}, {"kind_naam": "Kim"}]


def test_a_week_that_stands_open_does_not_undo_what_the_other_tab_ticked(app, tab):
    week(app)
    other = week(tab())
    tap(app, "ma_ochtend")

    tap(other, "di_middag")

    assert mine(other).children[0]["dagdelen"] == ("ma_ochtend", "di_middag")
    assert mine(tab()).children[0]["dagdelen"] == ("ma_ochtend", "di_middag")


def test_a_paper_that_stands_open_does_not_undo_what_the_other_tab_said(with_paper, tab):
    other = tab()
    other.query_params["papier"] = "inkomensverklaring"
    go_to(other, "paper.py")
    [state] = [one for one in with_paper.radio if one.key.startswith("paper-")]
    with_paper = state.set_value("have").run()
    assert mine(with_paper).papers["inkomensverklaring"].state == "have"

    other.run()

    assert mine(other).papers["inkomensverklaring"].state == "have"
    assert mine(tab()).papers["inkomensverklaring"].state == "have"


def test_what_is_wiped_in_one_tab_is_gone_in_the_other_and_stays_away(app, tab):
    pick(app, "woont_in_gemeente", "Ja")
    other = tab()
    press(app, "wipe")
    press(app, "wipe_yes")

    other.run()

    assert screen(other) == "start"
    assert mine(other).municipality is None
    assert mine(tab()).municipality is None
    choose(other, "Delft")
    assert mine(tab()).household == {}


def test_a_click_in_a_tab_of_which_all_was_wiped_brings_nothing_back(app, tab):
    other = tab()
    at(other, "woont_in_gemeente")
    press(app, "wipe")
    press(app, "wipe_yes")

    pick(other, "woont_in_gemeente", "Ja")

    assert mine(other).household == {}
    assert mine(tab()).municipality is None


# --- a store that is away


@pytest.fixture
def broken(kept, monkeypatch):
    """Takes the store away, and brings it back."""
    gone = {}

    def away(*_, **__):
        raise drafts.Away

    def switch(*, is_on):
        for name in ("peek", "load", "load_file", "save", "forget", "touch"):
            gone.setdefault(name, getattr(kept, name))
            monkeypatch.setattr(kept, name, gone[name] if is_on else away)

    return switch


def test_without_the_store_the_visit_goes_on_and_is_kept_once_it_is_back(app, tab, broken):
    broken(is_on=False)
    pick(app, "woont_in_gemeente", "Ja")
    assert mine(app).keeping.is_away
    assert screen(app) == "kot_krijgt"

    broken(is_on=True)
    app.run()

    assert not mine(app).keeping.is_away
    assert mine(tab()).household == {"woont_in_gemeente": "ja"}


def test_a_store_that_comes_back_with_an_older_draft_gets_both(app, tab, broken):
    pick(app, "woont_in_gemeente", "Ja")
    broken(is_on=False)
    fresh = choose(tab(), "Delft")
    at(fresh, "partner")
    pick(fresh, "partner", "Nee")

    broken(is_on=True)
    fresh.run()

    wanted = {"woont_in_gemeente": "ja", "partner": "nee"}
    assert mine(fresh).household == wanted
    assert mine(tab()).household == wanted


def test_what_is_wiped_while_the_store_is_away_is_wiped_once_it_is_back(app, tab, broken):
    pick(app, "woont_in_gemeente", "Ja")
    broken(is_on=False)
    press(app, "wipe")
    press(app, "wipe_yes")

    broken(is_on=True)
    app.run()

    assert mine(tab()).municipality is None


def test_a_store_that_lost_everything_gets_it_anew(with_paper, tab, kept, now):
    upload(with_paper, "een.pdf")
    press(with_paper, "next")
    now[0] += timedelta(hours=store.HOURS)
    kept.purge()
    assert kept.load(SECRET) is None

    with_paper.run()

    again = mine(tab())
    assert [one.name for one in again.attaching.added] == ["een.pdf"]
    assert again.keeping.lost == ()


@pytest.mark.parametrize("record", [b"", b"{}[", b'{"aside": 1}'])
def test_a_draft_that_nobody_can_read_is_written_over(app, tab, kept, record):
    draft = kept.load(SECRET)
    kept.save(SECRET, Draft(draft.revision, "draft", record), {}, ())

    pick(app, "woont_in_gemeente", "Ja")

    assert not mine(app).keeping.is_away
    assert mine(tab()).household == {"woont_in_gemeente": "ja"}


def test_a_draft_of_a_newer_website_is_left_alone_and_that_is_told(app, tab, kept):
    draft = kept.load(SECRET)
    newer = Draft(draft.revision, "draft", to_bytes({"version": 99}))
    kept.save(SECRET, newer, {}, ())

    pick(app, "woont_in_gemeente", "Ja")

    assert mine(app).keeping.is_away
    assert mine(app).household == {"woont_in_gemeente": "ja"}
    assert kept.load(SECRET).record == newer.record
