"""The visitor's cookie: 32 random bytes that only this browser has.

It tells two browsers apart, so that a download goes to the one it was made for, and it is the only
key to the visitor's draft. It says nothing about who somebody is, and no script can read it.
"""

import re
import secrets
from collections.abc import Mapping

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope

from web import language

COOKIE = "visitor"
SAFE_COOKIE = f"__Host-{COOKIE}"
"""Its name over https: a browser takes such a cookie from this very website alone."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")  # 32 bytes as secrets.token_urlsafe writes them
_WEEK = 7 * 24 * 60 * 60
"""Longer than any draft: the store says when a draft ends, and the cookie alone opens nothing."""
_YEAR = 365 * 24 * 60 * 60


def is_secret(text: str) -> bool:
    """Whether this is a secret as we hand them out; an empty or shortened one is not."""
    return _SECRET.fullmatch(text) is not None


def secret_of(cookies: Mapping[str, str]) -> str:
    """The secret of the visitor with these cookies; empty if they have none of ours."""
    named = (str(cookies.get(name, "")) for name in (SAFE_COOKIE, COOKIE))
    return next((secret for secret in named if is_secret(secret)), "")


def set_cookies(request: HTTPConnection, response: Response) -> None:
    """Give a new visitor a secret, and remember the language once it was asked for."""
    secure = is_https(request.scope)
    name = SAFE_COOKIE if secure else COOKIE
    known = request.cookies.get(name, "")
    secret = known if is_secret(known) else secrets.token_urlsafe(32)
    _set(response, name, secret, secure=secure, seconds=_WEEK)
    if language.NAME in request.query_params:
        _set(response, language.NAME, language.of(request), secure=secure, seconds=_YEAR)


def is_https(scope: Scope) -> bool:
    """Whether the visitor came over https, here or at the proxy in front.

    Anybody may send the proxy's header; who lies only makes their own cookie stricter.
    """
    forwarded = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return scope.get("scheme") == "https" or forwarded == b"https"


def _set(response: Response, name: str, value: str, *, secure: bool, seconds: int) -> None:
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="strict", secure=secure, path="/"
    )
