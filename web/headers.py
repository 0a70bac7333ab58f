"""Security headers on every answer, and the doors of Streamlit that stay closed.

Plain ASGI: Starlette's own middleware class would hold up websockets and uploads.
"""

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import index_page, own_files, visitor
from web.plain_page import plain_page

_CLOSED = ("/_stcore/agent", "/_stcore/metrics")
"""Streamlit's interface for programs, and its counters of visitors."""

_HASHES = index_page.script_hashes(index_page.PAGES["nl", True])
POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' {_HASHES} 'wasm-unsafe-eval'",  # protobuf counts with WebAssembly
        "style-src 'self' 'unsafe-inline'",  # Streamlit writes its styles at run time
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "media-src 'self' blob:",
        "frame-src 'none'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SECURITY = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
}


class Headers:
    """Closes doors, and adds headers to whatever the rest of the website answers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(scope, MutableHeaders(scope=message))
            await send(message)

        closed = scope["path"].startswith(_CLOSED)
        answer = plain_page(Request(scope), "not_found", 404) if closed else self.app
        await answer(scope, receive, send_with_headers)


def add_headers(scope: Scope, headers: MutableHeaders) -> None:
    """The headers that this answer must have."""
    headers.update(SECURITY)
    headers["cache-control"] = caching(scope["path"], headers.get("cache-control"))
    if visitor.is_https(scope):
        headers["strict-transport-security"] = "max-age=31536000"


def caching(path: str, proposed: str | None) -> str:
    """How long a browser may keep an answer: files of the program yes, anything personal never.

    Streamlit proposes for its own files, which have a new name when they change. Ours have a new
    folder then; under an address without one, the browser asks each time.
    """
    if path.startswith(f"{own_files.ADDRESS}/"):
        return "public, max-age=31536000, immutable"
    if path.startswith("/app/static/"):
        return "no-cache"
    if path.startswith("/static/") and proposed:
        return proposed
    return "no-store"
