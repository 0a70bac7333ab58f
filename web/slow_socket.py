"""The connection of a page, held back where its visitor asks too much of the server.

Streamlit takes messages as fast as they come, and starts the page anew for each. Here a message
waits until its visitor may go on; the browser then waits with the next, for nobody reads it. The
server itself does nothing meanwhile.
"""

import asyncio
import secrets
from asyncio.selector_events import _SelectorSocketTransport  # type: ignore[attr-defined]
from collections.abc import Callable

import uvicorn
from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from web.limits import (
    MOST_CONNECTIONS,
    MOST_MESSAGE,
    PATIENCE,
    Limits,
    Refused,
    who_asks,
)
from web.pinned import require
from web.visits import Visits

_PER_TOKEN = 20_000
"""Bytes of a message that count as one more message."""
_AT_ONCE = 16_384
"""Bytes that are taken in at once, of whatever comes over a connection."""
_PROTOCOLS = b"sec-websocket-protocol"
_VISIT_AT = 2
"""The place, from 0, of the visit to go on with among the protocols that a page names."""
_MOST_FILES = 100
"""Files that are chosen at once; for each the server makes an address."""


class SlowSockets:
    """The connections of all pages, before the rest of the website gets them."""

    def __init__(self, app: ASGIApp, limits: Limits, visits: Visits) -> None:
        self._app = app
        self._limits = limits
        self._visits = visits

    async def serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection, as ASGI has it; refused where its visitor has too many."""
        known = who_asks(scope)
        who = known or secrets.token_bytes(16)  # who has no cookie stands alone
        try:
            if self._limits.open[who] >= MOST_CONNECTIONS:
                raise Refused(PATIENCE)
            self._limits.open[who] += 1
            try:
                await self._limits.pause(who, "connections")
                socket = _SlowSocket(self._limits, who, receive, send)
                socket.at_first = self._visits.note
                await self._app(self._own_visit(scope, known), socket.receive, socket.send)
            finally:
                self._limits.open[who] -= 1
                self._visits.note(who)
        except Refused:
            await send({"type": "websocket.close", "code": 1013})

    def _own_visit(self, scope: Scope, who: bytes | None) -> Scope:
        """The connection, without the visit to go on with unless it is one of this visitor.

        A page says which it was in, and Streamlit takes its word for it; but that name stands in
        the addresses of uploads, which a proxy may log.
        """
        headers = [
            (name, self._without_foreign(value, who) if name == _PROTOCOLS else value)
            for name, value in scope["headers"]
        ]
        return {**scope, "headers": headers}

    def _without_foreign(self, value: bytes, who: bytes | None) -> bytes:
        said = value.split(b",")
        visit = b"".join(said[_VISIT_AT : _VISIT_AT + 1]).strip().decode("latin-1")
        return value if self._visits.may_go_on(who, visit) else b",".join(said[:_VISIT_AT])


class _SlowSocket:
    """One connection, as Streamlit sees it.

    Attributes:
        at_first: is told at the first message, when Streamlit has begun a visit.
    """

    def __init__(self, limits: Limits, who: bytes, receive: Receive, send: Send) -> None:
        self.at_first: Callable[[bytes], None] | None = None
        self._limits = limits
        self._who = who
        self._receive = receive
        self._send = send
        self._is_read = asyncio.Event()
        self._is_read.set()

    async def receive(self) -> Message:
        """The next message that a page sends, once its visitor may go on.

        Who does not read the answers gets no new ones: those would pile up in memory.
        """
        message = await self._receive()
        while not _is_for_us(message):
            await self._hold_up(message)
            message = await self._receive()
        if message["type"] == "websocket.receive":
            self._begin()
            await self._hold_up(message)
            await self._is_read.wait()
        return message

    def _begin(self) -> None:
        if self.at_first:
            self.at_first(self._who)
        self.at_first = None

    async def send(self, message: Message) -> None:
        """A message to the page."""
        self._is_read.clear()
        try:
            await self._send(message)
        finally:
            self._is_read.set()

    async def _hold_up(self, message: Message) -> None:
        size = len(message.get("bytes") or message.get("text") or "")
        await self._limits.sleep(self._limits.wait_for_message(self._who, 1 + size / _PER_TOKEN))


def _is_for_us(message: Message) -> bool:
    """Whether a page of ours sends such a message. What cannot be read, Streamlit refuses itself.

    Others would empty the caches of everybody, or let the server work for nothing.
    """
    if message["type"] != "websocket.receive" or message.get("bytes") is None:
        return True
    try:
        asked = BackMsg.FromString(message["bytes"])
    except DecodeError:
        return True
    match asked.WhichOneof("type"):
        case "rerun_script":
            return not asked.rerun_script.fragment_id
        case "file_urls_request":
            return len(asked.file_urls_request.file_names) <= _MOST_FILES
        case _:
            return False


def take_in_little() -> None:
    """From now on little is taken in at once, and a message that is too large not even that.

    What came in at once is cut into messages in one go, and meanwhile nobody else is served; a
    quarter of a megabyte can be 40,000 messages. Streamlit has one setting for the size of messages
    in both directions, and what it sends may be far larger.

    Raises:
        StreamlitChanged: Python, or the web server, has another way.
    """
    known = uvicorn.Config.__init__.__code__.co_names
    require("ws_max_size" in known, "uvicorn has ws_max_size")
    require(hasattr(_SelectorSocketTransport, "max_size"), "a connection has max_size")
    uvicorn.Config.ws_max_size = property(lambda _: MOST_MESSAGE, lambda _, __: None)  # type: ignore[assignment]
    _SelectorSocketTransport.max_size = _AT_ONCE
