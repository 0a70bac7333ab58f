"""Requests that no page of ours makes, to the whole website, in the little."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import addresses

pytestmark = pytest.mark.apart


def test_every_request_is_answered_by_us(server, monkeypatch):
    monkeypatch.setattr(addresses, "client", lambda: server)
    (target,) = addresses.SERVED
    target.warm_up()

    @given(data=st.binary(max_size=300))
    @settings(derandomize=True, database=None, deadline=None, max_examples=60)
    def feed(data):
        target.feed(data)

    for seed in target.seeds():
        target.feed(seed)
    feed()
