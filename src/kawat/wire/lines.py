"""Lines of a story as spans, and spans taken out of spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kawat.records import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")
# What else than white space may stand around the words of a line without belonging to them:
# zero-width marks, the backslashes of a converter.
_MARKS = "\u200b\u200c\u200d\u2060\ufeff\\"


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without blanks and line ends at its two ends.

    >>> trimmed("  kapal ", 0, 8)
    Span(start=2, end=7)
    """
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return Span(start=start, end=end)


BRACKETS = {"(": ")", "[": "]"}


def closing(text: str, start: int, end: int, bracket: str) -> int | None:
    """Return where a bracket that stands open is closed, brackets inside it skipped.

    Args:
        text: The story.
        start: Offset behind the bracket.
        end: How far to look.
        bracket: What stands there; None is returned if it is no bracket.

    >>> closing("(kapal (dua) tiba)", 1, 18, "(")
    17
    """
    if bracket not in BRACKETS:
        return None
    depth = 1
    for at in range(start, min(len(text), end)):
        depth += (text[at] == bracket) - (text[at] == BRACKETS[bracket])
        if depth == 0:
            return at
    return None


def lines_of(text: str) -> tuple[Span, ...]:
    r"""Return the lines of a text that hold anything, without blanks at their ends.

    >>> [(line.start, line.end) for line in lines_of("Kapal tiba.\r\n\r\n Awak turun.")]
    [(0, 11), (16, 27)]
    """
    spans = (trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return tuple(span for span in spans if span.end > span.start)


def without(spans: Iterable[Span], cuts: Iterable[Span]) -> Iterator[Span]:
    """Yield what is left of some spans when others are cut out of them.

    Args:
        spans: Spans in order, not overlapping.
        cuts: Spans in any order; they may overlap.

    >>> left = without([Span(start=0, end=9)], [Span(start=2, end=4)])
    >>> [(span.start, span.end) for span in left]
    [(0, 2), (4, 9)]
    """
    ordered = sorted(cuts, key=lambda cut: (cut.start, cut.end))
    first = 0
    for span in spans:
        start = span.start
        while first < len(ordered) and ordered[first].end <= start:
            first += 1
        at = first
        while at < len(ordered) and ordered[at].start < span.end:
            cut = ordered[at]
            if cut.start > start:
                yield Span(start=start, end=cut.start)
            start = max(start, cut.end)
            at += 1
        if start < span.end:
            yield Span(start=start, end=span.end)
