"""Who is still there: when each visit last noticed its visitor, and when that is too long ago.

A visit is one tab; the visitor is one browser, and who works in one tab is there for all of them.
What is too long depends on whose computer it is. Nothing here says who somebody is.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Literal

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.scriptrunner import get_script_run_ctx

from web.store import HOURS
from web.visitor import name_of, secret_of

SHARED = 10 * 60
"""Seconds after which a visit on a computer of more people is wiped."""
OWN = HOURS * 60 * 60
"""Seconds after which a visit on somebody's own device is wiped; its draft lapses then too."""
WARNING = 2 * 60
"""Seconds before that, in which the visitor is asked whether they are still there."""
NEVER = float("inf")

Stand = Literal["here", "asked", "gone"]
"""Whether somebody is there, must be asked that, or has been away too long."""


@dataclass
class _Tab:
    """A visit that is watched.

    Attributes:
        owner: the visitor.
        limit: seconds without them after which they count as gone.
        last: when they last did something.
        told: what the screen says of it.
    """

    owner: bytes
    limit: float
    last: float
    told: Stand = "here"


class Activity:
    """The visits of this process. Pages and requests use it, each in threads of their own."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._tabs: dict[str, _Tab] = {}
        self._last: dict[bytes, float] = {}
        self._lock = Lock()

    def watch(self, session: str, owner: bytes, limit: float) -> Stand:
        """A page is about to be drawn for this visit; gives how it stands.

        Args:
            session: the name of the visit with Streamlit.
            owner: the visitor, see `visitor.name_of`.
            limit: seconds after which the visitor counts as gone; NEVER if nothing can be wiped.
        """
        with self._lock:
            last = self._last.setdefault(owner, self._clock())  # a browser comes back by itself
            tab = self._tabs.setdefault(session, _Tab(owner, limit, last))
            if tab.limit == NEVER:  # until now nobody was waited for
                tab.last = last
            tab.owner, tab.limit = owner, limit
            tab.told = self._stand(tab)
            return tab.told

    def touch(self, owner: bytes) -> None:
        """The visitor did something. Who was away too long does not come back by that."""
        with self._lock:
            if owner in self._last:  # else no page was drawn for them yet
                self._last[owner] = self._clock()
            for tab in self._tabs.values():
                if tab.owner == owner and self._stand(tab) != "gone":
                    tab.last = self._clock()

    def away(self, owner: bytes) -> float:
        """Seconds since the visitor last did something; without end if nobody noticed them yet."""
        with self._lock:
            return self._clock() - self._last.get(owner, -NEVER)

    def start_anew(self, session: str) -> None:
        """The visit was wiped, so somebody may begin."""
        with self._lock:
            self._tabs.pop(session, None)

    def due(self) -> dict[str, Stand]:
        """The visits whose screen does not say how they stand now."""
        with self._lock:
            changed = [(n, t) for n, t in self._tabs.items() if self._stand(t) != t.told]
            return {name: self._stand(tab) for name, tab in changed}

    def visits_of(self, owner: bytes) -> tuple[str, ...]:
        """The visits of one visitor."""
        with self._lock:
            return tuple(name for name, tab in self._tabs.items() if tab.owner == owner)

    def keep_only(self, sessions: Iterable[str]) -> None:
        """Forget the visits that have ended."""
        kept = set(sessions)
        with self._lock:
            self._tabs = {name: tab for name, tab in self._tabs.items() if name in kept}
            here = self._clock() - OWN
            self._last = {owner: last for owner, last in self._last.items() if last > here}

    def _stand(self, tab: _Tab) -> Stand:
        away = self._clock() - tab.last
        if away >= tab.limit:
            return "gone"
        return "asked" if away >= tab.limit - WARNING else "here"


ACTIVITY = Activity(time.monotonic)
"""The visits of this process."""


def watch(secret: str, limit: float) -> Stand:
    """How the visit stands whose page is being drawn.

    Args:
        secret: of the visitor. Without one nothing is noticed of them, so they never count as gone.
        limit: as `Activity.watch` has it.
    """
    return ACTIVITY.watch(_session(), name_of(secret), limit if secret else NEVER)


def away(secret: str) -> float:
    """Seconds since this visitor last did something, as `Activity.away` has it."""
    return ACTIVITY.away(name_of(secret))


def start_anew() -> None:
    """The visit whose page is being drawn was wiped."""
    ACTIVITY.start_anew(_session())


def _session() -> str:
    context = get_script_run_ctx()
    assert context is not None
    return context.session_id


class Noticing:
    """Notices who does something on a page.

    The first message on a connection is the browser's own: it also comes when the network is back
    and nobody is there.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection, as ASGI has it."""
        if scope["type"] == "websocket":
            receive = _noticing(HTTPConnection(scope), receive)
        await self.app(scope, receive, send)


def touch(request: HTTPConnection) -> None:
    """The visitor of this request is there."""
    if secret := secret_of(request.cookies):
        ACTIVITY.touch(name_of(secret))


def _noticing(connection: HTTPConnection, receive: Receive) -> Receive:
    is_first = True

    async def receive_and_notice() -> Message:
        nonlocal is_first
        message = await receive()
        if message["type"] == "websocket.receive":
            if not is_first:
                touch(connection)
            is_first = False
        return message

    return receive_and_notice
