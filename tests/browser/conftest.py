"""What every browser test gets: the running website, and a page of a fresh browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.driving import ROOT, chromium, open_page, website

collect_ignore = ["breaking", "clocked", "gallery", "remembering"]  # for Streamlit, no tests


def pytest_collection_modifyitems(items):
    """Every test in this folder needs a browser, so that none forgets to say so."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "browser"):
            item.add_marker(pytest.mark.browser)


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


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
