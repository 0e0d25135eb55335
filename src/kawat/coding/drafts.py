"""Drafts: one composed predicate with its parties and status, before joining and details.

Comes in: readings of a sentence. Goes out: drafts, and decisions on what was dropped and why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.compose import Composer, Reading, pick
from kawat.coding.participants import Parties
from kawat.coding.predicates import Predicate, find_predicates
from kawat.coding.rulebook.types import Composition, Side
from kawat.coding.scene import Scene
from kawat.records import Decision, Statement, Status, TextSpan

PAIR = 2
THREAT = "THREATEN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A candidate event.

    Attributes:
        sentence: Index of the sentence.
        reading: The composed predicate.
        trigger: Words that name the event.
        type: PLOVER type after tense and negation.
        modes: Modes from rules and composition.
        status: actual, negated or hypothetical.
        actors: Entity ids.
        recipients: Entity ids.
        statement: The statement the trigger lies in, if any.
        why: Ids of the rules it came from.
        bare: Too thin to stand by itself: can only repeat an event told elsewhere.
    """

    sentence: int
    reading: Reading
    trigger: TextSpan
    type: str
    modes: tuple[str, ...]
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statement: Statement | None
    why: tuple[str, ...]
    bare: bool


def draft_sentence(scene: Scene, index: int) -> tuple[list[Draft], list[Decision]]:
    """Draft the events of one sentence.

    Args:
        scene: The story.
        index: Index of the sentence.

    Returns:
        Drafts in the order of the sentence, and decisions on the rules that were dropped.
    """
    graph = scene.graphs[index]
    predicates = find_predicates(graph, scene.codebook)
    composer = Composer(
        graph=graph,
        predicates=predicates,
        codebook=scene.codebook,
        speakers=_speakers(scene, index, predicates),
        cues=scene.tables.reporting.cues,
    )
    drafts, decisions = [], []
    readings = composer.readings()
    for reading in readings:
        trigger = scene.text_span(index, reading.clause.first, reading.clause.last)
        drafted = _draft(scene, index, reading, trigger, readings)
        if isinstance(drafted, Draft):
            drafts.append(drafted)
        else:
            decisions.append(_dropped(reading.rule.id, trigger, drafted))
    for rejected in composer.rejected:
        predicate = predicates[rejected.predicate]
        trigger = scene.text_span(index, predicate.first, predicate.last)
        decisions.append(_dropped(rejected.rule, trigger, rejected.reason))
    return drafts, decisions


def _speakers(
    scene: Scene, index: int, predicates: Sequence[Predicate]
) -> dict[int, tuple[int, ...]]:
    """Return whoever says each predicate that is part of a statement, as mentions."""
    found = {}
    tokens = scene.graphs[index].tokens
    for number, predicate in enumerate(predicates):
        statement = scene.statement_at(tokens[predicate.first].start)
        if statement is not None:
            found[number] = scene.mentions_of(statement.speaker)[:1]
    return found


def _dropped(rule: str, trigger: TextSpan, reason: str) -> Decision:
    return Decision(rule=rule, trigger=trigger, outcome=None, reason=reason)


def _draft(
    scene: Scene, index: int, reading: Reading, trigger: TextSpan, beside: Sequence[Reading]
) -> Draft | str:
    """Return the draft of a reading, or the reason why there is none."""
    settled = settle(reading, scene.codebook.composition)
    if isinstance(settled, str):
        return settled
    type_, modes, status = settled
    statement = scene.statement_at(trigger.start)
    parties = Parties(scene=scene, sentence=index, reading=reading, beside=tuple(beside))
    actors, recipients = parties.find(statement)
    if type_ == THREAT and _forecast(scene, reading, statement, actors):
        return "what is to come is no threat by the one who does it"
    noun = reading.clause.voice == "noun"
    if not actors and not recipients and not noun:
        return "neither actor nor recipient is known"
    if type_ in scene.codebook.composition.known_actors and _unknown(scene, actors):
        return "nobody knows what the actor has to do with politics"
    return Draft(
        sentence=index,
        reading=reading,
        trigger=trigger,
        type=type_,
        modes=modes,
        status=status,
        actors=actors,
        recipients=recipients,
        statement=statement,
        why=tuple(dict.fromkeys(part.rule.id for part in reading.chain())),
        bare=_only_repeats(scene, reading, type_, statement, actors, recipients),
    )


def _forecast(
    scene: Scene, reading: Reading, statement: Statement | None, actors: tuple[str, ...]
) -> bool:
    """Say whether a blow to come is only foretold: by an act noun, or by one of another side.

    A threat is uttered by the side that means to carry it out.
    """
    noun = reading.clause.voice == "noun"
    if reading.rule.operator or (noun and reading.rule.type == THREAT):
        return False
    if noun:
        return True
    if statement is None or statement.speaker is None or statement.speaker in actors or not actors:
        return False
    speaker = scene.entities[statement.speaker]
    foretellers = scene.codebook.composition.foretellers
    if not speaker.sectors or foretellers.intersection(speaker.sectors[:1]):
        return True
    return all(scene.entities[actor].country != speaker.country for actor in actors)


def _unknown(scene: Scene, actors: tuple[str, ...]) -> bool:
    """Say whether actors are named, but none whose sector is known."""
    return bool(actors) and not any(scene.entities[actor].sectors for actor in actors)


def _only_repeats(
    scene: Scene,
    reading: Reading,
    type_: str,
    statement: Statement | None,
    actors: tuple[str, ...],
    recipients: tuple[str, ...],
) -> bool:
    """Say whether a reading is too thin to stand by itself.

    A bare noun that misses a side ("pertemuan itu", "serangan Israel") speaks of what is told
    elsewhere, where the codebook does not say otherwise; a mutual act needs two; and a deed that
    somebody only talks of in his own words is no fact (GUIDELINES: "coded only where it is stated
    as fact"), unless it is police or a court that tells of it.
    """
    clause = reading.clause
    needs = _noun_needs(scene, reading, type_) if clause.voice == "noun" else None
    if needs is not None:
        named = {"actor": actors, "recipient": recipients}
        if not all(named[side] for side in needs):
            return True
    elif reading.rule.reciprocal:
        return len({*actors, *recipients}) < PAIR
    if clause.voice == "noun" and clause.governor == clause.head:
        others = recipients or len(actors) >= PAIR or not reading.rule.recipient
        return needs is None and not (actors and others)
    if statement is None or statement.kind != "direct" or scene.codebook.types[type_].verbal:
        return False
    speaker = scene.entities[statement.speaker].sectors[:1] if statement.speaker else ()
    reporters = scene.codebook.composition.deed_reporters
    return not (recipients and reporters.intersection(speaker))


def _noun_needs(scene: Scene, reading: Reading, type_: str) -> tuple[Side, ...] | None:
    """Return the sides that an act noun must name, where the codebook says so."""
    if reading.rule.noun_needs is not None:
        return reading.rule.noun_needs
    return scene.codebook.composition.noun_needs.get(type_)


def settle(reading: Reading, composition: Composition) -> tuple[str, tuple[str, ...], Status] | str:
    """Apply tense, negation, wish and condition to a reading.

    Args:
        reading: The composed predicate.
        composition: Tables of ``composition.yml``.

    Returns:
        Type, modes and status; or the reason why nothing is coded.
    """
    type_, modes, tense = reading.type, reading.modes, reading.tense
    status: Status = "actual"
    if type_ is None:
        return "the composition codes nothing"
    # PLOVER codes a refusal to cooperate as REJECT, be it of an act to come or of an offer.
    refusing = tense.negated and (tense.future or (reading.rule.operator and type_ == "AGREE"))
    if refusing or tense.future:
        outcome = pick(composition.refused if refusing else composition.future, type_)
        if outcome is None or outcome.type is None:
            return "an act that is only to come or refused is not coded for this type"
        type_ = outcome.type
        modes = outcome.modes or (modes if type_ == reading.type else ())
    elif tense.negated:
        status = "negated"
    if tense.wish:
        return "only wished, possible or owed"
    if tense.condition:
        status = "hypothetical"
    return type_, modes, status
