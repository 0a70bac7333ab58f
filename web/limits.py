"""What one visitor may ask of the server, so that nobody can take it away from the others.

A limit is for a visitor (their cookie), never for an address: a whole counter shares one of those.
Nobody walks into one by filling in the pages, however fast. Who goes faster is held up at first,
which a person hardly notices; only what would have to wait very long is refused, with a sentence.
"""

import asyncio
import math
import time
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from secrets import token_bytes
from threading import Lock
from typing import Literal
from weakref import WeakValueDictionary

from starlette.requests import HTTPConnection
from starlette.types import Scope

from web import visitor
from web.pace import Pace

Kind = Literal[
    "requests",
    "connections",
    "messages",
    "hasty messages",
    "work",
    "hasty work",
    "uploads",
    "downloads",
]
PATIENCE = 20.0
"""Seconds that an answer is held up before it is refused instead."""
PATIENCE_OF_UPLOADS = 60.0
"""The same, where a visitor sees each file waiting."""
MOST_HELD_UP = 10.0
"""Seconds that one message is held up: then one goes through, so that the connection lives."""
MOST_MESSAGE = 300_000
"""Bytes of one message. A screen with two full stories is half of it."""
MOST_CONNECTIONS = 12
"""Open pages of one visitor."""
MOST_WAITING = 100
"""Uploads or downloads of one visitor that wait for their turn."""
MOST_UPLOADED = 100_000_000
"""Bytes of uploads of one visitor in memory, before a page has read them."""
PACES: Mapping[Kind, tuple[float, float]] = {
    "requests": (600, 50),  # a first page is a hundred
    "connections": (20, 0.4),
    "messages": (120, 4),  # who types gives two in a second
    "hasty messages": (15, 8),
    "work": (15, 0.1),  # seconds of a processor, used by the pages of this visitor
    "hasty work": (3, 0.5),
    "uploads": (60, 1),
    "downloads": (20, 0.2),
}
"""How much at once, and how much per second after that."""
AT_A_TIME: Mapping[Kind, int] = {"uploads": 2, "downloads": 1}
"""So many of one visitor while the others of that visitor wait."""
LONGEST_LINE, LONGEST_STORY = 2_000, 20_000
"""Characters of one field that are kept, as an answer or not. static/fields.js knows them too."""


class Refused(Exception):
    """So much that waiting makes no sense; in so many seconds there is a new chance."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Limits:
    """The paces of all visitors, and who waits for what."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.sleep = sleep
        self.paces: dict[Kind, Pace] = {
            kind: Pace(at_once, per_second, clock) for kind, (at_once, per_second) in PACES.items()
        }
        self.open: Counter[bytes] = Counter()
        self._waiting: Counter[tuple[bytes, Kind]] = Counter()
        self._turns: dict[tuple[bytes, Kind], asyncio.Semaphore] = {}
        self._alone: WeakValueDictionary[bytes, Lock] = WeakValueDictionary()
        self._lock = Lock()

    @contextmanager
    def counted(self, cookie: str) -> Iterator[None]:
        """Count the work that is done inside, in this thread, for the visitor with this cookie."""
        before = time.thread_time()
        try:
            yield
        finally:
            if visitor.is_secret(cookie):
                self.count_work(visitor.name_of(cookie), time.thread_time() - before)

    @contextmanager
    def alone(self, cookie: str) -> Iterator[None]:
        """Do what is inside when no other page of this visitor does such a thing.

        Reading files and making packs takes long; two pages would take that from two others.
        """
        with self._lock:
            who = visitor.name_of(cookie) if cookie else token_bytes(16)
            mine = self._alone.setdefault(who, Lock())
        with mine:
            yield

    def count_work(self, who: bytes, seconds: float) -> None:
        """Count work that was done for a visitor, in seconds of a processor."""
        for kind in ("work", "hasty work"):
            self.paces[kind].wait(who, seconds)

    def wait_for_message(self, who: bytes, cost: float) -> float:
        """Seconds that a message of this visitor waits: for its own turn, and for work done.

        Args:
            who: the visitor.
            cost: as how many messages it counts.
        """
        waits = (
            *(self.paces["messages"].wait(who, cost), self.paces["hasty messages"].wait(who, cost)),
            *(self.paces["work"].wait(who, 0), self.paces["hasty work"].wait(who, 0)),
        )
        return min(MOST_HELD_UP, max(waits))

    async def pause(self, who: bytes | None, kind: Kind, cost: float = 1) -> None:
        """Wait until this visitor may go on; None, who has no cookie yet, may.

        Args:
            who: the visitor.
            kind: of what is asked.
            cost: how much of it, in the unit of its pace.

        Raises:
            Refused: that would take longer than is worth it.
        """
        patience = PATIENCE_OF_UPLOADS if kind == "uploads" else PATIENCE
        seconds = self.paces[kind].wait(who, cost, patience) if who else 0.0
        if seconds > patience:
            raise Refused(seconds)
        await self.sleep(seconds)

    @asynccontextmanager
    async def turn(self, who: bytes, kind: Kind, cost: float = 1) -> AsyncGenerator[None]:
        """Do what is inside when it is this visitor's turn, a few at a time.

        Args:
            who: the visitor.
            kind: of what is asked.
            cost: how much of it, in the unit of its pace.

        Raises:
            Refused: too many wait already, or it would take longer than is worth it.
        """
        mine = (who, kind)
        if self._waiting[mine] >= MOST_WAITING:
            raise Refused(PATIENCE)
        self._waiting[mine] += 1
        try:
            await self.pause(who, kind, cost)
            async with self._turns.setdefault(mine, asyncio.Semaphore(AT_A_TIME[kind])):
                yield
        finally:
            self._waiting[mine] -= 1

    def tidy(self) -> None:
        """Forget who is at rest, so that memory does not grow."""
        for pace in self.paces.values():
            pace.forget_rested()
        self.open, self._waiting = +self.open, +self._waiting
        self._turns = {mine: one for mine, one in self._turns.items() if mine in self._waiting}


LIMITS = Limits()
"""Those of this process."""


def who_asks(scope: Scope) -> bytes | None:
    """The visitor of a request; None without a cookie of ours, as the first request is."""
    cookie = visitor.secret_of(HTTPConnection(scope).cookies)
    return visitor.name_of(cookie) if cookie else None


def retry_after(seconds: float) -> str:
    """As the header wants it: whole seconds."""
    return str(math.ceil(seconds))
