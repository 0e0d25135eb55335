"""Indirect speech: "X mengatakan …", "Menurut X, …", "…, kata X", "Dikatakan X, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kawat.coding.discourse.direct import DirectSpeech
from kawat.coding.discourse.extents import (
    clause_end,
    complement_start,
    predicates,
    reports_clause,
)
from kawat.coding.discourse.quotes import Quote
from kawat.coding.discourse.reporting import CueWord, Reporting
from kawat.coding.discourse.reports import Report, cue_at, trim
from kawat.coding.discourse.speakers import Reference, speaker_after, speaker_before
from kawat.coding.discourse.words import Words

_CONNECTIVE = 5
_SHORTEST = 3
_PLAINEST = "reporting.yml:kata"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A reported stretch in places, before it becomes a report."""

    low: int
    high: int
    speaker: Reference


def read_indirect(words: Words, reporting: Reporting, direct: DirectSpeech) -> tuple[Report, ...]:
    """Find indirect and mixed reports outside of direct quotes, in order.

    Args:
        words: The story.
        reporting: The reporting words.
        direct: The direct speech of the story.
    """
    quoted = _quoted_places(words, direct.quotes)
    reports: list[Report] = []
    covered = -1
    for place, cue in _cues(words, reporting, quoted, direct.used):
        if place < covered:
            continue
        found = _read(words, reporting, place, cue, quoted)
        if found is None:
            report = _voice(words, reporting, place, cue)
        else:
            report = _report(words, found, place, direct.fragments)
            covered = found.high
        if report is not None:
            reports.append(report)
    return tuple(reports)


def _quoted_places(words: Words, quotes: Sequence[Quote]) -> frozenset[int]:
    places: set[int] = set()
    for quote in quotes:
        places.update(range(words.at(quote.start), words.at(quote.end)))
    return frozenset(places)


def _cues(
    words: Words, reporting: Reporting, quoted: frozenset[int], used: frozenset[int]
) -> Iterator[tuple[int, CueWord]]:
    """Reporting words outside of quotes; "menurut" after what its clause contains."""
    cues = reporting.cues
    for place, token in enumerate(words.tokens):
        cue = cues.get(token.lower)
        if cue is not None and place not in quoted and place not in used:
            yield place, cue


def _read(
    words: Words, reporting: Reporting, place: int, cue: CueWord, quoted: frozenset[int]
) -> _Found | None:
    low, high = _unquoted_bounds(words, place, quoted)
    if cue.form == "active":
        return _active(words, reporting, place, cue, high)
    if cue.form == "bare":
        found = _around(words, reporting, place, low, high, strict=True)
        return found or (_noun(words, reporting, place, cue, high) if cue.noun else None)
    if cue.form == "preposition":
        return _around(words, reporting, place, low, high, strict=False)
    if cue.form == "passive":
        opens = place - low <= 1
        return _around(words, reporting, place, low, high, strict=False) if opens else None
    return _noun(words, reporting, place, cue, high)


def _unquoted_bounds(words: Words, place: int, quoted: frozenset[int]) -> tuple[int, int]:
    """The sentence of a cue, cut where a direct quote stands beside it."""
    low, high = words.bounds(place)
    first = next((p + 1 for p in range(place - 1, low - 1, -1) if p in quoted), low)
    last = next((p for p in range(place + 1, high) if p in quoted), high)
    return first, last


def _active(
    words: Words, reporting: Reporting, place: int, cue: CueWord, high: int
) -> _Found | None:
    lists = reporting.words
    before = place - 1
    while words.lower(before) in lists["adverbs"]:
        before -= 1
    if words.lower(before) in lists["negations"]:
        return None
    begun = complement_start(words, reporting, place, high, cue)
    if begun is None:
        return None
    start, link = begun
    if link != "bahwa" and _not_asserted(words, reporting, place, before):
        return None
    end = clause_end(words, reporting, start, high)
    low, end = trim(words, start, end)
    if not reports_clause(words, reporting, cue, low, end, link):
        return None
    speaker = speaker_before(words, reporting, place)
    if speaker.paper:
        return None
    return _Found(low=low, high=end, speaker=speaker)


def _not_asserted(words: Words, reporting: Reporting, cue: int, before: int) -> bool:
    """Whether the speech is only meant or a side remark: "untuk …", "saat …", "mulai …"."""
    lists = reporting.words
    low = words.lower(before)
    if low in lists["prospective"] or low in lists["subordinators"]:
        return True
    return words.head(cue) == before and words.tokens[before].pos in {"VERB", "ADJ"}


def _around(
    words: Words, reporting: Reporting, place: int, low: int, high: int, *, strict: bool
) -> _Found | None:
    """The clause around a cue that its speaker follows: "…, kata X, …", "Menurut X, …".

    A short connective before the cue stays outside; a clause that the cue interrupts is whole.
    """
    speaker, after = speaker_after(words, reporting, place)
    if speaker.empty or speaker.paper or after > high:
        return None
    before_low, before_high = trim(words, low, place)
    after_low, after_high = trim(words, after, clause_end(words, reporting, after, high))
    comma_before = words.lower(place - 1) == ","
    comma_after = words.lower(after) == ","
    if strict and not (comma_before or comma_after):
        return None
    if strict and not _names_at_once(words, reporting, place, speaker):
        return None
    following = after_high - after_low
    preceding = before_high - before_low
    if following >= _SHORTEST and (comma_after or not comma_before or preceding <= 1):
        if _connective(words, reporting, before_low, before_high):
            if _has_own_report(words, reporting, after_low, after_high):
                return None
            return _Found(low=after_low, high=after_high, speaker=speaker)
        return _Found(low=before_low, high=after_high, speaker=speaker)
    if preceding >= _SHORTEST and comma_before:
        return _Found(low=before_low, high=before_high, speaker=speaker)
    return None


def _names_at_once(words: Words, reporting: Reporting, cue: int, speaker: Reference) -> bool:
    """Whether the speaker follows a bare cue directly; many stems are nouns too ("nilai")."""
    if speaker.mention >= 0:
        place = words.extents[speaker.mention][0]
        near = cue + 1
        while near < place and words.lower(near) in reporting.words["adverbs"]:
            near += 1
        return near == place or reporting.cues[words.lower(cue)].rule == _PLAINEST
    return speaker.noun is None or reporting.cues[words.lower(cue)].rule == _PLAINEST


def _connective(words: Words, reporting: Reporting, low: int, high: int) -> bool:
    """Whether what stands before a cue is no part of what is said.

    "Selain itu", "Namun demikian" have no noun; a whole subordinate clause stays outside too.
    """
    if high <= low:
        return True
    last = next((p + 1 for p in range(high - 1, low, -1) if words.lower(p) == ","), low)
    if words.lower(high - 1) in reporting.words["subordinators"]:
        return True
    if words.lower(last) in reporting.words["subordinators"]:
        return True
    tags = {words.tokens[place].pos for place in range(low, high)}
    return high - low <= _CONNECTIVE and not tags & {"VERB", "NOUN", "PROPN", "NUM"}


def _has_own_report(words: Words, reporting: Reporting, low: int, high: int) -> bool:
    """Whether someone else reports inside: "menurut Fox News, sumber militer mengatakan …"."""
    for place in range(low, high):
        cue = cue_at(words, reporting, place)
        if cue is None or cue.form != "active" or cue.complement != "any":
            continue
        if words.lower(place - 1) not in reporting.words["relative"] and predicates(
            words, reporting, place + 1, high
        ):
            return not speaker_before(words, reporting, place).empty
    return False


def _noun(words: Words, reporting: Reporting, place: int, cue: CueWord, high: int) -> _Found | None:
    """A noun of speech with a bahwa clause: "pengakuan saksi bahwa …"."""
    begun = complement_start(words, reporting, place, high, cue)
    if begun is None or begun[1] != "bahwa":
        return None
    speaker = speaker_after(words, reporting, place)[0]
    if speaker.empty or speaker.noun is not None:
        return None
    low, end = trim(words, begun[0], clause_end(words, reporting, begun[0], high))
    return _Found(low=low, high=end, speaker=speaker) if end - low >= _SHORTEST else None


def _voice(words: Words, reporting: Reporting, place: int, cue: CueWord) -> Report | None:
    """The naming of a speaker without words: "Hal itu disampaikan Menlu"."""
    if cue.form != "passive":
        return None
    speaker = speaker_after(words, reporting, place)[0]
    if speaker.mention < 0:
        return None
    offset = words.tokens[place].start
    return Report(start=offset, end=offset, kind="indirect", cue=None, speaker=speaker, place=place)


def _report(words: Words, found: _Found, place: int, fragments: Sequence[Quote]) -> Report:
    start = words.tokens[found.low].start
    end = words.tokens[found.high - 1].end
    report = Report(
        start=start, end=end, kind="indirect", cue=place, speaker=found.speaker, place=place
    )
    for quote in fragments:
        if start <= quote.start and quote.inner_end <= end:
            # The closing mark belongs to what is reported, also where the full stop is inside it.
            return replace(report, kind="mixed", end=max(end, min(quote.end, end + 2)))
        if quote.start < start and end <= quote.inner_end:
            return replace(report, kind="mixed")
    return report
