"""Journeys: what the words of a sentence tell of officials who are, were or will be abroad.

Comes in: a scene. Goes out: journeys with visitor, host country and stage, whether or not they are
events. Reads ``codebook/visits.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kawat.coding.clauses import Clause, build_clause, find_subject
from kawat.coding.dating import is_background
from kawat.coding.graph import Graph
from kawat.coding.journey_goals import (
    ATTENDED,
    NOUNS,
    RECEPTIONS,
    filed_goal,
    find_goals,
    listed_places,
)
from kawat.coding.placing import NO_STATES
from kawat.coding.predicates import Predicate
from kawat.coding.rulebook.types import Form, Voice
from kawat.coding.scene import Scene
from kawat.coding.visit_words import NOT_WORDS
from kawat.records import Mention, TextSpan, TimeExpression

VisitStatus = Literal["actual", "planned", "ended", "cancelled"]
PRESENCES = frozenset({"presence", "presence_nouns"})
NOUN_KINDS = frozenset({"nouns", "presence_nouns"})
PARTNERS = ("dengan", "antara", "bersama")
LINKS = frozenset({"oleh", ",", "dan", "serta"})
BEFORE = 5
AFTER = 3
DAY = 10
NEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """An official abroad, as one place of the story tells it.

    Attributes:
        visitor: Id of the entity that travels.
        host: Country code.
        place: Where to, as named; None if only the host's people are.
        date: ISO date of the arrival, where a word of travel has one.
        status: Stage that the words tell.
        evidence: The words.
        filed: True if only the place where the story was filed tells where to.
    """

    visitor: str
    host: str
    place: str | None
    date: str | None
    status: VisitStatus
    evidence: TextSpan
    filed: bool = False


def find_journeys(scene: Scene) -> Iterator[Journey]:
    """Yield the journeys of officials to other countries that a story tells of.

    Args:
        scene: The story.

    Yields:
        Journeys in the order of the text, one for each telling.
    """
    latest: dict[str, Journey] = {}
    for graph in scene.graphs:
        for journey in _in_sentence(scene, graph):
            before = latest.get(journey.visitor)
            if journey.filed and before is not None:
                # "Dalam kunjungannya" without a goal is the journey told last.
                latest[journey.visitor] = replace(journey, host=before.host, place=before.place)
            else:
                latest[journey.visitor] = journey
            yield latest[journey.visitor]


def _in_sentence(scene: Scene, graph: Graph) -> Iterator[Journey]:
    for kind, first, last in _words(scene, graph):
        yield from _read(scene, graph, kind, first, last)
    yield from _without_verb(scene, graph)


def is_resident(scene: Scene, role: str | None) -> bool:
    """Say whether an office is held abroad: who lives there does not visit.

    Args:
        scene: The story.
        role: Title or office in the words of the story.

    Returns:
        True for ambassadors, consuls and attachés.
    """
    words = (role or "").lower().split()
    return not scene.tables.visits.lists["residents"].isdisjoint(words)


def _words(scene: Scene, graph: Graph) -> Iterator[tuple[str, int, int]]:
    """Yield the words of the table that stand in a sentence: kind and tokens, the longest first."""
    table = scene.tables.visits
    at = 0
    while at < len(graph.lower):
        found = table.match(graph.lower, at)
        # "Menegaskan kembali" is no return.
        adverb = graph.tokens[at].relation == "advmod"
        if found is None or adverb or _inside_name(graph, at):
            at += 1
            continue
        size, kind = found
        if kind != NOT_WORDS:
            yield kind, at, at + size
        at += size


def _without_verb(scene: Scene, graph: Graph) -> Iterator[Journey]:
    """Yield who is taken or goes somewhere without a word of the table: "mendampingi X ke Praha".

    In "kritik X ke Praha" X only possesses the noun. A delegation is abroad where it only stands:
    "delegasi X di Praha".
    """
    sent = scene.tables.visits.lists["sent"]
    for number in dict.fromkeys(n for n in graph.mention_at if n is not None):
        mention = scene.mentions[number]
        at = mention.extent[1]
        above = graph.tokens[mention.head]
        possessor = above.relation.startswith("nmod") or above.relation == "flat:name"
        is_sent = not sent.isdisjoint(mention.text.lower().split())
        wanted = ("ke", "di") if is_sent else ("ke",)
        if at >= len(graph.lower) or graph.lower[at] not in wanted or (possessor and not is_sent):
            continue
        for place in listed_places(scene, graph, at):
            if place.country is None or not _travels(scene, number, place.country):
                continue
            for id_ in scene.entities_of((number,)):
                yield Journey(
                    visitor=id_,
                    host=place.country,
                    place=place.name,
                    date=None,
                    status="actual",
                    evidence=scene.text_span(graph.sentence.index, at, at + 1),
                )


def _inside_name(graph: Graph, at: int) -> bool:
    number = graph.mention_at[at]
    if number is None:
        return False
    mention = graph.mentions[number]
    return mention.form == "name" and mention.first <= at < mention.last


def _read(scene: Scene, graph: Graph, kind: str, first: int, last: int) -> Iterator[Journey]:
    """Read the journey that a word tells: who, where to, and how far it got."""
    voice: Voice = "noun" if kind in NOUN_KINDS else "active"
    if kind in ("received", "visited", ATTENDED):
        voice = "passive"
    form = Form(words=graph.lower[first:last], rule=kind, voice=voice)
    head = last - 1 if kind in NOUN_KINDS else first
    predicate = Predicate(first=first, last=last, head=head, forms=(form,))
    clause = build_clause(graph, predicate, form, scene.codebook.light_verbs)
    status = "ended" if kind == "returns" else _status(scene, graph, clause)
    if status is None:
        return
    visitors = _visitors(scene, graph, kind, clause)
    visitors = (*visitors, *_companions(scene, graph, clause, visitors))
    goals = find_goals(scene, graph, kind, clause)
    filed = not goals and kind == NOUNS
    for place in filed_goal(scene) if filed else goals:
        for number in visitors:
            if place.country is None or not _travels(scene, number, place.country):
                continue
            for id_ in scene.entities_of((number,)):
                yield Journey(
                    visitor=id_,
                    host=place.country,
                    place=place.name or None,
                    date=None if kind in PRESENCES else _date(scene, graph, clause),
                    status=status,
                    evidence=scene.text_span(graph.sentence.index, first, last),
                    filed=filed,
                )


def _visitors(scene: Scene, graph: Graph, kind: str, clause: Clause) -> tuple[int, ...]:
    """Return the mentions of whoever may be the visitor."""
    slots = clause.slots
    if kind in RECEPTIONS:
        visitors = (n for n in _people(graph, clause, "patient") if not _is_of_thing(graph, n))
        return (*visitors, *_included(scene, graph, clause))
    if kind == ATTENDED:
        return (*_row(graph, clause.last), *_included(scene, graph, clause))
    plurals = scene.tables.visits.lists["plurals"]
    if kind in NOUN_KINDS and not plurals.isdisjoint(graph.lower[clause.last : clause.last + 1]):
        # "X berkata kepada Y dalam pertemuan mereka": those who are named before.
        return tuple(dict.fromkeys(n for n in graph.mention_at[: clause.first] if n is not None))
    found = [*_people(graph, clause, "agent")]
    if kind in PRESENCES:
        for slot in ("patient", *PARTNERS):
            found.extend(_people(graph, clause, slot))
    if kind in NOUN_KINDS and not found and _is_talked_of(scene, graph, clause):
        return ()
    agent = slots.get("agent")
    invited = agent is not None and (
        graph.lower[agent.head] in scene.tables.visits.lists["invitations"]
    )
    if (agent is None or invited) and not (found and clause.voice != "noun"):
        found.extend(_subject_above(graph, clause))
    return tuple(dict.fromkeys(found)) or _before(graph, clause)


def _before(graph: Graph, clause: Clause) -> tuple[int, ...]:
    """Return the mention right before: "undangan bagi X untuk berkunjung"."""
    for at in range(clause.first - 1, max(clause.first - BEFORE, 0) - 1, -1):
        number = graph.mention_at[at]
        if number is not None:
            return (number,)
        if graph.tokens[at].pos in ("VERB", "PUNCT"):
            return ()
    return ()


def _row(graph: Graph, first: int) -> Iterator[int]:
    """Yield the mentions of a list behind a verb, whatever the parse says of their order."""
    at = first
    while at < len(graph.tokens):
        number = graph.mention_at[at]
        if number is not None:
            yield number
            at = graph.mentions[number].extent[1]
        elif graph.lower[at] in LINKS or graph.tokens[at].pos == "NUM":
            at += 1
        else:
            return


def _included(scene: Scene, graph: Graph, clause: Clause) -> tuple[int, ...]:
    """Return whom a list behind the word names: "menjamu 30 kepala negara, termasuk X"."""
    words = scene.tables.visits.lists["namely"]
    near = range(clause.last, min(clause.last + NEAR, len(graph.lower)))
    at = next((at for at in near if graph.lower[at] in words), None)
    return tuple(_row(graph, at + 1)) if at is not None else ()


def _is_talked_of(scene: Scene, graph: Graph, clause: Clause) -> bool:
    """Say whether a journey or meeting is what a verb is about: "memuji pertemuan di Lima"."""
    token = graph.tokens[clause.head]
    return token.relation == "obj" and (
        graph.lower[token.head] not in scene.tables.visits.lists["holds"]
    )


def _is_of_thing(graph: Graph, number: int) -> bool:
    """Say whether a mention only possesses what is received: "surat Presiden X yang diterima"."""
    mention = graph.mentions[number]
    head = graph.tokens[mention.head]
    above = graph.tokens[head.head]
    return head.relation.startswith("nmod") and graph.mention_at[above.index] is None


def _companions(scene: Scene, graph: Graph, clause: Clause, visitors: tuple[int, ...]) -> list[int]:
    """Return who goes along: officials of the same state after "didampingi" and the like.

    Where such a word governs the journey ("mendampingi X dalam kunjungan ke Lima"), X travels.
    """
    words = scene.tables.visits.lists["companions"]
    countries = {scene.mentions[n].country for n in visitors}
    above = set(graph.governors(clause.head))
    found: list[int] = []
    for at, word in enumerate(graph.lower):
        if word not in words or (at < clause.first and at not in above):
            continue
        after = next((n for n in graph.mention_at[at + 1 : at + 1 + AFTER] if n is not None), None)
        if after is None:
            continue
        if at in above or scene.mentions[after].country in countries:
            found.append(after)
    return found


def _people(graph: Graph, clause: Clause, slot: str) -> tuple[int, ...]:
    """Return the mentions that fill a slot themselves: in "surat X" a letter travels, not X."""
    phrase = clause.slots.get(slot)
    if phrase is None or graph.mention_at[phrase.head] is None:
        return ()
    return phrase.mentions


def _subject_above(graph: Graph, clause: Clause) -> tuple[int, ...]:
    """Return the subject of the verb above: "dalam kunjungannya ke Mesir, X mengatakan …"."""
    for above in graph.governors(clause.head):
        if graph.tokens[above].pos != "VERB":
            continue
        subject = find_subject(graph, above)
        return graph.mentions_of(subject) if subject is not None else ()
    return ()


def _travels(scene: Scene, number: int, host: str) -> bool:
    """Say whether a mention is an official, or a delegation, of another state than the host."""
    table, mention = scene.tables.visits.lists, scene.mentions[number]
    known = {scene.entities[id_].country for id_ in scene.entities_of((number,))}
    if mention.country is None or host in {mention.country, *known} or host in NO_STATES:
        return False
    if host in scene.tables.visits.seats.get(mention.country, ()):
        return False
    if mention.country in NO_STATES and mention.country not in table["bodies"]:
        return False
    if mention.text.lower() == "nya" and _is_both(scene, mention):
        return False
    official = bool(mention.sectors) and mention.sectors[0] in table["sectors"]
    if is_resident(scene, mention.role or mention.text) or mention.text.lower() in table["plurals"]:
        return False
    if mention.type == "PER":
        return official
    words = set(mention.text.lower().split())
    return mention.type in ("GRP", "ORG") and official and bool(words & table["delegations"])


def _is_both(scene: Scene, mention: Mention) -> bool:
    """Say whether "-nya" is that of "keduanya", which is more than whom it is traced to."""
    before = scene.graphs[mention.sentence].lower[: mention.first][-1:]
    return before == ("kedua",)


def _status(scene: Scene, graph: Graph, clause: Clause) -> VisitStatus | None:
    """Return the stage of a journey; None where it is said not to have come about yet."""
    table = scene.tables.visits.lists
    start = max(0, clause.first - BEFORE)
    near = {graph.lower[at] for at in range(start, clause.last)}
    around = near | {graph.lower[at] for at in clause.words}
    if "belum" in near:
        return None
    if near & (table["cancelled"] | scene.codebook.composition.negations):
        return "cancelled"
    time = _time(scene, graph, clause)
    published = scene.published
    wished = near & scene.codebook.composition.wish_words
    if wished or near & table["planned"] or (time and published and time.date > published[:DAY]):
        return "planned"
    old = time is not None and is_background(time.date, published)
    return "ended" if old or around & table["ended"] else "actual"


def _time(scene: Scene, graph: Graph, clause: Clause) -> TimeExpression | None:
    words = set(clause.words)
    here = (t for t in scene.times if t.sentence == graph.sentence.index)
    return next((t for t in here if t.first in words), None)


def _date(scene: Scene, graph: Graph, clause: Clause) -> str | None:
    time = _time(scene, graph, clause)
    return time.date if time else None
