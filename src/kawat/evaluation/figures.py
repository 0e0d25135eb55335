"""Figures from counts, each with an interval over stories.

Intervals are bootstrap percentiles: stories are drawn anew with replacement, as many as there are,
and every figure is worked out for each draw. Stories, not events, are drawn, since the events of
one story stand and fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kawat.evaluation.scores import Counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kawat.evaluation.scores import StoryScore

    Numbers = NDArray[np.float64]

# The middle 95 % of the draws.
_TAILS = (2.5, 97.5)


class Estimate(NamedTuple):
    """A figure with the interval that 95 % of the draws lie in."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Precision, recall and F1 over all stories; 0 where there is nothing to divide by.

    Attributes:
        precision: Hits of what was coded.
        recall: Hits of what should be coded.
        f1: Their harmonic mean.
        counts: The counts behind them.
    """

    precision: Estimate
    recall: Estimate
    f1: Estimate
    counts: Counts


class Draws:
    """The counts of all figures in the whole sample, and in each draw of stories from it.

    Args:
        stories: The score of each story, at least one.
        resamples: Number of draws.
        seed: Seed of the draws: the same seed gives the same intervals.

    >>> from kawat.evaluation.scores import StoryScore
    >>> story = StoryScore()
    >>> story.add("event", 1, 2, 1)
    >>> Draws([story, story], resamples=100, seed=0).figure("event").f1
    Estimate(value=0.6666666666666666, low=0.6666666666666666, high=0.6666666666666666)
    """

    def __init__(self, stories: Sequence[StoryScore], *, resamples: int, seed: int) -> None:
        self.names = tuple(sorted({name for story in stories for name in story.counts}))
        counts = np.array(
            [[story.counts.get(name, Counts()) for name in self.names] for story in stories],
            dtype=np.float64,
        )
        number = len(stories)
        drawn = np.random.default_rng(seed).multinomial(
            number, np.full(number, 1 / number), size=resamples
        )
        # The first row is the sample itself: each story once.
        times = np.vstack([np.ones(number), drawn])
        totals = times @ counts.reshape(number, -1)
        self._totals: Numbers = totals.reshape(resamples + 1, len(self.names), 3)

    def counts(self, name: str) -> Counts:
        """Give the counts of a figure in the sample."""
        hits, coded, gold = self._of(name)[0]
        return Counts(hits=int(hits), coded=int(coded), gold=int(gold))

    def figure(self, name: str) -> Figure:
        """Give precision, recall and F1 of a figure."""
        precision, recall, f1 = self._measures(name)
        return Figure(
            precision=_estimate(precision),
            recall=_estimate(recall),
            f1=_estimate(f1),
            counts=self.counts(name),
        )

    def mean_f1(self, names: Sequence[str]) -> Estimate | None:
        """Give the mean F1 of some figures; None if none are named."""
        if not names:
            return None
        return _estimate(np.mean([self._measures(name)[2] for name in names], axis=0))

    def rate(self, name: str, per: int) -> Estimate:
        """Give the hits of a figure per so many gold ones."""
        counts = self._of(name)
        return _estimate(per * _divided(counts[:, 0], counts[:, 2]))

    def _of(self, name: str) -> Numbers:
        of: Numbers = self._totals[:, self.names.index(name)]
        return of

    def _measures(self, name: str) -> tuple[Numbers, Numbers, Numbers]:
        hits, coded, gold = self._of(name).T
        precision, recall = _divided(hits, coded), _divided(hits, gold)
        return precision, recall, _divided(2 * precision * recall, precision + recall)


def _divided(above: Numbers, below: Numbers) -> Numbers:
    return np.divide(above, below, out=np.zeros_like(above), where=below > 0)


def _estimate(values: Numbers) -> Estimate:
    low, high = np.percentile(values[1:], _TAILS)
    return Estimate(value=float(values[0]), low=float(low), high=float(high))
