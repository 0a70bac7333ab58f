"""Leaving at once ("Snel weg"): whatever the server knows of this browser goes, and stays gone.

The browser says so with a cookie of its own, for that works without a connection too, and with a
request, which ends everything at once. Whichever comes first does it.
"""

import asyncio
from urllib.parse import urlsplit

from starlette.background import BackgroundTask
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime import get_instance

from web import drafts, visitor
from web.activity import ACTIVITY
from web.downloads import withdraw
from web.forgetting import end
from web.visitor import name_of

_CLEAR = '"cache", "storage"'
"""What the browser may forget of us; not "cookies", for the one that says that somebody left."""
_REFUSED = 1008


async def leave(request: Request) -> Response:
    """Somebody left; answers to nothing but our own pages."""
    if not is_from_here(request):
        return Response(status_code=403)
    response = Response(status_code=204, headers={"clear-site-data": _CLEAR})
    visitor.drop_cookies(request, response)
    await forget(visitor.secrets_of(request.cookies))
    return response


def finish(request: Request, response: Response) -> None:
    """A page after somebody left: what the request did not do, is done with it."""
    visitor.note_left(request, response)
    response.background = BackgroundTask(forget, visitor.secrets_of(request.cookies))


async def forget(secrets: frozenset[str]) -> None:
    """Delete the draft of a visitor, withdraw their downloads, and end their visits."""
    for secret in secrets:
        withdraw(secret)
        for session in ACTIVITY.visits_of(name_of(secret)):
            end(get_instance(), session)
        await asyncio.to_thread(drafts.forget, secret)


def is_from_here(request: HTTPConnection) -> bool:
    """Whether a page of ours asks; a browser tells, and another website cannot make it lie."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", "null")
    host = request.headers.get("host", "")
    return site == "same-origin" and (origin == "null" or urlsplit(origin).netloc == host)


class Door:
    """Lets no tab of a browser in that left since it got its page."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or connection, as ASGI has it."""
        if scope["type"] != "websocket" or not visitor.has_left(HTTPConnection(scope).cookies):
            await self.app(scope, receive, send)
            return
        await forget(visitor.secrets_of(HTTPConnection(scope).cookies))
        await receive()
        await send({"type": "websocket.close", "code": _REFUSED})
