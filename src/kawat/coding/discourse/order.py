"""Speakers and pronouns of a story, in the order in which a reader meets them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kawat.coding.discourse.chains import Chain
from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.reports import Report
from kawat.coding.discourse.resolve import Resolver
from kawat.coding.discourse.words import Words

_NEST = 4  # reports that may lie around one place


def resolve(
    words: Words,
    reporting: Reporting,
    reports: Sequence[Report],
    chains: list[Chain],
    of: Sequence[int],
) -> tuple[list[int | None], list[int]]:
    """Find who speaks in each report, and whom each pronoun means.

    Args:
        words: The story.
        reporting: The reporting words.
        reports: The reports, in order of ``place``.
        chains: The chains; speakers that are no mention are added.
        of: Chain of each mention, −1 for pronouns and places.

    Returns:
        The chain of each report's speaker, and the chain of each mention.
    """
    resolver = Resolver(words, reporting, chains, of, _quoted(words, reports))
    pronouns = [
        (words.first[mention.sentence] + mention.head, index)
        for index, mention in enumerate(words.mentions)
        if mention.form == "pronoun" or (of[index] < 0 and mention.type != "LOC")
    ]
    resolved = list(of)
    speakers: list[int | None] = []
    met = 0
    for report in reports:
        while met < len(pronouns) and pronouns[met][0] < report.place:
            place, index = pronouns[met]
            resolved[index] = _meant(words, reporting, resolver, place, index)
            met += 1
        speakers.append(resolver.speaker(report))
    for place, index in pronouns[met:]:
        resolved[index] = _meant(words, reporting, resolver, place, index)
    _settle_said(words, reporting, reports, speakers, pronouns, resolved)
    return speakers, resolved


def _settle_said(
    words: Words,
    reporting: Reporting,
    reports: Sequence[Report],
    speakers: Sequence[int | None],
    pronouns: Sequence[tuple[int, int]],
    resolved: list[int],
) -> None:
    """Set what the pronouns within reported speech mean."""
    said = sorted(zip(reports, speakers, strict=True), key=lambda pair: pair[0].start)
    starts = [report.start for report, _ in said]
    for place, index in pronouns:
        around = bisect_right(starts, words.tokens[place].start)
        near = said[max(0, around - _NEST) : around]
        resolved[index] = _as_said(words, reporting, near, place, resolved[index])


def _quoted(words: Words, reports: Sequence[Report]) -> frozenset[int]:
    places: set[int] = set()
    for report in reports:
        if report.kind == "direct":
            places.update(range(words.at(report.start), words.at(report.end)))
    return frozenset(places)


def _meant(words: Words, reporting: Reporting, resolver: Resolver, place: int, index: int) -> int:
    low = words.lower(place)
    if low in reporting.words["first_person"]:
        return -1
    if words.mentions[index].type == "GPE":
        own = words.lower(place + 1) in reporting.words["clitic"]
        chain = resolver.state(place, own=own)
    elif low in reporting.words["plural"]:
        chain = resolver.plural(place)
    else:
        chain = resolver.singular(place, within=True)
    return -1 if chain is None else chain


def _as_said(
    words: Words,
    reporting: Reporting,
    near: Sequence[tuple[Report, int | None]],
    place: int,
    chain: int,
) -> int:
    """What a pronoun within reported speech means.

    "Saya" and "kami" are the speaker; "dia" in a quote is someone else, who stays open; in an
    indirect report it is most often the speaker.
    """
    offset = words.tokens[place].start
    low = words.lower(place)
    if chain >= 0 and words.mention_at[place] >= 0:
        return chain
    for report, speaker in near:
        if not report.start <= offset < report.end:
            continue
        mine = low in reporting.words["first_person"]
        if mine or (report.kind != "direct" and low not in reporting.words["plural"]):
            return -1 if speaker is None else speaker
        if report.kind == "direct" and low not in reporting.words["plural"]:
            return -1
    return chain
