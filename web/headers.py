"""Security headers on every answer, and "not found" at every door that is closed.

Plain ASGI: Starlette's own middleware class would hold up websockets and uploads.
"""

from typing import Any

import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web import doors, index_page, own_files, visitor
from web.pinned import require
from web.plain_page import plain_page

_HASHES = index_page.script_hashes(index_page.PAGES["nl", True])
POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {_HASHES} 'wasm-unsafe-eval'",  # protobuf counts with WebAssembly
        "style-src-elem 'self' 'unsafe-inline'",  # Streamlit writes its styles at run time
        "style-src-attr 'none'",
        "style-src 'self' 'unsafe-inline'",  # for browsers that do not know the two above
        "img-src 'self' data:",
        "font-src 'self' data:",  # one small font is inside Streamlit's style
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_DENIED = (
    "accelerometer autoplay browsing-topics"
    " camera compute-pressure display-capture encrypted-media fullscreen gamepad geolocation"
    " gyroscope hid identity-credentials-get idle-detection keyboard-map local-fonts magnetometer"
    " microphone midi otp-credentials payment picture-in-picture publickey-credentials-create"
    " publickey-credentials-get screen-wake-lock serial storage-access sync-xhr unload usb"
    " window-management xr-spatial-tracking"
)
"""What a browser could do for a page and never does for ours. Ours copies text and reads aloud."""
SECURITY = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "x-permitted-cross-domain-policies": "none",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "permissions-policy": ", ".join(f"{one}=()" for one in _DENIED.split()),
}
TWO_YEARS = 2 * 365 * 24 * 60 * 60


class Headers:
    """Closes doors, and adds headers to whatever the rest of the website answers."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return

        is_accepted = False

        async def send_with_headers(message: Message) -> None:
            nonlocal is_accepted
            is_accepted = is_accepted or message["type"] == "websocket.accept"
            if message["type"] == "websocket.close" and not is_accepted:
                await Response(status_code=403)(scope, receive, send_with_headers)
                return
            if message["type"].endswith("response.start"):
                add_headers(scope, MutableHeaders(scope=message))
            await send(message)

        answer = self.app if doors.is_open(scope) else _not_found(scope)
        await answer(scope, receive, send_with_headers)


def _not_found(scope: Scope) -> ASGIApp:
    return plain_page(HTTPConnection(scope), "not_found", 404)


def add_headers(scope: Scope, headers: MutableHeaders) -> None:
    """The headers that this answer must have."""
    headers.update(SECURITY)
    headers["cache-control"] = caching(scope["path"], headers.get("cache-control"))
    if visitor.is_https(scope):
        headers["strict-transport-security"] = f"max-age={TWO_YEARS}; includeSubDomains"
        headers["content-security-policy"] = f"{POLICY}; upgrade-insecure-requests"
        _keep_cookies_to_https(headers)


def _keep_cookies_to_https(headers: MutableHeaders) -> None:
    """Streamlit cannot know of https at the proxy, and gives its own cookie without."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        is_kept = "; secure" in cookie.lower()
        headers.append("set-cookie", cookie if is_kept else f"{cookie}; Secure")


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


def hide_server() -> None:
    """From now on the web server does not tell what it is; Streamlit has no setting for that.

    Raises:
        StreamlitChanged: the server says it in another way.
    """
    known = uvicorn.Config.__init__.__code__.co_names  # to make one would switch its logs on
    require("encoded_headers" in known, "uvicorn has encoded_headers")
    uvicorn.Config.encoded_headers = property(_nameless, _set_headers)  # type: ignore[assignment]


def _nameless(config: uvicorn.Config) -> list[tuple[bytes, bytes]]:
    return [one for one in vars(config).get("encoded_headers", ()) if one[0] != b"server"]


def _set_headers(config: uvicorn.Config, headers: Any) -> None:
    vars(config)["encoded_headers"] = headers
