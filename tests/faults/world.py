"""All there is around one parent: a browser, the line, the servers, and the database of drafts."""

import json
import secrets
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from resource import RLIMIT_FSIZE, prlimit
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import create_engine, text

from smi_core.kept import Aside, from_bytes
from tests.browser.driving import free_port, open_page, settled, start, wait_until_ready
from tests.faults.line import Line
from tests.postgres import Postgres
from web.drafts import Draft, Drafts
from web.store import Store

SESSION = 2
"""Seconds that a server waits for a connection that broke, before it forgets the session."""
MILLISECONDS = 20_000


@dataclass
class Server:
    """A process of the website."""

    address: str
    process: subprocess.Popen
    log: Path

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rpartition(":")[2])

    def wait(self) -> "Server":
        """The server, once it answers."""
        wait_until_ready(self.process, self.address, self.log)
        return self

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the process, politely or not."""
        self.process.send_signal(how)
        self.process.wait(timeout=20)


@dataclass
class World:
    """What stays as it is between faults.

    Attributes:
        drafts: how the test looks into the store.
        server: the one that the line leads to.
        spare: the one that takes over.
    """

    folder: Path
    url: str
    browser: Browser
    drafts: Drafts
    server: Server
    spare: Server
    line: Line
    context: BrowserContext
    database: Postgres | None = None
    secret: str = ""

    def begin(self, record: dict[str, Any], address: str) -> Page:
        """A parent comes back to a draft, at an address of the website."""
        self.secret = secrets.token_urlsafe(32)
        draft = Draft(0, "draft", json.dumps(record).encode())
        assert self.drafts.save(self.secret, draft, {}, ())
        self.give_cookie(self.context)
        return self.visit(address)

    def give_cookie(self, context: BrowserContext) -> None:
        """The browser is the one that has the draft."""
        context.clear_cookies()
        cookie = {"name": "visitor", "value": self.secret, "url": self.line.address}
        context.add_cookies([{**cookie, "httpOnly": True, "sameSite": "Strict"}])

    def visit(self, address: str) -> Page:
        """A new tab at an address of the website."""
        page = self.context.new_page()
        page.set_default_timeout(MILLISECONDS)
        page.goto(f"{self.line.address}{address}")
        return settled(page)

    def record(self) -> dict[str, Any]:
        """What the store holds of the parent."""
        found = self.drafts.load(self.secret)
        assert found, "the store has nothing"
        return from_bytes(found.record) if found.record else {"state": found.state}

    def replace(self, how: signal.Signals = signal.SIGKILL) -> None:
        """The server ends, and another process answers at the same address."""
        self.server.end(how)
        self.switch()

    def switch(self) -> None:
        """The other server takes over, as a proxy in front of both would have it."""
        self.server, self.spare = self.spare.wait(), self.server
        self.line.lead_to(self.server.port)
        if self.spare.process.poll() is not None:
            self.spare = new_server(self.folder, self.url)

    def let_pass(self, hours: int) -> None:
        """So much time goes by for the draft."""
        engine = create_engine(self.url)
        earlier = "datetime(expires, :by)" if self.is_sqlite else "expires + cast(:by as interval)"
        with engine.begin() as database:
            database.execute(
                text(f"update drafts set expires = {earlier}"), {"by": f"-{hours} hours"}
            )
        engine.dispose()

    @property
    def is_sqlite(self) -> bool:
        """Whether the drafts are in a file."""
        return self.url.startswith("sqlite")

    @contextmanager
    def store_away(self) -> Iterator[None]:
        """Nothing can be written to the store."""
        if self.database:
            self.database.stop()
            yield
            self.database.start()
            return
        with closing(sqlite3.connect(self.url.removeprefix("sqlite:///"))) as other:
            other.execute("begin immediate")
            yield
            other.rollback()

    @contextmanager
    def disk_full(self) -> Iterator[None]:
        """The website can write to no file any more: not its drafts, not its log."""
        process = self.server.process.pid
        soft, hard = prlimit(process, RLIMIT_FSIZE)
        prlimit(process, RLIMIT_FSIZE, (0, hard))
        try:
            yield
        finally:
            prlimit(process, RLIMIT_FSIZE, (soft, hard))

    def new_browser(self) -> None:
        """The browser was closed and starts again: of what it had only the cookie is left."""
        first = open_page(self.browser)
        self.context = first.context
        first.close()
        self.give_cookie(self.context)


def new_server(folder: Path, url: str) -> Server:
    """Start a process; it is not ready yet."""
    port = free_port()
    address, log = f"http://127.0.0.1:{port}", folder / f"server-{port}.txt"
    environment = {"SMI_DRAFTS": url, "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(SESSION)}
    return Server(address, start(address, log, environment=environment), log)


@contextmanager
def world(folder: Path, browser: Browser, database: Postgres | None) -> Iterator[World]:
    """A website with a database of its own: PostgreSQL, or else SQLite."""
    url = database.url if database else f"sqlite:///{folder / 'drafts' / 'drafts.sqlite'}"
    server, spare = new_server(folder, url), new_server(folder, url)
    server.wait()
    line = Line(server.port)
    first = open_page(browser)
    drafts = Drafts(Store(url, lambda: datetime.now(UTC).replace(tzinfo=None)))
    whole = World(folder, url, browser, drafts, server, spare, line, first.context, database)
    first.close()
    try:
        yield whole
    finally:
        whole.context.close()
        line.close()
        for one in (whole.server, whole.spare):
            if one.process.poll() is None:
                one.end()


def empty_aside(municipality: str) -> dict[str, Any]:
    """What stands beside answers in a record, for a parent who typed nothing yet."""
    return {**Aside(municipality=municipality).model_dump(mode="json"), "typed": {}}
