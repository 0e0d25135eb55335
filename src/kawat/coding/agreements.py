"""Agreements: treaties, pacts, memoranda, ceasefires, and how far they got.

Comes in: a scene. Goes out: one agreement for each set of parties and name, with the latest status
that the story gives and the words that show each. Reads ``codebook/agreements.yml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.coding.agreement_parties import PAIR, find_parties, main_parties
from kawat.coding.agreement_words import AgreementWords, Stage
from kawat.coding.gate import closed_by
from kawat.coding.graph import NOMINAL, Graph
from kawat.coding.scene import Scene
from kawat.records import Agreement, TextSpan

NAME_BREAKS = frozenset({"antara", "dengan", "oleh", "untuk", "pada", "dari", "yang", "sebagai"})
SIGNED, NEGOTIATING, TO_BE_SIGNED = "signed", "negotiating", "to_be_signed"
# What is told of as if it stood, without a word on its stage, has been concluded; a truce holds.
UNTOLD = {"truce": "in_force"}
BEFORE = 4
NEAR = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place in a story that speaks of an agreement.

    Attributes:
        name: Its name here.
        kind: What kind of agreement it is.
        parties: Country codes, sorted; empty where the place does not tell.
        status: Status here, None where the place does not tell.
        weak: True if another place knows better.
        date: ISO date of the sentence's date expression, if it has one.
        signatories: Ids of the entities that sign.
        evidence: The words.
    """

    name: TextSpan
    kind: str
    parties: tuple[str, ...]
    status: str | None
    weak: bool
    date: str | None
    signatories: tuple[str, ...]
    evidence: TextSpan


def code_agreements(scene: Scene) -> tuple[Agreement, ...]:
    """Code the agreements of a story.

    Args:
        scene: The story.

    Returns:
        Agreements with at least two parties, in the order in which the story names them.
    """
    sightings = [s for graph in scene.graphs for s in _sightings(scene, graph)]
    if not sightings or closed_by(scene.parse, scene.codebook) is not None:
        return ()
    groups: list[list[Sighting]] = []
    loose: list[Sighting] = []
    for sighting in sightings:
        if len(sighting.parties) < PAIR:
            loose.append(sighting)
        elif (group := _group_of(scene, groups, sighting)) is not None:
            group.append(sighting)
        else:
            groups.append([sighting])
    _join_loose(scene, groups, loose)
    ordered = sorted(
        (sorted(group, key=_place) for group in groups), key=lambda group: _place(group[0])
    )
    return tuple(_agreement(f"a{n}", group) for n, group in enumerate(ordered, start=1))


def _place(sighting: Sighting) -> int:
    return sighting.name.start


def _join_loose(scene: Scene, groups: list[list[Sighting]], loose: Sequence[Sighting]) -> None:
    """Give the sightings without parties to the agreement they mean, or to the story's main two."""
    main = main_parties(scene)
    for sighting in loose:
        group = _group_of(scene, groups, sighting)
        if group is not None:
            group.append(sighting)
            continue
        worth = sighting.status is not None or not _is_bare(scene, sighting)
        if main and worth and set(sighting.parties) <= set(main):
            groups.append([replace(sighting, parties=main)])


def _sightings(scene: Scene, graph: Graph) -> list[Sighting]:
    words = scene.tables.agreements
    found = []
    at = 0
    while at < len(graph.lower):
        size = words.name_at(graph.lower, at)
        weak = 0 if size else words.weak_name_at(graph.lower, at)
        inside = graph.mention_at[at]
        named = inside is not None and graph.mentions[inside].form == "name"
        repeated = at > 0 and graph.lower[at - 1] == "("
        if (size or weak) and not named and not repeated:
            sighting = _sighting(scene, graph, at, at + (size or weak))
            if size or sighting.signatories:
                found.append(sighting)
        at += size or weak or 1
    return found


def _sighting(scene: Scene, graph: Graph, first: int, last: int) -> Sighting:
    words = scene.tables.agreements
    index = graph.sentence.index
    end = _name_end(graph, first, last)
    stage, verb = _stage(graph, words, first)
    signing = stage is not None and stage.status == SIGNED and verb is not None
    text = scene.text_span(index, first, end).text
    parties = find_parties(scene, graph, range(first, end), verb, signing)
    if len(parties) < PAIR:
        parties = words.known_parties(text) or parties
    times = [t.date for t in scene.times if t.sentence == index]
    told_at = verb if verb is not None else first
    return Sighting(
        name=scene.text_span(index, first, end),
        kind=words.kind_of(text),
        parties=parties,
        status=_status(scene, graph, stage, told_at),
        weak=stage is not None and stage.weak,
        date=times[0] if len(times) == 1 else None,
        signatories=_signatories(scene, graph, verb) if signing and verb is not None else (),
        evidence=scene.text_span(index, min(first, told_at), max(end, told_at + 1)),
    )


def _name_end(graph: Graph, first: int, last: int) -> int:
    """Return the end of an agreement's name: its noun and what modifies it, up to the parties."""
    under = set(graph.phrase(first))
    end = last
    while end < len(graph.tokens) and end in under:
        token = graph.tokens[end]
        if token.lower in NAME_BREAKS or token.pos in ("PUNCT", "DET", "CCONJ"):
            break
        end += 1
    return end


def _stage(graph: Graph, words: AgreementWords, first: int) -> tuple[Stage | None, int | None]:
    """Return the stage that the words around an agreement tell, and the token that tells it.

    The verbs above the noun are asked first, nearest first, then the nouns and verbs in its phrase,
    then the words right before it.
    """
    above = list(graph.governors(first))
    before = range(first - 1, max(first - 1 - NEAR, -1), -1)
    for at in (*above, *graph.subtree(first), *before):
        for stage in words.stages:
            if graph.lower[at] in stage.words:
                return stage, at
    joined = f" {' '.join(graph.lower)} "
    for stage in words.stages:
        if any(f" {phrase} " in joined for phrase in stage.phrases):
            return stage, None
    return None, None


def _status(scene: Scene, graph: Graph, stage: Stage | None, at: int) -> str | None:
    """Return the status of a stage, after tense and negation: "belum mencapai" is negotiating.

    "Akan MoU dengan Jepang" needs no verb.
    """
    composition = scene.codebook.composition
    before = {graph.lower[i] for i in range(max(0, at - BEFORE), at)}
    future = bool(before & composition.future_words)
    if stage is None:
        return TO_BE_SIGNED if future else None
    if stage.status == SIGNED and before & (composition.negations | composition.wish_words):
        return NEGOTIATING
    if stage.future and (future or before & composition.wish_words):
        return stage.future
    return stage.status


def _signatories(scene: Scene, graph: Graph, verb: int) -> tuple[str, ...]:
    subjects = [
        child
        for child in graph.children[verb]
        if graph.tokens[child].relation.startswith("nsubj") and graph.tokens[child].pos in NOMINAL
    ]
    people = [i for s in subjects for i in graph.mentions_of(s) if scene.mentions[i].type == "PER"]
    return scene.entities_of(people)


def _group_of(
    scene: Scene, groups: Sequence[list[Sighting]], new: Sighting
) -> list[Sighting] | None:
    """Return the agreement that a sighting speaks of again: its kind, and no other parties.

    What others sign is another one; "kesepakatan" alone is any.
    """
    for group in reversed(groups):
        parties = {party for s in group for party in s.parties}
        signers = {id_ for s in group for id_ in s.signatories}
        if signers and new.signatories and signers.isdisjoint(new.signatories):
            continue
        if set(new.parties) <= parties and all(_alike(scene, s, new) for s in group):
            return group
    return None


def _alike(scene: Scene, one: Sighting, other: Sighting) -> bool:
    """Say whether two names can mean one agreement: of one kind, or of none."""
    return one.kind == other.kind or _is_bare(scene, one) or _is_bare(scene, other)


def _is_bare(scene: Scene, sighting: Sighting) -> bool:
    return sighting.name.text.lower() in scene.tables.agreements.lists["generic"]


def _agreement(id_: str, group: Sequence[Sighting]) -> Agreement:
    told = [s for s in group if s.status and not s.weak] or [s for s in group if s.status]
    evidence = [s for s in group if s.status] or group
    dates = [s.date for s in told if s.date]
    longest = max(group, key=lambda s: len(s.name.text))
    signers = tuple(dict.fromkeys(i for s in group for i in s.signatories))
    return Agreement(
        id=id_,
        name=longest.name.text,
        parties=max((s.parties for s in group), key=len),
        status=(told[-1].status if told else None) or UNTOLD.get(group[0].kind, SIGNED),
        date=dates[-1] if dates else None,
        signatories=signers,
        evidence=tuple(dict.fromkeys(s.evidence for s in evidence)),
    )
