"""Direct speech: which quoted stretches are said by someone, and the cue they hang on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.discourse.quotes import Quote
from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.reports import Report, cue_at
from kawat.coding.discourse.speakers import (
    NOBODY,
    Reference,
    speaker_after,
    speaker_before,
)
from kawat.coding.discourse.words import Words, ends_sentence

_MARKS = frozenset("\"“”„‟«»'‘’`")
_FRAGMENT = 6
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectSpeech:
    """The direct quotes of a story.

    Attributes:
        reports: One report a quote, in order.
        quotes: The quote of each report.
        fragments: Quotes that are no direct speech by themselves.
        used: Places of the cues that belong to direct quotes.
    """

    reports: tuple[Report, ...]
    quotes: tuple[Quote, ...]
    fragments: tuple[Quote, ...]
    used: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Places around a quote: ``low:high`` is quoted, ``before`` and ``after`` stand beside it."""

    low: int
    high: int
    before: int
    after: int


def read_direct(words: Words, reporting: Reporting, quotes: Sequence[Quote]) -> DirectSpeech:
    """Tell direct speech from quoted fragments and find the cue of each.

    Args:
        words: The story.
        reporting: The reporting words.
        quotes: All quoted stretches, in order.
    """
    reports: list[Report] = []
    direct: list[Quote] = []
    fragments: list[Quote] = []
    used: set[int] = set()
    for quote in quotes:
        window = _window(words, quote)
        report = _report(words, reporting, quote, window)
        if report is None:
            fragments.append(quote)
            continue
        reports.append(report)
        direct.append(quote)
        if report.cue is not None:
            used.add(report.cue)
    return DirectSpeech(
        reports=tuple(reports),
        quotes=tuple(direct),
        fragments=tuple(fragments),
        used=frozenset(used),
    )


def _window(words: Words, quote: Quote) -> _Window:
    low = words.at(quote.inner_start)
    high = words.at(quote.inner_end)
    before = words.at(quote.start) - 1
    after = words.at(quote.end)
    return _Window(low=low, high=high, before=before, after=after)


def _report(
    words: Words,
    reporting: Reporting,
    quote: Quote,
    window: _Window,
) -> Report | None:
    size = window.high - window.low
    if size < 1 or (quote.single and size < _FRAGMENT - 1):
        return None
    after = _cue_after(words, reporting, window)
    if after is not None:
        return _made(quote, after, speaker_of_cue(words, reporting, after), after)
    before = _cue_before(words, reporting, window)
    if before is not None:
        return _made(quote, before, speaker_of_cue(words, reporting, before), before)
    if quote.single or not _stands_alone(words, quote, window):
        return None
    named = _colon_speaker(words, window)
    return Report(
        start=quote.inner_start,
        end=quote.inner_end,
        kind="direct",
        cue=None,
        speaker=named,
        place=window.low,
        follows=named.empty,
    )


def _made(quote: Quote, cue: int, speaker: Reference, place: int) -> Report:
    return Report(
        start=quote.inner_start,
        end=quote.inner_end,
        kind="direct",
        cue=cue,
        speaker=speaker,
        place=place,
    )


def speaker_of_cue(words: Words, reporting: Reporting, cue: int) -> Reference:
    """The words that name the speaker of a cue, on the side where its form puts them."""
    form = reporting.cues[words.lower(cue)].form
    if form == "active":
        return speaker_before(words, reporting, cue)
    return speaker_after(words, reporting, cue)[0]


def _cue_after(words: Words, reporting: Reporting, window: _Window) -> int | None:
    """The cue right after a quote: ``"…," kata dia``, ``"…", demikian kata dia``."""
    lists = reporting.words
    place = window.after
    stop = min(place + 3, len(words.tokens))
    while place < stop and (words.lower(place) in {",", "-", "–", "—", "."} or _mark(words, place)):
        place += 1
    if words.lower(place) in lists["relay_links"] and _bare(words, reporting, place + 1):
        place += 1
    if _bare(words, reporting, place):
        return place
    ended = words.lower(window.high) == "," or words.lower(window.after) == ","
    if ended and place < len(words.tokens) and words.mention_at[place] >= 0:
        place = words.extents[words.mention_at[place]][1]
        cue = cue_at(words, reporting, place)
        if cue is not None and cue.form == "active":
            return place
    return None


def _bare(words: Words, reporting: Reporting, place: int) -> bool:
    cue = cue_at(words, reporting, place)
    return (
        cue is not None
        and cue.form in {"bare", "passive", "preposition"}
        and words.tokens[place].text[:1].islower()
    )


def _mark(words: Words, place: int) -> bool:
    return words.tokens[place].text[:1] in _MARKS


def _cue_before(words: Words, reporting: Reporting, window: _Window) -> int | None:
    """The cue before a quote: ``Dia berkata, "…"``, ``"…," kata dia, "…"``."""
    place = window.before
    while place >= 0 and _mark(words, place):
        place -= 1
    link = words.lower(place)
    if link in reporting.words["complementizers"]:
        place -= 1
    beside = place - 1 if link in {",", ":"} else place
    cue = cue_at(words, reporting, beside)
    if cue is not None and cue.form in {"active", "passive"} and cue.complement != "request":
        whole = _ends_with_sentence(words, window) or window.high - window.low >= _FRAGMENT
        return beside if whole or link == ":" else None
    if link not in {",", ":"}:
        return None
    return _clause_cue(words, reporting, beside, link, window)


def _clause_cue(
    words: Words, reporting: Reporting, place: int, link: str, window: _Window
) -> int | None:
    """A cue further back in the clause that a comma or colon before the quote closes."""
    whole = window.high - window.low >= _FRAGMENT or _ends_with_sentence(words, window)
    if not whole and link == ",":
        return None
    low = max(words.bounds(window.before)[0] if window.before >= 0 else 0, place - _LOOK_BACK)
    for here in range(place, low - 1, -1):
        if ends_sentence(words.lower(here)):
            return None
        cue = cue_at(words, reporting, here)
        if cue is None:
            continue
        if cue.form == "bare" and _after_quote(words, here):
            return here
        if cue.form == "active" and link == ":":
            return here
        if cue.form == "active" and _only_circumstance(words, reporting, here, place):
            return here
    return None


def _after_quote(words: Words, place: int) -> bool:
    return place > 0 and (_mark(words, place - 1) or words.lower(place - 1) == ",")


def _only_circumstance(words: Words, reporting: Reporting, cue: int, place: int) -> bool:
    """Whether only an addressee or circumstance stands between: "mengatakan kepada pers, …"."""
    first = words.lower(cue + 1)
    lists = reporting.words
    return (first in lists["addressee"] or first in lists["circumstances"]) and not any(
        words.tokens[p].pos == "VERB" for p in range(cue + 1, place + 1)
    )


def _ends_with_sentence(words: Words, window: _Window) -> bool:
    place = window.after
    if place >= len(words.tokens):
        return True
    sentence = words.sentence[window.high - 1]
    return words.sentence[place] != sentence or ends_sentence(words.lower(place))


def _stands_alone(words: Words, quote: Quote, window: _Window) -> bool:
    """Whether a quote is a sentence of its own: no words of the sentence stand outside of it."""
    before = window.before
    while before >= 0 and _mark(words, before):
        before -= 1
    opens = (
        before < 0
        or ends_sentence(words.lower(before))
        or words.lower(before) == ":"
        or _new_paragraph(words, before, window.low)
    )
    if not opens:
        return False
    if quote.continued:
        return True
    last = words.text[quote.inner_end - 1 : quote.inner_end]
    closes = (
        window.after >= len(words.tokens)
        or last in ".?!…"
        or _new_paragraph(words, window.low, window.after)
    )
    return closes and window.high - window.low >= 2


def _new_paragraph(words: Words, here: int, there: int) -> bool:
    if there >= len(words.tokens):
        return True
    return words.paragraph[words.sentence[here]] != words.paragraph[words.sentence[there]]


def _colon_speaker(words: Words, window: _Window) -> Reference:
    """A name and a colon before the quote: ``Bima: "…"``."""
    before = window.before
    while before >= 0 and _mark(words, before):
        before -= 1
    if before > 0 and words.lower(before) == ":" and words.mention_at[before - 1] >= 0:
        return Reference(mention=words.mention_at[before - 1])
    return NOBODY
