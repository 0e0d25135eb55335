"""Which language a story is in: counted by its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from kawat.records import Span
from kawat.wire.data import table

_WORDS = re.compile(r"[^\W\d_]+")
# Counted are the first words of the body: a story that goes over into another language later is
# an Indonesian one with a long quotation.
_SAMPLE_CHARACTERS = 20_000
_TOO_FEW = 8
_MANY = 60
_OWN_SHARE = 0.05


def language_of(text: str, spans: Sequence[Span]) -> tuple[str | None, bool]:
    """Return the language of a story, and whether it may be coded as Indonesian.

    Args:
        text: The story.
        spans: Its body.

    Returns:
        "id", "en" …, "und" for a language that is none of the table, or None where the text is
        too short to tell; and False only if the text is surely not Indonesian.

    >>> text = "Kapal itu tiba di pelabuhan pada hari Jumat dan akan berlayar lagi."
    >>> language_of(text, [Span(start=0, end=len(text))])
    ('id', True)
    >>> text = "The ship was expected to leave the port on Friday with all of its crew."
    >>> language_of(text, [Span(start=0, end=len(text))])
    ('en', False)
    """
    words: list[str] = []
    left = _SAMPLE_CHARACTERS
    for span in spans:
        piece = text[span.start : min(span.end, span.start + left)]
        words += (match.group().lower() for match in _WORDS.finditer(piece))
        left -= len(piece)
        if left <= 0:
            break
    return _judge(words)


def _judge(words: list[str]) -> tuple[str | None, bool]:
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(_languages().get(word, ()))
    own = counts.pop("id", 0)
    other, most = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    if len(words) < _TOO_FEW:
        return ("id" if own else None), True
    # Small words are a fifth of Indonesian; with long foreign quotations there are still some.
    if most >= 4 and most >= 2 * own + 2 and own <= _OWN_SHARE * len(words):
        return other, False
    if own:
        return "id", True
    foreign = sum(not word.isascii() for word in words)
    if len(words) >= _MANY or foreign * 2 > len(words):
        return "und", False
    return None, True


@cache
def _languages() -> Mapping[str, tuple[str, ...]]:
    """Small word → the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for row in table("function_words", "language", "word"):
        found[row["word"]] = (*found.get(row["word"], ()), row["language"])
    return found
