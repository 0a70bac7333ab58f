"""Where drafts wait, as ciphertext: SQLite on one machine, PostgreSQL where several share them.

A row has a name that nobody can trace, what it holds, and until when. What lapsed is deleted by the
janitor, and counts as gone before that.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    event,
    insert,
    select,
    update,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, IntegrityError

TRIES = 3
HOURS = 24
"""So long a draft is kept after the last time that somebody did something with it."""
SECONDS = 3
"""So long a visitor waits for a database that does not answer; then the page goes on without it."""
WAITS = {"connect_timeout": SECONDS, "options": f"-c statement_timeout={SECONDS * 1000}"}
"""The same, as PostgreSQL takes it."""
State = Literal["draft", "wiped", "shared"]
"""`wiped`: there is nothing any more, and who still holds it lets go. `shared`: this is a computer
of more people, and nothing is kept."""

_meta = MetaData()
_drafts = Table(
    "drafts",
    _meta,
    Column("row", String(64), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("expires", DateTime, nullable=False, index=True),
)
_files = Table(
    "files",
    _meta,
    Column("row", String(64), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)


@dataclass(frozen=True)
class Found:
    """A row of the store.

    Attributes:
        revision: grows with each change.
        sealed: empty unless it is a draft.
    """

    revision: int
    state: State
    sealed: bytes


class Store:
    """Rows of ciphertext. Safe for threads; its errors are those of SQLAlchemy."""

    def __init__(self, url: str | URL, clock: Callable[[], datetime]) -> None:
        """Open a database, and make its tables if there are none.

        Args:
            url: as SQLAlchemy writes it.
            clock: the time of now, in UTC without a zone.
        """
        self._clock = clock
        self._engine = _engine(make_url(url))
        self._make_tables()

    def peek(self, row: str) -> tuple[int, State] | None:
        """The revision and the state of a row, without its content; None if there is none."""
        wanted = select(_drafts.c.revision, _drafts.c.state).where(*self._is_alive(row))
        with self._engine.connect() as database:
            found = database.execute(wanted).one_or_none()
        return (found.revision, found.state) if found else None

    def get(self, row: str) -> Found | None:
        """A row with what it holds; None if there is none."""
        wanted = select(_drafts).where(*self._is_alive(row))
        with self._engine.connect() as database:
            found = database.execute(wanted).one_or_none()
        return Found(found.revision, found.state, found.sealed) if found else None

    def get_file(self, row: str, name: str) -> bytes | None:
        """One file of a row; None if it is not there."""
        wanted = select(_files.c.sealed).where(_files.c.row == row, _files.c.name == name)
        with self._engine.connect() as database:
            return database.execute(wanted).scalar_one_or_none()

    def put(
        self,
        row: str,
        sealed: bytes,
        revision: int,
        *,
        new: Mapping[str, bytes],
        gone: Iterable[str],
    ) -> bool:
        """Write a draft over what it was, with its files, all or nothing.

        Args:
            row: its name.
            sealed: what it holds.
            revision: the one it has in the store; 0 if it is not there.
            new: files to add, by name.
            gone: the names of files to delete.

        Returns:
            False, and nothing is written, if somebody else wrote since that revision.
        """
        values = {"sealed": sealed, "state": "draft"}
        try:
            with self._engine.begin() as database:
                if not self._write(database, row, revision, values):
                    return False
                for name, content in new.items():
                    database.execute(insert(_files).values(row=row, name=name, sealed=content))
                database.execute(
                    delete(_files).where(_files.c.row == row, _files.c.name.in_(list(gone)))
                )
        except IntegrityError:  # two were the first at the same time
            return False
        return True

    def mark(self, row: str, state: Literal["wiped", "shared"]) -> None:
        """Delete a draft with its files, and say for a day that it is gone."""
        for _ in range(TRIES - 1):
            try:
                return self._mark(row, state)
            except IntegrityError:  # another tab wrote its first draft in that very moment
                continue
        return self._mark(row, state)

    def touch(self, row: str, ago: float = 0) -> None:
        """Keep a row for another day from so many seconds ago."""
        ends = self._ends() - timedelta(seconds=ago)
        later = update(_drafts).where(*self._is_alive(row)).values(expires=ends)
        with self._engine.begin() as database:
            database.execute(later)

    def purge(self) -> None:
        """Delete what lapsed, and files that belong to nothing."""
        whole = select(_drafts.c.row)
        with self._engine.begin() as database:  # one statement each, for writers go on
            database.execute(delete(_drafts).where(_drafts.c.expires <= self._clock()))
            database.execute(delete(_files).where(_files.c.row.not_in(whole)))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _make_tables(self) -> None:
        try:
            _meta.create_all(self._engine)
        except DBAPIError:  # another server starts too, and was first
            _meta.create_all(self._engine)

    def _mark(self, row: str, state: State) -> None:
        """Change the row in one statement, so that no tab finds a revision that it knows."""
        values = {"state": state, "sealed": b"", "expires": self._ends()}
        later = update(_drafts).where(_drafts.c.row == row)
        with self._engine.begin() as database:
            known = database.execute(later.values(**values, revision=_drafts.c.revision + 1))
            if not known.rowcount:
                database.execute(insert(_drafts).values(row=row, revision=1, **values))
            database.execute(delete(_files).where(_files.c.row == row))

    def _write(
        self, database: Connection, row: str, revision: int, values: Mapping[str, Any]
    ) -> bool:
        now = {**values, "revision": revision + 1, "expires": self._ends()}
        if revision == 0:
            lapsed = delete(_drafts).where(_drafts.c.row == row, _drafts.c.expires <= self._clock())
            if database.execute(lapsed).rowcount:
                database.execute(delete(_files).where(_files.c.row == row))
            database.execute(insert(_drafts).values(row=row, **now))
            return True
        known = (*self._is_alive(row), _drafts.c.revision == revision)
        return database.execute(update(_drafts).where(*known).values(**now)).rowcount == 1

    def _is_alive(self, row: str) -> tuple[Any, Any]:
        return (_drafts.c.row == row, _drafts.c.expires > self._clock())

    def _ends(self) -> datetime:
        return self._clock() + timedelta(hours=HOURS)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        waits = WAITS if url.get_driver_name() == "psycopg" else {}
        return create_engine(
            url, pool_pre_ping=True, pool_timeout=SECONDS, hide_parameters=True, connect_args=waits
        )
    if url.database and url.database != ":memory:":
        _make_private(Path(url.database))
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _make_private(file: Path) -> None:
    """A file in a folder that nobody else on this machine can look into."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def _set_up_sqlite(connection: Any, _: object) -> None:
    """What is deleted is overwritten, and writers wait for each other."""
    for setting in (f"busy_timeout={SECONDS * 1000}", "journal_mode=WAL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}").close()
