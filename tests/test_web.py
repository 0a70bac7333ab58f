"""The web shell without a browser: pages, headers, cookies, downloads, errors, the janitor."""

import asyncio
import gc
import logging
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import WebSocketDenialResponse
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime, get_instance
from streamlit.testing.v1 import AppTest

import app as website
from smi_core.locked import LockRefused
from web import (
    application,
    downloads,
    errors,
    index_page,
    janitor,
    language,
    own_files,
    script_words,
    sessions,
    visitor,
    visits,
)
from web.pinned import StreamlitChanged

LOOPS = "ignore::pytest.PytestUnraisableExceptionWarning"  # Streamlit leaves those of threads open
pytestmark = [pytest.mark.apart, pytest.mark.filterwarnings(LOOPS)]
ROOT = Path(__file__).parent.parent
BSN = "123456782"
SECRET = "s" * 43
SOMEBODY_ELSE = "e" * 43


@pytest.fixture
def client(server):
    server.cookies.clear()
    return server


@pytest.fixture
def runtime_kept(server, monkeypatch):
    """AppTest forgets the running Streamlit when it is done; other tests still need it."""
    monkeypatch.setattr(Runtime, "_instance", Runtime._instance)


@pytest.fixture
def plain_logs():
    """Redacting is for the whole process; other tests get their logs back as they were."""
    yield
    logging.setLogRecordFactory(logging.LogRecord)


# --- the page


@pytest.mark.parametrize(
    ("address", "cookie", "expected"),
    [
        ("/", None, "nl"),
        ("/resultaat", None, "nl"),
        ("/?lang=en", None, "en"),
        ("/?lang=nl", "en", "nl"),
        ("/", "en", "en"),
        ("/?lang=xx", None, "nl"),
    ],
)
def test_the_page_speaks_a_language_from_its_first_byte(client, address, cookie, expected):
    if cookie:
        client.cookies.set(language.NAME, cookie)

    page = client.get(address).text

    assert f'<html lang="{expected}">' in page
    assert ("JavaScript staat uit" in page) == (expected == "nl")


def test_the_page_is_ours(client):
    page = client.get("/").text

    assert page.index("shell.js") < page.index('<script type="module" crossorigin')
    assert "app.css" in page
    assert "<title>Kinderopvang" in page
    assert "service-desc" not in page
    assert "interact" not in page


def test_a_changed_index_page_stops_the_start():
    ours = index_page.PAGES["nl", True]

    with pytest.raises(StreamlitChanged, match=r"index\.html has"):
        index_page.build("nl", ours)


def test_a_page_address_with_something_behind_it_is_no_page(client):
    assert client.get("/resultaat/_stcore/health").status_code == 404


def test_the_sign_of_life(client):
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/metrics",
        "/_stcore/agent",
    ],
)
def test_closed_doors(client, path):
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


# --- headers


UPLOAD = "/_stcore/upload_file/session/file"
CLOSED = [
    "/x/y",
    "/index.html",
    "/manifest.json",
    "/static/js/nothing.js",
    "/media/0123456789abcdef.pdf",
    "/component/x/y.js",
    "/_stcore/bidi-components/x",
    "/_stcore/script-health-check",
    "/auth/login",
]


@pytest.mark.parametrize("path", CLOSED)
def test_what_the_pages_do_not_need_is_not_there(client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert "Dit adres bestaat niet op deze website." in answer.text


def test_what_streamlit_would_serve_to_everybody_is_closed(client):
    storage = get_instance().media_file_mgr._storage
    name = storage.load_and_get_id(b"%PDF", "application/pdf", "downloadable", "a.pdf")

    assert storage.get_file(name).content == b"%PDF"
    assert client.get(storage.get_url(name)).status_code == 404


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/papers", 200),
        ("GET", "/healthz", 200),
        ("GET", "/app/static/app.css", 200),
        ("GET", "/app/static/nothing.css", 404),
        ("GET", "/_stcore/health", 200),
        ("GET", "/_stcore/host-config", 200),
        ("PUT", UPLOAD, 403),
        ("DELETE", UPLOAD, 403),
        ("OPTIONS", UPLOAD, 204),
        ("GET", "/download/nothing", 404),
        ("POST", "/", 405),
        *(("GET", path, 404) for path in CLOSED),
    ],
)
def test_every_answer_is_protected(client, method, path, status):
    answer = client.request(method, path)

    assert answer.status_code == status
    assert_protected(answer.headers)


def test_an_answer_about_an_error_is_protected(client):
    client.cookies.set(visitor.COOKIE, SECRET)

    def fail():
        raise ValueError

    answer = client.get(offered(make=fail))

    assert answer.status_code == 500
    assert_protected(answer.headers)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/_stcore/stream", {"origin": "https://elsewhere.example"}, 403),
        ("/_stcore/stream", {"origin": "http://localhost", "host": "elsewhere.example"}, 403),
        ("/anything/else", {}, 404),
    ],
)
def test_a_refused_connection_is_protected(client, path, headers, status):
    with (
        pytest.raises(WebSocketDenialResponse) as refused,
        client.websocket_connect(f"ws://localhost{path}", headers=headers),
    ):
        pass

    assert refused.value.status_code == status
    assert_protected(refused.value.headers)


def assert_protected(headers):
    """What the lists of OWASP and Mozilla ask for, apart from what needs TLS."""
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    permissions = headers["permissions-policy"].split(", ")

    assert policy["default-src"] == policy["frame-ancestors"] == policy["form-action"] == "'none'"
    assert policy["base-uri"] == policy["style-src-attr"] == "'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-permitted-cross-domain-policies"] == "none"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cross-origin-embedder-policy"] == "require-corp"
    assert headers["origin-agent-cluster"] == "?1"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(permissions)
    assert "server" not in headers
    assert "x-powered-by" not in headers


def test_the_web_server_does_not_tell_what_it_is(server):
    config = uvicorn.Config(app="app:app", headers=[("x-ours", "yes")], log_config=None)
    config.load_app = lambda: website.app
    config.load()

    assert config.encoded_headers == [(b"x-ours", b"yes")]


def test_the_policy_names_no_other_host_and_no_inline_script(client):
    policy = client.get("/").headers["content-security-policy"]
    scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))

    assert not re.search(r"https?:|wss?:|\*", policy)
    assert "'sha256-" in scripts
    assert "unsafe-inline" not in scripts
    assert "'unsafe-eval'" not in scripts


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/download/x", "/media/x.pdf", "/_stcore/health", "/papers", "/x/y"]
)
def test_nothing_personal_is_kept_by_the_browser(client, path):
    assert client.get(path).headers["cache-control"] == "no-store"


def test_files_of_the_program_are_kept_by_the_browser(client):
    style = client.get("/app/static/app.css")
    bundle = re.search(r'src="\.(/static/js/index[^"]+)"', client.get("/").text)
    assert bundle

    assert style.headers["cache-control"] == "no-cache"
    assert style.headers["etag"]
    assert "max-age" in client.get(bundle[1]).headers["cache-control"]


def test_browsers_remember_https_only_when_there_is_https(client):
    bare = client.get("/").headers
    behind_proxy = client.get("/", headers={"x-forwarded-proto": "https"}).headers

    assert "strict-transport-security" not in bare
    assert "upgrade-insecure-requests" not in bare["content-security-policy"]
    assert behind_proxy["strict-transport-security"] == "max-age=63072000; includeSubDomains"
    assert "upgrade-insecure-requests" in behind_proxy["content-security-policy"]


# --- the cookie


def test_a_new_visitor_gets_a_secret(client):
    cookie = client.get("/").headers["set-cookie"]

    assert re.match(r"visitor=[\w-]{43};", cookie)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    assert "Max-Age=604800" in cookie


def test_behind_https_the_secret_travels_only_there(client):
    cookie = client.get("/", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]

    assert cookie.startswith("__Host-visitor=")  # no other website can put one in its place
    assert "Secure" in cookie


def test_behind_https_no_cookie_travels_without(client):
    behind_proxy = {"x-forwarded-proto": "https"}

    for path in ("/?lang=en", "/_stcore/health"):
        cookies = client.get(path, headers=behind_proxy).headers.get_list("set-cookie")
        assert cookies
        assert all(cookie.lower().count("; secure") == 1 for cookie in cookies)
        assert all(re.search("samesite=(strict|lax)", cookie.lower()) for cookie in cookies)
    assert "Secure" not in client.get("/_stcore/health").headers["set-cookie"]


def test_over_https_a_secret_that_another_website_planted_is_not_used(client):
    planted = {"x-forwarded-proto": "https", "cookie": f"visitor={SECRET}"}

    assert SECRET not in client.get("/", headers=planted).headers["set-cookie"]


def test_a_visitor_keeps_the_secret_for_another_week_but_not_one_we_never_gave(client):
    client.cookies.set(visitor.COOKIE, SECRET)
    assert f"visitor={SECRET};" in client.get("/").headers["set-cookie"]

    client.cookies.set(visitor.COOKIE, "too-short")
    assert "too-short" not in client.get("/").headers["set-cookie"]


# --- downloads


def offered(make=lambda: b"%PDF", name="aanvraag.pdf"):
    return "/download/" + downloads.offer(SECRET, make, name, "application/pdf")


def test_a_download_works_once(client):
    client.cookies.set(visitor.COOKIE, SECRET)
    address = offered(name="Aanvraag Şükriye.pdf")

    first, second = client.get(address), client.get(address)

    assert (first.status_code, first.content) == (200, b"%PDF")
    assert first.headers["content-type"] == "application/pdf"
    assert (
        "filename*=UTF-8''Aanvraag%20%C5%9E%C3%BCkriye.pdf" in first.headers["content-disposition"]
    )
    assert second.status_code == 404
    assert "Deze download is verlopen" in second.text


@pytest.mark.parametrize("cookie", [SOMEBODY_ELSE, "", "short"])
def test_a_download_is_for_one_visitor(client, cookie):
    address = offered()

    client.cookies.set(visitor.COOKIE, cookie)
    assert client.get(address).status_code == 404

    client.cookies.set(visitor.COOKIE, SECRET)
    assert client.get(address).status_code == 200


def test_a_download_that_must_wait_too_long_asks_to_try_again(client):
    def is_busy():
        raise LockRefused("busy")

    client.cookies.set(visitor.COOKIE, SECRET)
    answer = client.get(offered(is_busy))

    assert answer.status_code == 503
    assert answer.headers["retry-after"].isdecimal()
    assert "Het is nu heel druk" in answer.text


def test_a_download_offered_to_nobody_is_for_nobody():
    clock = Clock()
    store = downloads.Downloads(clock)

    token = store.offer("", lambda: b"", "leeg", "text/plain")

    assert store.take("", token) is None


def test_a_download_expires():
    clock = Clock()
    store = downloads.Downloads(clock)
    in_time, too_late = (store.offer(SECRET, lambda: b"", "x", "text/plain") for _ in range(2))

    clock.now += 599
    assert store.take(SECRET, in_time)

    clock.now += 1
    assert store.take(SECRET, too_late) is None


def test_expired_downloads_leave_memory():
    clock = Clock()
    store = downloads.Downloads(clock)
    store.offer(SECRET, lambda: b"", "x", "text/plain")

    clock.now += 600
    store.purge()

    assert len(store) == 0


def test_a_page_drawn_often_does_not_fill_memory():
    store = downloads.Downloads(Clock())
    tokens = [store.offer(SECRET, lambda: b"", "x", "text/plain") for _ in range(100)]
    store.offer(SOMEBODY_ELSE, lambda: b"", "x", "text/plain")

    assert len(store) == downloads.MOST_PER_VISITOR + 1
    assert store.take(SECRET, tokens[-1])


class Clock:
    """A clock that a test sets."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


# --- errors


def test_a_broken_download_says_so_and_tells_nobody_why(client, caplog, plain_logs):
    errors.redact_logs()
    client.cookies.set(visitor.COOKIE, SECRET)

    answer = client.get(offered(make=lambda: int(f"{BSN}!")))

    assert answer.status_code == 500
    assert "Er ging iets mis bij ons" in answer.text
    assert BSN not in answer.text + caplog.text


def fail_as_a_page_would():
    from web import errors  # noqa: PLC0415 (AppTest runs this function on its own)

    try:
        int("123456782!")
    except ValueError as error:
        errors.show(error)


def test_a_broken_page_gives_a_code_and_no_reason(runtime_kept):
    page = AppTest.from_function(fail_as_a_page_would).run()

    assert re.search(r"deze code door: [0-9A-F]{8}\.", page.error[0].value)
    assert BSN not in page.error[0].value


@pytest.mark.parametrize("logger", ["streamlit.error_util", "uvicorn.error", "anything.else"])
def test_no_log_holds_the_text_of_an_exception(logger, plain_logs):
    errors.redact_logs()
    lines = []
    log = logging.getLogger(logger)
    log.addHandler(handler := Listener(lines))
    try:
        int(f"{BSN}!")
    except ValueError as error:
        log.error("Uncaught app execution", exc_info=error)
        log.error("failed: %s", error)
        log.error(error)
        log.exception("failed on line %d", 3)
    log.removeHandler(handler)

    assert len(lines) == 4
    assert BSN not in "".join(lines)
    assert all("ValueError at test_web.py:" in line for line in lines)


def test_what_python_says_of_an_error_by_itself_has_no_text(caplog, monkeypatch, plain_logs):
    for module, name in ((sys, "excepthook"), (threading, "excepthook")):
        monkeypatch.setattr(module, name, getattr(module, name))

    def fail():
        int(f"{BSN}!")

    async def fail_unseen():
        errors.redact_logs()
        errors.redact_python(asyncio.get_running_loop())
        thread = threading.Thread(target=fail)
        thread.start()
        await asyncio.to_thread(thread.join)
        asyncio.get_running_loop().call_soon(fail)
        await asyncio.sleep(0)

    asyncio.run(fail_unseen())

    assert caplog.text.count("nobody waited for this: ValueError at test_web.py:") == 2
    assert BSN not in caplog.text


class Listener(logging.Handler):
    """Keeps each line as a log file would."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(logging.Formatter().format(record))


# --- what we rest on


def test_streamlit_is_the_one_we_know(server):
    application.check()


def test_a_lost_setting_stops_the_start(server, monkeypatch):
    monkeypatch.setitem(application.SETTINGS, "client.showErrorDetails", "full")

    with pytest.raises(StreamlitChanged, match=r"client\.showErrorDetails"):
        application.check()


def test_the_janitor_ends_a_session_that_expired(server):
    known = sessions.sessions_of(get_instance())
    cleaner = janitor.Janitor(known)
    clock = Clock()
    storage = sessions.storage_of(known)
    storage._cache = type(storage._cache)(maxsize=128, ttl=900, timer=clock)
    with server.websocket_connect("ws://localhost/_stcore/stream"):
        [info] = known.list_active_sessions()
        session = info.session

    server.portal.call(cleaner.end_expired_sessions)
    assert session._state.name != "SHUTDOWN_REQUESTED"

    clock.now += 901
    server.portal.call(cleaner.end_expired_sessions)
    assert session._state.name == "SHUTDOWN_REQUESTED"


def test_a_connection_that_comes_back_goes_on_with_its_own_visit_alone(server):
    known, asks = sessions.sessions_of(get_instance()), BackMsg(rerun_script={"query_string": ""})

    def connect(cookie, *protocols):
        headers = {"cookie": f"visitor={cookie}"}
        with server.websocket_connect(
            "ws://localhost/_stcore/stream", headers=headers, subprotocols=protocols
        ) as page:
            page.send_bytes(asks.SerializeToString())
            page.receive_bytes()
            [info] = known.list_active_sessions()
        return info.session.id

    mine = connect(SECRET)
    assert connect(SOMEBODY_ELSE, "streamlit", "x", mine) != mine
    assert connect("", "streamlit", "x", mine) != mine
    assert connect(SECRET, "streamlit", "x", mine) == mine
    nobodys = connect("")
    assert connect(SECRET, "streamlit", "x", nobodys) != nobodys
    assert connect("", "streamlit", "x", nobodys) == nobodys

    for info in known.list_sessions():
        get_instance().close_session(info.session.id)
    visits.VISITS.forget_gone()


def test_the_visits_that_a_visitor_left_are_few_in_memory(server):
    known, asks = sessions.sessions_of(get_instance()), BackMsg(rerun_script={"query_string": ""})
    mine, other = ({"cookie": f"visitor={cookie}"} for cookie in (SECRET, SOMEBODY_ELSE))

    def open_page(headers):
        with server.websocket_connect("ws://localhost/_stcore/stream", headers=headers) as page:
            page.send_bytes(asks.SerializeToString())
            page.receive_bytes()
            [info] = known.list_active_sessions()
        return info.session.id

    others = open_page(other)
    left = [open_page(mine) for _ in range(visits.MOST_LEFT + 2)]
    kept = {info.session.id for info in known.list_sessions()}

    assert others in kept
    assert kept.intersection(left) == {*left[2:]}

    for visit in (others, *left):
        get_instance().close_session(visit)
    visits.VISITS.forget_gone()
    assert len(visits.VISITS) == 0


def test_the_garbage_collector_still_works_by_itself():
    assert gc.isenabled()


# --- fewer bytes


def test_our_files_have_an_address_that_changes_with_them(client):
    page = client.get("/").text
    [address] = set(re.findall(r'href="\.(/app/static/\w+)/app\.css"', page))

    for name in ("app.css", "shell.js", "fonts/source-sans-3-latin.woff2"):
        assert "immutable" in client.get(f"{address}/{name}").headers["cache-control"]
    assert client.get(f"{address[:-1]}_/app.css").status_code == 404


@pytest.mark.parametrize(("accepted", "way"), [("gzip, br", "br"), ("gzip;q=1.0", "gzip")])
def test_the_program_travels_small(client, accepted, way):
    bundle = re.search(r'src="\.(/static/js/index[^"]+)"', client.get("/").text)
    assert bundle
    plain = client.get(bundle[1], headers={"accept-encoding": "identity"})

    small = client.get(bundle[1], headers={"accept-encoding": accepted})
    again = client.get(bundle[1], headers={"if-none-match": small.headers["etag"]})

    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == way
    assert int(small.headers["content-length"]) < len(plain.content) / 3
    assert small.content == plain.content
    assert "accept-encoding" in small.headers["vary"].lower()
    assert again.status_code == 304


@pytest.mark.parametrize("theirs", own_files.LEADS)
def test_a_large_font_of_streamlit_leads_to_a_small_one_of_ours(client, theirs):
    font = client.get(theirs)

    assert len(font.history) == 1
    assert font.headers["content-type"] == "font/woff2"
    assert len(font.content) < 30_000


@pytest.mark.parametrize(
    ("address", "words", "is_start"),
    [
        ("/", "De vragen worden geladen", True),
        ("/?lang=en", "The questions are loading", True),
        ("/papers", "De vragen worden geladen", False),
    ],
)
def test_there_is_something_to_read_before_the_program_comes(client, address, words, is_start):
    screen = client.get(address).text.split('id="first-screen"')[1]

    assert words in screen
    assert ("<h1>" in screen and "<li>" in screen) == is_start
    assert not re.search("<(button|a|input)", screen)


def test_the_first_page_brings_no_heavy_library():
    """In a process of its own, for other tests import them."""
    program = (
        "import sys; from streamlit.testing.v1 import AppTest; import app;"
        "page = AppTest.from_file('pages/_frame.py', default_timeout=60).run();"
        "assert not page.exception;"
        "print(*{'pandas', 'reportlab', 'pikepdf', 'pypdfium2', 'numpy'} & set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == []


def test_words_of_streamlit_keep_what_differs():
    """A translation may not lose or invent a place for a value; Dutch is complete."""
    for theirs, versions in script_words.WORDS.items():
        assert "nl" in versions, theirs
        for ours in versions.values():
            assert set(re.findall(r"\{\d\}", ours)) <= set(re.findall(r"\{\d\}", theirs)), theirs


def test_words_of_streamlit_travel_as_a_script(client):
    [address] = set(re.findall(r'href="\.(/app/static/\w+)/words\.js"', client.get("/").text))

    answer = client.get(f"{address}/words.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    assert "Geen verbinding" in answer.text
