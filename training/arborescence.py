"""The best tree over scores of heads: the algorithm of Chu and Liu, and Edmonds."""

from __future__ import annotations

from typing import Any

import numpy as np


def arborescence(scores: np.ndarray[Any, Any]) -> list[int]:
    """The best tree with one root, which is one of the three likeliest.

    Args:
        scores: Dependent × head; column 0 is the root.

    Returns:
        Head of each word; words count from 1, 0 is the root.
    """
    n = len(scores)
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and _is_tree(greedy):
        return [int(h) for h in greedy]
    best, value = None, -np.inf
    for root in np.argsort(-scores[:, 0])[:3]:
        square = np.full((n + 1, n + 1), -1e9)
        square[1:, 1:] = scores[:, 1:]
        square[root + 1, :] = -1e9
        square[root + 1, 0] = scores[root, 0]
        np.fill_diagonal(square, -1e9)
        heads = _edmonds(square)
        total = sum(scores[i, heads[i + 1]] for i in range(n))
        if total > value:
            best, value = heads, total
    return [int(h) for h in best[1:]] if best is not None else []


def _is_tree(heads: np.ndarray[Any, Any]) -> bool:
    for i in range(len(heads)):
        at, steps = i + 1, 0
        while at and steps <= len(heads):
            at, steps = int(heads[at - 1]), steps + 1
        if at:
            return False
    return True


def _edmonds(scores: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Chu-Liu and Edmonds; node 0 is the root, ``scores[dependent, head]``."""
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    own = scores[cycle, heads[cycle]]
    m = len(outside)
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(cycle, outside)] - own[:, None]
    enters, leaves = gain.argmax(0), scores[np.ix_(outside, cycle)].argmax(1)
    small[m, :m] = gain.max(0)
    small[:m, m] = scores[np.ix_(outside, cycle)].max(1)
    np.fill_diagonal(small, -1e9)
    solved = _edmonds(small)
    for k in range(m):
        heads[outside[k]] = cycle[leaves[k]] if solved[k] == m else outside[solved[k]]
    heads[0] = 0
    entry = solved[m]
    heads[cycle[enters[entry]]] = outside[entry]
    return heads


def _cycle(heads: np.ndarray[Any, Any]) -> list[int]:
    state = np.zeros(len(heads), dtype=int)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []
