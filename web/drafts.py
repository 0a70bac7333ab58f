"""The draft of a visitor, found and opened by their cookie: what pages know of the store.

When the database is away the visitor goes on, and is told that nothing is kept.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Literal, TypeVar

from sqlalchemy.exc import SQLAlchemyError
from streamlit.logger import get_logger

from web.sealing import NotOurs, seal_of
from web.store import State, Store
from web.visitor import is_secret

SETTING = "SMI_DRAFTS"
"""The environment variable that says where drafts are kept: an address of a database, or `off`."""
OFF = "off"
BESIDE_US = f"sqlite:///{Path(__file__).parents[1] / 'drafts' / 'drafts.sqlite'}"
_RECORD = "record"
Given = TypeVar("Given")
Gone = Literal["wiped", "shared"]
_log = get_logger(__name__)


class Away(Exception):
    """The store cannot be reached just now, so nothing is kept."""


@dataclass(frozen=True)
class Draft:
    """What the store holds for a visitor.

    Attributes:
        record: as it was saved; empty unless the state is `draft`, or if it does not open.
    """

    revision: int
    state: State
    record: bytes = b""


class Drafts:
    """Drafts by the secret of their visitor. Who has no secret has no draft.

    All methods raise `Away` when the store cannot be reached.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._doomed: dict[str, Gone] = {}
        self._lock = Lock()

    def peek(self, secret: str) -> tuple[int, State] | None:
        """The revision and the state of a draft; None if there is none."""
        row = seal_of(secret).row
        self._delete_doomed(row)
        return _try(lambda: self._store.peek(row))

    def load(self, secret: str) -> Draft | None:
        """A draft; None if there is none, and without a record if somebody changed it."""
        seal = seal_of(secret)
        self._delete_doomed(seal.row)
        found = _try(lambda: self._store.get(seal.row))
        if found is None or found.state != "draft":
            return found and Draft(found.revision, found.state)
        try:
            record = seal.open(found.sealed, _RECORD)
        except NotOurs:
            _log.error("a draft does not open with the secret that it was found by")
            return Draft(found.revision, found.state)
        return Draft(found.revision, found.state, record)

    def load_file(self, secret: str, name: str) -> bytes | None:
        """One file of a draft; None if it is not there, or not whole."""
        seal = seal_of(secret)
        sealed = _try(lambda: self._store.get_file(seal.row, name))
        try:
            return sealed and seal.open(sealed, name)
        except NotOurs:
            return None

    def save(
        self,
        secret: str,
        draft: Draft,
        new: Mapping[str, bytes],
        gone: Iterable[str],
    ) -> Draft | None:
        """Write a draft over what it was.

        Args:
            secret: of the visitor.
            draft: what to keep, with the revision that it is a change of; 0 for a first one.
            new: files to add, by name.
            gone: the names of files to delete.

        Returns:
            The draft as it is kept now; None, and nothing is written, if another tab was first.
        """
        seal = seal_of(secret)
        closed = seal.close(draft.record, _RECORD)
        files = {name: seal.close(content, name) for name, content in new.items()}
        is_kept = _try(
            lambda: self._store.put(seal.row, closed, draft.revision, new=files, gone=gone)
        )
        return Draft(draft.revision + 1, "draft", draft.record) if is_kept else None

    def forget(self, secret: str, state: Gone = "wiped") -> None:
        """Delete a draft; tabs that still hold it let go of it.

        If the store is away, nobody gets the draft any more, and it is deleted as soon as may be.
        """
        if is_secret(secret):
            row = seal_of(secret).row
            self._doomed[row] = state
            self._delete_doomed(row)

    def touch(self, secret: str, away: float = 0) -> None:
        """Somebody was busy with it, so many seconds ago."""
        _try(lambda: self._store.touch(seal_of(secret).row, away))

    def purge(self) -> None:
        """Delete what lapsed, of every visitor, and what could not be deleted before."""
        for row in list(self._doomed):
            self._delete_doomed(row)
        _try(self._store.purge)

    def _delete_doomed(self, row: str) -> None:
        if row not in self._doomed:
            return
        with self._lock:
            if state := self._doomed.get(row):
                _try(lambda: self._store.mark(row, state))
                del self._doomed[row]


def new_name() -> str:
    """The name of a file in a draft; it tells nothing."""
    return secrets.token_hex(16)


def opened(where: str | None) -> Drafts | None:
    """The drafts at an address; None if nothing is to be kept.

    Args:
        where: of a database, as SQLAlchemy writes it; `off` to keep nothing; None or empty for the
            file beside the program.
    """
    if where == OFF:
        return None
    return Drafts(Store(where or BESIDE_US, lambda: datetime.now(UTC).replace(tzinfo=None)))


def start() -> None:
    """Open the drafts where the environment says. A website that cannot does not start."""
    global DRAFTS  # noqa: PLW0603  # one store a process, opened when the website starts
    DRAFTS = opened(os.environ.get(SETTING))


def of_visitor(secret: str) -> Drafts | None:
    """The drafts, for a visitor that may have one; None if nothing is kept."""
    return DRAFTS if is_secret(secret) else None


def forget(secret: str) -> None:
    """Delete the draft of a visitor, now or as soon as the store is there again."""
    try:
        if DRAFTS:
            DRAFTS.forget(secret)
    except Away:
        _log.warning("a draft is deleted as soon as the store is there again")


def purge() -> None:
    """Delete what lapsed, if anything is kept at all."""
    with suppress(Away):  # the log has it, and the next round comes soon
        if DRAFTS:
            DRAFTS.purge()


DRAFTS: Drafts | None = None


def _try(ask: Callable[[], Given]) -> Given:
    try:
        return ask()
    except SQLAlchemyError as error:
        _log.error("the store of drafts is away: %s", error)
        raise Away from None
