"""The pages of one visitor wait for each other, and for nobody else."""

import gc
import threading

import pytest

from web import turns
from web.turns import in_turn

SECRET, OTHER = "s" * 43, "t" * 43


@pytest.fixture
def run():
    """Does something in another thread, and says whether it was done within a while."""
    started = []

    def start(secret, patience=10.0):
        done = threading.Event()

        def page():
            with in_turn(secret, patience):
                done.set()

        started.append(threading.Thread(target=page))
        started[-1].start()
        return done

    yield start
    for one in started:
        one.join()


def test_a_page_waits_for_another_one_of_the_same_visitor(run):
    with in_turn(SECRET):
        done = run(SECRET)
        assert not done.wait(0.1)
    assert done.wait(5)


@pytest.mark.parametrize(("mine", "theirs"), [(SECRET, OTHER), ("", "")])
def test_nobody_waits_for_somebody_else(run, mine, theirs):
    with in_turn(mine):
        assert run(theirs).wait(5)


def test_nobody_waits_for_ever(run):
    with in_turn(SECRET):
        assert run(SECRET, patience=0.05).wait(5)


def test_a_page_that_breaks_gives_its_turn_away(run):
    with pytest.raises(ValueError, match="broke"), in_turn(SECRET):
        raise ValueError("broke")
    assert run(SECRET).wait(5)


def test_nothing_of_who_left_stays_in_memory(run):
    run(OTHER).wait(5)
    gc.collect()
    assert OTHER not in turns._turns
