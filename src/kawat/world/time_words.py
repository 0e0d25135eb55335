"""The words of dates, compiled from ``times.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kawat.tables import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words of dates, by kind, in lower case; phrases are tuples of words.

    Attributes:
        kinds: For each kind the words with their values.
        phrases: For each first word the phrases with kind and value, longest first.
        begins: First words of any date expression, to pass over the others quickly.
    """

    kinds: Mapping[str, Mapping[str, int]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, int], ...]]
    begins: frozenset[str]


def read_time_words(rows: Sequence[Row]) -> TimeWords:
    """Compile the rows of ``times.csv``."""
    kinds: dict[str, dict[str, int]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for row in rows:
        kind, word, value = row["kind"], row["word"].lower(), int(row["value"])
        kinds.setdefault(kind, {})[word] = value
        if kind in {"day", "week", "weekend", "month_shift", "year_shift", "anchor"}:
            parts = tuple(word.split())
            phrases.setdefault(parts[0], []).append((parts, kind, value))
    begins = {*kinds["weekday"], *kinds["month"], *kinds["number"], *kinds["single"], *phrases}
    return TimeWords(
        kinds=kinds,
        phrases={w: tuple(sorted(p, key=lambda x: -len(x[0]))) for w, p in phrases.items()},
        begins=frozenset(begins),
    )
