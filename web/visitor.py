"""The visitor's cookie: 32 random bytes that only this browser has.

It tells two browsers apart, so that a download goes to the one it was made for, and it is the only
key to the visitor's draft. It says nothing about who somebody is, and no script can read it.
"""

import re
import secrets
from collections.abc import Mapping
from hashlib import sha256

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
SHARED = "shared"
"""The cookie of a computer of more people; it goes when the browser is closed."""
_SHARED, _COUNTER = "yes", "balie"
"""Its values. The second is also the address of a counter."""
LEFT = "left"
"""The cookie that a browser gives itself when somebody leaves at once (static/leave.js)."""
_JUST, _DONE = "1", "2"
"""Its values: the server may not know yet; it does, and only "back" must not return here."""


def is_secret(text: str) -> bool:
    """Whether this is a secret as we hand them out; an empty or shortened one is not."""
    return _SECRET.fullmatch(text) is not None


def secret_of(cookies: Mapping[str, str]) -> str:
    """The secret of the visitor with these cookies; empty if they have none of ours."""
    named = (str(cookies.get(name, "")) for name in (SAFE_COOKIE, COOKIE))
    return next((secret for secret in named if is_secret(secret)), "")


def secrets_of(cookies: Mapping[str, str]) -> frozenset[str]:
    """Each secret among these cookies; one visitor has one, but may come by http and by https."""
    return frozenset(filter(is_secret, (cookies.get(name, "") for name in (SAFE_COOKIE, COOKIE))))


def name_of(secret: str) -> bytes:
    """A visitor by name, from which nobody can find the secret."""
    return sha256(secret.encode()).digest()


def has_left(cookies: Mapping[str, str]) -> bool:
    """Whether somebody left at once, and got no page since."""
    return cookies.get(LEFT) == _JUST


def is_shared(cookies: Mapping[str, str]) -> bool:
    """Whether this browser is on a computer of more people."""
    return cookies.get(SHARED) in (_SHARED, _COUNTER)


def is_counter(cookies: Mapping[str, str]) -> bool:
    """Whether that is a counter, where one helps the next person after the other."""
    return cookies.get(SHARED) == _COUNTER


def is_sent_to_counter(request: HTTPConnection) -> bool:
    """Whether another website leads a browser that has a secret to the address of a counter.

    There its draft would be deleted; so somebody must say first that this is such a computer.
    """
    is_led = request.headers.get("sec-fetch-site") in ("cross-site", "same-site")
    at_counter = request.url.path == f"/{_COUNTER}"
    return is_led and at_counter and bool(_known(request)) and not is_counter(request.cookies)


def set_cookies(request: HTTPConnection, response: Response) -> None:
    """Give a new visitor a secret, and remember the language once it was asked for.

    After somebody left at once, whoever comes is a new visitor.
    """
    secure = is_https(request.scope)
    known = "" if has_left(request.cookies) else _known(request)
    at_counter = request.url.path == f"/{_COUNTER}"
    before = request.cookies.get(SHARED, "") if is_shared(request.cookies) else ""
    shared = _COUNTER if at_counter else before
    give_secret(request, response, known or secrets.token_urlsafe(32), shared)
    if language.NAME in request.query_params:
        _set(response, language.NAME, language.of(request), secure=secure, seconds=_YEAR)


def give_secret(request: HTTPConnection, response: Response, secret: str, shared: str) -> None:
    """Let the browser keep a secret: for a week, or on a shared computer until it is closed.

    Args:
        request: tells whether the browser came over https.
        response: hands over the cookies.
        secret: of the visitor.
        shared: a word if this is a computer of more people; empty if not.
    """
    secure = is_https(request.scope)
    name = SAFE_COOKIE if secure else COOKIE
    _set(response, name, secret, secure=secure, seconds=None if shared else _WEEK)
    if shared:
        _set(response, SHARED, shared, secure=secure, seconds=None)
    elif is_shared(request.cookies):
        response.delete_cookie(SHARED)


def set_shared(request: HTTPConnection, response: Response, *, shared: bool) -> None:
    """The visitor says that this is a computer of more people, or that it is not."""
    if known := _known(request):
        give_secret(request, response, known, _SHARED if shared else "")


def drop_cookies(request: HTTPConnection, response: Response) -> None:
    """Take back the secret and the language. A shared computer stays one."""
    for name in {SAFE_COOKIE, COOKIE, language.NAME} & request.cookies.keys():
        response.delete_cookie(name, secure=name == SAFE_COOKIE, httponly=True)
    note_left(request, response)


def note_left(request: HTTPConnection, response: Response) -> None:
    """The server knows that somebody left; the script that reads this drops it."""
    response.set_cookie(LEFT, _DONE, samesite="lax", secure=is_https(request.scope))


def is_https(scope: Scope) -> bool:
    """Whether the visitor came over https, here or at the proxy in front.

    Anybody may send the proxy's header; who lies only makes their own cookie stricter.
    """
    forwarded = dict(scope["headers"]).get(b"x-forwarded-proto", b"")
    return scope.get("scheme") == "https" or forwarded == b"https"


def _known(request: HTTPConnection) -> str:
    """The secret that came with this request; empty if none did."""
    secret = request.cookies.get(SAFE_COOKIE if is_https(request.scope) else COOKIE, "")
    return secret if is_secret(secret) else ""


def _set(response: Response, name: str, value: str, *, secure: bool, seconds: int | None) -> None:
    """A cookie, for so many seconds or until the browser is closed.

    Not `strict`: who comes by a link on another website would be given a new secret then, and lose
    their draft. Other websites can make the browser open a page of ours, and no more than that.
    """
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="lax", secure=secure, path="/"
    )
