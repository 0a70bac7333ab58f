"""The limits of one visitor: held up, then refused, and never because of another visitor."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Awaitable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from time import sleep as pause
from types import SimpleNamespace

import pytest
import uvicorn
from starlette.exceptions import HTTPException
from streamlit.proto.BackMsg_pb2 import BackMsg

from smi_core.places import Places
from web import limits as numbers
from web import slow_requests, slow_socket, uploads
from web.limits import Limits
from web.pace import Pace
from web.room import Room
from web.slow_requests import Slow
from web.visitor import COOKIE, name_of

ROOT = Path(__file__).parent.parent
ME, YOU = "m" * 43, "y" * 43
CLICK = BackMsg(rerun_script={"query_string": ""}).SerializeToString()


class Clock:
    """A clock that a test moves; who sleeps wakes up when it has moved so far."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.asleep: list[tuple[float, asyncio.Event]] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        if seconds > 0:
            alarm = asyncio.Event()
            self.asleep.append((self.now + seconds, alarm))
            await alarm.wait()

    async def move(self, seconds: float) -> None:
        self.now += seconds
        for until, alarm in self.asleep:
            if until <= self.now:
                alarm.set()
        await rest()


async def rest():
    """Until everybody who can go on has gone on."""
    for _ in range(50):
        await asyncio.sleep(0)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def limits(clock):
    return Limits(clock, clock.sleep)


def scope(kind="http", path="/", cookie=ME, method="GET", **headers):
    known = {"cookie": f"{COOKIE}={cookie}", **headers} if cookie else headers
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in known.items()]
    return {
        "type": kind,
        "path": path,
        "method": method,
        "headers": raw,
        "query_string": b"",
        "extensions": {"websocket.http.response": {}},
    }


# --- a pace


def test_a_pace_lets_so_much_through_at_once_and_then_so_much_a_second(clock):
    pace = Pace(3, 0.5, clock)

    assert [pace.wait(b"me") for _ in range(5)] == [0, 0, 0, 2, 4]
    assert pace.wait(b"you") == 0

    clock.now += 10
    assert [pace.wait(b"me") for _ in range(4)] == [0, 0, 0, 2]


def test_what_is_refused_does_not_count(clock):
    pace = Pace(1, 1, clock)
    pace.wait(b"me")

    assert [pace.wait(b"me", cost=100, patience=5) for _ in range(3)] == [100, 100, 100]
    assert pace.wait(b"me") == 1


def test_a_pace_forgets_who_is_rested(clock):
    pace = Pace(3, 1, clock)
    for visitor in range(100):
        pace.wait(bytes([visitor]))
    pace.wait(b"late", cost=5)

    clock.now += 2
    pace.forget_rested()

    assert len(pace) == 1


# --- messages of a page


class Page:
    """The server's end of one connection, with a Streamlit that only counts."""

    def __init__(self, limits, cookie=ME, **headers):
        self.got: list[bytes] = []
        self.told: list[bytes] = []
        self.went_on_with: list[str] = []
        self.sent: list[dict] = []
        self.inbox: asyncio.Queue = asyncio.Queue()
        self.is_taken = asyncio.Event()
        self.is_taken.set()
        self.task = asyncio.ensure_future(
            Slow(self.streamlit, limits, visits=self)(
                scope("websocket", cookie=cookie, **headers), self.inbox.get, self.send
            )
        )

    def note(self, who):
        self.told.append(who)

    def may_go_on(self, who, visit):
        return (who, visit) in [(name_of(ME), "my-visit"), (None, "nobodys-visit")]

    async def streamlit(self, scope, receive, send):
        said = dict(scope["headers"]).get(b"sec-websocket-protocol", b"").decode()
        self.went_on_with = [one.strip() for one in said.split(",")]
        await send({"type": "websocket.accept"})
        while (message := await receive())["type"] == "websocket.receive":
            self.got.append(message["bytes"])
            await send({"type": "websocket.send", "bytes": b"screen"})

    async def send(self, message):
        await self.is_taken.wait()
        self.sent.append(message)

    async def say(self, *messages):
        for message in messages:
            self.inbox.put_nowait({"type": "websocket.receive", "bytes": message})
        await rest()

    async def leave(self):
        self.inbox.put_nowait({"type": "websocket.disconnect", "code": 1000})
        await rest()


def run(test: Awaitable) -> None:
    asyncio.run(asyncio.wait_for(test, 20))


def test_messages_without_end_are_held_up_until_the_clock_moves(limits, clock):
    at_once, per_second = numbers.PACES["hasty messages"]

    async def flood():
        mine, yours = Page(limits), Page(limits, YOU)
        await mine.say(*[CLICK] * 500)
        await clock.move(0.01)  # a message weighs a little more than one, for its size
        held_up = len(mine.got)
        await yours.say(CLICK)
        assert held_up == at_once
        assert len(yours.got) == 1

        await clock.move(0.01)
        assert len(mine.got) == held_up
        await clock.move(1 / per_second)
        assert len(mine.got) == held_up + 1
        for _ in range(300):
            await clock.move(1 / per_second + 0.01)
        in_the_long_run, slower = numbers.PACES["messages"]
        assert len(mine.got) <= in_the_long_run + 1 + slower * (clock.now - 1000)

        other_page_of_mine = Page(limits)
        await other_page_of_mine.say(CLICK)
        assert other_page_of_mine.got == []

    run(flood())


def test_large_messages_count_for_more(limits):
    async def flood():
        page = Page(limits)
        story = BackMsg(rerun_script={"query_string": "x" * 250_000}).SerializeToString()
        await page.say(*[story] * 20)
        assert len(page.got) == 1

    run(flood())


def test_work_that_was_done_for_a_visitor_holds_the_next_message_up(limits, clock):
    at_once, per_second = numbers.PACES["hasty work"]
    limits.count_work(name_of(ME), at_once + 1)

    async def ask():
        mine, yours = Page(limits), Page(limits, YOU)
        await mine.say(CLICK)
        await yours.say(CLICK)
        assert (len(mine.got), len(yours.got)) == (0, 1)
        await clock.move(1 / per_second - 0.01)
        assert len(mine.got) == 0
        await clock.move(1 / per_second + 0.01)
        assert len(mine.got) == 1

    run(ask())


def test_a_message_is_never_held_up_so_long_that_the_connection_dies(limits, clock):
    limits.count_work(name_of(ME), 3600)

    async def ask():
        page = Page(limits)
        await page.say(CLICK, CLICK)
        await clock.move(numbers.MOST_HELD_UP)
        assert len(page.got) == 1

    run(ask())


def test_work_in_the_pages_is_counted(limits):
    with limits.counted(ME):
        sum(range(300_000))
    with limits.counted(""):
        sum(range(300_000))

    assert len(limits.paces["work"]) == 1


def test_who_does_not_read_gets_nothing_new(limits):
    async def ask():
        page = Page(limits)
        await rest()
        page.is_taken.clear()
        await page.say(*[CLICK] * 5)
        assert len(page.got) == 1
        page.is_taken.set()
        await rest()
        assert len(page.got) == 5

    run(ask())


@pytest.mark.parametrize(
    "asked",
    [
        {"clear_cache": True},
        {"debug_shutdown_runtime": True},
        {"load_git_info": True},
        {"set_run_on_save": True},
        {"rerun_script": {"fragment_id": "x"}},
        {"file_urls_request": {"file_names": ["x"] * 101}},
    ],
)
def test_what_no_page_of_ours_asks_does_not_reach_streamlit(limits, asked):
    async def ask():
        page = Page(limits)
        await page.say(BackMsg(**asked).SerializeToString(), CLICK)
        assert page.got == [CLICK]

    run(ask())


def test_what_is_no_message_is_for_streamlit_to_refuse(limits):
    async def ask():
        page = Page(limits)
        await page.say(b"\xff\xff\xff")
        assert page.got == [b"\xff\xff\xff"]

    run(ask())


def test_a_visitor_has_so_many_open_pages_and_may_close_one(limits):
    async def open_many():
        pages = [Page(limits) for _ in range(numbers.MOST_CONNECTIONS)]
        await rest()
        one_more, somebody_else = Page(limits), Page(limits, YOU)
        await rest()
        assert one_more.sent == [{"type": "websocket.close", "code": 1013}]
        assert somebody_else.sent == [{"type": "websocket.accept"}]

        await pages[0].leave()
        instead = Page(limits)
        await rest()
        assert instead.sent == [{"type": "websocket.accept"}]

    run(open_many())


def test_a_page_that_comes_and_goes_is_told_of(limits):
    async def come_and_go():
        page = Page(limits)
        await rest()
        assert page.told == []  # Streamlit has no visit yet
        await page.say(CLICK, CLICK)
        assert page.told == [name_of(ME)]
        await page.leave()
        assert page.told == [name_of(ME)] * 2

    run(come_and_go())


@pytest.mark.parametrize(
    ("cookie", "visit", "went_on"),
    [
        (ME, "my-visit", ["streamlit", "token", "my-visit"]),
        (YOU, "my-visit", ["streamlit", "token"]),
        (None, "my-visit", ["streamlit", "token"]),
        (None, "nobodys-visit", ["streamlit", "token", "nobodys-visit"]),
        (ME, "nobodys-visit", ["streamlit", "token"]),
        (ME, "another", ["streamlit", "token"]),
        (YOU, "my-visit, more", ["streamlit", "token"]),
        (ME, "my-visit, more", ["streamlit", "token", "my-visit", "more"]),
    ],
)
def test_a_visit_is_gone_on_with_by_its_own_visitor_alone(limits, cookie, visit, went_on):
    async def come_back():
        page = Page(limits, cookie, sec_websocket_protocol=f"streamlit, token, {visit}")
        await rest()
        assert page.went_on_with == went_on
        await page.leave()

    run(come_back())


def test_connecting_again_and_again_is_held_up(limits, clock):
    at_once, per_second = numbers.PACES["connections"]

    async def reconnect():
        for _ in range(int(at_once)):
            page = Page(limits)
            await rest()
            await page.leave()
            assert page.sent
        page = Page(limits)
        await rest()
        assert not page.sent
        await clock.move(1 / per_second)
        assert page.sent

    run(reconnect())


# --- requests


class Site:
    """A website that reads what it gets, and answers when the test says so."""

    def __init__(self, limits, room=None):
        self.is_open = asyncio.Event()
        self.is_open.set()
        self.busy = self.most_busy = 0
        any_room = Room(numbers.MOST_UPLOADED, lambda _: 0)
        self.slow = Slow(self.app, limits, any_room if room is None else room)

    async def app(self, scope, receive, send):
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        while (await receive()).get("more_body"):
            pass
        await self.is_open.wait()
        self.busy -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, what, *parts):
        """Ask something, in so many parts of a body; gives status, headers, and what is left."""
        left = list(parts) or [b""]
        got = SimpleNamespace(status=0, headers={}, left=left)

        async def receive():
            body = left.pop(0)
            return {"type": "http.request", "body": body, "more_body": bool(left)}

        async def send(message):
            if message["type"] == "http.response.start":
                got.status = message["status"]
                got.headers = {k.decode(): v.decode() for k, v in message["headers"]}

        try:
            await self.slow(what, receive, send)
        except HTTPException as refused:  # Starlette makes an answer of it
            got.status = refused.status_code
        return got


def test_a_download_waits_its_turn_and_after_many_is_refused_with_a_term(limits, clock):
    at_once, per_second = numbers.PACES["downloads"]
    download = scope(path="/download/x")

    async def fetch():
        site = Site(limits)
        for _ in range(int(at_once)):
            assert (await site.ask(download)).status == 200
        waits = [asyncio.ensure_future(site.ask(download)) for _ in range(4)]
        await rest()
        refused = await site.ask(download)
        assert refused.status == 429
        assert int(refused.headers["retry-after"]) == 5 / per_second
        assert (await site.ask(scope(path="/download/x", cookie=YOU))).status == 200
        assert not any(one.done() for one in waits)
        await clock.move(4 / per_second)
        assert all(one.result().status == 200 for one in waits)

    run(fetch())


def test_one_visitor_makes_one_download_at_a_time(limits):
    async def fetch():
        site = Site(limits)
        site.is_open.clear()
        mine = [asyncio.ensure_future(site.ask(scope(path="/download/x"))) for _ in range(5)]
        await rest()
        assert site.busy == 1
        yours = asyncio.ensure_future(site.ask(scope(path="/download/x", cookie=YOU)))
        await rest()
        assert site.busy == 2
        site.is_open.set()
        await asyncio.gather(*mine, yours)
        assert site.most_busy == 2

    run(fetch())


def test_any_request_too_many_is_held_up_and_then_refused(limits):
    at_once, per_second = numbers.PACES["requests"]

    async def ask():
        site = Site(limits)
        for _ in range(int(at_once)):
            assert (await site.ask(scope())).status == 200
        waiting = int(numbers.PATIENCE * per_second)
        late = [asyncio.ensure_future(site.ask(scope())) for _ in range(waiting)]
        await rest()
        assert (await site.ask(scope())).status == 429
        assert (await site.ask(scope(cookie=YOU))).status == 200
        assert (await site.ask(scope(cookie=""))).status == 200
        for one in late:
            one.cancel()

    run(ask())


# --- uploads


@pytest.fixture
def visits(monkeypatch):
    """Streamlit's visits: which there are, and how many bytes each keeps."""
    kept = {"one": 0, "two": 0, "yours": 0}
    owners = {"one": name_of(ME), "two": name_of(ME), "yours": name_of(YOU)}
    monkeypatch.setattr(uploads, "owner_of", owners.get)
    return kept


def upload(session="one", length=None, cookie=ME):
    declared = {} if length is None else {"content_length": str(length)}
    return scope(path=f"/_stcore/upload_file/{session}/x", method="PUT", cookie=cookie, **declared)


def test_a_visitor_has_so_much_room_for_uploads_in_all_open_pages(limits, visits):
    most = numbers.MOST_UPLOADED

    async def send():
        site = Site(limits, Room(most, visits.__getitem__))
        assert (await site.ask(upload(length=most), b"x")).status == 200
        visits["one"] = most - 10

        refused = await site.ask(upload("two", length=11), b"x" * 5, b"x" * 6)
        assert refused.status == 413
        assert refused.left == []  # a browser hears no answer while it still sends
        assert site.most_busy == 1
        assert (await site.ask(upload("two", length=10), b"x")).status == 200
        assert (await site.ask(upload("yours", length=most, cookie=YOU), b"x")).status == 200

        visits["one"] = 0
        assert (await site.ask(upload(length=most), b"x")).status == 200

    run(send())


def test_nobody_uploads_into_the_visit_of_somebody_else(limits, visits):
    async def send():
        site = Site(limits, Room(10, visits.__getitem__))
        assert (await site.ask(upload("yours"), b"x")).status == 403
        assert site.most_busy == 0

    run(send())


def test_an_upload_that_does_not_say_how_large_it_is_stops_when_the_room_is_full(limits, visits):
    async def send():
        site = Site(limits, Room(10, visits.__getitem__))
        refused = await site.ask(upload(), b"x" * 6, b"x" * 6, b"x" * 6)
        assert (refused.status, len(refused.left)) == (413, 1)
        lied = await site.ask(upload(length=2), b"x" * 6, b"x" * 6, b"x" * 6)
        assert (lied.status, len(lied.left)) == (413, 1)
        assert (await site.ask(upload(), b"x" * 10)).status == 200

    run(send())


def test_uploads_on_their_way_take_room_and_wait_for_each_other(limits, visits):
    async def send():
        site = Site(limits, Room(10, visits.__getitem__))
        site.is_open.clear()
        sent = [asyncio.ensure_future(site.ask(upload(length=4), b"x")) for _ in range(3)]
        await rest()
        assert site.busy == numbers.AT_A_TIME["uploads"]
        site.is_open.set()
        assert [one.status for one in await asyncio.gather(*sent)] == [200, 200, 200]

    run(send())


def test_more_uploads_a_minute_than_a_person_sends_are_held_up(limits, clock, visits):
    at_once, per_second = numbers.PACES["uploads"]

    async def send():
        site = Site(limits)
        for _ in range(int(at_once)):
            assert (await site.ask(upload(length=1), b"x")).status == 200
        late = asyncio.ensure_future(site.ask(upload("two", length=1), b"x"))
        await rest()
        assert not late.done()
        await clock.move(1 / per_second)
        assert late.result().status == 200

    run(send())


def test_a_large_upload_counts_for_more(limits, visits):
    at_once, _ = numbers.PACES["uploads"]
    large = 12 * slow_requests.PER_TOKEN

    async def send():
        site = Site(limits)
        for _ in range(int(at_once) // 13):
            assert (await site.ask(upload(length=large), b"x")).status == 200
        late = asyncio.ensure_future(site.ask(upload(length=large), b"x"))
        await rest()
        assert not late.done()
        late.cancel()

    run(send())


def test_an_upload_for_a_visit_that_is_over_is_for_streamlit_to_refuse(limits, visits):
    async def send():
        site = Site(limits)
        assert (await site.ask(upload("over", length=1), b"x")).status == 200

    run(send())


# --- memory


def test_the_limits_themselves_take_no_room_for_who_has_gone(limits, clock):
    async def come_and_go():
        room = Room(100, lambda _: 0)
        site = Site(limits, room)
        for number in range(50):
            cookie = f"{number:043d}"
            await site.ask(scope(path="/download/x", cookie=cookie))
            page = Page(limits, cookie)
            await page.say(CLICK)
            await page.leave()
            assert room.take(name_of(cookie), "x", 5)
            room.give_back(name_of(cookie), 5)
        await clock.move(3600)
        limits.tidy()
        room.forget_empty()
        assert sum(map(len, limits.paces.values())) == 0
        assert not limits.open
        assert not limits._waiting
        assert not limits._turns
        assert len(room) == 0

    run(come_and_go())


def test_a_tidy_round_does_not_let_a_second_one_in(limits):
    async def fetch():
        site = Site(limits)
        site.is_open.clear()
        download = scope(path="/download/x")
        first = asyncio.ensure_future(site.ask(download))
        await rest()
        limits.tidy()
        second = asyncio.ensure_future(site.ask(download))
        await rest()
        assert site.busy == 1
        site.is_open.set()
        await asyncio.gather(first, second)

    run(fetch())


def test_a_message_that_is_too_large_is_refused_by_the_web_server():
    slow_socket.take_in_little()
    config = uvicorn.Config(app="", ws_max_size=20_000_000, log_config=None)
    assert config.ws_max_size == numbers.MOST_MESSAGE


# --- one at a time, where it takes long


def test_one_visitor_does_one_long_thing_at_a_time(limits):
    done: list[str] = []
    first_is_in, may_go = Event(), Event()

    def first():
        with limits.alone(ME):
            first_is_in.set()
            may_go.wait(10)
            done.append("first")

    def second():
        with limits.alone(ME):
            done.append("second")

    threads = [Thread(target=first), Thread(target=second)]
    threads[0].start()
    assert first_is_in.wait(10)
    threads[1].start()
    with limits.alone(YOU), limits.alone(""), limits.alone(""):
        done.append("somebody else")
    may_go.set()
    for thread in threads:
        thread.join(10)

    assert done == ["somebody else", "first", "second"]


def test_places_go_in_the_order_in_which_people_came():
    places, order = Places(1), []
    assert places.take(0)
    waiting = [Thread(target=take_and_tell, args=(places, name, order)) for name in "abc"]
    for number, thread in enumerate(waiting, start=1):
        thread.start()
        until(lambda number=number: len(places._line) == number)

    places.leave()
    assert places.take(10)  # who leaves and comes again is the last
    places.leave()
    for thread in waiting:
        thread.join(10)

    assert order == ["a", "b", "c"]


def test_who_finds_no_place_in_time_leaves_the_line():
    places = Places(1)
    assert places.take(0)

    assert not places.take(0)
    places.leave()
    assert places.take(0)


def take_and_tell(places, name, order):
    assert places.take(10)
    order.append(name)
    places.leave()


def until(claim):
    """Wait for a condition that another thread makes true."""
    deadline = monotonic() + 10
    while not claim():
        assert monotonic() < deadline
        pause(0)


# --- no images of memory


def test_this_process_leaves_no_image_of_its_memory():
    """In a process of its own, for it cannot be undone."""
    program = (
        "import ctypes, resource; from web import no_dumps; no_dumps.forbid();"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )

    assert printed(program) == "(0, 0) 0"


def test_the_reader_of_a_file_leaves_none_either_and_waits_for_others():
    program = (
        "import ctypes, os, resource; from smi_core.sandbox import limits; limits.hold();"
        "core = resource.getrlimit(resource.RLIMIT_CORE);"
        "print(core, ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), os.nice(0))"
    )

    assert printed(program) == f"(0, 0) 0 {min(19, os.nice(0) + 10)}"


def printed(program):
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
