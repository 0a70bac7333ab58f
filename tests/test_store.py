"""The store of drafts: nobody writes over what another wrote, and what is deleted is gone."""

import threading
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from web.store import HOURS, Found, Store

NUMBER = count(1)


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 12, tzinfo=UTC).replace(tzinfo=None)

    def __call__(self):
        return self.now

    def go_on(self, **time):
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.programs)])
def url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'drafts' / 'drafts.sqlite'}"
    return request.getfixturevalue("database").url


@pytest.fixture
def store(url, clock):
    opened = Store(url, clock)
    yield opened
    opened.close()


@pytest.fixture
def row():
    return f"row {next(NUMBER)}"


def put(store, row, sealed, revision, **files):
    return store.put(row, sealed, revision, **{"new": {}, "gone": ()} | files)


def test_what_was_written_is_found_with_its_files(store, row):
    assert put(store, row, b"one", 0, new={"a": b"A", "b": b"B"})

    assert store.get(row) == Found(1, "draft", b"one")
    assert store.peek(row) == (1, "draft")
    assert (store.get_file(row, "a"), store.get_file(row, "b")) == (b"A", b"B")
    assert store.get_file("another", "a") is None


def test_each_change_needs_the_revision_before(store, row):
    put(store, row, b"one", 0)

    assert not put(store, row, b"late", 0)
    assert put(store, row, b"two", 1)
    assert not put(store, row, b"late", 1)
    assert store.get(row) == Found(2, "draft", b"two")


def test_who_comes_too_late_leaves_no_file_and_takes_none_away(store, row):
    put(store, row, b"one", 0, new={"a": b"A"})
    put(store, row, b"two", 1)

    assert not put(store, row, b"late", 1, new={"b": b"B"}, gone=["a"])
    assert store.get_file(row, "a") == b"A"
    assert store.get_file(row, "b") is None


def test_a_file_that_is_there_already_stops_all_of_it(store, row):
    put(store, row, b"one", 0, new={"a": b"A"})

    assert not put(store, row, b"two", 1, new={"a": b"other"})
    assert store.get(row) == Found(1, "draft", b"one")


def test_a_file_that_is_taken_out_is_gone(store, row):
    put(store, row, b"one", 0, new={"a": b"A", "b": b"B"})
    put(store, row, b"two", 1, gone=["a"])

    assert store.get_file(row, "a") is None
    assert store.get_file(row, "b") == b"B"


@pytest.mark.parametrize("state", ["wiped", "shared"])
def test_what_is_wiped_leaves_a_mark_that_no_tab_knows(store, row, state):
    put(store, row, b"one", 0, new={"a": b"A"})

    store.mark(row, state)

    assert store.get(row) == Found(2, state, b"")
    assert store.get_file(row, "a") is None
    assert not put(store, row, b"late", 1)


def test_a_mark_stands_though_there_was_nothing(store, row):
    store.mark(row, "wiped")
    assert store.get(row) == Found(1, "wiped", b"")


def test_a_draft_may_begin_anew_after_a_mark(store, row):
    store.mark(row, "wiped")
    assert put(store, row, b"new", 1)
    assert store.get(row) == Found(2, "draft", b"new")


def test_it_lapses_a_day_after_the_last_activity(store, row, clock):
    put(store, row, b"one", 0)
    clock.go_on(hours=HOURS - 1)
    store.touch(row)
    clock.go_on(hours=HOURS - 1)
    assert store.peek(row)

    clock.go_on(hours=1)

    assert store.peek(row) is None
    assert store.get(row) is None


def test_what_lapsed_is_not_brought_back_by_a_late_tab(store, row, clock):
    put(store, row, b"one", 0, new={"a": b"A"})
    clock.go_on(hours=HOURS)
    store.touch(row)

    assert not put(store, row, b"late", 1)
    assert put(store, row, b"new", 0)
    assert store.get_file(row, "a") is None


def test_the_janitor_deletes_what_lapsed_and_nothing_else(store, row, clock, url):
    put(store, row, b"old", 0, new={"a": b"A"})
    clock.go_on(hours=HOURS)
    put(store, f"{row} new", b"new", 0, new={"a": b"A"})

    store.purge()

    assert rows(url, "drafts", row) == rows(url, "files", row) == 0
    assert store.get_file(f"{row} new", "a") == b"A"


def rows(url, table, row) -> int:
    engine = create_engine(url)
    with engine.connect() as connection:
        asked = text(f"select count(*) from {table} where row = :row")
        found = connection.execute(asked, {"row": row}).scalar_one()
    engine.dispose()
    return found


def test_of_many_that_write_at_once_one_wins_and_the_others_hear_it(store, row):
    put(store, row, b"one", 0)
    won = []

    def write(number):
        if put(store, row, b"%d" % number, 1, new={f"f{number}": b"F"}):
            won.append(number)

    at_once(write, range(8))

    assert len(won) == 1
    assert store.get(row) == Found(2, "draft", b"%d" % won[0])
    assert [n for n in range(8) if store.get_file(row, f"f{n}")] == won


def test_of_many_that_are_the_first_one_wins(store, row):
    won = []

    def write(number):
        if put(store, row, b"%d" % number, 0):
            won.append(number)

    at_once(write, range(8))

    assert len(won) == 1
    assert store.get(row) == Found(1, "draft", b"%d" % won[0])


def test_who_writes_while_all_is_wiped_does_not_bring_it_back(store, row):
    """Whoever is first: a tab that knew the draft never finds its own revision again."""
    put(store, row, b"one", 0)
    did = []

    def act(number):
        if number % 2:
            store.mark(row, "wiped")
        else:
            did.append(put(store, row, b"late", 1))

    at_once(act, range(8))

    revision, state = store.peek(row)
    assert state == "wiped"
    assert revision == 1 + 4 + sum(did)


def at_once(act, numbers):
    gate, broken = threading.Barrier(len(numbers)), []

    def run(number):
        gate.wait()
        try:
            act(number)
        except SQLAlchemyError as error:
            broken.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not broken


def test_the_next_server_finds_what_the_last_one_wrote(url, store, row, clock):
    put(store, row, b"one", 0, new={"a": b"A"})
    store.close()

    other = Store(url, clock)

    assert other.get(row) == Found(1, "draft", b"one")
    assert other.get_file(row, "a") == b"A"
    other.close()


def test_the_file_is_for_nobody_else_on_the_machine(tmp_path, clock):
    file = tmp_path / "deeper" / "drafts.sqlite"
    store = Store(f"sqlite:///{file}", clock)
    put(store, "row", b"one", 0)

    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in file.parent.iterdir() if one.stat().st_mode & 0o077] == []
    store.close()


def test_what_is_deleted_cannot_be_read_in_the_file(tmp_path, clock):
    file = tmp_path / "drafts.sqlite"
    store = Store(f"sqlite:///{file}", clock)
    put(store, "row", b"marked " * 500, 0, new={"a": b"marker " * 500})

    store.mark("row", "wiped")
    store.close()  # the last one to close writes everything to the file

    left = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    assert b"mark" + b"ed " not in left
    assert b"mark" + b"er " not in left


@pytest.mark.programs
def test_a_database_that_was_away_is_found_again(database, row, clock):
    store = Store(database.url, clock)
    put(store, row, b"one", 0)

    database.stop()
    with pytest.raises(SQLAlchemyError):
        store.peek(row)
    database.start()

    assert store.get(row) == Found(1, "draft", b"one")
    store.close()
