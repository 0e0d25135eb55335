"""Acronyms of things: "surat utang negara (SUN)" makes SUN nobody in the whole story."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Sentence
    from kawat.world.items import Item


_NAMED = frozenset({"organisation", "person", "place", "country", "office"})


def without_things(sentences: Sequence[Sentence], cut: Sequence[list[Item]]) -> list[list[Item]]:
    """Mask names that no table knows and that the story explains as something, not someone.

    Args:
        sentences: The sentences of a story.
        cut: Their items.

    Returns:
        The items, those masked being of the kind "other".
    """
    things = {
        sentence.tokens[item.first].text
        for sentence, items in zip(sentences, cut, strict=True)
        for k, item in enumerate(items)
        if (_is_acronym(sentence, item) and _explains_thing(sentence, items, k))
        or _abbreviates_thing(sentence, items, k)
    }
    if not things:
        return list(cut)
    return [
        [
            replace(item, kind="other")
            if item.last - item.first == 1 and sentence.tokens[item.first].text in things
            else item
            for item in items
        ]
        for sentence, items in zip(sentences, cut, strict=True)
    ]


def _is_acronym(sentence: Sentence, item: Item) -> bool:
    """Say whether an item is one word in capitals that only the model knows."""
    known = item.entries or item.inner or item.kind not in {"organisation", "person", "place"}
    return not known and item.last - item.first == 1 and sentence.tokens[item.first].text.isupper()


def _explains_thing(sentence: Sentence, items: list[Item], k: int) -> bool:
    """Say whether an acronym stands in brackets behind small words, or behind a law."""
    item, tokens = items[k], sentence.tokens
    if item.first < 2 or tokens[item.first - 1].text != "(":
        return False
    word = tokens[item.first - 2]
    before = items[k - 1] if k else None
    if before is not None and before.last > word.index and before.kind in _NAMED:
        return False
    return word.text.islower() or (before is not None and before.kind == "other")


def _abbreviates_thing(sentence: Sentence, items: list[Item], k: int) -> bool:
    """Say whether a known body's letters stand for other words here.

    "perjanjian kerja sama (PKS)" is no party.
    """
    item, tokens = items[k], sentence.tokens
    letters = tokens[item.first].text
    start = item.first - 1 - len(letters)
    if item.kind != "organisation" or item.last - item.first != 1 or start < 0:
        return False
    if not letters.isupper() or tokens[item.first - 1].text != "(":
        return False
    spelt = "".join(token.text[0] for token in tokens[start : item.first - 1])
    return spelt.upper() == letters and not (k and items[k - 1].last > start)
