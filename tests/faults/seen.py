"""What a parent sees on a screen: which it is, and what stands in its fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Page

from tests.browser.driving import settled

FIELDS = """() => {
    const found = {};
    for (const box of document.querySelectorAll("#stMain :is(textarea, input:not([type=file]))")) {
        const keyed = box.closest('[class*="st-key-"]');
        const key = [...keyed.classList].find((one) => one.startsWith("st-key-"));
        const place = [...keyed.querySelectorAll("textarea, input")].indexOf(box);
        const tells = ["radio", "checkbox"].includes(box.type) ? box.checked : box.value;
        found[`${key.replace(/-(nl|en)(?=-|$)/, "")} ${place}`] = tells;
    }
    const files = [...document.querySelectorAll("#stMain .added")].map((one) => one.innerText);
    return {...found, files: files.join()};
}"""
SCREEN = "() => document.querySelector('[data-screen]')?.dataset.screen ?? ''"
SOCKET = "() => smiRuns.socket"
IS_NEW = "before => smiRuns.socket !== before && smiRuns.socket?.readyState === 1"


class Seen(NamedTuple):
    """A screen, and what stands in its fields, by their keys."""

    screen: str
    fields: dict[str, object]


def seen(page: Page) -> Seen:
    """What the parent sees now."""
    return Seen(page.evaluate(SCREEN), page.evaluate(FIELDS))


@contextmanager
def connected(page: Page) -> Iterator[None]:
    """Something breaks the connection; after it the page has another one, and is at rest."""
    before = page.evaluate_handle(SOCKET)
    yield
    page.wait_for_function(IS_NEW, arg=before)
    settled(page)
