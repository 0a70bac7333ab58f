"""Fewer walks than all: so few that any two values of two factors still meet."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product

Choice = tuple[str | int, ...]


def all_of(factors: Mapping[str, Sequence[str | int]]) -> tuple[Choice, ...]:
    """Every combination."""
    return tuple(product(*factors.values()))


def pairwise(factors: Mapping[str, Sequence[str | int]]) -> tuple[Choice, ...]:
    """Combinations in which every pair of values of two factors occurs; always the same ones.

    Takes again and again the combination with most pairs that are still missing.
    """
    every = all_of(factors)
    missing = {pair for choice in every for pair in pairs_in(choice)}
    chosen: list[Choice] = []
    while missing:
        best = max(every, key=lambda choice: len(missing & pairs_in(choice)))
        chosen.append(best)
        missing -= pairs_in(best)
    return tuple(chosen)


def pairs_in(choice: Choice) -> frozenset[tuple]:
    """The pairs of values in one combination, each value with the place of its factor."""
    return frozenset(combinations(enumerate(choice), 2))
