"""Items: stretches of a sentence that mean one thing to the tables or the language model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.world.lexicon import Entry, Hit, split_parts

if TYPE_CHECKING:
    from kawat.records import Token

OFFICE_KINDS = frozenset({"office", "group"})
BODY_KINDS = frozenset({"organisation", "head"})
STATE_KINDS = frozenset({"country", "capital", "seat"})
PLACE_KINDS = STATE_KINDS | {"place"}
INNER_KINDS = BODY_KINDS | STATE_KINDS | {"place", "group"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stretch of a sentence that means one thing.

    Attributes:
        kind: "person", "organisation", "place", "country", "capital", "seat", "office", "group",
            "title", "government", "state", "other" (a law, an event: masks what is in it).
        first: First token.
        last: Token after the last one.
        entries: What the tables say of it.
        inner: What the tables say of the phrases within an organisation's name, in order.
        sure: False for a guess: no table knows it, and the model may be wrong.
    """

    kind: str
    first: int
    last: int
    entries: tuple[Entry, ...] = ()
    inner: tuple[Entry, ...] = ()
    sure: bool = True

    def entry(self, *kinds: str) -> Entry | None:
        """Return the first entry of some kinds."""
        for entry in self.entries:
            if entry.kind in kinds:
                return entry
        return None


def is_capital(token: Token) -> bool:
    """Say whether a token begins with a capital letter."""
    return token.text[:1].isupper()


def key_of(text: str) -> str:
    """Return the key under which people and places are kept."""
    return " ".join(split_parts(text))


def item_of(hit: Hit) -> Item:
    """Make an item of a table hit."""
    return Item(kind=hit.entries[0].kind, first=hit.first, last=hit.last, entries=hit.entries)
