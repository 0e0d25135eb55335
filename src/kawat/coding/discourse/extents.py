"""Where an indirectly reported clause begins and ends."""

from __future__ import annotations

from typing import Literal

from kawat.coding.discourse.reporting import CueWord, Reporting
from kawat.coding.discourse.reports import cue_at, has_verb
from kawat.coding.discourse.words import Words

Link = Literal["bahwa", "comma", "asked", "told", "plain"]

_AHEAD = 26
_NOUN_HEADED = ("acl", "nmod", "compound", "flat", "appos", "amod")


def complement_start(
    words: Words, reporting: Reporting, cue: int, high: int, word: CueWord
) -> tuple[int, Link] | None:
    """Place where the reported clause of an active word begins, and what links it.

    Args:
        words: The story.
        reporting: The reporting words.
        cue: Place of the cue.
        high: Place after the last token of its sentence.
        word: The cue word.

    Returns:
        The place and the link; None if nothing that could be reported follows.
    """
    lists = reporting.words
    place = cue + 1
    while words.lower(place) in lists["adverbs"] and words.lower(place + 1) in (
        lists["complementizers"] | {",", ":"}
    ):
        place += 1
    bahwa = _complementizer(words, reporting, place, high, word)
    if bahwa is not None:
        return bahwa + 1, "bahwa"
    low = words.lower(place)
    if low in {",", ":"}:
        return _after_comma(words, reporting, place, high)
    if low in lists["addressee"]:
        return _after_addressee(words, reporting, place, high, word)
    if word.complement == "request" and low in lists["requesters"]:
        return (place + 1, "asked") if low in lists["askers"] else None
    if low in lists["clitic"]:
        return None
    return place, "plain"


def _complementizer(
    words: Words, reporting: Reporting, place: int, high: int, word: CueWord
) -> int | None:
    """Place of "bahwa" where only an addressee or circumstances stand before it."""
    lists = reporting.words
    first = words.lower(place)
    if first == ",":
        first = words.lower(place + 1)
    oblique = first in lists["addressee"] or first in lists["circumstances"]
    oblique = oblique or first in lists["relay_links"] or first in lists["days"]
    reach = place + 2
    if oblique:
        reach = place + _AHEAD
    elif word.complement == "request" or word.form == "noun" or word.noun:
        reach = place + 14
    for here in range(place, min(reach, high)):
        if words.lower(here) in lists["complementizers"]:
            return here
        cue = cue_at(words, reporting, here)
        if cue is not None and cue.form == "active":
            return None
        if not oblique and words.tokens[here].pos == "VERB":
            return None
    return None


def _after_comma(
    words: Words, reporting: Reporting, place: int, high: int
) -> tuple[int, Link] | None:
    """The clause after a comma; a relay in between ("seperti dikutip X,") is left out."""
    after = place + 1
    lists = reporting.words
    if words.lower(after) in lists["relay_links"] or words.lower(after) in lists["relays"]:
        closing = next((p for p in range(after, high) if words.lower(p) == ","), None)
        if closing is None:
            return None
        after = closing + 1
    return (after, "comma") if after < high else None


def _after_addressee(
    words: Words, reporting: Reporting, place: int, high: int, word: CueWord
) -> tuple[int, Link] | None:
    """The clause after "kepada …": a request keeps its addressee, other reports leave it out."""
    if word.complement == "request":
        for here in range(place, min(place + _AHEAD, high)):
            if words.lower(here) in reporting.words["askers"]:
                return here + 1, "asked"
        return place + 1, "told"
    for here in range(place, min(place + _AHEAD, high)):
        if words.lower(here) == ",":
            return here + 1, "comma"
    end = place + 1
    mention = words.mention_at[end] if end < len(words.tokens) else -1
    end = words.extents[mention][1] if mention >= 0 else end + 1
    return (end, "plain") if end < high else None


def reports_clause(
    words: Words, reporting: Reporting, word: CueWord, start: int, high: int, link: Link
) -> bool:
    """Whether what follows a cue is speech, by what its rule asks for.

    Args:
        words: The story.
        reporting: The reporting words.
        word: The cue word.
        start: Place where the reported clause begins.
        high: Place after its last token.
        link: What links it to the cue.
    """
    if high - start < 2:
        return False
    if link == "bahwa" or (link == "asked" and high - start > 2):
        return True
    lists = reporting.words
    if link == "comma":
        return has_verb(words, start, high) or high - start > 2
    first = words.lower(start)
    if first in lists["existential"] or first in lists["interrogatives"]:
        return True
    if word.complement == "request" and first in lists["negations"]:
        return has_verb(words, start, high)
    if word.complement == "any":
        return high - start > 2
    if word.complement == "bahwa":
        return False
    if link == "told":
        return has_verb(words, start, high)
    return predicates(words, reporting, start, high)


def predicates(words: Words, reporting: Reporting, start: int, high: int) -> bool:
    """Whether a stretch has a predicate of its own: one that is no modifier of a noun in it."""
    modifiers: set[int] = set()
    for place in range(start, high):
        token = words.tokens[place]
        if token.pos in {"VERB", "AUX"}:
            head = words.head(place)
            if head in modifiers or _modifies(words, reporting, place, head, start):
                modifiers.add(place)
            else:
                return True
        elif token.pos in {"ADJ", "NOUN"} and token.relation in {"ccomp", "xcomp"}:
            subjects = (words.tokens[c].relation for c in words.children[place])
            if any(relation.startswith("nsubj") for relation in subjects):
                return True
    return False


def _modifies(words: Words, reporting: Reporting, place: int, head: int, start: int) -> bool:
    """Whether a verb hangs on a noun: "yang …", "untuk …", "tuduhan melakukan …".

    After a person or state it is its predicate, even where the parser takes it for a modifier:
    "meminta pemerintah mengevaluasi …".
    """
    before = place - 1
    while before >= start and words.tokens[before].pos in {"ADV", "AUX", "PART"}:
        before -= 1
    if before >= start and words.lower(before) in reporting.words["modifiers"]:
        return True
    marks = (words.lower(c) for c in words.children[place] if words.tokens[c].relation == "mark")
    if any(mark in reporting.words["subordinators"] for mark in marks):
        return True
    if not words.tokens[place].relation.startswith(_NOUN_HEADED) or not start <= head < place:
        return False
    return words.mention_at[head] < 0 and words.tokens[head].pos == "NOUN"


def clause_end(words: Words, reporting: Reporting, start: int, high: int) -> int:
    """Place after the last token of a reported clause that begins at ``start``.

    It runs to the end of the sentence, unless the writer speaks again before: ", seraya …",
    ", seperti dikutip …", "dan menegaskan …", "dalam pernyataannya".
    """
    for place in range(start + 2, high):
        if _writer_again(words, reporting, place, high):
            return place
    return high


def _writer_again(words: Words, reporting: Reporting, place: int, high: int) -> bool:
    lists = reporting.words
    low, after = words.lower(place), words.lower(place + 1)
    if low == ",":
        return _writer_after_comma(words, reporting, place, high)
    if low in lists["coordinators"] or low in lists["means"]:
        return low in lists["meanwhile"] or _second_cue(words, reporting, place + 1)
    if low in lists["circumstances"]:
        return after in lists["occasions"] or after in lists["encounters"]
    return False


def _writer_after_comma(words: Words, reporting: Reporting, place: int, high: int) -> bool:
    lists = reporting.words
    first, second = words.lower(place + 1), words.lower(place + 2)
    if first in lists["relays"] or (first in lists["relay_links"] and second in lists["relays"]):
        return True
    if first in lists["participles"]:
        subjectless = place + 2 < high and (
            words.tokens[place + 2].pos == "VERB" or second in lists["negations"]
        )
        return subjectless and second not in lists["prospective"]
    if first in lists["days"]:
        return high - place <= 14 and not has_verb(words, place, high)
    # A clause without a subject after a comma is the writer's gloss: "…, meningkatkan ketegangan".
    token = words.tokens[place + 1] if place + 1 < high else words.tokens[place]
    gloss = token.pos == "VERB" and token.relation == "advcl" and first.startswith("me")
    if gloss and first not in lists["linkers"]:
        return True
    return _second_cue(words, reporting, place + 1)


def _second_cue(words: Words, reporting: Reporting, place: int) -> bool:
    """Whether a second reporting word with the same subject follows ("dan menegaskan …")."""
    while words.lower(place) in reporting.words["adverbs"]:
        place += 1
    cue = cue_at(words, reporting, place)
    return cue is not None and cue.form == "active" and cue.complement == "any"
