"""Scoring who is in a story: found, and of those found, country, main sector and role.

Two entities are the same if the words of one name are all in the other, or if they share a mention.
Unnamed groups are left out: where they begin and end is a matter of taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.evaluation.pairing import pair
from kawat.evaluation.texts import folded

if TYPE_CHECKING:
    from kawat.evaluation.gold import FullStory, GoldEntity
    from kawat.evaluation.scores import StoryScore
    from kawat.records import CodedStory, Entity

_COMPARED = ("PER", "ORG", "GPE")
# Shared words of two roles that show nothing.
_EMPTY_WORDS = frozenset({"dan", "di"})


def same_entity(gold: GoldEntity, coded: Entity) -> bool:
    """Whether a coded entity is the gold one, by its name or a mention.

    >>> from kawat.evaluation.gold import GoldEntity
    >>> from kawat.records import Entity
    >>> gold = GoldEntity(id="e1", type="PER", name="Ratna Wulandari")
    >>> coded = Entity(id="e9", type="PER", name="Ratna", role=None, country=None, sectors=(),
    ...     mentions=())
    >>> same_entity(gold, coded)
    True
    """
    one, other = set(folded(gold.name).split()), set(folded(coded.name).split())
    if not one or not other:
        return False
    if one <= other or other <= one:
        return True
    mentions = {folded(mention.text) for mention in coded.mentions}
    return not mentions.isdisjoint(map(folded, gold.mentions))


def score_entities(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    """Count the entities that were found, and what was right of those."""
    wanted = [entity for entity in gold.entities if entity.type in _COMPARED]
    found = [entity for entity in coded.entities if entity.type in _COMPARED]
    indexes = pair(wanted, found, lambda g, c: g.type == c.type and same_entity(g, c))
    pairs = [(wanted[g], found[c]) for g, c in indexes]
    score.add("entities.found", len(pairs), len(found), len(wanted))
    score.add_share("entities.country", [(g.country or "") == (c.country or "") for g, c in pairs])
    score.add_share("entities.sector", [g.sectors[:1] == c.sectors[:1] for g, c in pairs])
    roles = [(g, c) for g, c in pairs if g.role and g.type == "PER"]
    score.add_share("entities.role", [_share_a_word(g.role, c.role) for g, c in roles])


def _share_a_word(one: str | None, other: str | None) -> bool:
    return bool((set(folded(one).split()) & set(folded(other).split())) - _EMPTY_WORDS)
