"""When an event took place: the date that its clause gives, else the day of the news.

Comes in: a scene and drafts. Goes out: dates. GUIDELINES: a verbal act is dated by the day of the
speech, so dates of what is promised or demanded do not count for it; a day is known or it is not,
so that "pekan lalu" is a month. Reads ``codebook/details.yml``.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.drafts import Draft
from kawat.coding.graph import NOMINAL, Graph
from kawat.coding.scene import Scene
from kawat.records import TimeExpression

DAY, MONTH, YEAR = 10, 7, 4
BACKGROUND_DAYS = 30
NEWS_DAYS = 4
AFTER = 4
LEAD_DATES = 3
HISTORY_DATES = 3
PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as the records write it, with the last day of a period."""

    date: str
    date_end: str | None


def find_date(scene: Scene, draft: Draft) -> Dated | None:
    """Find the date that the sentence of a draft gives it.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        The date of its clause, else the only one of its sentence; None if there is none.
    """
    graph = scene.graphs[draft.sentence]
    here = [t for t in scene.times if t.sentence == draft.sentence and _usable(scene, graph, t)]
    verbal = scene.codebook.types[draft.type].verbal
    spoken = draft.statement is not None and verbal
    if spoken or is_to_come(scene, draft):
        here = [t for t in here if is_day_of_speech(t, scene.published)]
    elif verbal and scene.published is not None:
        # "Ia bersumpah menang tahun ini": nobody tells so of when something was said.
        here = [t for t in here if t.date != scene.published[:YEAR]]
    clause = draft.reading.clause
    own = [t for t in here if _owned(graph, draft, t)]
    if own:
        return _dated(graph, min(own, key=lambda t: abs(t.first - clause.first)))
    if len(here) == 1 and not is_background(here[0].date, scene.published):
        return _dated(graph, here[0])
    return None


def _from_beside(scene: Scene, draft: Draft) -> Dated | None:
    """Return the one day that the sentence before, or else the one after, tells."""
    if draft.statement is not None or any(t.sentence == draft.sentence for t in scene.times):
        return None
    sentences = scene.parse.sentences
    for beside in (draft.sentence - 1, draft.sentence + 1):
        if not 0 <= beside < len(sentences):
            continue
        days = [t for t in scene.times if t.sentence == beside and len(t.date) == DAY]
        known = len(days) == 1 and is_day_of_speech(days[0], scene.published)
        if known and not is_background(days[0].date, scene.published):
            return _dated(scene.graphs[beside], days[0])
    return None


def default_date(scene: Scene, drafts: Sequence[Draft]) -> str | None:
    """Return the day of the news for an event that no sentence dates, if it belongs to that day.

    What a story tells happened on the day that it is news, and what its people say, they say on
    that day. What "sebelumnya" or "pernah" happened, or others only tell of, stays undated.

    Args:
        scene: The story.
        drafts: All drafts that report the event.

    Returns:
        An ISO day or None.
    """
    if scene.published is None:
        return None
    near = _from_beside(scene, drafts[0])
    if near is not None:
        return near.date
    return news_day(scene) if any(_is_news(scene, draft) for draft in drafts) else None


def news_day(scene: Scene) -> str | None:
    """Return the day of the news: the first recent day that the story names, else publication."""
    published = scene.published
    if published is None:
        return None
    for time in scene.times:
        if time.sentence > LEAD_DATES:
            break
        recent = (
            len(time.date) == DAY
            and time.date_end is None
            and _days_before(time.date, published) in range(NEWS_DAYS + 1)
        )
        if recent:
            return time.date
    return published[:DAY]


def is_to_come(scene: Scene, draft: Draft) -> bool:
    """Say whether a draft is words about an act to come, whose date and place are another's.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        True for "akan mengunjungi", "menolak bertemu", "meminta A menarik pasukan".
    """
    parts = draft.reading.chain()
    verbal = scene.codebook.types[draft.type].verbal
    return verbal and (len(parts) > 1 or any(part.tense.future for part in parts))


def is_background(date: str, published: str | None) -> bool:
    """Say whether a date lies more than 30 days before publication (GUIDELINES, `background`).

    Args:
        date: ISO day, month or year.
        published: ISO day of publication.

    Returns:
        True if even the last day that the date allows is that old.

    >>> is_background("2024-11", "2025-01-17")
    True
    >>> is_background("2025", "2025-01-17")
    False
    """
    if published is None:
        return False
    day = datetime.date.fromisoformat(published[:DAY]) - datetime.timedelta(days=BACKGROUND_DAYS)
    return date < day.isoformat()[: len(date)]


def looks_back(scene: Scene, draft: Draft) -> bool:
    """Say whether an undated deed is told in a look back.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        True where a story names several dates and all of them are old, and for what it narrates
        after two dates that lie more than a year back.
    """
    dates = [time.date for time in scene.times]
    if len(dates) >= HISTORY_DATES and all(is_background(d, scene.published) for d in dates):
        return True
    if draft.statement is not None or scene.published is None:
        return False
    before = [time.date for time in scene.times if time.sentence <= draft.sentence][-PAIR:]
    year = f"{int(scene.published[:YEAR]) - 1}{scene.published[YEAR:DAY]}"
    return len(before) == PAIR and all(date < year[: len(date)] for date in before)


def _days_before(date: str, published: str) -> int:
    day = datetime.date.fromisoformat(published[:DAY])
    return (day - datetime.date.fromisoformat(date)).days


def _usable(scene: Scene, graph: Graph, time: TimeExpression) -> bool:
    """Say whether an expression can date an act: not still to come, no name of something.

    In "pemilihan umum tahun 2014" the year says which election is meant, in "suap tahun 2009-2016"
    the years belong to what is investigated.
    """
    if scene.published is not None and time.date > scene.published[: len(time.date)]:
        return False
    if len(time.date) != YEAR:
        return True
    if time.date_end is not None:
        return False
    at = time.first - 1
    while at >= 0 and graph.lower[at] in scene.tables.details["year_words"]:
        at -= 1
    return at < 0 or graph.tokens[at].pos not in NOMINAL or at == time.first - 1


def is_day_of_speech(time: TimeExpression, published: str | None) -> bool:
    """Say whether an expression can be the day on which something was said.

    Args:
        time: The expression.
        published: ISO day of publication.

    Returns:
        True for a day not after publication.
    """
    return len(time.date) == DAY and (published is None or time.date <= published[:DAY])


def _owned(graph: Graph, draft: Draft, time: TimeExpression) -> bool:
    """Say whether a date belongs to the predicate: by the parse or by the order of words.

    A date hangs on the verb above it, or follows it without another verb in between; one at the
    head of the sentence belongs to its first verb.
    """
    parts = draft.reading.chain()
    own = {at for p in parts for at in (p.clause.governor, *range(p.clause.first, p.clause.last))}
    inside = range(time.first, time.last)
    head = next((at for at in inside if graph.tokens[at].head not in inside), time.first)
    for above in (head, *graph.governors(head)):
        if above in own:
            return True
        if above not in inside and graph.tokens[above].pos == "VERB":
            break
    stops = [at for at, t in enumerate(graph.tokens) if t.pos == "VERB" or at in own]
    before = [at for at in stops if at < time.first]
    after = [at for at in stops if at >= time.last]
    return (before[-1] if before else after[0] if after else None) in own


def _dated(graph: Graph, time: TimeExpression) -> Dated:
    """Write a date as records do: of a day within some week ("pekan lalu") the month is known."""
    inside = graph.tokens[time.first : time.last]
    if time.date_end is None or any(token.text[:1].isdigit() for token in inside):
        return Dated(date=time.date, date_end=time.date_end)
    first, last = map(datetime.date.fromisoformat, (time.date, time.date_end))
    return Dated(date=(first + (last - first) / 2).isoformat()[:MONTH], date_end=None)


def _is_news(scene: Scene, draft: Draft) -> bool:
    """Say whether a draft tells what makes the story news, without "sebelumnya" and the like."""
    clause = draft.reading.clause
    carried = clause.governor != clause.head
    if draft.status != "actual" or (clause.voice == "noun" and not carried):
        return False
    graph = scene.graphs[draft.sentence]
    verbal = scene.codebook.types[draft.type].verbal
    # Of words that are said, what follows belongs to what they are about: "mengecam serangan lalu".
    spoken = verbal and draft.statement is not None
    behind = () if spoken else clause.words
    last = clause.last if spoken else min(clause.last + AFTER, len(graph.lower))
    around = {graph.lower[at] for at in (*range(last), *behind)}
    if not scene.tables.details["earlier"].isdisjoint(around):
        return False
    if verbal:
        return draft.statement is None or _speaks_for_actor(scene, draft, draft.statement.speaker)
    return draft.statement is None


def _speaks_for_actor(scene: Scene, draft: Draft, speaker: str | None) -> bool:
    """Say whether a speaker is the actor, or of the state or body that acts."""
    if speaker is None or speaker in draft.actors:
        return speaker is not None
    actors = [scene.entities[id_] for id_ in draft.actors]
    country = scene.entities[speaker].country
    return any(a.type != "PER" and a.country == country for a in actors)
