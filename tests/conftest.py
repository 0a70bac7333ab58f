"""Running a share of the tests, for several machines; and what all tests may share."""

import sys
from datetime import UTC, datetime
from functools import cache

import pytest

from tests.postgres import postgres


def pytest_addoption(parser):
    parser.addoption("--shard", help="the share of this machine, such as 1/4", default="1/1")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Keep every so-manyth test, after all other choices were made."""
    number, total = map(int, config.getoption("--shard").split("/"))
    config.hook.pytest_deselected(items=[i for n, i in enumerate(items) if n % total != number - 1])
    items[:] = items[number - 1 :: total]


@pytest.fixture(autouse=True, scope="session")
def _one_look_for_components():
    """Streamlit searches all installed packages for components whenever a test opens the website.

    They stay the same meanwhile, and the search takes longer than many of the tests.
    """
    if "streamlit" not in sys.modules:
        yield
        return
    from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415

    with pytest.MonkeyPatch.context() as patch:
        search = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, search.__name__, cache(search))
        yield


@pytest.fixture
def half_past_midnight() -> type[datetime]:
    """A clock on which it is 1 July in the Netherlands, while it is still June in UTC."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 6, 30, 22, 30, tzinfo=UTC).astimezone(tz)

    return Clock


@pytest.fixture(scope="session")
def database():
    """PostgreSQL, started once; mark what uses it with `programs` or `browser`."""
    with postgres() as running:
        yield running


@pytest.fixture(scope="session")
def server():
    """The website in this process, for tests that are `apart`: Streamlit starts only once."""
    from starlette.testclient import TestClient  # noqa: PLC0415  # most tests need no website

    import app  # noqa: PLC0415

    with TestClient(app.app, base_url="http://localhost", raise_server_exceptions=False) as up:
        yield up


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium. One for all: a process cannot have two of these drivers."""
    from tests.browser.driving import chromium  # noqa: PLC0415  # most tests need no browser

    with chromium() as running:
        yield running
