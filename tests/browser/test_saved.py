"""A file that somebody keeps under lock and key, brought back in a browser that was never here."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from smi_core.kept import from_bytes, to_bytes
from tests.browser.driving import open_page, settled, website
from tests.browser.journey import begin, family, go_to, press, screen
from tests.browser.test_uploads import (
    bring_back,
    choose,
    downloaded,
    focused,
    is_fine,
    on_a_phone,
    pack_of,
    press_for,
    until,
)
from web.drafts import Draft, opened
from web.visitor import COOKIE

LINK = ".st-key-get_file a"
PLACE = "[data-came-back]"


def type_passphrase(page: Page, passphrase: str) -> None:
    page.locator(".st-key-passphrase input").fill(passphrase)
    page.locator(".st-key-next button").click()


@on_a_phone
def test_what_is_kept_on_one_phone_goes_on_on_another(page, browser, app_url):
    bring_back(page, app_url, pack_of("delft"))
    until(page, "reopen-done")
    go_to(page, "save")
    is_fine(page)
    foot = page.locator(".st-key-onward").bounding_box()
    link = page.locator(LINK).bounding_box()
    assert link["y"] + link["height"] <= foot["y"]  # on the screen without scrolling
    passphrase = page.locator(".secret").inner_text()
    with page.expect_download() as download:
        page.locator(LINK).click()
    file = Path(download.value.path()).read_bytes()
    assert download.value.suggested_filename == "papieren.dat"
    assert passphrase.encode() not in file

    other = open_page(browser, 360)
    bring_back(other, app_url, file)
    until(other, "reopen-locked")
    assert focused(other) == "Wat is het wachtwoord?"
    is_fine(other)
    type_passphrase(other, "niet het goede")
    other.wait_for_selector("#error-summary")
    assert "Dit wachtwoord past niet bij dit bestand." in focused(settled(other))
    is_fine(other)

    type_passphrase(other, passphrase.upper().replace("-", " "))
    until(other, "reopen-done")
    is_fine(other)
    press_for(other, "next", "check")
    assert family("delft")["household"]["naam"] in other.locator("#stMain").inner_text()
    go_to(other, "papers")
    assert "1 bestand" in other.locator("#stMain").inner_text()
    other.context.close()


@on_a_phone
def test_a_passphrase_of_ones_own_is_long_enough_or_there_is_no_file(page, app_url):
    begin(page, app_url, "delft")
    go_to(page, "save")
    press(page, "to_own")
    is_fine(page)
    page.locator(".st-key-own input").fill("te kort")
    settled(page)
    assert page.locator(LINK).count() == 0

    page.locator(".st-key-own input").fill("lang genoeg")
    page.locator(LINK).wait_for()
    is_fine(settled(page))
    assert downloaded(page, page.locator(LINK)).startswith(b"papieren")

    press(page, "back")
    press(page, "to_open")
    is_fine(page)
    assert downloaded(page, page.locator(LINK)).startswith(b"%PDF-")


def test_a_file_that_does_not_open_may_be_followed_by_another(page, app_url):
    bring_back(page, app_url, b"papieren\x01" + bytes(100))
    page.wait_for_selector("#error-summary")
    assert "Misschien is het kapot." in focused(settled(page))

    choose(page, ("pakket.pdf", pack_of("beemster")))
    until(page, "reopen-done")


# --- what did not come back by itself


@pytest.fixture
def store(tmp_path) -> Path:
    return tmp_path / "drafts" / "drafts.sqlite"


@pytest.fixture
def own_url(tmp_path, store) -> Iterator[str]:
    """A website with a store of its own, which a test may break."""
    environment = {"SMI_DRAFTS": f"sqlite:///{store}"}
    with website(tmp_path / "log.txt", environment=environment) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = open_page(browser, 360)
    page.set_default_timeout(15_000)
    yield page
    page.context.close()


@pytest.mark.slow
def test_what_does_not_fit_any_more_and_a_lost_file_are_told(phone, own_url, store):
    bring_back(phone, own_url, pack_of("delft"))
    until(phone, "reopen-done")
    press_for(phone, "next", "check")
    cookies = {one["name"]: one["value"] for one in phone.context.cookies()}
    make_old(store, cookies[COOKIE])

    phone.reload()
    until(phone, "check")

    told = phone.locator(PLACE)
    assert "Woont samen met een partner" in told.inner_text()
    assert "foto.jpg" in told.inner_text()
    is_fine(phone)
    go_to(phone, "papers")
    assert told.count() == 0


def make_old(store: Path, secret: str) -> None:
    """As if the draft was made before a question changed, and a disk had lost a file since."""
    drafts = opened(f"sqlite:///{store}")
    assert drafts is not None
    found = drafts.load(secret)
    assert found is not None
    record = from_bytes(found.record)
    record["household"]["partner"] = "keuze van vroeger"
    changed = Draft(found.revision, "draft", to_bytes(record))
    assert drafts.save(secret, changed, {}, ())
    with sqlite3.connect(store) as database:
        database.execute("delete from files")


@pytest.mark.slow
def test_that_nothing_can_be_kept_is_told_and_the_file_still_can(phone, own_url, store):
    begin(phone, own_url, "delft")
    with sqlite3.connect(store) as database:
        database.execute("alter table drafts rename to gone")

    go_to(phone, "check")

    phone.get_by_text("Wij kunnen uw antwoorden nu niet bewaren.").wait_for()
    is_fine(phone)
    go_to(phone, "save")
    assert downloaded(phone, phone.locator(LINK)).startswith(b"papieren")
    assert screen(phone) == "save"
