"""The visitor's cookie: 32 random bytes that only this browser has.

It tells two browsers apart, so that a download goes to the one it was made for. It says nothing
about who somebody is, cannot be read by a script, and ends with the browser.
"""

import re
import secrets

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

from web import language

COOKIE = "visitor"
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes as secrets.token_urlsafe writes them
_YEAR = 365 * 24 * 60 * 60


def is_secret(text: str) -> bool:
    """Whether this is a secret as we hand them out; an empty or shortened one is not."""
    return _SECRET.fullmatch(text) is not None


def set_cookies(request: HTTPConnection, response: Response) -> None:
    """Give a new visitor a secret, and remember the language once it was asked for."""
    secure = is_https(request.scope)
    if not is_secret(request.cookies.get(COOKIE, "")):
        _set(response, COOKIE, secrets.token_urlsafe(32), secure=secure, seconds=None)
    if language.NAME in request.query_params:
        _set(response, language.NAME, language.of(request), secure=secure, seconds=_YEAR)


def is_https(scope: Scope) -> bool:
    """Whether the visitor came over https, here or at the proxy in front.

    Anybody may send the proxy's header; who lies only makes their own cookie stricter.
    """
    forwarded = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return scope.get("scheme") == "https" or forwarded == b"https"


def _set(response: Response, name: str, value: str, *, secure: bool, seconds: int | None) -> None:
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="strict", secure=secure, path="/"
    )
