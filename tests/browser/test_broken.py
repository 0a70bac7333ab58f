"""An error in our code, in a real browser: told kindly, nothing lost, and ways on."""

import pytest
from playwright.sync_api import Page

from tests.browser.driving import barriers, settled, website
from tests.browser.hands import MOUSE
from tests.browser.journey import begin, go_to, screen
from tests.browser.states import note
from tests.browser.test_uploads import until

APP = "tests/browser/breaking/app.py"


@pytest.fixture(scope="module")
def breaks(tmp_path_factory):
    """A file that names what breaks, once it is written."""
    return tmp_path_factory.mktemp("breaking") / "now"


@pytest.fixture(scope="module")
def broken_url(tmp_path_factory, breaks):
    folder = tmp_path_factory.mktemp("website")
    own = {"BREAKS_WHEN": str(breaks), "SMI_DRAFTS": f"sqlite:///{folder / 'drafts.sqlite'}"}
    with website(folder / "log.txt", APP, own) as address:
        yield address


@pytest.fixture(autouse=True)
def nothing_breaks_afterwards(breaks):
    yield
    breaks.unlink(missing_ok=True)


def told(page: Page) -> str:
    return page.locator("#stMain [role=alert]").inner_text()


@pytest.mark.parametrize("width", [360])
def test_a_page_that_breaks_leads_on_and_loses_nothing(page, broken_url, breaks):
    begin(page, broken_url, "delft")
    go_to(page, "questions?vraag=verhaal&deel=apply")
    MOUSE.write(page, ".st-key-verhaal", "Ik lig elke dag op bed.")
    breaks.write_text("answers")

    go_to(page, "check")
    assert "Geef dan deze code door" in told(page)
    assert "op bed" not in page.content()
    assert page.evaluate("document.activeElement.innerText") == "Er ging iets mis bij ons"
    note(page)
    assert barriers(page) == []

    page.locator(".st-key-next button").click()
    until(page, "papers")
    breaks.unlink()
    page.reload()
    settled(page)
    go_to(page, "questions?vraag=verhaal&deel=apply")
    assert page.locator(".st-key-verhaal textarea").input_value() == "Ik lig elke dag op bed."


def test_when_all_pages_break_it_can_be_saved_and_tried_again(page, broken_url, breaks):
    begin(page, broken_url, "delft")
    breaks.write_text("answers terms")
    go_to(page, "check")
    for _ in range(2):
        before = screen(page)
        page.locator(".st-key-next button").click()
        page.wait_for_function(
            "before => document.querySelector('[data-screen]')?.dataset.screen !== before",
            arg=before,
        )
        settled(page)
    assert "Bewaar het nu" in told(page)
    assert barriers(page) == []

    page.locator(".st-key-broken_save button").click()
    until(page, "save")
