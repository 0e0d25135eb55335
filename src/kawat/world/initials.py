"""Initials that stand for the names of suspects and victims: "BTR (31) dan WK (26)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.world.items import Item

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kawat.records import Token

_LONGEST = 4  # letters
_AGE = 2  # digits; with one it is a paragraph of a law
_MASKED = frozenset({"country", "organisation", "head", "place"})


def with_initials(
    tokens: Sequence[Token],
    items: Sequence[Item],
    naming: Collection[str],
    joining: Collection[str],
) -> list[Item]:
    """Read capitals with an age in brackets, and capitals behind "berinisial", as persons.

    Args:
        tokens: Tokens of the sentence.
        items: Its items, in order.
        naming: Words before a name, such as "berinisial".
        joining: Words between two of a list.

    Returns:
        The items with those of the initials, in order.
    """
    found: set[int] = set()
    for token in tokens:
        at = token.index
        if not _is_capitals(token):
            continue
        before = at - 1
        while before > 0 and (tokens[before].text == "," or tokens[before].lower in joining):
            before -= 1
        listed = _before_age(tokens, before) in found or before in found
        named = at > 0 and tokens[at - 1].lower in naming
        if named or listed or (_age_at(tokens, at + 1) and not _ends_a_name(tokens, at)):
            found.add(at)
    if not found:
        return list(items)
    made = [Item(kind="person", first=at, last=at + 1) for at in found]
    kept = [i for i in items if not _gives_way(i, found)]
    taken = {at for item in kept for at in range(item.first, item.last)}
    made = [item for item in made if item.first not in taken]
    return sorted([*kept, *made], key=lambda item: item.first)


def _gives_way(item: Item, found: set[int]) -> bool:
    """Say whether an item is no more than what is read as initials."""
    return item.kind in _MASKED and item.last - item.first == 1 and item.first in found


def _is_capitals(token: Token) -> bool:
    return token.text.isalpha() and token.text.isupper() and len(token.text) <= _LONGEST


def _age_at(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an age in brackets stands at a token."""
    return (
        at + 2 < len(tokens)
        and tokens[at].text == "("
        and tokens[at + 1].text.isdigit()
        and len(tokens[at + 1].text) == _AGE
        and tokens[at + 2].text == ")"
    )


def _ends_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Say whether capitals are the end of a longer name: "Rudi HT (45)"."""
    return at > 0 and tokens[at - 1].text.istitle() and tokens[at - 1].pos == "PROPN"


def _before_age(tokens: Sequence[Token], last: int) -> int:
    """Return the token before an age in brackets that ends at a token, else −1."""
    first = last - 2
    return first - 1 if first > 0 and _age_at(tokens, first) else -1
