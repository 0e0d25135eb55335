"""From parsed sentences and mentions to entities and statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kawat.coding.discourse.chains import gather
from kawat.coding.discourse.direct import read_direct
from kawat.coding.discourse.entities import make_entities
from kawat.coding.discourse.indirect import read_indirect
from kawat.coding.discourse.order import resolve
from kawat.coding.discourse.quotes import find_quotes
from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.reports import Report
from kawat.coding.discourse.words import Words, lay_out
from kawat.records import Entity, Mention, Parse, Span, Statement, TextSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """Who is spoken of in a story, and who says what.

    Attributes:
        entities: Those who speak, act or are acted on, in the order of their first mention.
        mention_entity: Id of the entity of each mention (parallel to the mentions), or None.
        minor: Further entities that the story only mentions; a record may need them.
        mention_minor: Id of the minor entity of each mention, or None.
        statements: Reported speech, in the order of the text.
        quoted: Spans of direct quotes, marks included.
    """

    entities: tuple[Entity, ...]
    mention_entity: tuple[str | None, ...]
    minor: tuple[Entity, ...] = ()
    mention_minor: tuple[str | None, ...] = ()
    statements: tuple[Statement, ...]
    quoted: tuple[Span, ...]


def read_discourse(parse: Parse, mentions: Sequence[Mention], reporting: Reporting) -> Discourse:
    """Find the entities and the reported speech of a story.

    Args:
        parse: The story with its parsed sentences.
        mentions: What the world stage found in them, in order.
        reporting: The compiled ``reporting.yml``.
    """
    words = lay_out(parse, mentions)
    quotes = find_quotes(words.text, parse.story.paragraphs, lambda word: _follows(reporting, word))
    direct = read_direct(words, reporting, quotes)
    reports = sorted(
        (*direct.reports, *read_indirect(words, reporting, direct)), key=lambda r: r.place
    )
    chains, of = gather(words, reporting)
    speakers, of = resolve(words, reporting, reports, chains, of)
    cast = make_entities(words, chains)
    major = {entity.id for entity in cast.major}
    ids = [cast.ids.get(chain) for chain in of]
    return Discourse(
        entities=cast.major,
        mention_entity=tuple(i if i in major else None for i in ids),
        minor=cast.minor,
        mention_minor=tuple(None if i in major else i for i in ids),
        statements=_statements(words, reports, speakers, cast.ids),
        quoted=tuple(Span(start=q.start, end=q.end) for q in direct.quotes),
    )


def _follows(reporting: Reporting, word: str) -> bool:
    cue = reporting.cues.get(word)
    return cue is not None and cue.form == "bare"


def _statements(
    words: Words, reports: Sequence[Report], speakers: Sequence[int | None], ids: Mapping[int, str]
) -> tuple[Statement, ...]:
    said = [(r, s) for r, s in zip(reports, speakers, strict=True) if r.end > r.start]
    said.sort(key=lambda pair: (pair[0].start, pair[0].end))
    statements = []
    for number, (report, speaker) in enumerate(said, start=1):
        statements.append(
            Statement(
                id=f"s{number}",
                start=report.start,
                end=report.end,
                text=words.text[report.start : report.end],
                kind=report.kind,
                speaker=None if speaker is None else ids.get(speaker),
                cue=_cue(words, report.cue),
            )
        )
    return tuple(statements)


def _cue(words: Words, place: int | None) -> TextSpan | None:
    if place is None:
        return None
    token = words.tokens[place]
    return TextSpan(start=token.start, end=token.end, text=token.text)


def speaker_of(discourse: Discourse, offset: int) -> Statement | None:
    """The innermost statement in which an offset of the story lies.

    Args:
        discourse: What was read of the story.
        offset: Character offset in the text.

    Returns:
        The statement, whose ``speaker`` is the entity; None outside of reported speech.
    """
    inside = [s for s in discourse.statements if s.start <= offset < s.end]
    return min(inside, key=lambda s: s.end - s.start, default=None)
