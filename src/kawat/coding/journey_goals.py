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
LISTING = frozenset({"travel", "visited", "nouns"})
STATES = frozenset({"LOC", "GPE"})
# Kinds whose object is a goal: "mengunjungi Lima", "meninggalkan Lima".
LEAD = frozenset({"travel", "visited", "returns"})
REACH = 18
COUNTED = 6


def find_goals(scene: Scene, graph: Graph, kind: str, clause: Clause) -> tuple[Place, ...]:
    """Find where a journey goes, by its own words.

    Args:
        scene: The story.
        graph: The sentence.
        kind: List of ``visits.yml`` that its word stands in.
        clause: The clause of that word.

    Returns:
        The goals that the clause names; for hosts who receive, their own country; else a venue
        that everybody knows; else, for a meeting that somebody attends, the place told first.
    """
    found = tuple(_named(scene, graph, kind, clause)) or tuple(_venues(scene, graph, clause))
    return found if found or kind != ATTENDED else tuple(_told_before(scene, graph))


def filed_goal(scene: Scene) -> tuple[Place, ...]:
    """Return the country where a story was filed, if the story itself speaks of it.

    Many an outlet files all that it takes from abroad at its own desk.

    Args:
        scene: The story.

    Returns:
        The country without the name of a place, or nothing.
    """
    filed = scene.parse.story.wire.dateline
    place = find_place(filed, scene.world) if filed else None
    if place is None or all(m.country != place.country for m in scene.mentions):
        return ()
    return (Place(name="", country=place.country),)


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
    if kind in LISTING:
        yield from _namely(scene, graph, clause)
    own = {clause.governor, *range(clause.first, clause.last)}
    own |= _held(scene, graph, clause)
    for at in _prepositions(graph, clause, own, PREPOSITIONS.get(kind, ("di",))):
        yield from listed_places(scene, graph, at)


def _namely(scene: Scene, graph: Graph, clause: Clause) -> Iterator[Place]:
    """Yield the states of a list behind the word: "tiga negara yang dikunjungi, yaitu A dan B"."""
    words = scene.tables.visits.lists
    near = range(clause.last, min(clause.last + REACH, len(graph.lower)))
    colon = next((at for at in near if graph.lower[at] in words["namely"]), None)
    before = graph.lower[max(0, clause.first - COUNTED) : colon] if colon is not None else ()
    if colon is None or words["counted"].isdisjoint(before):
        return
    for after in range(colon + 1, len(graph.tokens)):
        number = graph.mention_at[after]
        if number is None and graph.lower[after] not in (",", "dan", "serta"):
            return
        mention = scene.mentions[number] if number is not None else None
        if mention is not None and mention.first == after and mention.type in STATES:
            yield Place(name=mention.text, country=mention.country)


def _held(scene: Scene, graph: Graph, clause: Clause) -> set[int]:
    """Return the verbs behind a word that only say where it is: "KTT yang digelar di Lima"."""
    words = scene.tables.visits.lists["held"]
    near = range(clause.last, min(clause.last + REACH, len(graph.lower)))
    return {at for at in near if graph.lower[at] in words}


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


def _is_region(scene: Scene, name: str) -> bool:
    """Say whether a place is no country nor in one: who goes to Europe has not said where."""
    found = find_place(name, scene.world)
    return found is not None and found.country is None


def _is_known(scene: Scene, graph: Graph, at: int, place: Place) -> bool:
    """Say whether the tables have a place: others are taken to be where their story plays."""
    end = at + 1 + len(place.name.split())
    numbers = dict.fromkeys(n for n in graph.mention_at[at + 1 : end] if n is not None)
    names = [place.name, *(scene.mentions[n].name for n in numbers)]
    states = any(scene.mentions[n].type == "GPE" for n in numbers)
    return states or any(find_place(name, scene.world) is not None for name in names)


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
    if found is None or _is_region(scene, found.name) or not _is_known(scene, graph, at, found):
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
