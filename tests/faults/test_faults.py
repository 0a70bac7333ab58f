"""Each kind of fault once; `make faults` does each twenty times, with both databases."""

import pytest

from tests.faults.kinds import KINDS, run


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_is_lost(kind, request):
    world = request.getfixturevalue("shared_world" if kind.is_shared else "world")
    assert run(kind, world, seed=KINDS.index(kind)) == []
