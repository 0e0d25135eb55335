"""Scoring a story that is coded in full: wire, entities, statements, events, agreements, visits.

events.type     pairs of gold and coded events (see ``events``); the coded trigger counts
events.dyad     the same, with the same countries on both sides
events.actor    the same as dyad, on country and main sector
events.full     the same as actor, with the same date
events.mode, .date, .place_country, entities.country, .sector, .role
                shares of the pairs that agree, where the gold story gives it
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kawat.evaluation.entities import same_entity, score_entities
from kawat.evaluation.events import (
    EventComparison,
    Found,
    Wanted,
    actual_events,
    same_dyad,
    same_event,
    sides,
)
from kawat.evaluation.pairing import pair
from kawat.evaluation.scores import StoryScore
from kawat.evaluation.texts import find_quote, find_within, folded, overlap
from kawat.records import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kawat.evaluation.events import Compared
    from kawat.evaluation.gold import (
        FullStory,
        GoldAgreement,
        GoldEvent,
        GoldStatement,
        GoldVisit,
    )
    from kawat.records import Agreement, CodedStory, Entity, Event, Statement, Visit

# Two statements are the same stretch of speech if they share this part of what they cover.
_SAME_STRETCH = 0.7


def score_full(gold: FullStory, coded: CodedStory) -> StoryScore:
    """Compare a full gold story with the record of its text.

    Args:
        gold: What a person coded.
        coded: The record; an empty one if there is none.

    Returns:
        The counts of the story.

    Example:
        >>> from kawat.evaluation import FullStory, GoldVisit, empty_record
        >>> visit = GoldVisit(visitor_country="VNM", host_country="IDN")
        >>> gold = FullStory(id="a", text="Khai tiba di Jakarta.", visits=(visit,))
        >>> score_full(gold, empty_record("a", gold.text)).counts["visits.dyad"]
        Counts(hits=0, coded=0, gold=1)
    """
    score = StoryScore()
    _score_wire(score, gold, coded)
    score_entities(score, gold, coded)
    _score_statements(score, gold, coded)
    _score_events(score, gold, coded)
    _score_agreements(score, gold, coded)
    _score_visits(score, gold, coded)
    return score


def _score_wire(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    for name in ("agency", "dateline", "source", "copyright"):
        want, got = folded(getattr(gold.wire, name)), folded(getattr(coded.wire, name))
        score.add(f"wire.{name}", int(want == got != ""), int(got != ""), int(want != ""))
    for name in ("reporters", "translators", "editors", "related"):
        wants = Counter(map(folded, getattr(gold.wire, name)))
        gots = Counter(map(folded, getattr(coded.wire, name)))
        score.add(f"wire.{name}", (wants & gots).total(), gots.total(), wants.total())
    want, got = (gold.published or "")[:10], (coded.published or "")[:10]
    score.add("wire.published", int(want == got != ""), int(got != ""), int(want != ""))


def _score_statements(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    places = [(find_quote(gold.text, s.text), s) for s in gold.statements]
    wanted = [(place, statement) for place, statement in places if place]
    speakers = {e.id: e for e in gold.entities}, {e.id: e for e in coded.entities}

    def same_stretch(want: tuple[Span, GoldStatement], got: Statement) -> bool:
        return overlap(want[0], Span(start=got.start, end=got.end)) >= _SAME_STRETCH

    def same_speaker(want: tuple[Span, GoldStatement], got: Statement) -> bool:
        one = speakers[0].get(want[1].speaker or "")
        other = speakers[1].get(got.speaker or "")
        if one is None or other is None:
            return one is None and other is None
        return same_entity(one, other)

    for name, kinds in (
        ("statements", {"direct", "indirect", "mixed"}),
        ("statements.direct", {"direct"}),
    ):
        want = [item for item in wanted if item[1].kind in kinds]
        got = [statement for statement in coded.statements if statement.kind in kinds]
        spans = pair(want, got, same_stretch)
        attributed = pair(want, got, lambda w, g: same_stretch(w, g) and same_speaker(w, g))
        score.add(f"{name}.span", len(spans), len(got), len(want))
        score.add(f"{name}.attributed", len(attributed), len(got), len(want))


def _score_events(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    parties = {entity.id: entity for entity in coded.entities}
    wanted = [_wanted(event, gold) for event in gold.events]
    found = [_found(event, parties) for event in actual_events(coded)]
    events = EventComparison(wanted, found)
    events.count_idle(score)
    compared = events.compare(same_event)
    events.count(score, "events.type", compared)
    events.count_types(score, "events.type", compared)
    events.confuse(score, compared, gold.id, gold.text)
    _score_details(score, events, compared)
    events.count(score, "events.dyad", events.compare(same_dyad))
    events.count(score, "events.actor", events.compare(_same_roles))
    events.count(score, "events.full", events.compare(_same_roles_and_date))


def _wanted(event: GoldEvent, gold: FullStory) -> Wanted:
    parties = {entity.id: entity for entity in gold.entities}
    countries, roles = sides(parties, event.actors, event.recipients)
    sentence = find_quote(gold.text, event.sentence)
    quotes = (find_quote(gold.text, also) for also in event.also)
    return Wanted(
        type=event.type,
        asked=event.status == "actual" and not event.background,
        places=tuple(place for place in (sentence, *quotes) if place),
        trigger=find_within(gold.text, sentence, event.trigger) if sentence else None,
        words=event.trigger,
        countries=countries,
        roles=roles,
        modes=event.modes,
        date=event.date,
        place_country=event.place_country,
    )


def _found(event: Event, parties: Mapping[str, Entity]) -> Found:
    countries, roles = sides(parties, event.actors, event.recipients)
    return Found(event=event, starts=(event.trigger.start,), countries=countries, roles=roles)


def _same_roles(wanted: Wanted, found: Found) -> bool:
    return wanted.roles == found.roles and same_event(wanted, found)


def _same_roles_and_date(wanted: Wanted, found: Found) -> bool:
    return (wanted.date or "") == (found.event.date or "") and _same_roles(wanted, found)


def _score_details(score: StoryScore, events: EventComparison, compared: Compared) -> None:
    pairs = [(events.asked[gold], events.found[coded].event) for gold, coded in compared.pairs]
    modes = [bool(set(w.modes) & set(e.modes)) for w, e in pairs if w.modes]
    dates = [w.date == e.date for w, e in pairs if w.date]
    places = [w.place_country == e.place_country for w, e in pairs if w.place_country]
    score.add_share("events.mode", modes)
    score.add_share("events.date", dates)
    score.add_share("events.place_country", places)


def _score_agreements(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    def same_parties(want: GoldAgreement, got: Agreement) -> bool:
        return bool(want.parties) and set(want.parties) == set(got.parties)

    def same_status(want: GoldAgreement, got: Agreement) -> bool:
        return want.status == got.status and same_parties(want, got)

    sizes = len(coded.agreements), len(gold.agreements)
    for name, same in (("parties", same_parties), ("status", same_status)):
        score.add(f"agreements.{name}", len(pair(gold.agreements, coded.agreements, same)), *sizes)


def _score_visits(score: StoryScore, gold: FullStory, coded: CodedStory) -> None:
    def same_countries(want: GoldVisit, got: Visit) -> bool:
        countries = want.visitor_country, want.host_country
        return countries == (got.visitor_country, got.host_country)

    pairs = pair(gold.visits, coded.visits, same_countries)
    score.add("visits.dyad", len(pairs), len(coded.visits), len(gold.visits))
