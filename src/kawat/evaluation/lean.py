"""Scoring a story of which only the events are coded.

event      pairs of gold and coded events (see ``events``); any mention of a coded event counts
dyad       the same, with the same countries on both sides
mention    pairs of sentence and type
idle       coded events in a story that has none at all
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.evaluation.events import (
    UNKNOWN,
    EventComparison,
    Found,
    Wanted,
    actual_events,
    same_dyad,
    same_event,
    sides,
)
from kawat.evaluation.scores import StoryScore
from kawat.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kawat.evaluation.gold import LeanMention, LeanParty, LeanStory
    from kawat.records import CodedStory, Event


def score_lean(gold: LeanStory, coded: CodedStory) -> StoryScore:
    """Compare a lean gold story with the record of its text.

    Args:
        gold: What a person coded.
        coded: The record; an empty one if there is none.

    Returns:
        The counts of the story.

    Example:
        >>> from kawat.evaluation import LeanStory, empty_record
        >>> gold = LeanStory(id="a", sentences=((0, 41),), events=())
        >>> coded = empty_record("a", "Hujan turun di Bogor sejak Minggu malam.")
        >>> sorted(score_lean(gold, coded).counts)
        ['dyad', 'event', 'idle', 'mention']
    """
    score = StoryScore()
    found = [_found(event, coded) for event in actual_events(coded)]
    events = EventComparison(tuple(_wanted(gold)), found)
    events.count_idle(score)
    compared = events.compare(same_event)
    events.count(score, "event", compared)
    events.count_types(score, "event", compared)
    events.confuse(score, compared, gold.id, coded.text)
    events.count(score, "dyad", events.compare(same_dyad))
    _count_mentions(score, gold, events)
    return score


def _wanted(gold: LeanStory) -> Iterator[Wanted]:
    """Join the mentions of each event; one that is told as actual anywhere is asked for."""
    mentions: dict[tuple[int, str], list[LeanMention]] = {}
    for mention in gold.events:
        mentions.setdefault((mention.event, mention.type), []).append(mention)
    for (_, type_), all_mentions in mentions.items():
        live = [m for m in all_mentions if m.status == "actual" and not m.background]
        used = live or all_mentions
        trigger = used[0].trigger
        yield Wanted(
            type=type_,
            asked=bool(live),
            places=tuple(gold.sentence_span(n) for n in sorted({m.sentence for m in used})),
            trigger=Span(start=trigger.start, end=trigger.end),
            words=trigger.text,
            countries=(
                _countries(p for m in used for p in m.actors),
                _countries(p for m in used for p in m.recipients),
            ),
        )


def _found(event: Event, coded: CodedStory) -> Found:
    parties = {entity.id: entity for entity in coded.entities}
    countries, _ = sides(parties, event.actors, event.recipients)
    starts = tuple(mention.start for mention in (event.trigger, *event.also))
    return Found(event=event, starts=starts, countries=countries)


def _countries(parties: Iterable[LeanParty]) -> frozenset[str]:
    return frozenset(party.country or UNKNOWN for party in parties)


def _count_mentions(score: StoryScore, gold: LeanStory, events: EventComparison) -> None:
    asked, rest = _reports(gold, events.asked), _reports(gold, events.rest)
    numbers = (
        (gold.sentence_at(start), found.event.type)
        for found in events.found
        for start in found.starts
    )
    got = {(number, type_) for number, type_ in numbers if number is not None}
    score.add("mention", len(asked & got), len(got - (rest - asked)), len(asked))


def _reports(gold: LeanStory, events: Iterable[Wanted]) -> set[tuple[int, str]]:
    """Give sentence and type of each report of some events."""
    numbers = {start: number for number, (start, _) in enumerate(gold.sentences)}
    return {(numbers[place.start], event.type) for event in events for place in event.places}
