"""Where an event took place: what its clause names with "di", a goal, or the one country of all.

Comes in: a scene and drafts. Goes out: places with country and, where the tables hold them,
coordinates. The dateline is no event's place. Reads ``codebook/details.yml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kawat.coding.dating import is_to_come
from kawat.coding.drafts import Draft
from kawat.coding.graph import Graph
from kawat.coding.scene import Scene
from kawat.records import Mention, Place
from kawat.world import find_place

AT, TO = "di", "ke"
VISIT = "visit"
STATES = frozenset({"LOC", "GPE"})
PLACE_TYPES = frozenset({"LOC", "GPE", "ORG"})
NO_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
MAX_TOKENS = 12
SPEECH_REACH = 4
SEAT_WORDS = 4


def find_event_place(scene: Scene, draft: Draft) -> Place | None:
    """Find the place that the sentence of a draft puts it in.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        What follows "di", or the goal of a journey or an attack; None if the text does not say.
    """
    if is_to_come(scene, draft):
        return _place_of_speech(scene, draft)
    graph = scene.graphs[draft.sentence]
    prepositions = [AT]
    if _is_journey(draft):
        prepositions.insert(0, TO)
    elif draft.type in scene.tables.details["goal_types"]:
        prepositions.append(TO)
    for preposition in prepositions:
        for at in _prepositions(scene, graph, draft, preposition):
            found = place_after(scene, graph, at)
            if found is not None:
                return found
    return _place_of_speech(scene, draft)


def _place_of_speech(scene: Scene, draft: Draft) -> Place | None:
    """Return where a verbal act is spoken: "kata X dalam konferensi pers di Moskow"."""
    said = draft.statement
    verbal = scene.codebook.types[draft.type].verbal
    if said is None or said.cue is None or not verbal or said.speaker not in draft.actors:
        return None
    graph = scene.graphs[draft.sentence]
    cues = [at for at, t in enumerate(graph.tokens) if t.start == said.cue.start]
    return place_at_cue(scene, graph, cues[0]) if cues else None


def place_at_cue(scene: Scene, graph: Graph, cue: int) -> Place | None:
    """Read where something is said from the "di" that hangs on its cue.

    Args:
        scene: The story.
        graph: The sentence.
        cue: Token of the verb of saying.

    Returns:
        The place; None if its country is not known or the sentence does not tell.
    """
    words = scene.tables.details["speech_words"]
    for at in (at for at, word in enumerate(graph.lower) if word == AT):
        above = graph.tokens[graph.tokens[at].head].head
        before = graph.lower[max(0, at - SPEECH_REACH) : at]
        if above == cue or not words.isdisjoint(before):
            found = place_after(scene, graph, at)
            if found is not None and found.country is not None:
                return found
    return None


def country_of_parties(scene: Scene, drafts: Sequence[Draft]) -> str | None:
    """Return the country where an event that no sentence places must have happened.

    What people of one country do among themselves they do there, an attack is where its victims
    are, a protest where the protesters are.

    Args:
        scene: The story.
        drafts: The drafts that report the event, the leading one first.

    Returns:
        A country, or None where the parties leave it open.
    """
    type_ = drafts[0].type
    actors = next((d.actors for d in drafts if d.actors), ())
    recipients = next((d.recipients for d in drafts if d.recipients), ())
    words = scene.tables.details
    if type_ in words["at_recipient"]:
        ids = recipients
    elif type_ in words["at_actor"]:
        ids = actors
    else:
        ids = (*actors, *recipients)
    away = next((id_ for id_ in ids if _lives_abroad(scene, id_)), None)
    if away is not None:
        return _seat(scene, away)
    countries = {scene.entities[id_].country for id_ in ids}
    only = next(iter(countries)) if len(countries) == 1 else None
    known = bool(actors and recipients) or type_ in words["one_sided"] or only in words["home"]
    return only if known and only not in NO_STATES else None


def _seat(scene: Scene, id_: str) -> str | None:
    """Return the country that the name of an embassy or its envoy ends with ("KBRI Kairo")."""
    entity = scene.entities[id_]
    for name in (entity.name, *(m.text for m in entity.mentions), entity.role or ""):
        words = name.split()
        for first in range(len(words) - 1, max(0, len(words) - SEAT_WORDS), -1):
            found = find_place(" ".join(words[first:]), scene.world)
            if found is not None and found.country != entity.country:
                return found.country
    return None


def _lives_abroad(scene: Scene, id_: str) -> bool:
    """Say whether an entity is an embassy or an ambassador: what they do is not done at home."""
    entity = scene.entities[id_]
    words = f"{entity.role or ''} {entity.name}".lower().split()
    return not scene.tables.visits.lists["residents"].isdisjoint(words)


def _is_journey(draft: Draft) -> bool:
    return any(VISIT in part.rule.modes for part in draft.reading.chain())


def _prepositions(scene: Scene, graph: Graph, draft: Draft, preposition: str) -> Iterator[int]:
    """Yield where a preposition of the clause stands: by the parse, then by the order of words.

    What is said, is said where the verb of saying has its own "di": in "memuji upaya di Gaza" it
    tells of the efforts.
    """
    clauses = [part.clause for part in draft.reading.chain()]
    own = {at for c in clauses for at in (c.governor, *range(c.first, c.last))}
    words = {at for clause in clauses for at in clause.words}
    verbal = scene.codebook.types[draft.type].verbal
    loose = []
    for at in (at for at, word in enumerate(graph.lower) if word == preposition):
        above = graph.tokens[graph.tokens[at].head].head
        if above in own or (at in words and not verbal):
            yield at
        elif not verbal or at == 0:
            loose.append(at)
    verbs = [at for at, token in enumerate(graph.tokens) if token.pos == "VERB" or at in own]
    for at in loose:
        before = [verb for verb in verbs if verb < at]
        if (before[-1] if before else verbs[0] if verbs else None) in own:
            yield at


def place_after(scene: Scene, graph: Graph, at: int) -> Place | None:
    """Read the phrase after a preposition as a place, if a name in it is one.

    Args:
        scene: The story.
        graph: The sentence.
        at: Token of the preposition.

    Returns:
        The place under the words of the text, or None.
    """
    words = scene.tables.details
    first = at + 1
    if first >= len(graph.tokens) or graph.lower[first] in words["no_places"]:
        return None
    index = graph.sentence.index
    dates = [t.first for t in scene.times if t.sentence == index and t.first > first]
    last = min([_phrase_end(graph, first, words["place_ends"]), *dates])
    while last - 1 > first and graph.tokens[last - 1].pos in ("ADP", "PUNCT"):
        last -= 1
    mentions = _mentions(scene, graph, range(first, last))
    if not mentions:
        return None
    name = scene.text_span(index, first, last).text
    if mentions[0].first < first:
        known = [p for p in (_find(scene, name),) if p is not None]
    else:
        # In "Istana Negara, Praha, Ceko" it is the states and cities that say which country.
        places = [m for m in mentions if m.type in STATES]
        known = [p for m in places or mentions if (p := _look_up(scene, m)) is not None]
    country = next((p.country for p in reversed(known) if p.country), None)
    exact = next((p for p in known if p.latitude is not None), None)
    if exact is not None and exact.country == country:
        return replace(exact, name=name)
    return Place(name=name, country=country)


def _phrase_end(graph: Graph, first: int, ends: Iterable[str]) -> int:
    """Return the end of the phrase of a place: names joined by commas belong to it."""
    at = first
    while at < min(len(graph.tokens), first + MAX_TOKENS):
        token = graph.tokens[at]
        named = graph.mention_at[at] is not None
        if token.lower in ends or (token.pos in ("VERB", "AUX", "SCONJ") and not named):
            break
        if token.pos == "PUNCT" and not named:
            after = graph.mention_at[at + 1] if at + 1 < len(graph.tokens) else None
            if token.text != "," or after is None or graph.mentions[after].type not in STATES:
                break
        at += 1
    return at


def _mentions(scene: Scene, graph: Graph, tokens: Iterable[int]) -> list[Mention]:
    found = dict.fromkeys(n for at in tokens if (n := graph.mention_at[at]) is not None)
    return [m for n in found if (m := scene.mentions[n]).type in PLACE_TYPES and m.form == "name"]


def _look_up(scene: Scene, mention: Mention) -> Place | None:
    found = _find(scene, mention.name)
    country = (found.country if found is not None else None) or mention.country
    if country in NO_STATES:
        return None
    return replace(found, country=country) if found else Place(name=mention.name, country=country)


def _find(scene: Scene, name: str) -> Place | None:
    """Look a name up, but not by its first word alone: "Istana Laeken" is not any "Istana"."""
    found = find_place(name, scene.world)
    first, *rest = name.split() or [""]
    return None if rest and found == find_place(first, scene.world) else found
