"""What the reading of direct and of indirect speech hands on: reports with unresolved speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kawat.coding.discourse.reporting import CueWord, Reporting
from kawat.coding.discourse.speakers import NOBODY, Reference
from kawat.coding.discourse.words import Words, ends_sentence

_LOOSE = frozenset({",", ":", "-", "–", "—", ";", ".", "\\"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Reported speech, or only the naming of a speaker, before entities are known.

    Attributes:
        start: Offset of the first character said.
        end: Offset after the last; equal to ``start`` where only a speaker is named
            ("Hal itu disampaikan Menlu").
        kind: As in ``Statement``.
        cue: Place of the reporting word, or None.
        speaker: The words that name the speaker.
        place: Place in the story at which the speaker is named; orders the reports.
        follows: True for a quote without a cue of its own, which goes on with the last speaker.
    """

    start: int
    end: int
    kind: Literal["direct", "indirect", "mixed"]
    cue: int | None
    speaker: Reference = NOBODY
    place: int
    follows: bool = False


def cue_at(words: Words, reporting: Reporting, place: int) -> CueWord | None:
    """The reporting word at a place, if there is one."""
    return reporting.cues.get(words.lower(place))


def trim(words: Words, low: int, high: int) -> tuple[int, int]:
    """Leave commas, dashes and the full stop out at both ends of a stretch of places.

    A full stop within quotation marks stays.
    """
    while low < high and words.lower(low) in {",", ":", "-", "–", "—", ";", "."}:
        low += 1
    while high > low and (
        ends_sentence(words.lower(high - 1)) or words.lower(high - 1) in ",;:-–—"
    ):
        high -= 1
    return low, high


def has_verb(words: Words, low: int, high: int) -> bool:
    """Whether there is a verb among the tokens of a stretch."""
    return any(words.tokens[place].pos in {"VERB", "AUX"} for place in range(low, high))
