"""The coding stage: a parsed story and what the world knows of it → records.

Comes in: parse, mentions, date expressions, world, codebook. Goes out: entities, statements,
events, agreements and visits, with the decisions that led to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.agreements import code_agreements
from kawat.coding.discourse import read_discourse
from kawat.coding.events import code_events
from kawat.coding.parties import needed_entities, with_parties, with_suspects
from kawat.coding.rulebook.types import Codebook
from kawat.coding.scene import build_scene
from kawat.coding.visits import code_visits
from kawat.coding.word_tables import compile_tables
from kawat.records import (
    Agreement,
    Decision,
    Entity,
    Event,
    Mention,
    Parse,
    Statement,
    TimeExpression,
    Visit,
)
from kawat.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What the coding stage records of one story, and what it decided on the way."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    agreements: tuple[Agreement, ...]
    visits: tuple[Visit, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[str, ...] = ()


def code_parse(
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    world: World,
    codebook: Codebook,
) -> Coding:
    """Code one story.

    Args:
        parse: The story with its analysed sentences.
        mentions: Who and where, from the world stage.
        times: Date expressions, from the world stage.
        world: Tables of the world.
        codebook: The compiled codebook.

    Returns:
        Its records.
    """
    discourse = read_discourse(parse, tuple(mentions), compile_tables(codebook).reporting)
    scene = build_scene(
        parse=parse,
        mentions=mentions,
        times=times,
        discourse=with_parties(discourse, mentions),
        world=world,
        codebook=codebook,
    )
    coded = code_events(scene)
    agreements = code_agreements(scene)
    visits = code_visits(scene, coded)
    others = [v.visitor for v in visits] + [s for a in agreements for s in a.signatories]
    entities = needed_entities(discourse, scene.discourse, coded.events, others)
    return Coding(
        entities=with_suspects(entities, coded.events, scene.tables.details),
        statements=scene.discourse.statements,
        events=coded.events,
        agreements=agreements,
        visits=visits,
        decisions=coded.decisions,
    )
