"""All that the coding stages know of one story, put together once.

Comes in: parse, mentions, times, discourse, world and codebook. Goes out: a scene, which the event,
agreement and visit coders read and do not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kawat.coding.discourse import Discourse, speaker_of
from kawat.coding.graph import Graph, build_graph
from kawat.coding.rulebook.types import Codebook
from kawat.coding.word_tables import WordTables, compile_tables
from kawat.records import Entity, Mention, Parse, Statement, TextSpan, TimeExpression
from kawat.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One story as the coders see it.

    Attributes:
        parse: Sentences of the story.
        mentions: Who and where, in order.
        times: Date expressions, in order.
        discourse: Entities, whose mentions are whose, statements.
        world: Tables of the world.
        codebook: Rules.
        graphs: One graph a sentence.
        tables: Words of numbers and agreements.
    """

    parse: Parse
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    discourse: Discourse
    world: World
    codebook: Codebook
    graphs: tuple[Graph, ...]
    tables: WordTables

    @property
    def entities(self) -> dict[str, Entity]:
        """The entities of the story by id."""
        return {entity.id: entity for entity in self.discourse.entities}

    @property
    def published(self) -> str | None:
        """ISO date of publication, if known."""
        return self.parse.story.published

    def text_span(self, sentence: int, first: int, last: int) -> TextSpan:
        """Return tokens ``first`` to ``last`` (half-open) of a sentence with their words."""
        tokens = self.parse.sentences[sentence].tokens
        start, end = tokens[first].start, tokens[last - 1].end
        return TextSpan(start=start, end=end, text=self.parse.story.raw.text[start:end])

    def statement_at(self, offset: int) -> Statement | None:
        """Return the statement in which an offset of the text lies, the shortest if several."""
        return speaker_of(self.discourse, offset)

    def entities_of(self, mentions: Iterable[int]) -> tuple[str, ...]:
        """Return the ids of the entities that mentions stand for, without repetition."""
        ids = (self.discourse.mention_entity[i] for i in mentions)
        return tuple(dict.fromkeys(i for i in ids if i is not None))

    def mentions_of(self, entity: str | None) -> tuple[int, ...]:
        """Return the indexes of an entity's mentions."""
        if entity is None:
            return ()
        return tuple(i for i, e in enumerate(self.discourse.mention_entity) if e == entity)


def build_scene(
    *,
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    discourse: Discourse,
    world: World,
    codebook: Codebook,
) -> Scene:
    """Put a scene together; works out the graph of each sentence."""
    known = _with_entities(mentions, discourse)
    here: dict[int, list[int]] = {}
    for number, mention in enumerate(mentions):
        here.setdefault(mention.sentence, []).append(number)
    graphs = tuple(
        build_graph(sentence, known, here.get(sentence.index, ())) for sentence in parse.sentences
    )
    return Scene(
        parse=parse,
        mentions=known,
        times=tuple(times),
        discourse=discourse,
        world=world,
        codebook=codebook,
        graphs=graphs,
        tables=compile_tables(codebook),
    )


def _with_entities(mentions: Sequence[Mention], discourse: Discourse) -> tuple[Mention, ...]:
    """Give each mention the country and sectors of its entity where it has none ("ia")."""
    entities = {entity.id: entity for entity in discourse.entities}
    known = []
    for mention, id_ in zip(mentions, discourse.mention_entity, strict=True):
        if id_ is not None and not (mention.country and mention.sectors):
            entity = entities[id_]
            known.append(
                replace(
                    mention,
                    country=mention.country or entity.country,
                    sectors=mention.sectors or entity.sectors,
                )
            )
        else:
            known.append(mention)
    return tuple(known)
