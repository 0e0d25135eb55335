"""Who the parties of an agreement are: by its own words, its verb, its sentence, its story.

Comes in: a scene and a place that speaks of an agreement. Goes out: country codes, sorted. What
firms and persons agree on among themselves is told apart: it is no agreement of states.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kawat.coding.clauses import find_subject
from kawat.coding.graph import Graph
from kawat.coding.placing import NO_STATES
from kawat.coding.scene import Scene
from kawat.records import Mention
from kawat.world import find_place

PAIR = 2
MIN_TOLD = 3
NAMED_AFTER = frozenset({"LOC", "GPE"})
BETWEEN, WITH = "antara", "dengan"
HYPHEN = "-"
LINKS = frozenset({",", "dan", "serta", "dengan", "-", "–", "/"})
PLACED = frozenset({"di", "ke", "dari"})
AHEAD = 6
# Who fights says more of which war it is than where.
SIDE = 2
TRUCE = "truce"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties that a place gives an agreement.

    Attributes:
        codes: Country codes, sorted; fewer than two where it does not tell.
        told: True if the place tells them all.
        private: True if firms or private persons agree there.
    """

    codes: tuple[str, ...] = ()
    told: bool = False
    private: bool = False


def find_parties(
    scene: Scene, graph: Graph, name: range, verb: int | None, kind: str, known: tuple[str, ...]
) -> Parties:
    """Find the parties that a sentence gives an agreement.

    Args:
        scene: The story.
        graph: The sentence.
        name: Tokens of the agreement's name.
        verb: The word that tells its stage, if any.
        kind: What kind of agreement it is.
        known: Its parties, if it is one whose parties every reader knows.

    Returns:
        The parties of "antara A dan B" and "A … dengan B" if the sentence has them; else those
        that are known, or those of the fighting that a truce ends; else of the phrase, of the
        verb, with the speaker, or the only two states of the sentence.
    """
    listed = _listed(scene, graph, name, verb)
    codes = _codes(scene, listed)
    if len(codes) >= PAIR or _is_domestic(listed):
        return Parties(codes=codes, told=True)
    if known:
        here = _countries(scene, graph, name, range(len(graph.tokens)))
        named = tuple(c for c in here if c in known)
        return Parties(codes=named if len(named) >= PAIR else known, told=True)
    if any(_is_private(scene, m) for m in listed) or _with_stranger(graph, name):
        return Parties(private=True)
    if kind == TRUCE:
        fought = _fought(scene, graph, name)
        if fought:
            return Parties(codes=fought, told=True)
    if graph.lower[name.start] in scene.tables.agreements.lists["many"]:
        return Parties()
    wider = _by_sentence(scene, graph, name, verb, codes)
    return Parties(codes=wider, told=len(wider) >= PAIR)


def is_of(scene: Scene, graph: Graph, at: int, parties: tuple[str, ...]) -> bool:
    """Say whether the sentence of an agreement speaks of some parties, and of nobody else.

    Args:
        scene: The story.
        graph: The sentence.
        at: First token of the agreement's name.
        parties: Country codes.

    Returns:
        True if a party is named there or says it, and no other state, body or firm is.
    """
    here = [graph.mentions[n] for n in dict.fromkeys(graph.mention_at) if n is not None]
    here.extend(_speakers(scene, graph, at))
    if any(m.type == "ORG" and _is_private(scene, m) for m in here):
        return False
    countries = {m.country for m in here if m.country}
    return bool(countries) and countries <= set(parties)


def main_parties(scene: Scene) -> tuple[str, ...]:
    """Return the two countries that a story is about, if there are just two.

    Args:
        scene: The story.

    Returns:
        Country codes; empty if a third one is told of nearly as often as the second.
    """
    told = (
        m
        for n, m in enumerate(scene.mentions)
        if _is_party(scene, m) and not _is_at(scene.graphs[m.sentence], n)
    )
    counts = Counter(m.country for m in told if m.country not in NO_STATES)
    ranked = [(c, n) for c, n in counts.most_common(PAIR + 1) if c is not None]
    if len(ranked) < PAIR or ranked[1][1] < MIN_TOLD:
        return ()
    third = ranked[PAIR][1] if len(ranked) > PAIR else 0
    return tuple(sorted(c for c, _ in ranked[:PAIR])) if PAIR * third < ranked[1][1] else ()


def _listed(scene: Scene, graph: Graph, name: range, verb: int | None) -> list[Mention]:
    """Return who stands behind "antara" or "dengan", in the latter case with the subject."""
    for at in _behind(graph, name.stop):
        if graph.lower[at] == BETWEEN:
            return list(_row(graph, at + 1))
        if graph.lower[at] == WITH:
            partners = list(_row(graph, at + 1))
            return [*partners, *_subjects(scene, graph, name, verb)] if partners else []
    return []


def _behind(graph: Graph, first: int) -> Iterator[int]:
    """Yield the tokens behind a name, up to the next verb or stop."""
    for at in range(first, min(first + AHEAD, len(graph.tokens))):
        if graph.tokens[at].pos == "VERB" or graph.lower[at] in (".", ",", ";", "yang"):
            return
        yield at


def _row(graph: Graph, first: int) -> Iterator[Mention]:
    """Yield the mentions of a list: "A, B, dan C"; words that belong to no mention may precede."""
    at, found = first, False
    while at < len(graph.tokens):
        number = graph.mention_at[at]
        if number is not None:
            yield graph.mentions[number]
            at, found = graph.mentions[number].extent[1], True
        elif graph.lower[at] in LINKS or (not found and graph.tokens[at].pos in ("NOUN", "ADP")):
            at += 1
        else:
            return


def _subjects(scene: Scene, graph: Graph, name: range, verb: int | None) -> list[Mention]:
    """Return whose agreement it is: its possessor, else the subject of its verb, else who says."""
    own = [m for n in graph.mentions_of(name.start) if _is_party(scene, m := graph.mentions[n])]
    if own:
        return own
    for at in ([verb] if verb is not None else []) + list(graph.governors(name.start)):
        subject = find_subject(graph, at)
        if subject is not None and subject not in name:
            named = [graph.mentions[n] for n in graph.mentions_of(subject)]
            if any(_is_party(scene, m) or _is_private(scene, m) for m in named):
                return named
    return list(_speakers(scene, graph, name.start))


def _is_private(scene: Scene, mention: Mention) -> bool:
    """Say whether a mention agrees for itself and not for a state."""
    if mention.type == "ORG":
        return not _is_party(scene, mention) and mention.country not in NO_STATES
    return mention.country is None if mention.type == "LOC" else mention.sectors[:1] == ("BUS",)


def _with_stranger(graph: Graph, name: range) -> bool:
    """Say whether "antara" or "dengan" is followed by a name that nobody knows."""
    for at in _behind(graph, name.stop):
        if graph.lower[at] in (BETWEEN, WITH):
            after = at + 1
            if after < len(graph.tokens) and graph.lower[after] == BETWEEN:
                after += 1
            token = graph.tokens[after] if after < len(graph.tokens) else None
            return token is not None and token.pos == "PROPN" and graph.mention_at[after] is None
    return False


def _is_domestic(mentions: Sequence[Mention]) -> bool:
    """Say whether a state and armed rebels of it agree."""
    sectors = {m.sectors[:1] for m in mentions}
    countries = {m.country for m in mentions}
    return len(countries) == 1 and ("REB",) in sectors and len(sectors) >= PAIR


def _fought(scene: Scene, graph: Graph, name: range) -> tuple[str, ...]:
    """Return who fights the war that a truce ends: by its own words, else by its sentence."""
    for tokens in (_under(graph, name), range(len(graph.tokens))):
        words = Counter(graph.lower[at] for at in tokens)
        here = dict.fromkeys(n for at in tokens if (n := graph.mention_at[at]) is not None)
        countries = {graph.mentions[n].country for n in here}
        found = _war(scene, words, countries)
        if found:
            return found
    return ()


def _war(scene: Scene, words: Counter[str], countries: set[str | None]) -> tuple[str, ...]:
    """Return the parties of the war that most words and countries speak of, if any word does."""
    best: tuple[int, tuple[str, ...]] = (0, ())
    for war in scene.tables.agreements.wars:
        told = sum(words[word] for word in war.places)
        told += SIDE * sum(words[word] for word in war.sides)
        score = told + sum(party in countries for party in war.parties)
        if told and score > best[0]:
            best = (score, war.parties)
    return best[1]


def war_of_story(scene: Scene) -> tuple[str, ...]:
    """Return the parties of the one war that a story speaks of.

    Args:
        scene: The story.

    Returns:
        Country codes; empty if the story speaks of none of the wars of the table.
    """
    words = Counter(word for graph in scene.graphs for word in graph.lower)
    return _war(scene, words, {m.country for m in scene.mentions})


def _by_sentence(
    scene: Scene, graph: Graph, name: range, verb: int | None, listed: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the parties by ever wider parts of the sentence."""
    own = _countries(scene, graph, name, _under(graph, name)) or listed
    if len(own) >= PAIR:
        return own
    if verb is not None:
        dealt = tuple(sorted({*own, *_dealing(scene, graph, verb)}))
        if len(dealt) == PAIR:
            return dealt
        wider = _countries(scene, graph, name, (*_under(graph, name), *graph.subtree(verb)))
        wider = _without_bodies(wider, own)
        if len(wider) == PAIR and set(own) <= set(wider):
            return wider
        subject = find_subject(graph, verb)
        makers = graph.mentions_of(subject) if subject is not None else ()
        made_by = _codes(scene, (graph.mentions[n] for n in makers))
        if len(made_by) >= PAIR:
            return made_by
    spoken = tuple(sorted({*own, *_codes(scene, _speakers(scene, graph, name.start))}))
    if len(spoken) == PAIR:
        return spoken
    if _has_firm(graph):
        return own
    whole = _without_bodies(_countries(scene, graph, name, range(len(graph.tokens))), own)
    return whole if len(whole) == PAIR and set(own) <= set(whole) else own


def _dealing(scene: Scene, graph: Graph, verb: int) -> tuple[str, ...]:
    """Return who does the verb, be it told before an earlier one, and who is dealt with.

    "Peru menandatangani …", "Peru membeli gandum dan berunding dengan Cile …".
    """
    partners: tuple[str, ...] = ()
    verbs = [verb]
    if graph.lower[verb + 1 : verb + 2] == (WITH,):
        partners = _codes(scene, _row(graph, verb + 2))
        verbs.extend(at for at in graph.governors(verb) if _is_verb(graph, at))
    for at in verbs:
        subject = find_subject(graph, at)
        makers = graph.mentions_of(subject) if subject is not None else ()
        codes = _codes(scene, (graph.mentions[n] for n in makers))
        if codes:
            return (*codes, *partners)
    return partners


def _is_at(graph: Graph, number: int) -> bool:
    """Say whether a state of a sentence is only where something is: "di Makkah, Arab Saudi"."""
    mention = graph.mentions[number]
    before = mention.extent[0] - 1
    while before > 0 and graph.lower[before] == ",":
        above = graph.mention_at[before - 1]
        if above is None or graph.mentions[above].type not in NAMED_AFTER:
            return False
        before = graph.mentions[above].extent[0] - 1
    return mention.type in NAMED_AFTER and before >= 0 and graph.lower[before] in PLACED


def _has_firm(graph: Graph) -> bool:
    """Say whether a sentence names a firm, so that its states may only be where the firms are."""
    here = (graph.mentions[n] for n in graph.mention_at if n is not None)
    return any(m.type == "ORG" and m.sectors[:1] == ("BUS",) for m in here)


def _without_bodies(codes: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """Return codes without the bodies that only stand nearby: "… di PBB"."""
    return tuple(c for c in codes if c in own or c not in NO_STATES)


def _under(graph: Graph, name: range) -> list[int]:
    """Return the tokens under a name, up to a further verb that the parser hung below it."""
    found = [under for at in name for under in graph.subtree(at)]
    verbs = (a for a in found if graph.tokens[a].relation == "conj" and _is_verb(graph, a))
    end = min((at for at in verbs if at >= name.stop), default=len(graph.tokens))
    return [at for at in found if at < end]


def _is_verb(graph: Graph, at: int) -> bool:
    return graph.tokens[at].pos == "VERB"


def _codes(scene: Scene, mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({m.country for m in mentions if m.country and _is_party(scene, m)}))


def _pair(scene: Scene, word: str) -> tuple[str, ...]:
    """Return the two states that one word names: "kesepakatan Indonesia-Jepang"."""
    halves = word.replace("–", HYPHEN).split(HYPHEN)
    if len(halves) != PAIR:
        return ()
    places = [find_place(half.strip(), scene.world) for half in halves]
    codes = [p.country for p in places if p is not None and p.country and p.latitude is None]
    return tuple(codes) if len(set(codes)) == PAIR else ()


def _countries(scene: Scene, graph: Graph, name: range, tokens: Iterable[int]) -> tuple[str, ...]:
    """Return the countries of the parties among tokens: no mediators, no city it is named after."""
    here = tuple(tokens)
    pairs = [code for at in here for code in _pair(scene, graph.tokens[at].text)]
    if pairs:
        return tuple(sorted(set(pairs)))
    numbers = dict.fromkeys(n for at in here if (n := graph.mention_at[at]) is not None)
    kept = (
        scene.mentions[n]
        for n in numbers
        if not _is_named_after(scene, scene.mentions[n], name)
        and not _is_at(graph, n)
        and not _mediates(scene, graph, scene.mentions[n])
    )
    return _codes(scene, kept)


def _is_party(scene: Scene, mention: Mention) -> bool:
    lists = scene.tables.agreements.lists
    if mention.country in lists["no_parties"]:
        return False
    if mention.type == "GPE":
        return True
    if mention.type == "LOC":
        return mention.country in NO_STATES
    return mention.sectors[:1] in {(s,) for s in lists["sectors"]}


def _is_named_after(scene: Scene, mention: Mention, name: range) -> bool:
    """Say whether a mention is the city in "Kesepakatan Oslo", or an abbreviation of the name."""
    if mention.type == "ORG" and mention.first in name and mention.country not in NO_STATES:
        return True
    if mention.type not in NAMED_AFTER or mention.first != name.start + 1:
        return False
    found = find_place(mention.text, scene.world)
    return found is not None and found.latitude is not None


def _mediates(scene: Scene, graph: Graph, mention: Mention) -> bool:
    lists = scene.tables.agreements.lists
    before = graph.lower[max(0, mention.extent[0] - PAIR) : mention.extent[0]]
    return not lists["mediation"].isdisjoint(before)


def _speakers(scene: Scene, graph: Graph, at: int) -> Iterator[Mention]:
    """Yield who says what stands there, as a mention."""
    statement = scene.statement_at(graph.tokens[at].start)
    if statement is not None and statement.speaker is not None:
        yield from (scene.mentions[i] for i in scene.mentions_of(statement.speaker)[:1])
