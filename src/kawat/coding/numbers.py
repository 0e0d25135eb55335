"""Numbers of an event: the dead, the injured, participants or money.

Comes in: a scene and a draft. Goes out: numbers stated in the sentence of the trigger; None where
none is. Reads ``codebook/numbers.yml``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.drafts import Draft
from kawat.coding.number_words import NumberWords, is_number_word, read_number
from kawat.coding.scene import Scene
from kawat.records import Token

REACH = 5
ASSAULT = "ASSAULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Numbers stated for an event."""

    dead: int | None = None
    injured: int | None = None
    size: str | None = None


def find_numbers(scene: Scene, draft: Draft) -> Numbers:
    """Find the numbers of a draft in its sentence.

    Args:
        scene: The story.
        draft: The draft.

    Returns:
        The dead and the injured of an ASSAULT, the participants of a protest or a deployment, the
        money of an aid, as far as stated.
    """
    known = scene.tables.numbers
    tokens = scene.graphs[draft.sentence].tokens
    lower = [token.lower for token in tokens]
    if draft.type == ASSAULT:
        return Numbers(
            dead=_casualties(lower, known, "dead"), injured=_casualties(lower, known, "injured")
        )
    text = scene.parse.story.raw.text
    if draft.type in known.lists["participants_of"]:
        return Numbers(size=_participants(text, tokens, known))
    if draft.type in known.lists["money_of"]:
        return Numbers(size=_money(text, tokens, known))
    return Numbers()


def _casualties(lower: Sequence[str], known: NumberWords, kind: str) -> int | None:
    for at, word in enumerate(lower):
        if word in known.lists[f"{kind}_before"]:
            found = _number_in(lower, range(at + 1, min(at + 1 + REACH, len(lower))), known)
        elif word in known.lists[f"{kind}_after"]:
            found = _number_in(lower, range(at - 1, max(at - 1 - REACH, -1), -1), known)
        else:
            continue
        if found is not None:
            return found
    return None


def _number_in(lower: Sequence[str], places: range, known: NumberWords) -> int | None:
    """Return the first number of people met on the way, whole even if met from behind."""
    for at in places:
        if lower[at] in (",", "dan", "serta") or lower[at] in known.lists["vague"]:
            return None
        number = read_number(lower[at:], known)
        if number is None:
            continue
        first = at
        if places.step < 0:
            while first > 0 and is_number_word(lower[first - 1], known):
                first -= 1
            number = read_number(lower[first:], known) or number
        after = first + number[1]
        counted = after < len(lower) and lower[after] in known.lists["counted"]
        if counted or lower[first] == "seorang":
            return number[0]
    return None


def _participants(text: str, tokens: Sequence[Token], known: NumberWords) -> str | None:
    lower = [token.lower for token in tokens]
    for at, word in enumerate(lower):
        if word in known.lists["vague"]:
            used = 1
        elif (number := read_number(lower[at:], known)) is not None and number[0] > 1:
            used = number[1]
        else:
            continue
        after = at + used
        if after < len(lower) and lower[after] in known.lists["participants"]:
            return text[tokens[at].start : tokens[after - 1].end]
    return None


def _money(text: str, tokens: Sequence[Token], known: NumberWords) -> str | None:
    lower = [token.lower for token in tokens]
    currencies = known.lists["currencies"]
    for at in range(len(lower)):
        number = read_number(lower[at:], known)
        if number is None:
            continue
        first, last = at, at + number[1]
        if first and lower[first - 1] in currencies:
            first -= 1
        elif last < len(lower) and lower[last] in currencies:
            last += 1
        else:
            continue
        return text[tokens[first].start : tokens[last - 1].end]
    return None
