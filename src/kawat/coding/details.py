"""When, where, in what mode and context: what the words around a trigger add to an event.

Comes in: a scene and a draft. Goes out: dates, places, modes and contexts, each with the id of the
rule it came from. What the text does not say stays empty: the dateline is no event's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.coding.clauses import Clause
from kawat.coding.conditions import has_words
from kawat.coding.dating import default_date, find_date, is_background, looks_back
from kawat.coding.drafts import Draft
from kawat.coding.graph import Graph
from kawat.coding.placing import country_of_parties, find_event_place
from kawat.coding.rulebook.types import WordRule
from kawat.coding.scene import Scene
from kawat.coding.speeches import Speech, find_speech
from kawat.records import Place

MAX_CONTEXTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """When and where an event took place; None where the text does not say.

    ``country`` may be known where no place is named.
    """

    date: str | None
    date_end: str | None
    background: bool
    place: Place | None
    country: str | None


def find_setting(scene: Scene, draft: Draft) -> Setting:
    """Find date and place of a draft.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        Its setting. An undated deed that is told in a look back is background as well.
    """
    time = find_date(scene, draft)
    deed = not scene.codebook.types[draft.type].verbal
    old = is_background(time.date, scene.published) if time else deed and looks_back(scene, draft)
    place = find_event_place(scene, draft)
    return Setting(
        date=time.date if time else None,
        date_end=time.date_end if time else None,
        background=old,
        place=place,
        country=place.country if place else None,
    )


def join_settings(
    scene: Scene, told: Sequence[tuple[Draft, Setting]], speeches: Sequence[Speech]
) -> Setting:
    """Join what the sentences that report one event say of its date and place.

    Args:
        scene: The story.
        told: The drafts of the event, the leading one first, with their settings.
        speeches: When and where the speakers of the story spoke.

    Returns:
        Of date and place the first that any sentence tells, of words also that of the speaker's
        speech; where none dates the event, the day of the news if the story leads with it.
    """
    dated = next((s for _, s in told if s.date), told[0][1])
    drafts = [draft for draft, _ in told]
    speech = find_speech(scene, speeches, drafts)
    day = speech.date if speech is not None else None
    there = speech.place if speech is not None else None
    place = next((s.place for _, s in told if s.place), there)
    country = next((c for _, s in told if (c := s.country)), place.country if place else None)
    return Setting(
        date=dated.date or day or default_date(scene, drafts),
        date_end=dated.date_end,
        background=dated.background,
        place=place,
        country=country or country_of_parties(scene, drafts),
    )


def find_modes(scene: Scene, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the modes of a draft: from its rules, else from the words of its clause.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        Modes and the ids of the word rules that gave them.
    """
    allowed = scene.codebook.types[draft.type].modes
    modes = [mode for mode in draft.modes if mode in allowed]
    why = []
    graph = scene.graphs[draft.sentence]
    for rule in scene.codebook.modes:
        if rule.types and draft.type not in rule.types:
            continue
        if rule.value in allowed and rule.value not in modes and _applies(graph, draft, rule):
            modes.append(rule.value)
            why.append(rule.id)
    return tuple(modes), tuple(why)


def find_contexts(scene: Scene, draft: Draft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find at most three contexts of a draft: those of its rules first, then by words.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        Contexts and the ids of the word rules that gave them.
    """
    contexts = list(draft.reading.rule.contexts)
    why = []
    graph = scene.graphs[draft.sentence]
    for rule in scene.codebook.contexts:
        if len(contexts) >= MAX_CONTEXTS:
            break
        applies = not rule.types or draft.type in rule.types
        if applies and rule.value not in contexts and _applies(graph, draft, rule):
            contexts.append(rule.value)
            why.append(rule.id)
    return tuple(contexts[:MAX_CONTEXTS]), tuple(why)


def _applies(graph: Graph, draft: Draft, rule: WordRule) -> bool:
    clauses = [part.clause for part in draft.reading.chain()]
    return any(
        has_words(graph, tokens, rule.words) for tokens in _slot_tokens(graph, clauses, rule.slots)
    )


def _slot_tokens(
    graph: Graph, clauses: Sequence[Clause], slots: Iterable[str]
) -> Iterable[Sequence[int]]:
    for slot in slots or ("clause",):
        if slot == "sentence":
            yield range(len(graph.tokens))
        for clause in clauses:
            if slot == "clause":
                yield clause.words
            elif slot in clause.slots:
                yield graph.phrase(clause.slots[slot].head)
