"""Who acts on whom in an event that several sentences report.

Comes in: the candidates of one event. Goes out: its actors and recipients. What one sentence leaves
out another may tell; a meeting told once as a visit has the visitor as actor and whom he met as
recipient (GUIDELINES, "Visits"). So has a visitor where two states meet at home of one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kawat.coding.merge import Candidate
from kawat.coding.participants import Parties
from kawat.coding.placing import NO_STATES
from kawat.coding.scene import Scene
from kawat.records import Entity

VISIT = "visit"
PAIR = 2
Ids = tuple[str, ...]


def find_sides(
    scene: Scene, group: Sequence[Candidate], country: str | None
) -> tuple[Ids, Ids, bool]:
    """Find the parties of an event.

    Args:
        scene: The story.
        group: The candidates that report it, the leading one first.
        country: Where it took place, if known.

    Returns:
        Ids of its actors and of its recipients; and whether a visitor met his host.
    """
    actors, recipients = _told_sides(scene, group)
    hosts = _hosts(scene, group, (*actors, *recipients), country)
    if not hosts:
        return actors, recipients, False
    return tuple(i for i in (*actors, *recipients) if i not in hosts), hosts, True


def _hosts(scene: Scene, group: Sequence[Candidate], parties: Ids, country: str | None) -> Ids:
    """Return the side that has the other as its visitor where two meet, if either has."""
    words, draft = scene.tables.details, group[0].draft
    modes = {mode for candidate in group for mode in candidate.modes}
    countries = {scene.entities[id_].country for id_ in parties}
    if (
        draft.type not in words["hosted"]
        or not draft.reading.rule.reciprocal
        or not words["unhosted"].isdisjoint(modes)
        or len(countries) != PAIR
    ):
        return ()
    if country not in countries and VISIT in modes:
        # An international body has no country to be at home in: who meets it is the visitor.
        country = next(iter(sorted(NO_STATES.intersection(countries))), None)
    return tuple(id_ for id_ in parties if scene.entities[id_].country == country)


def _told_sides(scene: Scene, group: Sequence[Candidate]) -> tuple[Ids, Ids]:
    """Return the parties as the reports name them."""
    for candidate in group:
        draft = candidate.draft
        if VISIT in candidate.modes and draft.actors and not draft.reading.rule.reciprocal:
            hosts = _met(group, draft.actors, scene.entities)
            return draft.actors, hosts or draft.recipients
    lead = group[0].draft
    actors = lead.actors or next((c.draft.actors for c in group if c.draft.actors), ())
    if lead.reading.rule.reciprocal and actors:
        return actors, lead.recipients
    told = (lead.recipients, *(c.draft.recipients for c in group))
    recipients = next((ids for ids in told if ids and not set(ids) & set(actors)), ())
    if not actors and recipients:
        actors = tuple(i for i in _unnamed(scene, group) if i not in recipients)
    return actors, recipients


def _unnamed(scene: Scene, group: Sequence[Candidate]) -> Ids:
    """Return who is likely to have acted where no report names anybody."""
    for draft in (candidate.draft for candidate in group):
        parties = Parties(scene=scene, sentence=draft.sentence, reading=draft.reading, beside=())
        likely = parties.unnamed(draft.statement)
        if likely:
            return likely
    return ()


def _met(group: Sequence[Candidate], visitors: Ids, entities: Mapping[str, Entity]) -> Ids:
    """Return whom the visitors met, of another country than their own."""
    own = {entities[id_].country for id_ in visitors}
    met = [
        id_
        for candidate in group
        if candidate.draft.reading.rule.reciprocal
        for id_ in candidate.draft.actors
        if id_ not in visitors and entities[id_].country not in own
    ]
    return tuple(dict.fromkeys(met))
