"""Comparing words: names and quotes as people type them, found again in a story."""

from __future__ import annotations

import re
import unicodedata

from kawat.records import Span


def folded(words: str | None) -> str:
    """Give words without case, punctuation and double spaces, for comparing.

    >>> folded("ANTARA  News (2025)")
    'antara news 2025'
    """
    plain = unicodedata.normalize("NFKC", words or "").lower()
    return re.sub(r"[^\w]+", " ", plain).strip()


def find_quote(text: str, quote: str) -> Span | None:
    r"""Find the first place of a quote in a text; runs of white space count as one space.

    >>> find_quote("Ia tiba\n di Hanoi.", "tiba di Hanoi")
    Span(start=3, end=17)
    """
    if not quote:
        return None
    start = text.find(quote)
    if start >= 0:
        return Span(start=start, end=start + len(quote))
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return Span(start=found.start(), end=found.end()) if found else None


def find_within(text: str, place: Span, quote: str) -> Span | None:
    """Find a quote inside a part of a text; offsets count from the start of the text.

    >>> find_within("Ia tiba. Ia pergi.", Span(start=9, end=18), "Ia")
    Span(start=9, end=11)
    """
    found = find_quote(text[place.start : place.end], quote)
    if found is None:
        return None
    return Span(start=place.start + found.start, end=place.start + found.end)


def overlap(one: Span, other: Span) -> float:
    """Give what two spans share, as a part of what they cover together: 0 to 1.

    >>> overlap(Span(start=0, end=10), Span(start=5, end=10))
    0.5
    """
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    covered = (one.end - one.start) + (other.end - other.start) - shared
    return shared / (covered or 1)
