"""``visits.yml``, compiled: words of journeys by kind, and the words of their stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Lists of words that tell of journeys; what stands in "not_words" only looks so.
NOT_WORDS = "not_words"
KINDS = (
    "receive",
    "received",
    "travel",
    "visited",
    "returns",
    "attended",
    "presence",
    "nouns",
    "presence_nouns",
    NOT_WORDS,
)
NO_WORDS = frozenset({"hits", "near_misses", "venues", "seats"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitWords:
    """The words of ``visits.yml``, ready for use.

    Attributes:
        lists: List name → its words.
        begins: First word → the phrases that tell of journeys, with their lists, longest first.
        venues: Name of a venue or assembly → country where it always is.
        seats: Code of an international body → countries where its own officials are at home.
    """

    lists: Mapping[str, frozenset[str]]
    begins: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    venues: Mapping[str, str]
    seats: Mapping[str, frozenset[str]]

    def match(self, lower: Sequence[str], at: int) -> tuple[int, str] | None:
        """Return how many words from a place on tell of a journey, and their list; None if none."""
        for words, kind in self.begins.get(lower[at], ()):
            if tuple(lower[at : at + len(words)]) == words:
                return len(words), kind
        return None


def compile_visit_words(table: object) -> VisitWords:
    """Compile the plain data of ``visits.yml``.

    Args:
        table: The file as plain data: lists of words, and examples.

    Returns:
        The words, ready for use.

    Raises:
        TypeError: If the table is no mapping.

    >>> table = dict.fromkeys(KINDS, []) | {"travel": ["tiba", "melakukan kunjungan"]}
    >>> compile_visit_words(table).match(["ia", "melakukan", "kunjungan"], 1)
    (2, 'travel')
    """
    if not isinstance(table, Mapping):
        raise TypeError("visits.yml must be a mapping")
    kept = {str(key): words for key, words in table.items() if key not in NO_WORDS}
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in KINDS:
        for words in (tuple(phrase.split()) for phrase in kept[kind]):
            found.setdefault(words[0], []).append((words, kind))
    return VisitWords(
        lists={key: frozenset(map(str, words)) for key, words in kept.items()},
        begins={w: tuple(sorted(p, key=lambda x: -len(x[0]))) for w, p in found.items()},
        venues={w: str(v["country"]) for v in table.get("venues", ()) for w in v["words"]},
        seats={str(body): frozenset(at) for body, at in table.get("seats", {}).items()},
    )
