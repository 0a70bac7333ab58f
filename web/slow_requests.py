"""Uploads, downloads and other requests, held up where their visitor asks too much."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import doors, uploads
from web.limits import (
    LIMITS,
    MOST_UPLOADED,
    Limits,
    Refused,
    retry_after,
    who_asks,
)
from web.plain_page import plain_page
from web.room import Room
from web.slow_socket import SlowSockets
from web.visits import VISITS, Visits

PER_TOKEN = 5_000_000
"""Bytes of an upload that count as one more upload."""
ROOM = Room(MOST_UPLOADED, uploads.kept_bytes)
"""The room for uploads in this process."""


class Slow:
    """Holds every request to the limits of its visitor."""

    def __init__(
        self,
        app: ASGIApp,
        limits: Limits = LIMITS,
        room: Room = ROOM,
        visits: Visits = VISITS,
    ) -> None:
        self.app = app
        self.limits = limits
        self.room = room
        self.sockets = SlowSockets(app, limits, visits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] == "websocket":
            await self.sockets.serve(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            try:
                await self._hold_up(scope, receive, send)
            except Refused as refused:
                await _too_fast(scope, refused)(scope, receive, send)

    async def _hold_up(self, scope: Scope, receive: Receive, send: Send) -> None:
        limits, path = self.limits, scope["path"]
        session = path.removeprefix(doors.UPLOADS).partition("/")[0]
        if scope["method"] == "PUT" and (who := uploads.owner_of(session)):
            if who != (who_asks(scope) or session.encode()):
                await PlainTextResponse("Not yours", 403)(scope, receive, send)
                return
            async with limits.turn(who, "uploads", 1 + _declared(scope) // PER_TOKEN):
                await self._upload((who, session), scope, receive, send)
        elif (who := who_asks(scope)) and path.startswith("/download/"):
            async with limits.turn(who, "downloads"):
                await self.app(scope, receive, send)
        else:
            await limits.pause(who, "requests")
            await self.app(scope, receive, send)

    async def _upload(
        self, place: tuple[bytes, str], scope: Scope, receive: Receive, send: Send
    ) -> None:
        coming = Coming(self.room, place, receive)
        try:
            if coming.take(_declared(scope)):
                await self.app(scope, coming.receive, send)
            else:
                await coming.let_pass()
                await PlainTextResponse("Too much", 413)(scope, receive, send)
        finally:
            coming.end()


class Coming:
    """One upload on its way, which takes room as it declares itself, or as it comes."""

    def __init__(self, room: Room, place: tuple[bytes, str], receive: Receive) -> None:
        self._room = room
        self._who, self._session = place
        self._receive = receive
        self._taken = 0
        self._come = 0

    def take(self, size: int) -> bool:
        """Take room for so many bytes in all."""
        more = max(0, size - self._taken)
        if not self._room.take(self._who, self._session, more):
            return False
        self._taken += more
        return True

    async def receive(self) -> Message:
        """A part of the upload; what is more than declared takes more room.

        Raises:
            HTTPException: there is no more room.
        """
        message = await self._receive()
        self._come += len(message.get("body", b""))
        if not self.take(self._come):
            raise HTTPException(413)
        return message

    async def let_pass(self) -> None:
        """Read what comes and keep nothing: a browser hears no answer while it still sends."""
        more = True
        while more:
            message = await self._receive()
            more = message["type"] == "http.request" and message.get("more_body", False)

    def end(self) -> None:
        """It came, and Streamlit has it; or it will not come any more."""
        self._room.give_back(self._who, self._taken)


def _declared(scope: Scope) -> int:
    """How large an upload says it is, in bytes; 0 if it does not say."""
    said = Headers(scope=scope).get("content-length", "")
    return int(said) if said.isdecimal() and len(said) < 20 else 0


def _too_fast(scope: Scope, refused: Refused) -> Response:
    answer = plain_page(Request(scope), "too_fast", 429)
    answer.headers["retry-after"] = retry_after(refused.seconds)
    return answer
