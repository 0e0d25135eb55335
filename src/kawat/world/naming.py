"""What a name of the language model is by its own words: a body, a thing, a place, or nothing.

The model guesses the type of a name from its surroundings; the words themselves often say more:
"… Co Ltd" is a company, "Toyota Fortuner" a thing, "Stasiun …" a place, "Beliau" no name at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.records import Name
from kawat.world.items import Item, is_capital

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Token
    from kawat.world.lexicon import Entry
    from kawat.world.load import World

_NO_NAME = frozenset({"VERB", "ADP", "ADV", "SCONJ", "CCONJ", "AUX", "DET", "PRON", "PART"})
_STEM = 3  # words before the last one of a body
_LONG = 7  # letters of a noun with affixes that is taken for no name: "Seruan" has six


def judge_name(
    tokens: Sequence[Token], name: Name, world: World, *, office_before: bool
) -> Name | None:
    """Correct the type of a model's name by its words.

    Args:
        tokens: Tokens of the sentence.
        name: The name.
        world: The tables.
        office_before: True right behind an office, where a person is expected.

    Returns:
        The name, with another type if its words say so; None if it is no name.
    """
    token = tokens[name.first]
    if name.last - name.first == 1:
        no_name = token.pos in _NO_NAME or token.lower in world.pronouns
        tail = name.type == "PER" and token.lower in world.tails
        return None if no_name or tail or _is_abstract(tokens, name, world) else name
    if name.type in {"EVT", "LAW"}:
        return name
    if name.type != "ORG" and tail_of(tokens, name.last, world) is not None:
        return replace(name, type="ORG")
    if office_before or name.type not in {"PER", "ORG"}:
        return name
    if token.lower in world.words["vehicle"] and is_capital(token):
        return replace(name, type="EVT")
    placed = token.lower in world.words["place_noun"] and is_capital(token)
    return replace(name, type="FAC") if placed and name.type == "PER" else name


def join_tails(tokens: Sequence[Token], names: Sequence[Name], world: World) -> tuple[Name, ...]:
    """Join the last word of a body to the name, or the capitals, right before it: "Bahari FC"."""
    joined: list[Name] = []
    for name in names:
        end = joined[-1].last if joined else 0
        first = name.first
        if first == end and joined and joined[-1].type != "EVT":
            first = joined[-1].first
        while end < first and name.first - first < _STEM and _is_proper(tokens[first - 1]):
            first -= 1
        alone = name.last - name.first == 1 and is_capital(tokens[name.first])
        if alone and first < name.first and tail_of(tokens, name.last, world) is not None:
            joined = [*joined[: len(joined) - (first < end)], _body(first, name.last)]
        else:
            joined.append(name)
    return tuple(joined)


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and is_capital(token)


def _body(first: int, last: int) -> Name:
    return Name(first=first, last=last, type="ORG")


def tail_of(tokens: Sequence[Token], last: int, world: World) -> Entry | None:
    """Return the entry of a body's last word ("Ltd", "Army"), if a stretch ends with one."""
    return world.tails.get(tokens[last - 1].lower.strip("."))


def with_tail(tokens: Sequence[Token], item: Item, world: World) -> Item:
    """Give an organisation that no table knows the sector of its last word."""
    unknown = item.kind == "organisation" and not item.entries and not item.inner
    if not unknown or item.last - item.first == 1:
        return item
    tail = tail_of(tokens, item.last, world)
    return item if tail is None else replace(item, inner=(tail,))


def _is_abstract(tokens: Sequence[Token], name: Name, world: World) -> bool:
    """Say whether a sentence begins with a noun of acting ("Seruan itu", "Eksekusi dilakukan")."""
    token = tokens[name.first]
    if name.first > 0 and tokens[name.first - 1].pos != "PUNCT":
        return False
    after = tokens[name.last].lower if name.last < len(tokens) else ""
    if after in world.words["demonstrative"] and not token.text.isupper():
        return True
    low = token.lower
    affixed = low.startswith(tuple(world.words["noun_prefix"])) and low.endswith(
        tuple(world.words["noun_suffix"])
    )
    return (affixed and len(low) >= _LONG) or (
        len(low) >= _LONG and low.endswith(tuple(world.words["abstract_ending"]))
    )
