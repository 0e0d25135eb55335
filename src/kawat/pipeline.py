"""The order of the stages, on one screen.

    RawStory ─wire→ Story ─language→ Parse ─world→ mentions, times ─coding→ CodedStory

Comes in: stories as read, and the resources made once. Goes out: one coded story each, in the same
order, one batch at a time. A story that can't be coded still gives its record, with the reason.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kawat.coding.stage import Coding, code_parse
from kawat.language import parse_stories
from kawat.records import CodedStory, Decision, MadeBy, Parse, RawStory, Span
from kawat.wire import read_story
from kawat.world import find_mentions, find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from kawat.coding.rulebook import Codebook
    from kawat.world import World

_LOG = logging.getLogger(__name__)
_NOTHING = Coding(
    entities=(), statements=(), events=(), agreements=(), visits=(), decisions=(), problems=()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What all stories share: made once, read only.

    Attributes:
        nlp: The language pipeline.
        world: Countries, organisations, offices, places.
        codebook: The coding rules.
        made_by: Their versions.
    """

    nlp: Language
    world: World
    codebook: Codebook
    made_by: MadeBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A coded story with everything that was considered on the way.

    Attributes:
        story: The record.
        decisions: Each rule that was considered, in the order of the text, coded or dropped.
    """

    story: CodedStory
    decisions: tuple[Decision, ...]


def run(
    stories: Iterable[RawStory], resources: Resources, *, batch_size: int, strict: bool = False
) -> Iterator[Explained]:
    """Code stories lazily, in input order.

    Args:
        stories: Stories as read; taken one batch at a time.
        resources: Language pipeline, world and codebook.
        batch_size: How many stories are parsed together.
        strict: Raise when coding a story fails, instead of noting it in ``problems``.

    Yields:
        One coded story for each story, with the decisions behind it.
    """
    read = (read_story(story) for story in stories)
    for parse in parse_stories(read, resources.nlp, batch_size=batch_size):
        yield _record(parse, _code(parse, resources, strict=strict), resources.made_by)


def _code(parse: Parse, resources: Resources, *, strict: bool) -> Coding:
    if not parse.sentences:
        return _NOTHING
    try:
        mentions = find_mentions(parse, resources.world)
        times = find_times(parse, resources.world)
        return code_parse(parse, mentions, times, resources.world, resources.codebook)
    # One bad story must not cost the others their records, whatever is wrong with it.
    except Exception as error:
        if strict:
            raise
        _LOG.warning("story %s could not be coded: %s", parse.story.raw.id, type(error).__name__)
        _LOG.debug("the fault", exc_info=True)
        reason = f"coding failed ({type(error).__name__}: {error}); please report this story"
        return replace(_NOTHING, problems=(reason,))


def _record(parse: Parse, coding: Coding, made_by: MadeBy) -> Explained:
    story, raw = parse.story, parse.story.raw
    record = CodedStory(
        id=raw.id,
        url=raw.url,
        outlet=raw.outlet,
        title=story.title,
        language=story.language,
        published=story.published,
        wire=story.wire,
        text=raw.text,
        sentences=tuple(Span(start=s.start, end=s.end) for s in parse.sentences),
        entities=coding.entities,
        statements=coding.statements,
        events=coding.events,
        agreements=coding.agreements,
        visits=coding.visits,
        problems=(*story.problems, *coding.problems),
        made_by=made_by,
    )
    return Explained(story=record, decisions=coding.decisions)
