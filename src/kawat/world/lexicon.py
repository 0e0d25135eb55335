"""Entries of the tables, and finding them in the tokens of a sentence.

A lexicon is a dict from the first word of a phrase to all phrases that begin with it, longest
first. Phrases and tokens are compared in lower case by their parts, letters and digits apart from
marks, so that "Bangsa-Bangsa" is found whether it is one token or three.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kawat.records import MentionType, Token

_PART = re.compile(r"[^\W_]+|[^\w\s]|_")
ANY, CAPITAL, UPPER = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one row of a table says of a phrase.

    Attributes:
        kind: Which table, and so which part it plays: "country", "capital", "seat",
            "organisation", "head", "office", "title", "group", "government", "state", "pronoun",
            "person", "place", or the kind of a row of words.csv.
        name: Usual name, or the phrase itself.
        type: Type of the mention it makes by itself.
        country: Code of its country, if it has one.
        sectors: Sector codes, main one first.
        source: Table and row ("world/countries.csv:IRN").
        follows: True if country and sectors come rather from the organisation that follows.
        complement: True if what follows may belong to it ("Presiden Iran").
        open: True if capitalised words of no table may, too ("Menteri Energi"); otherwise such
            words are a name.
        valid_from: First day of a term of office, for persons.
        valid_to: Last day of it.
    """

    kind: str
    name: str
    type: MentionType = "ORG"
    country: str | None = None
    sectors: tuple[str, ...] = ()
    source: str
    follows: bool = False
    complement: bool = False
    open: bool = False
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of the tables: its parts in lower case, how its case is checked, what it means."""

    parts: tuple[str, ...]
    case: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase found at tokens ``first`` up to but not including ``last``."""

    first: int
    last: int
    entries: tuple[Entry, ...]


# First part, then second part ("" where there is none) to phrases, longest first.
Lexicon = dict[str, dict[str, tuple[Phrase, ...]]]


def split_parts(text: str) -> tuple[str, ...]:
    """Split a text in parts as the lexicon does.

    >>> split_parts("Bosnia-Herzegovina")
    ('bosnia', '-', 'herzegovina')
    """
    return tuple(_PART.findall(text.lower()))


def case_of(name: str) -> int:
    """Say how the case of a name is checked: capitals only, first letter, or not at all."""
    if name.isupper():
        return UPPER
    return ANY if name == name.lower() else CAPITAL


def make_lexicon(named: Iterable[tuple[str, Entry]]) -> Lexicon:
    """Compile phrases with their entries.

    Args:
        named: Phrases as printed in the tables, each with its entry; entries of the same phrase
            keep their order, the first being the one that counts by itself.

    Returns:
        The lexicon.
    """
    merged: dict[tuple[tuple[str, ...], int], list[Entry]] = {}
    for name, entry in named:
        merged.setdefault((split_parts(name), case_of(name)), []).append(entry)
    found: dict[str, dict[str, list[Phrase]]] = {}
    for (parts, case), entries in merged.items():
        phrase = Phrase(parts=parts, case=case, entries=tuple(entries))
        second = parts[1] if len(parts) > 1 else ""
        found.setdefault(parts[0], {}).setdefault(second, []).append(phrase)
    # Of phrases of the same length the stricter case goes first: "AS" before "as".
    return {
        first: {
            second: tuple(sorted(phrases, key=lambda p: (-len(p.parts), -p.case)))
            for second, phrases in seconds.items()
        }
        for first, seconds in found.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The parts of a sentence's tokens; ``owner`` and ``begins`` join parts and tokens."""

    tokens: Sequence[Token]
    parts: Sequence[str]
    owner: Sequence[int]
    begins: Sequence[int]


def _split(tokens: Sequence[Token]) -> _Text:
    lowers = [token.lower for token in tokens]
    if all(len(lower) == 1 or lower.isalnum() for lower in lowers):
        count = range(len(lowers) + 1)
        return _Text(tokens=tokens, parts=lowers, owner=count, begins=count)
    parts: list[str] = []
    owner: list[int] = []
    begins: list[int] = []
    for i, lower in enumerate(lowers):
        begins.append(len(parts))
        pieces = [lower] if lower.isalnum() else _PART.findall(lower)
        parts.extend(pieces)
        owner.extend([i] * len(pieces))
    begins.append(len(parts))
    return _Text(tokens=tokens, parts=parts, owner=owner, begins=begins)


def find_hits(tokens: Sequence[Token], lexicon: Lexicon) -> list[Hit]:
    """Find phrases from left to right, the longest at each place, not overlapping.

    Args:
        tokens: Tokens of a sentence.
        lexicon: The compiled tables.

    Returns:
        The hits in order.
    """
    text = _split(tokens)
    hits: list[Hit] = []
    i = 0
    for k, part in enumerate(text.parts):
        seconds = lexicon.get(part)
        if seconds is None:
            continue
        first = text.owner[k]
        if first < i or text.begins[first] != k:
            continue
        hit = _longest(seconds, text, first, 0)
        if hit is not None:
            if hit.last - first > 1:
                hit = _shorter(hit, lexicon, text)
            hits.append(hit)
            i = hit.last
    return hits


def _shorter(hit: Hit, lexicon: Lexicon, text: _Text) -> Hit:
    """Give the last word up to a body that begins with it: "anggota | Dewan HAM"."""
    if hit.entries[0].kind != "office":
        return hit
    last = hit.last - 1
    seconds = lexicon.get(text.parts[text.begins[last]])
    beyond = _longest(seconds, text, last, 0) if seconds is not None else None
    if beyond is None or beyond.last <= hit.last or beyond.entries[0].kind != "organisation":
        return hit
    first = lexicon[text.parts[text.begins[hit.first]]]
    return _longest(first, text, hit.first, last) or hit


def _longest(
    seconds: dict[str, tuple[Phrase, ...]], text: _Text, first: int, limit: int
) -> Hit | None:
    """Return the longest phrase at a token, no further than a limit, with all its entries."""
    begin = text.begins[first]
    parts = text.parts
    size = len(parts)
    lists = (seconds.get(parts[begin + 1], ()) if begin + 1 < size else (), seconds.get("", ()))
    found: tuple[Entry, ...] = ()
    last = 0
    for phrases in lists:
        for phrase in phrases:
            end = begin + len(phrase.parts)
            if last and end != text.begins[last]:
                break
            if end > size or (end - begin > 2 and tuple(parts[begin:end]) != phrase.parts):
                continue
            after = text.owner[end - 1] + 1
            if text.begins[after] != end or (limit and after > limit):
                continue
            if _case_fits(phrase.case, text.tokens, first, after):
                found += phrase.entries
                last = after
        if last:
            break
    return Hit(first=first, last=last, entries=found) if last else None


def _case_fits(case: int, tokens: Sequence[Token], first: int, last: int) -> bool:
    if case == ANY:
        return True
    if case == CAPITAL:
        return any(c.isupper() for t in tokens[first:last] for c in t.text)
    return all(not any(c.islower() for c in t.text) for t in tokens[first:last])
