"""Who the parties of an agreement are: by its own words, its verb, its sentence, its story.

Comes in: a scene and a place that speaks of an agreement. Goes out: country codes, sorted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kawat.coding.graph import Graph
from kawat.coding.scene import Scene
from kawat.records import Mention
from kawat.world import find_place

PAIR = 2
MIN_TOLD = 3
NAMED_AFTER = frozenset({"LOC", "GPE"})


def find_parties(
    scene: Scene, graph: Graph, name: range, verb: int | None, signing: bool
) -> tuple[str, ...]:
    """Find the parties that a sentence gives an agreement.

    Args:
        scene: The story.
        graph: The sentence.
        name: Tokens of the agreement's name.
        verb: The word that tells its stage, if any.
        signing: Whether that word is of signing, so that its subject is a party.

    Returns:
        Country codes: of its own phrase if there are two, else with those of the verb, the speaker
        and, if that makes just two, the whole sentence.
    """
    own = _countries(scene, graph, name, _under(graph, name))
    if len(own) >= PAIR:
        return own
    if verb is not None:
        wider = _countries(scene, graph, name, (*_under(graph, name), *graph.subtree(verb)))
        if len(wider) == PAIR or (len(wider) > PAIR and signing):
            return wider
    spoken = tuple(sorted({*own, *_speaker(scene, graph, name.start)}))
    if len(spoken) == PAIR:
        return spoken
    whole = _countries(scene, graph, name, range(len(graph.tokens)))
    return whole if len(whole) == PAIR and set(own) <= set(whole) else own


def main_parties(scene: Scene) -> tuple[str, ...]:
    """Return the two countries that a story is about, if there are just two.

    Args:
        scene: The story.

    Returns:
        Country codes; empty if a third one is told of nearly as often as the second.
    """
    counts = Counter(m.country for m in scene.mentions if _is_party(scene, m))
    ranked = [(c, n) for c, n in counts.most_common(PAIR + 1) if c is not None]
    if len(ranked) < PAIR or ranked[1][1] < MIN_TOLD:
        return ()
    third = ranked[PAIR][1] if len(ranked) > PAIR else 0
    return tuple(sorted(c for c, _ in ranked[:PAIR])) if PAIR * third < ranked[1][1] else ()


def _under(graph: Graph, name: range) -> list[int]:
    return [under for at in name for under in graph.subtree(at)]


def _countries(scene: Scene, graph: Graph, name: range, tokens: Iterable[int]) -> tuple[str, ...]:
    """Return the countries of the parties among tokens: no mediators, no city it is named after."""
    numbers = dict.fromkeys(n for at in tokens if (n := graph.mention_at[at]) is not None)
    kept = (
        scene.mentions[n]
        for n in numbers
        if not _is_named_after(scene, scene.mentions[n], name)
        and not _mediates(scene, graph, scene.mentions[n])
    )
    return tuple(sorted({m.country for m in kept if m.country and _is_party(scene, m)}))


def _is_party(scene: Scene, mention: Mention) -> bool:
    lists = scene.tables.agreements.lists
    if mention.country in lists["no_parties"]:
        return False
    if mention.type == "GPE":
        return True
    return mention.type != "LOC" and mention.sectors[:1] in {(s,) for s in lists["sectors"]}


def _is_named_after(scene: Scene, mention: Mention, name: range) -> bool:
    """Say whether a mention is the city in "Kesepakatan Oslo"."""
    if mention.type not in NAMED_AFTER or mention.first != name.start + 1:
        return False
    found = find_place(mention.text, scene.world)
    return found is not None and found.latitude is not None


def _mediates(scene: Scene, graph: Graph, mention: Mention) -> bool:
    lists = scene.tables.agreements.lists
    before = graph.lower[max(0, mention.extent[0] - PAIR) : mention.extent[0]]
    return not lists["mediation"].isdisjoint(before)


def _speaker(scene: Scene, graph: Graph, at: int) -> Sequence[str]:
    statement = scene.statement_at(graph.tokens[at].start)
    if statement is None or statement.speaker is None:
        return ()
    mentions = (scene.mentions[i] for i in scene.mentions_of(statement.speaker)[:1])
    return [m.country for m in mentions if m.country and _is_party(scene, m)]
