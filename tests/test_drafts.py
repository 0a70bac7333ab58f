"""Drafts by the cookie of their visitor; a store that is away, or that somebody changed."""

import logging
import sqlite3

import pytest
from sqlalchemy import create_engine, text

from web import drafts
from web.drafts import Away, Draft, opened

SECRET, OTHER = "s" * 43, "t" * 43
MARKER = b"Verhaal van 999990019"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "drafts.sqlite"


@pytest.fixture
def here(file):
    return opened(f"sqlite:///{file}")


def save(here, secret=SECRET, record=MARKER, revision=0, new=None):
    return here.save(secret, Draft(revision, "draft", record), new or {}, ())


def test_a_draft_comes_back_to_its_visitor_and_to_nobody_else(here):
    kept = save(here, new={"a": b"foto"})

    assert here.load(SECRET) == kept == Draft(1, "draft", MARKER)
    assert here.load_file(SECRET, "a") == b"foto"
    assert here.load(OTHER) is here.peek(OTHER) is here.load_file(OTHER, "a") is None


def test_another_tab_that_was_first_is_told(here):
    save(here)
    assert save(here, record=b"late") is None
    assert save(here, record=b"next", revision=1) == Draft(2, "draft", b"next")


def test_the_store_holds_neither_the_cookie_nor_a_word(here, file):
    save(here, new={"a": MARKER * 50})

    held = b"".join(one.read_bytes() for one in file.parent.iterdir())
    for word in (SECRET.encode(), MARKER, b"Verhaal"):
        assert word not in held


@pytest.mark.parametrize("state", ["wiped", "shared"])
def test_what_is_forgotten_is_told_to_other_tabs(here, state):
    save(here, new={"a": b"foto"})

    here.forget(SECRET, state)

    assert here.load(SECRET) == Draft(2, state)
    assert here.load_file(SECRET, "a") is None


def test_nothing_is_marked_for_a_cookie_that_is_none_of_ours(here, file):
    here.forget("short")
    with sqlite3.connect(file) as database:
        assert database.execute("select count(*) from drafts").fetchone() == (0,)


def change(file, statement, *values):
    with sqlite3.connect(file) as database:
        database.execute(statement, values)
    database.close()


def test_what_somebody_changed_in_the_store_is_not_taken_and_may_be_written_over(here, file):
    save(here, new={"a": b"foto"})
    change(file, "update drafts set sealed = zeroblob(100)")
    change(file, "update files set sealed = zeroblob(100)")

    found = here.load(SECRET)

    assert found == Draft(1, "draft", b"")
    assert here.load_file(SECRET, "a") is None
    assert save(here, record=b"anew", revision=found.revision)


def test_rows_that_were_swapped_open_for_neither(here, file):
    save(here, record=b"mine")
    save(here, OTHER, record=b"theirs")
    change(file, "update drafts set row = 'x' || row")
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as database:
        rows = [one[0] for one in database.execute(text("select row from drafts order by row"))]
        for row, other in zip(rows, reversed(rows), strict=True):
            change_name = text("update drafts set row = :new where row = :old")
            database.execute(change_name, {"new": other[1:], "old": row})
    engine.dispose()

    assert {here.load(one).record for one in (SECRET, OTHER)} == {b""}


@pytest.fixture
def away(here, file):
    """The store breaks: its tables have gone."""
    save(here)
    change(file, "drop table drafts")
    change(file, "drop table files")
    return here


@pytest.mark.parametrize(
    "ask",
    [
        lambda here: here.peek(SECRET),
        lambda here: here.load(SECRET),
        lambda here: here.load_file(SECRET, "a"),
        lambda here: save(here, new={"a": MARKER}),
        lambda here: here.forget(SECRET),
        lambda here: here.touch(SECRET),
        lambda here: here.purge(),
    ],
)
def test_a_store_that_is_away_is_one_error_that_says_nothing_of_anybody(away, caplog, ask):
    streamlits = logging.getLogger("web.drafts")
    streamlits.propagate = True

    with pytest.raises(Away):
        ask(away)

    assert "away" in caplog.text
    assert MARKER.decode() not in caplog.text
    assert SECRET not in caplog.text


def test_a_place_that_cannot_be_opened_stops_the_start(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(Exception, match=r"taken|unable|exists"):
        opened(f"sqlite:///{tmp_path / 'taken' / 'drafts.sqlite'}")


def test_off_keeps_nothing_and_a_visitor_without_a_cookie_has_none(monkeypatch, here):
    monkeypatch.setenv(drafts.SETTING, drafts.OFF)
    monkeypatch.setattr(drafts, "DRAFTS", here)
    assert drafts.of_visitor("") is None
    assert drafts.of_visitor(SECRET) is here

    drafts.start()

    assert drafts.of_visitor(SECRET) is None
