"""The world in which faults are tried: a website that may be killed, with a database of its own."""

import pytest

from tests.browser.conftest import browser, pytest_collection_modifyitems  # noqa: F401
from tests.faults.world import world as a_world


@pytest.fixture(scope="session")
def world(tmp_path_factory, browser):  # noqa: F811
    """With SQLite."""
    folder = tmp_path_factory.mktemp("faults")
    with a_world(folder, f"sqlite:///{folder / 'drafts' / 'drafts.sqlite'}", browser) as whole:
        yield whole


@pytest.fixture(scope="session")
def shared_world(tmp_path_factory, browser, database):  # noqa: F811
    """With PostgreSQL, as several machines share it."""
    with a_world(tmp_path_factory.mktemp("faults"), database.url, browser) as whole:
        yield whole
