"""Running a share of the tests, for several machines."""

import pytest


def pytest_addoption(parser):
    parser.addoption("--shard", help="the share of this machine, such as 1/4", default="1/1")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Keep every so-manyth test, after all other choices were made."""
    number, total = map(int, config.getoption("--shard").split("/"))
    config.hook.pytest_deselected(items=[i for n, i in enumerate(items) if n % total != number - 1])
    items[:] = items[number - 1 :: total]
