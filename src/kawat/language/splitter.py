"""Sentence boundaries inside a paragraph.

A sentence ends at a full stop, question or exclamation mark (with the closing quotes and brackets
after it) when white space and something that can begin a sentence follow. Nothing ends inside an
abbreviation, an initial or a number, nor before the cue of a direct quote ('"…?" ujar Rina').
"""

from __future__ import annotations

import re

from kawat.language.wordlists import abbreviations, number_words, openers

_CLOSERS = "\"'”’»)\\]"
_END = re.compile(rf"(?<![.?!…])[.?!…]++(?P<close>[{_CLOSERS}]*+)\s++")
_WORD = re.compile(rf"[^\s{_CLOSERS}(\[“‘«]*$")
_LONGEST_WORD = 24
_STARTER = re.compile(r"[\"'“‘«(\[\-–—]*\s*[A-ZÀ-ÖØ-Þ0-9]|[\"“‘«]")
_INITIAL = re.compile(r"^(?:[A-Z]|[A-Z][a-z]?(?:\.[A-Z][a-z]{0,3})+)$")
_NUMBER = re.compile(r"^\(?\d{1,2}$")


def _ends(before: str, mark: str, close: str, after: str) -> bool:
    """Whether a sentence ends at ``mark + close``, given what stands before and after."""
    if not _STARTER.match(after):
        return False
    if mark != ".":
        return True
    found = _WORD.search(before)
    word = found.group() if found else ""
    may_end = abbreviations().get(word.lower())
    if close:
        # "Letjen (Purn.) Hari": a closing mark hides no abbreviation
        return may_end is not False
    if may_end is not None:
        return may_end and not after[0].isdigit()
    if word.lower() in number_words() and after[0].isdigit():
        return False
    if _INITIAL.match(word):
        # "Sopirnya, Agus T. Ia …": a sentence ends where the next word begins no name
        return _first_word(after) in openers()
    # "1. Menteri …": an item of a list, its number at the start of the sentence
    return not (_NUMBER.match(word) and before.strip() == word)


def _first_word(text: str) -> str:
    return text.split(maxsplit=1)[0].rstrip(",").lower()


def sentence_starts(paragraph: str) -> list[int]:
    """Find where sentences start in a paragraph.

    Args:
        paragraph: The text of one paragraph.

    Returns:
        Offsets into ``paragraph``, in order; the first is that of the first visible character.
        Empty if the paragraph has none.

    Example:
        >>> sentence_starts('"Kami siap?" tanya H. Amin. Rapat selesai pukul 17.30 WIB.')
        [0, 28]
    """
    first = len(paragraph) - len(paragraph.lstrip())
    if first == len(paragraph):
        return []
    starts = [first]
    for end in _END.finditer(paragraph):
        position = end.end()
        if position == len(paragraph):
            break
        before = paragraph[max(starts[-1], end.start() - _LONGEST_WORD) : end.start()]
        mark = paragraph[end.start() : end.start("close")]
        if _ends(before, mark, end["close"], paragraph[position : position + _LONGEST_WORD]):
            starts.append(position)
    return starts
