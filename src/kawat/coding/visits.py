"""Visits: travel of officials to another country, read off the events and the journeys told.

Comes in: the scene and its events. Goes out: one visit for each visitor and host country, with the
stage it has reached.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kawat.coding.events import CodedEvents
from kawat.coding.gate import closed_by
from kawat.coding.journeys import Journey, VisitStatus, find_journeys, is_resident
from kawat.coding.placing import NO_STATES
from kawat.coding.scene import Scene
from kawat.records import Entity, Event, Visit

STATUS_BY_TYPE: Mapping[str, VisitStatus] = {
    "CONSULT": "actual",
    "AGREE": "planned",
    "REQUEST": "planned",
    "REJECT": "cancelled",
}
PHONE = "phone"
TRAVELLERS = frozenset({"PER", "GRP"})
# An official who arrived more days ago than this is home again, if the story says nothing else.
DAY, LASTS = 10, 6
# A later stage told of the same journey replaces an earlier one.
RANK: Mapping[str, int] = {"planned": 0, "actual": 1, "ended": 2, "cancelled": 2}


def code_visits(scene: Scene, coded: CodedEvents) -> tuple[Visit, ...]:
    """Code the visits of a story.

    Args:
        scene: The story.
        coded: Its events.

    Returns:
        Visits in the order in which the story tells them.
    """
    told = [*_from_events(scene, coded), *find_journeys(scene)]
    if not told or closed_by(scene.parse, scene.codebook) is not None:
        return ()
    found: dict[tuple[str, str], Visit] = {}
    for journey in sorted(told, key=lambda j: j.evidence.start):
        key = _same(scene, found, journey)
        if key in found:
            named = _is_named(scene, found[key].visitor)
            visitor = found[key].visitor if named else journey.visitor
            found[key] = replace(_joined(found[key], journey), visitor=visitor)
        else:
            found[key] = _visit(journey, scene.entities[journey.visitor])
    staged = (_staged(visit, scene.published) for visit in found.values())
    return tuple(replace(visit, id=f"t{number}") for number, visit in enumerate(staged, start=1))


def _same(
    scene: Scene, found: Mapping[tuple[str, str], Visit], journey: Journey
) -> tuple[str, str]:
    """Return the key of the visit that a journey tells again, else a new one.

    "Presiden Prancis" without a name is whoever of France is told to travel there.
    """
    key = journey.visitor, journey.host
    if key in found:
        return key
    country = scene.entities[journey.visitor].country
    named = _is_named(scene, journey.visitor)
    again = (
        k
        for k, v in found.items()
        if (v.visitor_country, k[1]) == (country, journey.host)
        and not (named and _is_named(scene, v.visitor))
    )
    return next(again, key)


def _is_named(scene: Scene, id_: str) -> bool:
    mentions = (scene.mentions[i] for i in scene.mentions_of(id_))
    return any(m.form == "name" for m in mentions)


def _from_events(scene: Scene, coded: CodedEvents) -> Iterator[Journey]:
    """Yield the journeys that events tell: visits, and plans, requests and refusals of them."""
    entities = scene.entities
    # The day on which a meeting or a promise is news is not that of an arrival.
    told = {time.date for time in scene.times}
    for event in coded.events:
        stage = STATUS_BY_TYPE.get(event.type)
        if stage is None or event.status != "actual" or PHONE in event.modes:
            continue
        met = event.type == "CONSULT" and event.place is not None
        if event.id not in coded.travel and not met:
            continue
        host = _host_country(event, entities)
        if host is None or host in NO_STATES or _others_go(event, entities, host):
            continue
        for id_ in event.actors:
            if _is_official(scene, entities[id_]) and entities[id_].country not in (None, host):
                yield Journey(
                    visitor=id_,
                    host=host,
                    place=event.place,
                    date=event.date if stage == "actual" and event.date in told else None,
                    status="ended" if event.background and stage == "actual" else stage,
                    evidence=event.trigger,
                )


def _others_go(event: Event, entities: Mapping[str, Entity], host: str) -> bool:
    """Say whether a request asks others than the host to travel: "meminta warga mengunjungi X"."""
    asked = {entities[id_].country for id_ in event.recipients}
    return event.type == "REQUEST" and host not in asked


def _is_official(scene: Scene, entity: Entity) -> bool:
    sector = entity.sectors[0] if entity.sectors else None
    if is_resident(scene, entity.role or entity.name):
        return False
    return entity.type in TRAVELLERS and sector in scene.tables.visits.lists["sectors"]


def _host_country(event: Event, entities: Mapping[str, Entity]) -> str | None:
    """Return the country visited: the place of the event, else that of who receives."""
    if event.place_country is not None:
        return event.place_country
    countries = (entities[id_].country for id_ in event.recipients)
    return next((country for country in countries if country is not None), None)


def _visit(journey: Journey, visitor: Entity) -> Visit:
    return Visit(
        id="",
        visitor=visitor.id,
        visitor_country=visitor.country,
        host_country=journey.host,
        place=journey.place,
        arrival=journey.date,
        status=journey.status,
        evidence=(journey.evidence,),
    )


def _staged(visit: Visit, published: str | None) -> Visit:
    """Set the stage that the arrival shows: a day to come is planned, one long past has ended."""
    arrival = visit.arrival
    if arrival is None or published is None or visit.status != "actual":
        return visit
    if arrival > published[: len(arrival)]:
        return replace(visit, status="planned")
    over = datetime.date.fromisoformat(published[:DAY]) - datetime.timedelta(days=LASTS)
    return replace(visit, status="ended") if arrival < over.isoformat()[: len(arrival)] else visit


def _joined(visit: Visit, journey: Journey) -> Visit:
    """Add one more telling of a visit: its further words, date and place, and its later stage."""
    known = journey.evidence in visit.evidence
    # Of the same words the more careful reading holds: who is invited to visit has not done so.
    doubted = known and journey.status == "planned"
    later = doubted or (RANK[journey.status] > RANK[visit.status] and not known)
    return replace(
        visit,
        place=visit.place or journey.place,
        arrival=visit.arrival or journey.date,
        status=journey.status if later else visit.status,
        evidence=visit.evidence if known else (*visit.evidence, journey.evidence),
    )
