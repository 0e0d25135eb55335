"""Tests of the search for the best tree."""

import itertools

import numpy as np
from training.arborescence import arborescence


def _is_tree(heads: tuple[int, ...]) -> bool:
    for at in range(1, len(heads) + 1):
        steps = 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return heads.count(0) == 1


def test_arborescence_equals_trying_all_trees() -> None:
    """On five words the search finds what trying every tree with one root finds."""
    chance = np.random.default_rng(4)
    for _ in range(40):
        scores = chance.normal(size=(5, 6))
        scores[np.arange(5), np.arange(5) + 1] = -99  # no word is its own head
        scores[2, 0] += 9  # the search tries the three likeliest roots
        best = max(
            (heads for heads in itertools.product(range(6), repeat=5) if _is_tree(heads)),
            key=lambda heads: sum(scores[i, h] for i, h in enumerate(heads)),
        )
        assert tuple(arborescence(scores)) == best


def test_arborescence_breaks_a_cycle() -> None:
    """Two words that want each other as head still give a tree."""
    assert arborescence(np.array([[0.0, -9.0, 5.0], [1.0, 5.0, -9.0]])) == [2, 0]
