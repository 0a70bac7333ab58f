"""The world in which faults are tried: a website that may be killed, with a database of its own."""

from pathlib import Path

import pytest

from tests.faults.world import world as a_world


def pytest_collection_modifyitems(items):
    """Every test in this folder needs a browser."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def world(tmp_path_factory, browser):
    """With SQLite."""
    with a_world(tmp_path_factory.mktemp("faults"), browser, None) as whole:
        yield whole


@pytest.fixture(scope="session")
def shared_world(tmp_path_factory, browser, database):
    """With PostgreSQL, as several machines share it."""
    with a_world(tmp_path_factory.mktemp("faults"), browser, database) as whole:
        yield whole
