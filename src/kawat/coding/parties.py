"""Entities for those who take part in an event but do nothing else in the story.

Comes in: the discourse, which keeps only who speaks, acts or holds an office. Goes out: a
discourse in which every name has an entity, so that "menyerang Gaza" finds its recipient; and, once
the events are coded, the list of entities without those that no record needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kawat.coding.discourse import Discourse
from kawat.records import Entity, Event, Mention, TextSpan

PLACE_TYPES = frozenset({"LOC", "GPE"})


def with_parties(discourse: Discourse, mentions: Sequence[Mention]) -> Discourse:
    """Give every mention that has no entity one: a known one by country, or a new one.

    Args:
        discourse: Entities of the story.
        mentions: The mentions of the story.

    Returns:
        The discourse with more entities; those it had keep their ids and come first.
    """
    entities = [*discourse.entities, *discourse.minor]
    states = {e.country: e.id for e in reversed(entities) if e.type == "GPE" and e.country}
    bodies = {
        span.text.lower(): e.id
        for e in reversed(entities)
        if e.type == "ORG"
        for span in e.mentions
    }
    both = zip(discourse.mention_entity, discourse.mention_minor, strict=True)
    owners = [major or minor for major, minor in both]
    new: dict[str, list[int]] = {}
    for number, mention in enumerate(mentions):
        if owners[number] is not None or mention.form == "pronoun":
            continue
        place = mention.type in PLACE_TYPES and not _is_building(mention)
        if _is_building(mention) and mention.name.lower() in bodies:
            owners[number] = bodies[mention.name.lower()]
        elif place and mention.country in states:
            owners[number] = states[mention.country]
        else:
            key = mention.country if place else None
            new.setdefault(key or mention.name.lower(), []).append(number)
    for numbers in new.values():
        entity = _entity(f"e{len(entities) + 1}", [mentions[i] for i in numbers])
        entities.append(entity)
        for number in numbers:
            owners[number] = entity.id
    return replace(discourse, entities=tuple(entities), mention_entity=tuple(owners))


def _is_building(mention: Mention) -> bool:
    """Say whether a place is the house of a body: "Gedung DPRD"."""
    return mention.type == "LOC" and bool(mention.sectors)


def _entity(id_: str, mentions: Sequence[Mention]) -> Entity:
    first = mentions[0]
    spans = tuple(TextSpan(start=m.start, end=m.end, text=m.text) for m in mentions)
    return Entity(
        id=id_,
        type="ORG" if _is_building(first) else "GPE" if first.type == "LOC" else first.type,
        name=first.name,
        role=first.role,
        country=first.country,
        sectors=first.sectors or (("GOV",) if first.type in PLACE_TYPES else ()),
        mentions=spans,
    )


def needed_entities(
    before: Discourse, after: Discourse, events: Iterable[Event], others: Iterable[str]
) -> tuple[Entity, ...]:
    """Return the entities that the story has, and of those added the ones that a record names.

    Args:
        before: The discourse as it was read.
        after: The discourse with an entity for every mention.
        events: The coded events.
        others: Ids that agreements and visits name.

    Returns:
        Entities in the order of their ids.
    """
    kept = {entity.id for entity in before.entities}
    for event in events:
        kept |= {*event.actors, *event.recipients}
    kept |= set(others)
    return tuple(entity for entity in after.entities if entity.id in kept)


def with_suspects(
    entities: Sequence[Entity], events: Iterable[Event], words: Mapping[str, frozenset[str]]
) -> tuple[Entity, ...]:
    """Give the people of no known sector whom police or a court charge the sector of suspects.

    Args:
        entities: The entities of the story.
        events: Its events, which name no others.
        words: Lists of ``details.yml``.

    Returns:
        The entities in the same order.
    """
    known = {entity.id: entity for entity in entities}
    charged: set[str] = set()
    for event in events:
        by = {known[id_].sectors[0] for id_ in event.actors if known[id_].sectors}
        lawful = len(by) > 0 and by <= words["law"] and all(known[i].sectors for i in event.actors)
        if lawful and event.type in words["charges"] and words["charged"] & set(event.modes):
            charged.update(event.recipients)
    crowds = any(event.type in words["marches"] for event in events)
    return tuple(
        replace(entity, sectors=tuple(words["suspect"]))
        if entity.id in charged and _may_be_suspect(entity, crowds, words)
        else entity
        for entity in entities
    )


def _may_be_suspect(entity: Entity, crowds: bool, words: Mapping[str, frozenset[str]]) -> bool:
    """Say whether nothing else is known of one of those charged: a name, "dua pria".

    Of a crowd at a protest only those with a name are suspects.
    """
    plain = not entity.sectors or not words["plain"].isdisjoint(entity.sectors[:1])
    if entity.type == "PER":
        called = set((entity.role or "").lower().split()[:2])
        return plain and (not called or not words["individuals"].isdisjoint(called))
    spoken_of = {word for span in entity.mentions for word in span.text.lower().split()}
    alone = plain and entity.type == "GRP" and not crowds
    return alone and not words["individuals"].isdisjoint(spoken_of)
