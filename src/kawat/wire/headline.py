"""Where a headline ends that a scraped page glued to the next sentence of the story."""

from __future__ import annotations

import re
from functools import cache

from kawat.wire.data import alternatives, table

_SHORT = 150
_LONGEST = 200
# Where the subject of a glued sentence is looked for again: around the headline.
_NEAR = 10_000
_TOKEN = re.compile(r"\S+")
# "…Turun TanganMarquez pada…": a sentence glued to the headline.
_GLUE = re.compile(
    r"(?<=[a-zà-þ]{2})(?=[A-ZÀ-Þ][a-zà-þ]{1,20}[ ,])"
    r"|(?<=[A-Z]{2}|\d{2})(?=[A-ZÀ-Þ][a-zà-þ]{2,20}[ ,])"
    r"|(?<=[\w?!])(?=[\"“][A-ZÀ-Þ])"
)
_STOP = re.compile(r"(?<=[?!])\s*(?=[\"“A-ZÀ-Þ])")
_QUOTE = re.compile(r"\s(?=[\"“][A-ZÀ-Þ][^\"”]{25,})")


def headline_end(text: str, start: int, limit: int) -> int:
    """Return the offset where a headline ends.

    A headline up to the end of its line ends there. Else the story goes on behind it: after a
    glued letter, a question mark, before a quotation, or before the last capitals that precede
    the first words no headline has.

    Args:
        text: The story.
        start: Where the headline begins.
        limit: End of the line, or start of the next related line.

    >>> text = "Kapal Karam di Ambon Menurut dia, awak kapal itu sudah diselamatkan warga."
    >>> text[: headline_end(text, 0, len(text))]
    'Kapal Karam di Ambon'
    """
    window = text[start : min(limit, start + _LONGEST * 2)]
    if limit - start <= _SHORT and not _goes_on(window):
        return limit
    patterns = (_GLUE, _STOP, _QUOTE)
    ends = [match.start() for pattern in patterns for match in pattern.finditer(window)]
    ends = [end for end in ends if end >= 12 and not _camel(window, end)]
    guess, first_word = _before_sentence(text, window, start)
    # A sign of the break is better than a guess, if it stands before the sentence goes on.
    signs = [end for end in ends if end <= first_word]
    return start + min([*signs, _LONGEST, len(window)] if signs else [guess, _LONGEST])


def is_headline(words: str) -> bool:
    """Tell whether a line is written as a headline: most words with a capital, no sentence.

    >>> is_headline("Kapal Karam di Ambon"), is_headline("Awak kapal itu kini sudah selamat")
    (True, False)
    """
    tokens = [word for word in words.split() if not _is_small(word)]
    capitals = sum(not word[0].islower() for word in tokens)
    return len(tokens) >= 2 and capitals >= 0.8 * len(tokens) and len(words) <= _SHORT


def _goes_on(window: str) -> bool:
    """Tell whether a sentence follows the headline in a short line."""
    ending = window.rstrip()
    closed = ending.endswith((".", '."', ".”", ',"')) and len(ending.split()) > 4
    return closed or bool(re.search(r"[a-z][.?!] [A-Z\"“]", window))


def _camel(window: str, end: int) -> bool:
    """Tell whether two words glued at an offset are one name ("YouTube")."""
    word = re.search(r"\w*$", window[:end])
    rest = re.match(r"\w*", window[end:])
    glued = (word.group() if word else "") + (rest.group() if rest else "")
    return glued.lower() in _names()


def _before_sentence(text: str, window: str, start: int) -> tuple[int, int]:
    """Return where the sentence begins that holds the first word no headline has, and that word."""
    tokens = list(_TOKEN.finditer(window))
    for index in range(3, len(tokens)):
        word = tokens[index].group()
        if _opens_sentence(window, tokens, index):
            return tokens[index - 1].end(), tokens[index].start()
        if word[0].islower() and not _is_small(word):
            first = _sentence_start(text, window, tokens, index, start)
            end = tokens[first - 1].end() if first else len(window)
            return end, tokens[index].start()
    return len(window), len(window)


def _is_small(word: str) -> bool:
    """Tell whether a headline writes a word small; "ke-400" goes as "ke"."""
    return word.strip(".,:;\"'”’").partition("-")[0] in _small_words()


def _opens_sentence(window: str, tokens: list[re.Match[str]], index: int) -> bool:
    """Tell whether a capital word is one that a headline would not write with a capital."""
    return bool(_opener_pattern().match(window, tokens[index].start()))


def _sentence_start(
    text: str, window: str, tokens: list[re.Match[str]], index: int, start: int
) -> int:
    """Return the token that the sentence of token ``index`` begins with.

    The capitals before that token are its subject and the end of the headline. A subject that
    stands elsewhere in the story too is taken whole; else it is the last capital word.
    """
    capital = next((i for i in range(index - 1, 0, -1) if tokens[i].group()[:1].isupper()), 0)
    best = capital
    for first in range(capital - 1, max(0, capital - 5), -1):
        word = tokens[first].group()
        if not word[:1].isupper() or word.endswith((",", ":", "?", "!")):
            break
        phrase = window[tokens[first].start() : tokens[capital].end()].strip(".,")
        place = start + tokens[first].start()
        behind = place + len(phrase)
        if phrase in text[max(0, place - _NEAR) : place] or phrase in text[behind : behind + _NEAR]:
            best = first
    return best


@cache
def _words() -> tuple[dict[str, str], ...]:
    return tuple(dict(row) for row in table("headline_words", "word", "use"))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in _words() if row["use"] == "small")


@cache
def _names() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in _words() if row["use"] == "camel")


@cache
def _opener_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(r['word'] for r in _words() if r['use'] == 'opener')})\b")
