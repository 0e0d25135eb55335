"""When and where each speaker of a story spoke, as some sentence of it tells.

Comes in: a scene. Goes out: speeches. A story says once "kata X di Praha, Senin (3/7)" and tells of
X's other words without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.coding.dating import is_background, is_day_of_speech
from kawat.coding.drafts import Draft
from kawat.coding.graph import Graph
from kawat.coding.placing import place_at_cue
from kawat.coding.scene import Scene
from kawat.records import Place, TimeExpression

RELAY_REACH = 8  # words between "dilansir" and the day of a medium's report


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One occasion on which somebody spoke.

    Attributes:
        speaker: Entity id.
        at: Offset of the statement.
        date: ISO day, if told.
        place: Where, if told.
    """

    speaker: str
    at: int
    date: str | None
    place: Place | None


def find_speeches(scene: Scene) -> tuple[Speech, ...]:
    """Find the occasions on which the speakers of a story spoke.

    Args:
        scene: The story.

    Returns:
        Speeches whose day or place is told, in the order of the statements.
    """
    tokens = {t.start: (g, at) for g in scene.graphs for at, t in enumerate(g.tokens)}
    times: dict[int, list[TimeExpression]] = {}
    for time in scene.times:
        times.setdefault(time.sentence, []).append(time)
    found = []
    for said in scene.discourse.statements:
        if said.speaker is None or said.cue is None or said.cue.start not in tokens:
            continue
        graph, cue = tokens[said.cue.start]
        date = _day_of(scene, graph, cue, times.get(graph.sentence.index, ()))
        place = place_at_cue(scene, graph, cue)
        if date or place:
            found.append(Speech(speaker=said.speaker, at=said.start, date=date, place=place))
    return tuple(found)


def find_speech(scene: Scene, speeches: Sequence[Speech], drafts: Sequence[Draft]) -> Speech | None:
    """Find the speech that an event made in words belongs to.

    Args:
        scene: The story.
        speeches: Its speeches.
        drafts: The drafts that report the event, the leading one first.

    Returns:
        The nearest speech of an actor; None for deeds.
    """
    for draft in drafts:
        deed = not scene.tables.details["inquiries"].isdisjoint(draft.modes)
        if deed or not scene.codebook.types[draft.type].verbal:
            continue
        own = [speech for speech in speeches if speech.speaker in draft.actors]
        if own:
            return min(own, key=lambda speech: abs(speech.at - draft.trigger.start))
    return None


def _day_of(scene: Scene, graph: Graph, cue: int, times: Iterable[TimeExpression]) -> str | None:
    """Return the recent day that hangs on a cue, or that no statement of the sentence holds."""
    for time in times:
        recent = (
            time.date_end is None
            and is_day_of_speech(time, scene.published)
            and not is_background(time.date, scene.published)
        )
        if recent and not _is_relay(scene, graph, time):
            inside = scene.statement_at(graph.tokens[time.first].start) is not None
            if not inside or cue in graph.governors(time.first):
                return time.date
    return None


def _is_relay(scene: Scene, graph: Graph, time: TimeExpression) -> bool:
    """Say whether a day is that of a medium's report: "dilansir Kantor Berita X, Jumat"."""
    before = graph.lower[max(0, time.first - RELAY_REACH) : time.first]
    return not scene.tables.reporting.words["relays"].isdisjoint(before)
