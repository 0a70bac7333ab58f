"""What every browser test gets: the running website, and a page of a fresh browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.driving import ROOT, open_page, website

collect_ignore = ["breaking", "clocked", "gallery", "remembering"]  # for Streamlit, no tests


QUICK = {
    "test_broken",
    "test_markers",
    "test_matrix",
    "test_memory",
    "test_smoke",
    "test_a_link_on_another_website_brings_nothing_back_after_leaving_offline",
    "test_a_page_can_be_opened_before_anything_was_answered",
    "test_a_pack_brings_a_family_back_to_where_it_was",
    "test_a_photo_and_a_pdf_are_added_after_a_look_at_each",
    "test_an_answer_is_changed_from_the_check_page_and_leads_back_there",
    "test_another_language_keeps_what_was_filled_in",
    "test_nothing_comes_back_after_leaving",
    "test_the_next_at_a_counter_finds_nothing",
    "test_what_is_kept_on_one_phone_goes_on_on_another",
    "test_taps_change_what_is_said_until_the_cap_is_passed",
    "test_the_keyboard_moves_through_the_grid_and_chooses",
}
"""Files, and single tests, that `make test` runs; there are ten minutes for all of it. The walks
go through every page by mouse and by keyboard; `make test-all` runs the rest."""


def pytest_collection_modifyitems(items):
    """Every test in this folder needs a browser, so that none forgets to say so."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "browser"):
            item.add_marker(pytest.mark.browser)
            if not QUICK & {item.path.stem, item.name.partition("[")[0]}:
                item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def app_url(tmp_path_factory) -> Iterator[str]:
    """The address of the website, started once for all tests."""
    with website(tmp_path_factory.mktemp("website") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def gallery(tmp_path_factory) -> Iterator[str]:
    """The address of a website with one widget of each kind, in place of ours."""
    log = tmp_path_factory.mktemp("gallery") / "log.txt"
    with website(log, "tests/browser/gallery/app.py") as address:
        yield address


@pytest.fixture
def width() -> int:
    """How wide the screen is; parametrize "width" for another."""
    return 1280


@pytest.fixture
def page(browser: Browser, width: int) -> Iterator[Page]:
    """A page of a browser that has never been here."""
    fresh = open_page(browser, width)
    fresh.set_default_timeout(15_000)
    yield fresh
    fresh.context.close()
