"""Comparing the events of one story: the part that full and lean gold stories share.

A coded event pairs with a gold one of the same type that is reported where it is coded; each pairs
once. Gold events that are background or not actual are neither asked for nor held against a coder.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.evaluation.pairing import Pairs, pair
from kawat.evaluation.scores import IDLE, Confused, Difference, StoryScore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kawat.evaluation.gold import GoldEntity
    from kawat.evaluation.scores import Outcome
    from kawat.records import CodedStory, Entity, Event, Span

# Countries, or countries with sectors, of the actors and of the recipients.
Sides = tuple[frozenset[str], frozenset[str]]
# Stands for a country or sector that isn't known; unknown and unknown agree.
UNKNOWN = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A gold event, ready to compare.

    Attributes:
        type: PLOVER type.
        asked: False for background and what did not happen.
        places: Spans in which a coded trigger counts as reporting it, the best first.
        trigger: Where its trigger stands; None if it isn't in the text.
        words: The words of the trigger.
        countries: Countries of the two sides.
        roles: Countries with main sectors of the two sides.
        modes: Its modes; empty if none is given.
        date: Its date, if given.
        place_country: Country code of its place, if given.
    """

    type: str
    asked: bool
    places: tuple[Span, ...]
    trigger: Span | None
    words: str
    countries: Sides
    roles: Sides = (frozenset(), frozenset())
    modes: tuple[str, ...] = ()
    date: str | None = None
    place_country: str | None = None

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in a sentence that reports it."""
        return any(place.start <= offset < place.end for place in self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A coded event, ready to compare.

    Attributes:
        event: The event as coded.
        starts: Where it is reported.
        countries: Countries of the two sides.
        roles: Countries with main sectors of the two sides.
    """

    event: Event
    starts: tuple[int, ...]
    countries: Sides
    roles: Sides = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What became of the events under one test.

    Attributes:
        pairs: Indexes of asked and found events that pair.
        allowed: Indexes of found events that pair with one that isn't asked for.
    """

    pairs: Pairs
    allowed: frozenset[int]


def actual_events(coded: CodedStory) -> Iterator[Event]:
    """Give the coded events that are compared at all."""
    return (e for e in coded.events if e.status == "actual" and not e.background)


def sides(
    parties: Mapping[str, GoldEntity] | Mapping[str, Entity],
    actors: Iterable[str],
    recipients: Iterable[str],
) -> tuple[Sides, Sides]:
    """Give the countries of both sides of an event, and their countries with main sectors.

    Args:
        parties: The entities of the story by id; an id that isn't there is passed over.
        actors: Ids of those who act.
        recipients: Ids of those acted on.

    >>> from kawat.evaluation.gold import GoldEntity
    >>> who = {"e1": GoldEntity(id="e1", type="GPE", name="Hanoi", country="VNM", sectors=("GOV",))}
    >>> sides(who, ["e1"], [])
    ((frozenset({'VNM'}), frozenset()), (frozenset({'VNM GOV'}), frozenset()))
    """
    known = [[parties[i] for i in ids if i in parties] for ids in (actors, recipients)]
    countries = [frozenset(party.country or UNKNOWN for party in side) for side in known]
    roles = [
        frozenset(f"{p.country or UNKNOWN} {next(iter(p.sectors), UNKNOWN)}" for p in side)
        for side in known
    ]
    return (countries[0], countries[1]), (roles[0], roles[1])


def same_event(wanted: Wanted, found: Found) -> bool:
    """Whether they are of one type, and what is coded stands where the gold event is reported."""
    return wanted.type == found.event.type and any(map(wanted.holds, found.starts))


def same_dyad(wanted: Wanted, found: Found) -> bool:
    """Whether they are the same event, with the same countries on both sides."""
    return wanted.countries == found.countries and same_event(wanted, found)


class EventComparison:
    """The events of one story under one test after the other.

    Args:
        wanted: All gold events.
        found: The coded events that are compared.
    """

    def __init__(self, wanted: Sequence[Wanted], found: Sequence[Found]) -> None:
        self.asked = tuple(event for event in wanted if event.asked)
        self.rest = tuple(event for event in wanted if not event.asked)
        self.found = tuple(found)

    def compare(self, same: Callable[[Wanted, Found], bool]) -> Compared:
        """Pair what is asked for under a test; what is left may still pair with the rest."""
        pairs = pair(self.asked, self.found, same)
        taken = {coded for _, coded in pairs}
        left = [n for n in range(len(self.found)) if n not in taken]
        spare = pair(self.rest, [self.found[n] for n in left], same_event)
        return Compared(pairs=pairs, allowed=frozenset(left[n] for _, n in spare))

    def count(self, score: StoryScore, figure: str, compared: Compared) -> None:
        """Count a test."""
        coded = len(self.found) - len(compared.allowed)
        score.add(figure, len(compared.pairs), coded, len(self.asked))

    def count_idle(self, score: StoryScore) -> None:
        """Count what was coded in a story without events; other stories say nothing on it."""
        if not self.asked and not self.rest:
            score.add(IDLE, len(self.found), 0, 1)

    def count_types(self, score: StoryScore, figure: str, compared: Compared) -> None:
        """Count each type on its own; what is coded and only allowed counts as coded here."""
        paired = {gold for gold, _ in compared.pairs}
        for number, wanted in enumerate(self.asked):
            score.add(f"{figure}.{wanted.type}", int(number in paired), 0, 1)
        for found in self.found:
            score.add(f"{figure}.{found.event.type}", 0, 1, 0)

    def confuse(self, score: StoryScore, compared: Compared, story: str, text: str) -> None:
        """Note which type was coded for which, and every event that one side alone has."""
        for gold, _ in compared.pairs:
            score.confused[Confused(self.asked[gold].type, self.asked[gold].type)] += 1
        missed = set(range(len(self.asked))) - {gold for gold, _ in compared.pairs}
        extra = set(range(len(self.found))) - {n for _, n in compared.pairs} - compared.allowed
        instead = self._neighbours(missed, extra)
        coded_for = {coded: gold for gold, coded in instead.items()}
        differences = [_left_out(self.found[n], "allowed", story, text) for n in compared.allowed]
        for gold in missed:
            wanted, coded = self.asked[gold], instead.get(gold)
            other = None if coded is None else self.found[coded].event.type
            score.confused[Confused(wanted.type, other)] += 1
            differences.append(_missed(wanted, story, text, other))
        for number in extra:
            found, asked = self.found[number], coded_for.get(number)
            other = None if asked is None else self.asked[asked].type
            if other is None:
                score.confused[Confused(None, found.event.type)] += 1
            differences.append(_left_out(found, "extra", story, text, other))
        score.differences = tuple(sorted(differences, key=_order))

    def _neighbours(self, missed: set[int], extra: set[int]) -> dict[int, int]:
        """Match misses with extras of the same sentence, nearest triggers first, each once."""
        near = sorted(
            (_distance(self.asked[gold], self.found[coded]), gold, coded)
            for gold in missed
            for coded in extra
            if self.asked[gold].holds(self.found[coded].event.trigger.start)
        )
        matched: dict[int, int] = {}
        for _, gold, coded in near:
            if gold not in matched and coded not in matched.values():
                matched[gold] = coded
        return matched


def _distance(wanted: Wanted, found: Found) -> int:
    place = wanted.trigger or wanted.places[0]
    return abs(place.start - found.event.trigger.start)


def _missed(wanted: Wanted, story: str, text: str, instead: str | None) -> Difference:
    sentence = wanted.places[0] if wanted.places else None
    place = wanted.trigger or sentence
    return Difference(
        outcome="missed",
        story=story,
        start=place.start if place else None,
        end=place.end if place else None,
        type=wanted.type,
        trigger=wanted.words,
        sentence=text[sentence.start : sentence.end] if sentence else "",
        instead=instead,
    )


def _left_out(
    found: Found, outcome: Outcome, story: str, text: str, instead: str | None = None
) -> Difference:
    event = found.event
    return Difference(
        outcome=outcome,
        story=story,
        start=event.trigger.start,
        end=event.trigger.end,
        type=event.type,
        trigger=event.trigger.text,
        sentence=text[event.sentence.start : event.sentence.end],
        instead=instead,
    )


def _order(difference: Difference) -> tuple[int, str, str]:
    return difference.start or 0, difference.outcome, difference.type
