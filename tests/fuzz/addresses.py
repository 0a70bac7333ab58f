"""The address of a page, and whatever else a browser may send: nobody has to use our links."""

from functools import cache
from pathlib import Path

from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

import app as website
from smi_core.content import languages, municipalities
from smi_core.questions import PARTS_OF
from tests.fuzz.feed import Feed
from tests.fuzz.target import Target
from tests.fuzz.typed import QUESTIONS

FOLDER = Path(website.__file__).parent / "pages"
PAGES = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
NAMES = ("vraag", "deel", "terug", "lang", "regel", "papier", "embed", "x")
WORDS = (
    *(question.id for question in QUESTIONS),
    *(f"{question.id}-{child}" for question in QUESTIONS[:80] for child in (1, 2, 99)),
    *(*PARTS_OF, *PAGES, *municipalities(), *(one.code for one in languages())),
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")
DOORS = (
    *("", "healthz", "download/", "download/x", "app/static/app.css", "app/static/../app.py"),
    *(
        "app/static/%2e%2e/app.py",
        "_stcore/health",
        "_stcore/host-config",
        "_stcore/upload_file/a/b",
    ),
    *(
        "_stcore/script-health-check",
        "_stcore/agent",
        "media/x",
        "component/x",
        "static/x",
        "leave",
    ),
    *("alive", "balie", "a/b", "%00", "%ff", "..%2f", "\\", "start", "~/+/x"),
)
HEADERS = (
    *("cookie", "accept-encoding", "accept-language", "range", "content-type", "host", "origin"),
    *(
        "x-forwarded-proto",
        "if-none-match",
        "if-modified-since",
        "x-xsrftoken",
        "referer",
        "upgrade",
    ),
)
SAID = ("visitor=" + "s" * 43, "visitor=", "lang=en", "lang=xx; visitor=x", "bytes=0-", "bytes=9-1")


def page(data: bytes) -> None:
    """A page opens at any address, as a page, and so does what a button there leads to."""
    feed = Feed(data)
    app = _visit(has_begun=feed.number(3) > 0)
    app.query_params.clear()
    for _ in range(feed.number(3)):
        word = feed.one_of(WORDS) if feed.number(2) else feed.text()
        app.query_params[feed.one_of(NAMES)] = word.encode("utf-8", "replace").decode()
    app.switch_page(f"{feed.one_of(PAGES)}.py").run()
    assert not app.exception, app.exception[0].stack_trace
    pressed = [one for one in app.button if one.key in ("next", "back")]
    if pressed and feed.number(1):
        _visit.cache_clear()  # the next input finds nothing of what this one does
        feed.one_of(pressed).click().run()
        assert not app.exception, app.exception[0].stack_trace


def request(data: bytes) -> None:
    """Every request has an answer that is ours: none breaks the website, and none says more."""
    feed = Feed(data)
    path = feed.one_of(DOORS) if feed.number(3) else _ascii(feed.text())
    headers = {feed.one_of(HEADERS): _ascii(_said(feed)) for _ in range(feed.number(3))}
    query = {
        feed.one_of(NAMES): feed.text().encode("utf-8", "replace") for _ in range(feed.number(2))
    }
    answer = client().request(
        feed.one_of(METHODS),
        f"http://localhost/{path}",
        params=query,
        headers={name: value for name, value in headers.items() if value},
        content=feed.bytes(400),
        follow_redirects=False,
    )
    assert answer.status_code < 500, answer.status_code
    assert answer.headers["x-content-type-options"] == "nosniff"


@cache
def client() -> TestClient:
    """The website, started once: Streamlit allows one in a process. An error comes out as it is."""
    started = TestClient(website.app, base_url="http://localhost")
    started.__enter__()
    return started


@cache
def _visit(*, has_begun: bool) -> AppTest:
    """Somebody who has chosen a municipality, or not even that."""
    app = AppTest.from_file(str(FOLDER / "_frame.py"), default_timeout=60).run()
    if has_begun:
        app.get_by_key("municipality-choice-nl").set_value("Delft")
        app.get_by_key("next").click().run()
    assert not app.exception
    return app


def _said(feed: Feed) -> str:
    return feed.one_of(SAID) if feed.number(1) else feed.text()


def _ascii(text: str) -> str:
    """As it can be sent: a client refuses the rest before it reaches us."""
    return "".join(one for one in text if " " < one < "\x7f" and one not in "#?")[:2000]


SERVED = (
    Target("request", request, (), lambda: (bytes([1, n, 0, 0, 0]) for n in range(40)), 1000),
)
"""These want the whole website to run, which it can do once in a process."""

TARGETS = (
    Target("page", page, (), lambda: (bytes([1, 2, 1, n, n % 6, n]) for n in range(8)), 200),
    *SERVED,
)
