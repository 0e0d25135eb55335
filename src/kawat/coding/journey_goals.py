"""Where a journey goes: its named goal, its host's country, a known venue.

Comes in: a scene and the clause of a word of travel. Goes out: places. Reads
``codebook/visits.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kawat.coding.clauses import Clause
from kawat.coding.graph import Graph
from kawat.coding.placing import NO_STATES, place_after
from kawat.coding.scene import Scene
from kawat.records import Place
from kawat.world import find_place

RECEPTIONS = frozenset({"receive", "received"})
ATTENDED, NOUNS = "attended", "nouns"
PREPOSITIONS = {"travel": ("ke", "di", "menuju"), "nouns": ("ke", "di"), "returns": ("dari",)}
# Kinds whose object is a goal: "mengunjungi Lima", "meninggalkan Lima".
LEAD = frozenset({"travel", "returns"})
REACH = 14


def find_goals(scene: Scene, graph: Graph, kind: str, clause: Clause) -> tuple[Place, ...]:
    """Find where a journey goes.

    Args:
        scene: The story.
        graph: The sentence.
        kind: List of ``visits.yml`` that its word stands in.
        clause: The clause of that word.

    Returns:
        The goals that the clause names; for hosts who receive, their own country; else a venue
        that everybody knows; else, for a meeting that somebody attends, the place told first, and
        for a visit without a goal, where the story was filed.
    """
    found = tuple(_named(scene, graph, kind, clause)) or tuple(_venues(scene, graph, clause))
    if found or kind not in (ATTENDED, NOUNS):
        return found
    if kind == ATTENDED:
        return tuple(_told_before(scene, graph))
    filed = scene.parse.story.wire.dateline
    place = find_place(filed, scene.world) if filed else None
    return (Place(name="", country=place.country),) if place is not None else ()


def _venues(scene: Scene, graph: Graph, clause: Clause) -> Iterator[Place]:
    """Yield the country of a venue named behind the word, which stands for its city."""
    behind = f" {' '.join(graph.lower[clause.first : clause.last + REACH])} "
    for words, country in scene.tables.visits.venues.items():
        if f" {words} " in behind:
            yield Place(name="", country=country)
            return


def _told_before(scene: Scene, graph: Graph) -> Iterator[Place]:
    """Yield the first place that the story, up to this sentence, names after "di"."""
    for earlier in scene.graphs[: graph.sentence.index + 1]:
        for at in range(len(earlier.lower)):
            found = place_after(scene, earlier, at) if earlier.lower[at] == "di" else None
            if found is not None and found.country is not None:
                yield found
                return


def _named(scene: Scene, graph: Graph, kind: str, clause: Clause) -> Iterator[Place]:
    """Yield where a journey goes; for hosts who receive, their own country."""
    slots = clause.slots
    if kind in RECEPTIONS:
        hosts = slots["agent"].mentions if "agent" in slots else ()
        countries = dict.fromkeys(scene.mentions[i].country for i in hosts)
        yield from (Place(name="", country=c) for c in countries if c and c not in NO_STATES)
        return
    if kind in LEAD and "patient" in slots:
        for number in slots["patient"].mentions:
            mention = scene.mentions[number]
            if mention.type in ("LOC", "GPE") and mention.country not in NO_STATES:
                yield Place(name=mention.text, country=mention.country)
    own = {clause.governor, *range(clause.first, clause.last)}
    for at in _prepositions(graph, clause, own, PREPOSITIONS.get(kind, ("di",))):
        yield from listed_places(scene, graph, at)


def _prepositions(
    graph: Graph, clause: Clause, own: set[int], wanted: Iterable[str]
) -> Iterator[int]:
    """Yield the prepositions of a clause: by the parse, or behind it before the next verb."""
    behind = True
    for at in range(len(graph.lower)):
        if clause.last <= at and graph.tokens[at].pos == "VERB" and at not in own:
            behind = False
        if graph.lower[at] not in wanted:
            continue
        above = graph.tokens[graph.tokens[at].head].head
        if above in own or (behind and clause.last <= at < clause.last + REACH):
            yield at


def listed_places(scene: Scene, graph: Graph, at: int) -> Iterator[Place]:
    """Yield the place after a preposition and further states named with it ("ke Cile, Peru").

    Args:
        scene: The story.
        graph: The sentence.
        at: Token of the preposition.

    Yields:
        Places, one for each country.
    """
    found = place_after(scene, graph, at)
    if found is None:
        return
    yield found
    seen = {found.country}
    for after in range(at + 1, len(graph.tokens)):
        number = graph.mention_at[after]
        if number is None and graph.lower[after] not in (",", "dan", "serta", "ke"):
            return
        mention = scene.mentions[number] if number is not None else None
        if mention is None:
            continue
        if mention.type not in ("LOC", "GPE"):
            return
        if mention.country not in seen:
            seen.add(mention.country)
            yield Place(name=mention.text, country=mention.country)
