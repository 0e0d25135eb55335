"""Agreements: treaties, pacts, memoranda, ceasefires, and how far they got.

Comes in: a scene. Goes out: one agreement for each set of parties and name, with the latest status
that the story gives and the words that show each. Reads ``codebook/agreements.yml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.coding.agreement_parties import (
    TRUCE,
    find_parties,
    is_of,
    main_parties,
    war_of_story,
)
from kawat.coding.agreement_stages import (
    find_stage,
    find_status,
    is_lacking,
    talks_are_off,
    tells_past,
)
from kawat.coding.agreement_words import Stage
from kawat.coding.dating import is_background
from kawat.coding.gate import closed_by
from kawat.coding.graph import NOMINAL, Graph
from kawat.coding.scene import Scene
from kawat.records import Agreement, TextSpan

NAME_BREAKS = frozenset(
    {"antara", "dengan", "oleh", "untuk", "pada", "dari", "yang", "sebagai", "sejak"}
)
HYPHEN = "-"
NAME_ENDS = frozenset({"case", "mark"})
SIGNED, IN_FORCE, PROPOSED = "signed", "in_force", "proposed"
SUSPENDED = "suspended"
MOST = 2
NOT_MADE = frozenset({"proposed", "negotiating", "to_be_signed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One place in a story that speaks of an agreement.

    Attributes:
        name: Its name here.
        kind: What kind of agreement it is.
        parties: Country codes, sorted; empty where the place does not tell.
        told: True if the place tells the parties.
        status: Status here, None where the place does not tell.
        weak: 0 if the place knows the status well; the higher, the more any other knows better.
        date: ISO date of the sentence's date expression, if it has one.
        signatories: Ids of the entities that sign.
        evidence: The words.
        sentence: Index of the sentence.
        at: First token of the name.
    """

    sentence: int
    at: int
    name: TextSpan
    kind: str
    parties: tuple[str, ...]
    told: bool
    status: str | None
    weak: int
    date: str | None
    signatories: tuple[str, ...]
    evidence: TextSpan


def code_agreements(scene: Scene) -> tuple[Agreement, ...]:
    """Code the agreements of a story.

    Args:
        scene: The story.

    Returns:
        Agreements with their parties, in the order in which the story names them.
    """
    sightings = [s for graph in scene.graphs for s in _sightings(scene, graph)]
    if not sightings or closed_by(scene.parse, scene.codebook) is not None:
        return ()
    groups: list[list[Sighting]] = []
    loose: list[Sighting] = []
    for sighting in sightings:
        if groups and _points_back(scene, sighting):
            named = max(groups, key=lambda group: _place(group[-1]))
            named.append(replace(sighting, parties=()))
        elif not sighting.told:
            loose.append(sighting)
        elif (group := _group_of(scene, groups, sighting)) is not None:
            group.append(sighting)
        else:
            groups.append([sighting])
    _join_loose(scene, groups, loose)
    ordered = sorted(
        (sorted(group, key=_place) for group in groups), key=lambda group: _place(group[0])
    )
    return tuple(_agreement(scene, f"a{n}", group) for n, group in enumerate(ordered, start=1))


def _points_back(scene: Scene, sighting: Sighting) -> bool:
    """Say whether a place only points to the agreement named before: "perjanjian tersebut"."""
    after = sighting.at + 1
    behind = scene.graphs[sighting.sentence].lower[after : after + 1]
    pointing = not scene.tables.agreements.lists["pointing"].isdisjoint(behind)
    return pointing and _is_bare(scene, sighting)


def _place(sighting: Sighting) -> int:
    return sighting.name.start


def _join_loose(scene: Scene, groups: list[list[Sighting]], loose: Sequence[Sighting]) -> None:
    """Give the sightings without parties to the agreement they mean, or to the story's main two."""
    main, war = main_parties(scene), war_of_story(scene)
    words = scene.tables.agreements
    for sighting in loose:
        group = _group_of(scene, groups, sighting)
        if group is not None:
            group.append(sighting)
            continue
        worth = sighting.status is not None or not _is_bare(scene, sighting)
        parties = (war or main) if sighting.kind == TRUCE else main
        first = sighting.name.text.lower().split()[0]
        if first in words.lists["many"] or not worth or not parties:
            continue
        graph = scene.graphs[sighting.sentence]
        fits = set(sighting.parties) <= set(parties)
        if fits and (sighting.kind == TRUCE or is_of(scene, graph, sighting.at, parties)):
            groups.append([replace(sighting, parties=parties)])


def _sightings(scene: Scene, graph: Graph) -> list[Sighting]:
    words = scene.tables.agreements
    found = []
    at = 0
    while at < len(graph.lower):
        size = words.name_at(graph.lower, at)
        weak = 0 if size else words.weak_name_at(graph.lower, at)
        repeated = at > 0 and graph.lower[at - 1] == "("
        if (size or weak) and not _inside_name(graph, at) and not repeated:
            sighting = _sighting(scene, graph, at, at + (size or weak))
            if sighting is not None and (size or sighting.signatories):
                found.append(sighting)
                # What stands in the name of an agreement is no second one.
                at = _after(graph, at, sighting.name)
                continue
        at += size or weak or 1
    return found


def _after(graph: Graph, at: int, name: TextSpan) -> int:
    """Return the first token behind a name, which is behind a place in any case."""
    later = range(at + 1, len(graph.tokens))
    return next((n for n in later if graph.tokens[n].start >= name.end), len(graph.tokens))


def _inside_name(graph: Graph, at: int) -> bool:
    """Say whether a word is only a part of the name of something else."""
    number = graph.mention_at[at]
    if number is None or graph.lower[at - 1] == HYPHEN:
        return False
    mention = graph.mentions[number]
    return mention.form == "name" and mention.first < at < mention.last


def _sighting(scene: Scene, graph: Graph, first: int, last: int) -> Sighting | None:
    """Read what a place says of an agreement; None if it is one of firms or private persons."""
    words = scene.tables.agreements
    index = graph.sentence.index
    end = _name_end(graph, first, last)
    text = scene.text_span(index, first, end).text
    kind = words.kind_of(text)
    stage, verb = find_stage(graph, words, first, end)
    signing = stage is not None and stage.status == SIGNED and verb is not None
    known = words.known_parties(" ".join(graph.lower[max(0, first - 2) : end + 2]))
    parties = find_parties(scene, graph, range(first, end), verb, kind, known)
    if parties.private:
        return None
    times = [t.date for t in scene.times if t.sentence == index]
    told_at = verb if verb is not None else first
    start = _name_start(graph, first)
    return Sighting(
        sentence=index,
        at=first,
        name=scene.text_span(index, start, end),
        kind=kind,
        parties=parties.codes,
        told=parties.told,
        status=find_status(scene, graph, stage, told_at, first, kind),
        weak=_weakness(scene, graph, stage, first, told_at),
        date=times[0] if len(times) == 1 else None,
        signatories=_signatories(scene, graph, verb) if signing and verb is not None else (),
        evidence=scene.text_span(index, min(start, told_at), max(end, told_at + 1)),
    )


def _weakness(scene: Scene, graph: Graph, stage: Stage | None, first: int, told_at: int) -> int:
    """Say how much less a place knows of the status than another: what is long past, least known.

    What only stands there, or is told as how things came to be, holds where nothing else is told.
    """
    dates = [t.date for t in scene.times if t.sentence == graph.sentence.index]
    if is_lacking(scene, graph, first):
        return MOST
    if stage is not None and (stage.weak or tells_past(scene, graph, min(first, told_at))):
        return MOST
    return int(len(dates) == 1 and is_background(dates[0], scene.published))


def _name_start(graph: Graph, first: int) -> int:
    """Return the start of a name: with a number before it, or the half before a hyphen."""
    if first > 1 and graph.lower[first - 1] == HYPHEN:
        return first - 2
    return first - 1 if first and graph.tokens[first - 1].pos == "NUM" else first


def _name_end(graph: Graph, first: int, last: int) -> int:
    """Return the end of an agreement's name: its noun and what modifies it, up to the parties."""
    under = set(graph.phrase(first))
    end = last
    while end < len(graph.tokens) and end in under:
        token = graph.tokens[end]
        if token.lower in NAME_BREAKS or token.pos in ("PUNCT", "DET", "CCONJ"):
            break
        end += 1
    while end > last and graph.tokens[end - 1].relation in NAME_ENDS:
        end -= 1
    return end


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


def _agreement(scene: Scene, id_: str, group: Sequence[Sighting]) -> Agreement:
    known = [s for s in group if s.status]
    told = [s for s in known if s.weak == min(s.weak for s in known)]
    evidence = [s for s in group if s.status] or group
    dates = [s.date for s in told if s.date]
    longest = max(group, key=lambda s: len(s.name.text))
    signers = tuple(dict.fromkeys(i for s in group for i in s.signatories))
    return Agreement(
        id=id_,
        name=longest.name.text,
        parties=max((s.parties for s in group), key=len),
        status=_status(scene, group, told),
        date=dates[-1] if dates else None,
        signatories=signers,
        evidence=tuple(dict.fromkeys(s.evidence for s in evidence)),
    )


def _status(scene: Scene, group: Sequence[Sighting], told: Sequence[Sighting]) -> str:
    """Return the status told last; what is not made yet is suspended where the talks are."""
    status = (told[-1].status if told else None) or _untold(scene, group)
    return SUSPENDED if status in NOT_MADE and talks_are_off(scene) else status


def _untold(scene: Scene, group: Sequence[Sighting]) -> str:
    """Return the status of what the story tells no stage of: a treaty stands, a deal was made."""
    lists = scene.tables.agreements.lists
    firsts = {s.name.text.lower().split()[0] for s in group}
    if firsts <= lists["plans"]:
        return PROPOSED
    return SIGNED if firsts.isdisjoint(lists["standing"]) else IN_FORCE
