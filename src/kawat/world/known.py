"""Correcting one sentence's items by the others: who is a person in the story stays one.

The language model sees one sentence after the other; a surname that it took for a person twice and
for a place once is a person, and a word of a person's name that it missed is found again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.world.acronyms import without_things
from kawat.world.items import OFFICE_KINDS, Item, is_capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Sentence, Token
    from kawat.world.load import World

_SHORTEST = 3  # letters; "Al" or "M" alone tell nothing
_FULL = 2  # words of a name that needs no more to be known
_LONGEST = 5  # tokens of a name that is found again
_COMMON_POS = frozenset({"NOUN", "VERB", "ADJ"})
_NAME_POS = frozenset({"PROPN", "X", "NUM", "NOUN"})


def settle_names(
    sentences: Sequence[Sentence], cut: Sequence[list[Item]], world: World
) -> tuple[list[list[Item]], frozenset[str]]:
    """Make the persons of all sentences agree.

    Args:
        sentences: The sentences of a story.
        cut: Their items.
        world: The tables, for their word classes.

    Returns:
        The corrected items, and the words of the story's personal names in lower case.
    """
    cut = _cleaned(sentences, cut)
    persons: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for sentence, items in zip(sentences, cut, strict=True):
        for item in items:
            votes = persons if item.kind == "person" else others if _unknown(item) else None
            if votes is None:
                continue
            for token in sentence.tokens[item.first : item.last]:
                if is_capital(token) and len(token.lower) >= _SHORTEST:
                    votes[token.lower] += 1
    known = frozenset(word for word, count in persons.items() if count > others[word])
    settled = [
        _settle(sentence.tokens, items, known, world)
        for sentence, items in zip(sentences, cut, strict=True)
    ]
    return settled, known


def _cleaned(sentences: Sequence[Sentence], cut: Sequence[list[Item]]) -> list[list[Item]]:
    """Take off names what the rest of the story shows to be no part of them."""
    common = frozenset(
        token.lower
        for sentence in sentences
        for token in sentence.tokens
        if token.pos in _COMMON_POS and token.text == token.lower
    )
    cut = [
        [sound for item in items for sound in _without_common(sentence.tokens, item, common)]
        for sentence, items in zip(sentences, cut, strict=True)
    ]
    full = _several_words(sentences, cut)
    cut = [
        [_without_lead(sentence.tokens, items, k, full, common) for k in range(len(items))]
        for sentence, items in zip(sentences, cut, strict=True)
    ]
    return without_things(sentences, cut)


def _without_common(
    tokens: Sequence[Token], item: Item, common: frozenset[str]
) -> tuple[Item, ...]:
    """Take words off the start of a person that the story writes small elsewhere.

    "Vonis Budi Santoso" at the start of a heading is Budi Santoso, and "Risiko" nobody.
    """
    if item.kind != "person" or item.entries or not item.sure:
        return (item,)
    first = item.first
    begins = first == 0 or tokens[first - 1].pos == "PUNCT"
    while first < item.last and tokens[first].lower in common:
        first += 1
    left = item.last - first
    if left == item.last - item.first or (left < _FULL and not begins):
        return (item,)
    return (replace(item, first=first),) if left else ()


def _several_words(
    sentences: Sequence[Sentence], cut: Sequence[list[Item]]
) -> frozenset[tuple[str, ...]]:
    """Collect the persons' names of at least two words."""
    return frozenset(
        tuple(token.lower for token in sentence.tokens[item.first : item.last])
        for sentence, items in zip(sentences, cut, strict=True)
        for item in items
        if item.kind == "person" and item.last - item.first >= _FULL
    )


def _without_lead(
    tokens: Sequence[Token],
    items: list[Item],
    k: int,
    full: frozenset[tuple[str, ...]],
    common: frozenset[str],
) -> Item:
    """Give the words of an office back that a name begins with: "Taman Nasional Budi Santoso".

    Only where the story has the name without them, and an office stands right before.
    """
    item = items[k]
    size = item.last - item.first
    office = k > 0 and items[k - 1].kind in OFFICE_KINDS and items[k - 1].last == item.first
    if item.kind != "person" or item.entries or not office or size <= _FULL:
        return item
    words = tuple(token.lower for token in tokens[item.first : item.last])
    for i in range(1, size - 1):
        if words[i:] in full and (i > 1 or words[0] in common):
            return replace(item, first=item.first + i)
    return item


def _unknown(item: Item) -> bool:
    """Say whether only the model speaks for an organisation or place."""
    return item.kind in {"organisation", "place"} and not item.entries and not item.inner


def _settle(
    tokens: Sequence[Token], items: list[Item], known: frozenset[str], world: World
) -> list[Item]:
    settled: list[Item] = []
    done = 0
    for k, item in enumerate(items):
        settled += _missed(tokens, done, item.first, known)
        end = items[k + 1].first if k + 1 < len(items) else len(tokens)
        if item.kind == "person" and not item.entries:
            floor = settled[-1].last if settled else 0
            item = _widen(tokens, item, floor, end)
        elif (
            _unknown(item)
            and tokens[item.first].lower not in world.words["place_noun"]
            and any(t.lower in known for t in tokens[item.first : item.last])
        ):
            item = replace(item, kind="person")
        elif _is_first_name(tokens, items, k, known & world.words["name_like"]):
            item = replace(item, kind="person", entries=())
        settled.append(item)
        done = item.last
    settled += _missed(tokens, done, len(tokens), known)
    return settled


def _is_first_name(
    tokens: Sequence[Token], items: list[Item], k: int, known: frozenset[str]
) -> bool:
    """Say whether a word for an office is the first name of one of the story ("Imam")."""
    item = items[k]
    if item.kind not in {"office", "title"} or item.last - item.first > 1:
        return False
    token = tokens[item.first]
    alone = k + 1 == len(items) or items[k + 1].first > item.last
    inner = item.first > 0 and tokens[item.first - 1].pos != "PUNCT"
    free = item.last >= len(tokens) or not is_capital(tokens[item.last])
    return token.lower in known and is_capital(token) and alone and inner and free


def _widen(tokens: Sequence[Token], item: Item, floor: int, end: int) -> Item:
    """Add the capitalised words that the parser holds to be of the same name."""
    first, last = item.first, item.last
    while (
        first > max(floor, 1)
        and is_capital(tokens[first - 1])
        and tokens[first - 1].pos in _NAME_POS
        and _same_name(tokens, first - 1, first)
    ):
        first -= 1
    while (
        last < end
        and is_capital(tokens[last])
        and tokens[last].pos in _NAME_POS
        and _same_name(tokens, last - 1, last)
    ):
        last += 1
    return (
        item if (first, last) == (item.first, item.last) else replace(item, first=first, last=last)
    )


def _same_name(tokens: Sequence[Token], left: int, right: int) -> bool:
    a, b = tokens[left], tokens[right]
    return b.relation.startswith("flat") and b.head in {left, a.head}


def _missed(tokens: Sequence[Token], first: int, last: int, known: frozenset[str]) -> list[Item]:
    """Find names of the story's persons among words that are in no item."""
    found: list[Item] = []
    i = first
    while i < last:
        token = tokens[i]
        if token.lower not in known or not is_capital(token) or token.pos not in _NAME_POS:
            i += 1
            continue
        begin, end = i, i + 1
        while (
            begin > max(first, 1)
            and is_capital(tokens[begin - 1])
            and tokens[begin - 1].lower in known
        ):
            begin -= 1
        while (
            end < last
            and end - begin < _LONGEST
            and is_capital(tokens[end])
            and tokens[end].pos in {"PROPN", "X"}
        ):
            end += 1
        found.append(Item(kind="person", first=begin, last=end))
        i = end
    return found
