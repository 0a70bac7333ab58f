"""A little of `make fuzz` on every run: the seeds, and bytes that are the same each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import addresses
from tests.fuzz.feed import Feed
from tests.fuzz.target import MOST_SECONDS, Target, TooMuch
from tests.fuzz.targets import TARGETS

EXAMPLES = {"pack": 10, "page": 5, "content": 20}  # these take a while each
IN_HERE = [one for one in TARGETS if one not in addresses.SERVED]
each = pytest.mark.parametrize("target", IN_HERE, ids=lambda one: one.name)


@pytest.fixture(autouse=True, scope="module")
def _warm():
    for target in IN_HERE:
        target.warm_up()


@each
def test_what_the_fuzzer_starts_from_breaks_nothing(target):
    for seed in target.seeds():
        target.feed(seed[: target.most])


@each
def test_whatever_comes_in_is_taken_or_refused(target):
    @given(data=st.binary(max_size=min(target.most, 400)))
    @settings(
        derandomize=True,
        database=None,
        deadline=None,
        max_examples=EXAMPLES.get(target.name, 40),
    )
    def feed(data):
        target.feed(data)

    feed()


def test_some_of_the_seeds_are_taken():
    """A target that refuses everything at its door would find nothing behind it."""
    for target in IN_HERE:
        assert any(target.feed(seed[: target.most]) for seed in target.seeds()), target.name


def test_a_refusal_that_is_documented_is_none_of_our_faults():
    def refuse(data):
        raise LookupError

    assert not Target("x", refuse, (LookupError,)).feed(b"")
    with pytest.raises(LookupError):
        Target("x", refuse, (ValueError,)).feed(b"")


def test_what_takes_too_long_is_a_fault(monkeypatch):
    ticks = iter((0.0, MOST_SECONDS + 0.1))
    monkeypatch.setattr("time.process_time", lambda: next(ticks))

    with pytest.raises(TooMuch):
        Target("x", lambda data: None, ()).feed(b"")


def test_the_same_bytes_make_the_same_values():
    data = bytes(range(7, 250, 3))
    assert repr(Feed(data).value()) == repr(Feed(data).value())
    assert {repr(Feed(bytes([one] * 9)).value()) for one in range(9)} > {"''"}
