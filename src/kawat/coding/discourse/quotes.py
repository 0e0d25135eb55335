"""Stretches between quotation marks: pairing, unbalanced and nested marks, several paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from kawat.records import Span

_MARK = re.compile(r'["“”„‟«»]{1,2}|\'\'|``')
# An apostrophe within a word ("Jum'at") is no mark: a single mark opens before a word that it is
# not glued to on the left, and closes after a word, not before one.
_SINGLE = re.compile(r"(?<![\w’'])['‘](?=\w)[^\n'‘’]{2,200}?(?<=[\w.,?!)])['’](?![\w’'])")
_NEXT_WORD = re.compile(r"\s*([a-z]+)")
_AFTER_STOP = re.compile(r"[,?!.]\s+([a-z]+)\b")
_LEFT_OF_OPEN = " \t\n\u00a0(-—–[/:"
_RIGHT_OF_CLOSE = " \t\n\u00a0.,;:?!)]-—–/"
_OPENING = "“„«"
_CLOSING = "”»"

Shape = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: Offset after the closing mark, or where the quote stops without one.
        inner_start: Offset of the first quoted character.
        inner_end: Offset after the last quoted character, white space and last comma left out.
        single: True for 'single' marks.
        continued: True if it stops at the end of its paragraph without a closing mark.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool
    continued: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    shape: Shape
    paragraph: int


def find_quotes(
    text: str, paragraphs: Sequence[Span], follows: Callable[[str], bool]
) -> tuple[Quote, ...]:
    """Find the quoted stretches of a story, outermost marks only, in order.

    Args:
        text: The text of the story.
        paragraphs: Its paragraphs, in order.
        follows: Whether a lower-case word is one that follows a quote ("kata").

    >>> text = '"Kami siap," kata dia. "Besok kami berangkat."'
    >>> [text[q.inner_start:q.inner_end]
    ...  for q in find_quotes(text, [Span(start=0, end=len(text))], {"kata"}.__contains__)]
    ['Kami siap', 'Besok kami berangkat.']
    """
    quotes = _pair(text, _marks(text, paragraphs), paragraphs, follows)
    starts = [quote.start for quote in quotes]
    double = list(quotes)
    for paragraph in paragraphs:
        for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
            low, high = match.span()
            near = bisect_left(starts, high) - 1
            if near < 0 or double[near].end <= low:
                quotes.append(_quote(text, low, low + 1, high - 1, high, single=True))
    return tuple(sorted(quotes, key=lambda q: q.start))


def _marks(text: str, paragraphs: Sequence[Span]) -> list[_Mark]:
    marks = []
    for index, paragraph in enumerate(paragraphs):
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            low, high = match.span()
            shape = _shape(text, low, high, paragraph)
            marks.append(_Mark(start=low, end=high, shape=shape, paragraph=index))
    return marks


def _shape(text: str, start: int, end: int, paragraph: Span) -> Shape:
    """What a mark looks like from its glyph and what stands beside it."""
    left = start == paragraph.start or text[start - 1] in _LEFT_OF_OPEN
    right = end == paragraph.end or text[end] in _RIGHT_OF_CLOSE
    glyph = text[start]
    if glyph in _OPENING:
        return "close" if right and not left else "open"
    if glyph in _CLOSING:
        # Some outlets print the closing mark on both sides.
        return "open" if left and not right else "either" if left else "close"
    if left != right:
        return "open" if left else "close"
    return "either"


def _pair(
    text: str, marks: list[_Mark], paragraphs: Sequence[Span], follows: Callable[[str], bool]
) -> list[Quote]:
    quotes: list[Quote] = []
    opened: _Mark | None = None
    depth = 0
    for mark in marks:
        if opened is not None and _breaks(text, mark, opened, follows):
            quotes.append(_stopped(text, opened, paragraphs[opened.paragraph], follows))
            opened = None
        if opened is None:
            if mark.shape != "close":
                opened, depth = mark, 0
        elif mark.shape == "open" and not _glued_cue(text, mark, follows):
            depth += 1
        elif depth:
            depth -= 1
        else:
            quotes.append(_quote(text, opened.start, opened.end, mark.start, mark.end))
            opened = None
    if opened is not None:
        quotes.append(_stopped(text, opened, paragraphs[opened.paragraph], follows))
    return quotes


def _breaks(text: str, mark: _Mark, opened: _Mark, follows: Callable[[str], bool]) -> bool:
    """Whether the open quote stopped at the end of its paragraph, before this mark.

    A quote over several paragraphs opens each of them anew; a hard line break inside a quote
    comes before the closing mark.
    """
    if mark.paragraph == opened.paragraph:
        return False
    if mark.shape == "open" or mark.paragraph > opened.paragraph + 3:
        return True
    word = _NEXT_WORD.match(text, mark.end)
    cue = word is not None and _is_cue(word.group(1), follows)
    return mark.shape == "either" and not cue and text[mark.start - 1] == "\n"


def _glued_cue(text: str, mark: _Mark, follows: Callable[[str], bool]) -> bool:
    """Whether a mark stands wrongly before its cue: ``sudah pensiun, "kata Hasan``."""
    before = text[: mark.start].rstrip()[-1:]
    word = re.match(r"[a-z]+", text[mark.end : mark.end + 24])
    return before in {",", ".", "?", "!"} and word is not None and _is_cue(word.group(), follows)


def _is_cue(word: str, follows: Callable[[str], bool]) -> bool:
    return follows(word) or (word.endswith("nya") and follows(word[:-3]))


def _stopped(text: str, opened: _Mark, paragraph: Span, follows: Callable[[str], bool]) -> Quote:
    """A quote without a closing mark: it ends before a cue, or with its paragraph."""
    for match in _AFTER_STOP.finditer(text, opened.end, paragraph.end):
        if _is_cue(match.group(1), follows):
            end = match.start() + 1
            return _quote(text, opened.start, opened.end, end, end)
    end = paragraph.end
    return _quote(text, opened.start, opened.end, end, end, continued=True)


def _quote(
    text: str,
    start: int,
    low: int,
    high: int,
    end: int,
    *,
    single: bool = False,
    continued: bool = False,
) -> Quote:
    while low < high and text[low].isspace():
        low += 1
    while high > low and (text[high - 1].isspace() or text[high - 1] in ',"“”'):
        high -= 1
    return Quote(
        start=start, end=end, inner_start=low, inner_end=high, single=single, continued=continued
    )
