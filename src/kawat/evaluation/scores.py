"""What comparing one story yields: counts by figure, confused types, misses and extras."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Outcome = Literal["missed", "extra", "allowed", "uncoded"]

# The counts behind "false events per 100 stories without events"; a rate, no precision or recall.
IDLE = "idle"


class Counts(NamedTuple):
    """The counts behind a figure, in one story or in all.

    Attributes:
        hits: Coded as it should be.
        coded: Coded and asked for, right or wrong.
        gold: What should be coded.
    """

    hits: int = 0
    coded: int = 0
    gold: int = 0


class Confused(NamedTuple):
    """What a coded event should have been: one cell of the confusion table.

    Attributes:
        gold: Type by the gold story; None if there is no event.
        coded: Type coded; None if nothing was.
    """

    gold: str | None
    coded: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One event on which gold and coded story differ, with its place.

    Attributes:
        outcome: "missed" (only in the gold story), "extra" (only coded), "allowed" (coded, and in
            the gold story as background or not actual, so not held against the coder) or
            "uncoded" (there is no record of the story).
        story: Id of the story.
        start: Offset of the trigger in the text; None if it can't be told.
        end: Offset after the trigger.
        type: Type of the event.
        trigger: The words that name it.
        sentence: The sentence that it stands in.
        instead: The type on the other side of the same sentence, if one is left there.
    """

    outcome: Outcome
    story: str
    start: int | None = None
    end: int | None = None
    type: str = ""
    trigger: str = ""
    sentence: str = ""
    instead: str | None = None


@dataclass(slots=True, kw_only=True)
class StoryScore:
    """The counts of one story, filled figure by figure.

    Attributes:
        counts: Figure → counts.
        confused: Cells of the confusion table.
        differences: Misses and extras in the order of the text.
    """

    counts: dict[str, Counts] = field(default_factory=dict)
    confused: Counter[Confused] = field(default_factory=Counter)
    differences: tuple[Difference, ...] = ()

    def add(self, figure: str, hits: int, coded: int, gold: int) -> None:
        """Add to the counts of a figure; each figure is there once it was looked at.

        >>> score = StoryScore()
        >>> score.add("visits.dyad", 1, 2, 1)
        >>> score.counts["visits.dyad"]
        Counts(hits=1, coded=2, gold=1)
        """
        before = self.counts.get(figure, Counts())
        self.counts[figure] = Counts(before.hits + hits, before.coded + coded, before.gold + gold)

    def add_share(self, figure: str, right: list[bool]) -> None:
        """Add a figure that is a share of what was paired: precision and recall are the same."""
        self.add(figure, sum(right), len(right), len(right))
