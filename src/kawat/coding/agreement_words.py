"""``agreements.yml``, compiled: nouns that name an agreement, and words that tell its stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kawat.coding.rulebook.forms import verb_forms

LISTS = (
    "truces",
    "generic",
    "many",
    "pointing",
    "plans",
    "standing",
    "earlier",
    "asked",
    "unreal",
    "purpose",
    "asides",
    "planned",
    "talks",
    "carriers",
    "hopes",
    "lacking",
    "there",
    "sectors",
    "no_parties",
    "mediation",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage in the life of an agreement.

    Attributes:
        status: Status it gives.
        future: Status where the stage is only to come, if that differs.
        truce: Status that it gives a truce, if that differs.
        case: Preposition that the agreement must have, if any ("keluar dari").
        weak: True if it holds only where the story tells no other stage.
        words: Single words that tell it, all forms.
        phrases: Phrases of several words that tell it.
    """

    status: str
    future: str | None
    truce: str | None
    case: str | None
    weak: bool
    words: frozenset[str]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class War:
    """A war: words of its places and sides, and the countries that fight it."""

    places: tuple[str, ...]
    sides: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWords:
    """The words of ``agreements.yml``, ready for use."""

    names: Mapping[str, tuple[tuple[str, ...], ...]]
    weak_names: Mapping[str, tuple[tuple[str, ...], ...]]
    not_names: Mapping[str, tuple[tuple[str, ...], ...]]
    stages: tuple[Stage, ...]
    kinds: Mapping[str, str]
    known: Mapping[str, tuple[str, ...]]
    wars: tuple[War, ...]
    lists: Mapping[str, frozenset[str]]

    def name_at(self, lower: Sequence[str], at: int) -> int:
        """Return how many words name an agreement from a place on; 0 if none do."""
        names = self.names.get(lower[at], ())
        if not names or any(_stands(lower, at, w) for w in self.not_names.get(lower[at], ())):
            return 0
        return max((len(w) for w in names if _stands(lower, at, w)), default=0)

    def weak_name_at(self, lower: Sequence[str], at: int) -> int:
        """Return how many words name what is an agreement only where it is signed."""
        names = self.weak_names.get(lower[at], ())
        return max((len(w) for w in names if _stands(lower, at, w)), default=0)

    def kind_of(self, name: str) -> str:
        """Return what kind of agreement a name is of, so that two names can be one thing."""
        words = name.lower().split()
        if not self.lists["truces"].isdisjoint(words[:2]):
            return "truce"
        return self.kinds.get(words[0], words[0])

    def known_parties(self, text: str) -> tuple[str, ...]:
        """Return the parties of the well-known agreement that a text names, if it names one."""
        lower = f" {text.lower().replace(' - ', '-')} "
        return next((p for words, p in self.known.items() if f" {words} " in lower), ())


def _stands(lower: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    return tuple(lower[at : at + len(words)]) == words


def compile_agreement_words(table: object) -> AgreementWords:
    """Compile the plain data of ``agreements.yml``.

    Args:
        table: The file as plain data.

    Returns:
        Its words, verbs inflected.

    Raises:
        TypeError: If the table is no mapping.
    """
    if not isinstance(table, Mapping):
        raise TypeError("agreements.yml must be a mapping")
    return AgreementWords(
        names=_by_first_word(table["names"]),
        not_names=_by_first_word(table.get("not_names", ())),
        weak_names=_by_first_word(table.get("weak_names", ())),
        stages=tuple(map(_stage, table["stages"])),
        kinds={word: kind for kind, words in table["kinds"].items() for word in words},
        known={w: tuple(sorted(k["parties"])) for k in table["known"] for w in k["words"]},
        wars=tuple(map(_war, table["wars"])),
        lists={key: frozenset(map(str, table[key])) for key in LISTS},
    )


def _by_first_word(names: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        words = tuple(name.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in found.items()}


def _war(entry: Mapping[str, object]) -> War:
    return War(
        places=_texts(entry.get("places")),
        sides=_texts(entry.get("sides")),
        parties=tuple(sorted(_texts(entry["parties"]))),
    )


def _stage(entry: Mapping[str, object]) -> Stage:
    words: set[str] = set()
    for stem in _texts(entry.get("verbs")):
        words |= {" ".join(form) for form, _ in verb_forms(stem, bare=False)}
    words |= set(_texts(entry.get("words")))
    future, truce, case = (entry.get(key) for key in ("future", "truce", "case"))
    return Stage(
        status=str(entry["status"]),
        future=str(future) if future else None,
        truce=str(truce) if truce else None,
        case=str(case) if case else None,
        weak=entry.get("weak") is True,
        words=frozenset(word for word in words if " " not in word),
        phrases=tuple(sorted(word for word in words if " " in word)),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
