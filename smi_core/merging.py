"""Two changes of the same thing, made at the same time, brought together: say in two tabs."""

from collections.abc import Sequence
from typing import Any

_GONE = object()


def merged(base: Any, mine: Any, theirs: Any) -> Any:
    """JSON values as both wanted them.

    What only one side changed is as that side left it. Where both changed the same value, mine
    stands, for it is the newest: somebody just pressed a button.

    Args:
        base: what both began with.
        mine: what one side made of it.
        theirs: what the other side made of it.

    >>> merged({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3, "c": 4})
    {'a': 2, 'b': 3, 'c': 4}
    """
    if mine == base:
        return theirs
    if theirs in (base, mine):
        return mine
    match mine, theirs:
        case dict(), dict():
            return _merged_keys(base if isinstance(base, dict) else {}, mine, theirs)
        case [{}, *_], [{}, *_] if isinstance(base, list):
            return _merged_items(base, mine, theirs)
        case _:
            return mine


def _merged_keys(
    base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
) -> dict[str, Any]:
    both = {
        key: merged(base.get(key, _GONE), mine.get(key, _GONE), theirs.get(key, _GONE))
        for key in (*mine, *(key for key in theirs if key not in mine))
    }
    return {key: value for key, value in both.items() if value is not _GONE}


def _merged_items(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> Sequence[Any]:
    """Such as children: each is brought together with itself, as long as none was taken out.

    Where one side took one out, nobody can tell which; then that list stands. Where both added
    some, theirs come behind mine.
    """
    if min(len(mine), len(theirs)) < len(base):
        return mine if len(mine) < len(base) else theirs
    both = [merged(*values) for values in zip(base, mine, theirs, strict=False)]
    my_own, their_own = mine[len(base) :], theirs[len(base) :]
    return [*both, *my_own, *(their_own if their_own != my_own else [])]
