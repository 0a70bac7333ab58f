"""A browser that keeps what it has on disk, with somebody who writes down all that passes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Response, Route

from tests.browser.driving import CHROMIUM, FLAGS, HERE
from tests.browser.markers import Sought, found_in

ELSEWHERE = "https://www.knmi.nl/nederland-nu/weer/verwachtingen"
"""Where "Snel weg" goes: the only other website that a browser may be sent to."""
STORED = """async () => {
    const all = async (store) => new Promise((done) => {
        const asked = store.getAll();
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => done("unreadable");
    });
    const opened = (name) => new Promise((done, failed) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = failed;
    });
    const tables = [];
    for (const { name } of await indexedDB.databases()) {
        const database = await opened(name);
        for (const table of database.objectStoreNames) {
            tables.push(name, table, await all(database.transaction(table).objectStore(table)));
        }
        database.close();
    }
    const cached = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            cached.push(name, request.url, await (await cache.match(request)).text());
        }
    }
    const workers = await navigator.serviceWorker.getRegistrations();
    return {
        localStorage: { ...localStorage }, sessionStorage: { ...sessionStorage },
        indexedDB: tables, caches: cached, workers: workers.length,
        cookie: document.cookie, title: document.title, address: location.href,
        history: history.state, name: window.name,
        fetched: performance.getEntriesByType("resource").map((one) => one.name),
    };
}"""
"""Everything that a website can keep in a browser, as JSON."""
TELL_TITLES = """() => {
    let last = "";
    const tell = () => {
        const now = `${document.title} ${location.href}`;
        if (now !== last) window.smiTold((last = now));
    };
    new MutationObserver(tell).observe(document, { subtree: true, childList: true });
}"""


class Watched:
    """A browser context and what passed through it.

    Attributes:
        context: the browser.
        told: of each kind (address, header, title, console, download, stored) what was seen.
        strangers: addresses of other websites that were asked for; they got no answer.
        complaints: what the browser found wrong.
    """

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.told: dict[str, list[str]] = {}
        self.strangers: list[str] = []
        self.complaints: list[str] = []
        self._responses: list[Response] = []
        self._address = address
        context.route(lambda url: not self._is_ours(url), self._refuse)
        context.expose_binding("smiTold", lambda _, text: self.note("title", text))
        context.add_init_script(f"({TELL_TITLES})()")
        context.add_init_script(path=HERE / "runs.js")
        context.on("request", lambda request: self.note("address", request.url))
        context.on("response", self._answered)
        context.on("console", lambda line: self._heard(line.type, line.text))
        context.on("page", lambda page: page.on("websocket", lambda one: self._connected(one.url)))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def note(self, kind: str, text: str) -> None:
        """Write down what was seen."""
        self.told.setdefault(kind, []).append(text)

    def look_in(self, page: Page) -> None:
        """Write down what the browser keeps for this page just now."""
        self.note("stored", json.dumps(page.evaluate(STORED)))
        self.note("stored", json.dumps(self.context.cookies()))

    def read_headers(self) -> None:
        """Write down the headers of all answers; the browser must still be there."""
        for response in self._responses:
            self.note("header", json.dumps(response.all_headers()))
        self._responses.clear()

    def leaks(self, sought: Sought) -> dict[str, list[str]]:
        """Where markers were seen: by kind, what was seen there."""
        found = {
            kind: [text[:300] for text in texts if found_in(text.encode(), sought)]
            for kind, texts in self.told.items()
        }
        return {kind: texts for kind, texts in found.items() if texts}

    def _is_ours(self, url: str) -> bool:
        return url.startswith((self._address, "data:", "blob:"))

    def _refuse(self, route: Route) -> None:
        url = route.request.url
        if url != ELSEWHERE:
            self.strangers.append(url)
            return route.abort()
        self.note("header", json.dumps(route.request.headers))
        return route.fulfill(body="<title>Weer</title>Morgen zon.", content_type="text/html")

    def _answered(self, response: Response) -> None:
        self._responses.append(response)

    def _connected(self, url: str) -> None:
        self.note("address", url)
        if not url.replace("ws:", "http:", 1).startswith(self._address):
            self.strangers.append(url)

    def _heard(self, kind: str, text: str) -> None:
        self.note("console", text)
        if kind == "error":
            self.complaints.append(text)


@contextmanager
def watched(browser: Browser, address: str, folder: Path) -> Iterator[Watched]:
    """A browser with a profile on disk, as a parent has it; closed at the end.

    Args:
        browser: of the same kind.
        address: of the website.
        folder: gets `profile`, which is to be searched, and `downloads`, which holds answers.
    """
    context = browser.browser_type.launch_persistent_context(
        folder / "profile",
        executable_path=CHROMIUM,
        args=list(FLAGS),
        downloads_path=folder / "downloads",
        accept_downloads=True,
        locale="nl-NL",
        viewport={"width": 1280, "height": 800},
    )
    context.set_default_timeout(30_000)
    try:
        yield Watched(context, address)
    finally:
        context.close()
