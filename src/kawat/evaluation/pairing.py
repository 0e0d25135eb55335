"""Pairing what was coded with what should have been: each item once, as many pairs as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_Gold = TypeVar("_Gold")
_Coded = TypeVar("_Coded")

Pairs = tuple[tuple[int, int], ...]


def pair(
    gold: Sequence[_Gold], coded: Sequence[_Coded], same: Callable[[_Gold, _Coded], bool]
) -> Pairs:
    """Pair the items of two lists one to one, with the greatest number of pairs.

    Of several such pairings the one is taken that serves gold items in their order and moves an
    earlier pair only to make room for a further one, so that figures on pairs can be repeated.

    Args:
        gold: What should be found.
        coded: What was found.
        same: Whether a gold item and a coded one may be paired.

    Returns:
        Pairs of indexes into ``gold`` and ``coded``, sorted.

    >>> pair(["Rabat", "Ra"], ["Rabat", "Rabu"], lambda gold, coded: coded.startswith(gold))
    ((0, 0), (1, 1))
    """
    partners = [[n for n, c in enumerate(coded) if same(g, c)] for g in gold]
    held: dict[int, int] = {}  # coded → gold
    for wanting in range(len(gold)):
        _seat(wanting, partners, held, set())
    return tuple(sorted((g, c) for c, g in held.items()))


def _seat(wanting: int, partners: list[list[int]], held: dict[int, int], asked: set[int]) -> bool:
    """Find a partner for a gold item, moving others on where that helps (an augmenting path)."""
    for coded in partners[wanting]:
        if coded in asked:
            continue
        asked.add(coded)
        if coded not in held or _seat(held[coded], partners, held, asked):
            held[coded] = wanting
            return True
    return False
