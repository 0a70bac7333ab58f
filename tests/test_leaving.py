"""Leaving at once, and computers of more people: what the server does with requests and cookies."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import OperationalError
from starlette.websockets import WebSocketDisconnect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import get_instance

from web import activity, downloads, drafts, own_files, visitor
from web.drafts import Away, Draft, Drafts
from web.store import Store
from web.visitor import name_of

LOOPS = "ignore::pytest.PytestUnraisableExceptionWarning"  # Streamlit leaves those of threads open
pytestmark = [pytest.mark.apart, pytest.mark.filterwarnings(LOOPS)]
SECRET = "s" * 43
SOMEBODY_ELSE = "e" * 43
OURS = {"sec-fetch-site": "same-origin"}
MESSAGE = BackMsg(rerun_script=ClientState()).SerializeToString()
STREAM = "ws://localhost/_stcore/stream"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """A draft of a visitor, and one of somebody else."""
    store = Store(
        f"sqlite:///{tmp_path}/drafts.sqlite", lambda: datetime.now(UTC).replace(tzinfo=None)
    )
    monkeypatch.setattr(drafts, "DRAFTS", Drafts(store))
    for secret in (SECRET, SOMEBODY_ELSE):
        assert drafts.DRAFTS.save(secret, Draft(0, "draft", b"mine"), {}, ())
    return drafts.DRAFTS


@pytest.fixture
def client(server, kept):
    server.cookies.clear()
    give(server, visitor.COOKIE, SECRET)
    return server


def give(client, name, value):
    """A cookie, in the place where the answers of the website can change it."""
    client.cookies.set(name, value, domain="localhost.local")


def state(kept, secret=SECRET):
    return (kept.peek(secret) or (0, None))[1]


# --- leaving


def test_leaving_deletes_the_draft_the_downloads_and_the_cookie(client, kept):
    downloads.offer(SECRET, lambda: b"", "x", "text/plain")
    others = downloads.offer(SOMEBODY_ELSE, lambda: b"", "x", "text/plain")

    answer = client.post("/leave", headers=OURS)

    assert answer.status_code == 204
    assert (state(kept), state(kept, SOMEBODY_ELSE)) == ("wiped", "draft")
    assert [one for one in downloads.DOWNLOADS._offers if one != others] == []
    assert visitor.COOKIE not in client.cookies
    assert "storage" in answer.headers["clear-site-data"]


def test_leaving_ends_the_visits(client):
    with client.websocket_connect(STREAM):
        [info] = get_instance()._session_mgr.list_active_sessions()
        activity.ACTIVITY.watch(info.session.id, name_of(SECRET), activity.OWN)

        client.post("/leave", headers=OURS)

        assert info.session._state.name == "SHUTDOWN_REQUESTED"
        assert get_instance()._session_mgr.list_active_sessions() == []


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
    ],
)
@pytest.mark.parametrize("path", ["/leave", "/shared", "/alive"])
def test_another_website_makes_nobody_leave(client, kept, headers, path):
    answer = client.post(path, headers=headers)

    assert "set-cookie" not in answer.headers
    assert state(kept) == "draft"


def test_who_left_without_a_connection_is_a_new_visitor_at_the_next_page(client, kept):
    give(client, visitor.LEFT, "1")

    client.get("/questions")

    assert state(kept) == "wiped"
    assert client.cookies[visitor.COOKIE] != SECRET
    assert not visitor.has_left(client.cookies)


def test_the_word_that_somebody_left_comes_along_from_another_website_too(client):
    give(client, visitor.LEFT, "1")

    given = set_cookies(client.get("/", headers={"sec-fetch-site": "cross-site"}))

    assert "SameSite=lax" in given[visitor.LEFT]
    assert "SameSite=Lax" in (own_files.FOLDER / "leave.js").read_text("utf-8")


def test_a_tab_of_who_left_is_not_let_in(client, kept):
    give(client, visitor.LEFT, "1")

    with pytest.raises(WebSocketDisconnect), client.websocket_connect(STREAM):
        pass

    assert state(kept) == "wiped"


def test_a_draft_is_doomed_while_the_store_is_away(kept, monkeypatch):
    mark = kept._store.mark

    def away(*_):
        raise OperationalError("", {}, Exception())

    monkeypatch.setattr(kept._store, "mark", away)
    drafts.forget(SECRET)
    for ask in (kept.peek, kept.load):
        with pytest.raises(Away):
            ask(SECRET)
    assert state(kept, SOMEBODY_ELSE) == "draft"

    monkeypatch.setattr(kept._store, "mark", mark)
    drafts.purge()
    assert kept._store.peek(drafts.seal_of(SECRET).row)[1] == "wiped"


# --- who is there


@pytest.fixture
def touched(monkeypatch):
    found = []
    monkeypatch.setattr(activity.ACTIVITY, "touch", found.append)
    return found


def test_typing_and_asking_for_a_page_are_signs_of_life(client, touched):
    client.post("/alive", headers=OURS)
    client.get("/questions")

    assert touched == [name_of(SECRET)] * 2


def test_the_first_message_of_a_connection_is_no_sign_of_life(client, touched):
    with client.websocket_connect(STREAM) as stream:
        stream.send_bytes(MESSAGE)
        stream.receive_bytes()
        assert touched == []
        stream.send_bytes(MESSAGE)
        stream.receive_bytes()

    assert touched == [name_of(SECRET)]


# --- computers of more people


def set_cookies(answer):
    """What a browser is given, by name; the rest of each cookie is what it may do with it."""
    return dict(line.partition("=")[::2] for line in answer.headers.get_list("set-cookie"))


def test_a_counter_forgets_the_visitor_when_its_browser_is_closed(client):
    given = set_cookies(client.get("/balie"))

    assert given[visitor.COOKIE].startswith(SECRET)
    assert "Max-Age" not in given[visitor.COOKIE] + given[visitor.SHARED]
    assert visitor.is_counter(client.cookies)
    assert "Max-Age" not in set_cookies(client.get("/"))[visitor.COOKIE]


def test_a_computer_is_shared_and_somebodys_own_again(client):
    given = set_cookies(client.post("/shared", headers=OURS))
    assert given[visitor.COOKIE].startswith(SECRET)
    assert "Max-Age" not in given[visitor.COOKIE]
    assert visitor.is_shared(client.cookies)
    assert not visitor.is_counter(client.cookies)

    given = set_cookies(client.delete("/shared", headers=OURS))
    assert "Max-Age" in given[visitor.COOKIE]
    assert not visitor.is_shared(client.cookies)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_website_makes_nobodys_device_a_counter(client, kept, site):
    asked = client.get("/balie", headers={"sec-fetch-site": site})

    assert "Is dit een computer van meer mensen?" in asked.text
    assert '<a href="/balie">' in asked.text
    assert "set-cookie" not in asked.headers
    assert state(kept) == "draft"

    said_so = set_cookies(client.get("/balie", headers={"sec-fetch-site": "same-origin"}))
    assert said_so[visitor.SHARED].startswith("balie")


@pytest.mark.parametrize("site", ["none", "cross-site"])
def test_a_counter_comes_by_a_link_of_its_own_website(client, site):
    client.cookies.clear()

    given = set_cookies(client.get("/balie", headers={"sec-fetch-site": site}))

    assert given[visitor.SHARED].startswith("balie")


def test_who_comes_by_a_link_elsewhere_keeps_their_draft(client):
    """A browser sends no strict cookie along then, and takes the new one that follows."""
    given = set_cookies(client.get("/", headers={"sec-fetch-site": "cross-site"}))

    assert given[visitor.COOKIE].startswith(SECRET)
    assert "SameSite=lax" in given[visitor.COOKIE]
