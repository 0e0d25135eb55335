"""Who acts on whom in an event that several sentences report.

Comes in: the candidates of one event. Goes out: its actors and recipients. What one sentence leaves
out another may tell; a meeting told once as a visit has the visitor as actor and whom he met as
recipient (GUIDELINES, "Visits").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kawat.coding.merge import Candidate
from kawat.records import Entity

VISIT = "visit"
Ids = tuple[str, ...]


def find_sides(group: Sequence[Candidate], entities: Mapping[str, Entity]) -> tuple[Ids, Ids]:
    """Find the parties of an event.

    Args:
        group: The candidates that report it, the leading one first.
        entities: Id → entity of the story.

    Returns:
        Ids of its actors and of its recipients.
    """
    for candidate in group:
        draft = candidate.draft
        if VISIT in candidate.modes and draft.actors and not draft.reading.rule.reciprocal:
            hosts = _met(group, draft.actors, entities)
            return draft.actors, hosts or draft.recipients
    lead = group[0].draft
    actors = lead.actors or next((c.draft.actors for c in group if c.draft.actors), ())
    if lead.reading.rule.reciprocal and actors:
        return actors, ()
    told = (lead.recipients, *(c.draft.recipients for c in group))
    recipients = next((ids for ids in told if ids and not set(ids) & set(actors)), ())
    return actors, recipients


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
