"""Code the events of a story: drafts of every sentence, joined, with their details.

Comes in: a scene. Goes out: events, one a distinct event, and decisions for `kawat explain`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.details import find_contexts, find_modes, find_setting, join_settings
from kawat.coding.drafts import Draft, draft_sentence
from kawat.coding.gate import closed_by
from kawat.coding.merge import Candidate, Joiner
from kawat.coding.numbers import find_numbers
from kawat.coding.opinion import review
from kawat.coding.rulebook.types import PloverType, WordRule
from kawat.coding.scene import Scene
from kawat.coding.sides import VISIT, find_sides
from kawat.coding.speeches import Speech, find_speeches
from kawat.records import Decision, Event, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvents:
    """Events of a story, and what was decided on the way.

    Attributes:
        events: The events.
        travel: Ids of the events that tell of a visit, whatever became of it.
        decisions: What was coded or dropped, and why.
    """

    events: tuple[Event, ...]
    travel: frozenset[str]
    decisions: tuple[Decision, ...]


def code_events(scene: Scene) -> CodedEvents:
    """Code the events of a story.

    Args:
        scene: The story.

    Returns:
        Events in the order of their first trigger, and all decisions.
    """
    topic = closed_by(scene.parse, scene.codebook)
    if topic is not None:
        return CodedEvents(events=(), travel=frozenset(), decisions=(_gated(scene, topic),))
    candidates, decisions = draft_story(scene)
    groups, loose = join_story(scene, candidates)
    decisions.extend(
        Decision(
            rule=c.draft.reading.rule.id,
            trigger=c.draft.trigger,
            outcome=None,
            reason="a noun without parties that repeats no event of the story",
        )
        for c in loose
    )
    verdicts = review(scene, candidates, groups)
    for group, verdict in zip(groups, verdicts, strict=True):
        if not verdict.keep:
            decisions.extend(_vetoed(candidate, verdict.reason) for candidate in group)
    kept = [group for group, verdict in zip(groups, verdicts, strict=True) if verdict.keep]
    events, travel, speeches = [], set(), find_speeches(scene)
    for number, group in enumerate(kept, start=1):
        event = _event(scene, f"v{number}", group, speeches)
        events.append(event)
        if any(VISIT in part.rule.modes for c in group for part in c.draft.reading.chain()):
            travel.add(event.id)
        decisions.extend(_coded(event.id, candidate) for candidate in group)
    return CodedEvents(events=tuple(events), travel=frozenset(travel), decisions=tuple(decisions))


def draft_story(scene: Scene) -> tuple[list[Candidate], list[Decision]]:
    """Draft the events of every sentence, not yet joined.

    Args:
        scene: The story.

    Returns:
        Candidates in the order of the story, and decisions on what was dropped.
    """
    candidates: list[Candidate] = []
    decisions: list[Decision] = []
    for index in range(len(scene.graphs)):
        drafts, dropped = draft_sentence(scene, index)
        decisions.extend(dropped)
        for draft in drafts:
            modes, mode_rules = find_modes(scene, draft)
            candidates.append(
                Candidate(
                    draft=draft,
                    setting=find_setting(scene, draft),
                    modes=modes,
                    why=(*draft.why, *mode_rules),
                )
            )
    return candidates, decisions


def join_story(
    scene: Scene, candidates: Sequence[Candidate]
) -> tuple[tuple[tuple[Candidate, ...], ...], tuple[Candidate, ...]]:
    """Group the candidates that report the same event; and those that repeat none."""
    words = scene.tables.details
    joiner = Joiner(
        entities=scene.entities,
        types=scene.codebook.types,
        one_voice=words["one_voice"],
        by_actor=words["by_actor"],
        alike=words["alike"],
        by_addressee=words["by_addressee"],
    )
    return joiner.join(candidates)


def _gated(scene: Scene, topic: WordRule) -> Decision:
    trigger = scene.text_span(0, 0, 1)
    reason = f"the topic gate closed: the story is about {topic.value}"
    return Decision(rule=topic.id, trigger=trigger, outcome=None, reason=reason)


def _coded(event: str, candidate: Candidate) -> Decision:
    draft = candidate.draft
    reason = f"{draft.type}, {draft.status}, by {' in '.join(draft.why)}"
    return Decision(rule=draft.reading.rule.id, trigger=draft.trigger, outcome=event, reason=reason)


def _vetoed(candidate: Candidate, reason: str) -> Decision:
    draft = candidate.draft
    return Decision(rule=draft.reading.rule.id, trigger=draft.trigger, outcome=None, reason=reason)


def _event(
    scene: Scene, id_: str, group: tuple[Candidate, ...], speeches: Sequence[Speech]
) -> Event:
    """Make the record of one event from the candidates that report it; the first one leads."""
    lead = group[0]
    draft = lead.draft
    setting = join_settings(scene, [(c.draft, c.setting) for c in group], speeches)
    contexts, context_rules = find_contexts(scene, draft)
    plover = scene.codebook.types[draft.type]
    actors, recipients, hosted = find_sides(scene, group, setting.country)
    modes = _modes(scene, group) or ((VISIT,) if hosted else ())
    cameo, intensity = _scale(draft, plover, modes)
    numbers = find_numbers(scene, draft)
    sentence = scene.parse.sentences[draft.sentence]
    place = setting.place
    return Event(
        id=id_,
        type=draft.type,
        modes=modes,
        cameo=cameo,
        quad=plover.quad,
        intensity=intensity,
        actors=actors,
        recipients=recipients,
        date=setting.date,
        date_end=setting.date_end,
        place=place.name if place else None,
        place_country=setting.country,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonameid=place.geonameid if place else None,
        status=draft.status,
        background=setting.background,
        contexts=contexts,
        dead=numbers.dead,
        injured=numbers.injured,
        size=numbers.size,
        trigger=draft.trigger,
        sentence=Span(start=sentence.start, end=sentence.end),
        also=tuple(c.draft.trigger for c in group[1:]),
        statement=draft.statement.id if draft.statement else None,
        why=tuple(dict.fromkeys((*lead.why, *context_rules))),
    )


def _modes(scene: Scene, group: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the modes of the first report that has any, and what the event turned into."""
    first = next((c.modes for c in group if c.modes), ())
    alike = scene.tables.details["alike"]
    later = (m for c in group for m in c.modes if m in alike) if alike.intersection(first) else ()
    return tuple(dict.fromkeys((*first, *later)))


def _scale(draft: Draft, plover: PloverType, modes: Sequence[str]) -> tuple[str, float]:
    """Return CAMEO code and intensity: the rule's own code first, else the mode's or the type's."""
    mode = plover.modes[modes[0]] if modes else None
    rule = draft.reading.rule
    own = rule.cameo if draft.type == rule.type else None
    cameo = own or (mode.cameo if mode else None) or plover.cameo
    return cameo, mode.intensity if mode else plover.intensity
