"""The paragraphs of a body: lines, put together where a page or an editor broke a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kawat.records import Span
from kawat.wire.lines import trimmed

_ENDS = re.compile(r"[.!?…:;][\"”'’»)\]]*$|[\"”]$")
_BRACKET_ENDS = re.compile(r"\([^()]{1,39}\)$")
_LIST_ITEM = re.compile(r"[-*•–]|\d{1,2}[.)]")
_CONTINUES = re.compile(r"[a-zà-þ,;)]|[\"”'’] ?[,.a-z]")
# A typed text is broken at some column between these.
_SHORTEST_WRAP, _LONGEST_WRAP = 50, 110
_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def paragraphs_of(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    r"""Return the paragraphs of a body.

    A line is a paragraph. Two lines are one where the second goes on in small letters, where the
    first breaks off after a bracket (pages that lost a link there do), or where all lines are
    broken at about the same column and only blank lines part the paragraphs.

    Args:
        text: The story.
        lines: The lines or stretches of its body, in order.

    >>> text = "Presiden Republik Contoh (RC)\nSri Wulan tiba.\nIa disambut."
    >>> from kawat.wire.lines import lines_of
    >>> [text[span.start : span.end] for span in paragraphs_of(text, lines_of(text))]
    ['Presiden Republik Contoh (RC)\nSri Wulan tiba.', 'Ia disambut.']
    """
    clean = [trimmed(text, line.start, line.end) for line in lines]
    clean = [span for span in clean if _has_word(text, span)]
    wrapped = _is_wrapped(text, clean)
    found: list[Span] = []
    for span in clean:
        if found and _continues(text, found[-1], span, wrapped=wrapped):
            found[-1] = Span(start=found[-1].start, end=span.end)
        else:
            found.append(span)
    return tuple(found)


def _has_word(text: str, span: Span) -> bool:
    return any(text[at].isalnum() for at in range(span.start, span.end))


def _continues(text: str, first: Span, second: Span, *, wrapped: bool) -> bool:
    """Tell whether a line goes on with the sentence of the one before it."""
    between = text[first.end : second.start]
    # Something was cut out between them, or a blank line stands there: two paragraphs.
    if between.strip() or between.count("\n") != 1:
        return False
    if wrapped:
        return True
    before = text[max(first.start, first.end - 40) : first.end]
    if _ENDS.search(before):
        return False
    after = text[second.start : second.start + 3]
    if _BRACKET_ENDS.search(before):
        return not (_LIST_ITEM.match(after) or _LIST_ITEM.match(text, first.start))
    return bool(_CONTINUES.match(after))


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell whether a text is broken at a column, with blank lines between its paragraphs."""
    if len(lines) < 4 or not _BLANK_LINE.search(text[lines[0].start : lines[-1].end]):
        return False
    inner = [
        first for first, second in pairwise(lines) if text.count("\n", first.end, second.start) == 1
    ]
    broken = [
        line
        for line in inner
        if _SHORTEST_WRAP <= line.end - line.start <= _LONGEST_WRAP
        and not _ENDS.search(text[max(line.start, line.end - 40) : line.end])
    ]
    return len(inner) >= 3 and len(broken) >= 0.6 * len(inner)
