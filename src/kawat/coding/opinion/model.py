"""The weights of the second opinion, and what they make of features.

Comes in: sets of features. Goes out: probabilities, and the features that weighed most. The file
``weights.json`` is written by ``training/opinion``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A logistic regression over features that hold or don't.

    Attributes:
        bias: Log-odds where nothing is known.
        weights: Feature → what it adds to the log-odds. Others add nothing.
    """

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """Return how likely it is, from 0 to 1.

        >>> Head(bias=0.0, weights={"topic=sport 3": -2.0}).probability(["topic=sport 3", "a=b"])
        0.119...
        """
        known = self.weights
        # An exact sum, so that the order of the features does not matter.
        odds = self.bias + math.fsum(known[name] for name in features if name in known)
        return 1 / (1 + math.exp(-odds))

    def strongest(self, features: Iterable[str], count: int) -> tuple[str, ...]:
        """Return the features that speak most against it, the strongest first."""
        found = [(self.weights[name], name) for name in features if self.weights.get(name, 0.0) < 0]
        return tuple(name for _, name in sorted(found)[:count])


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """What training left.

    Attributes:
        candidate: Whether a coder would record what a candidate tells.
        story: Whether a story has any event.
        threshold: What the worth of an event must reach.
        spared: Types that training saw too few of; of these only the story is judged.
    """

    candidate: Head
    story: Head
    threshold: float
    spared: frozenset[str]

    def keeps(self, type_: str, candidate: float, story: float) -> bool:
        """Say whether an event stays.

        The story counts twice: one without events is a worse place for a candidate than its own
        probability says, since all its candidates are false together.

        Args:
            type_: Type of the event.
            candidate: Probability of its best candidate.
            story: Probability that the story has any event.
        """
        own = 1.0 if type_ in self.spared else candidate
        return own * story * story >= self.threshold


@cache
def load_model() -> Model:
    """Load the packaged weights."""
    text = files("kawat.coding.opinion").joinpath("weights.json").read_text(encoding="utf-8")
    read = json.loads(text)
    return Model(
        candidate=Head(bias=read["candidate"]["bias"], weights=read["candidate"]["weights"]),
        story=Head(bias=read["story"]["bias"], weights=read["story"]["weights"]),
        threshold=read["threshold"],
        spared=frozenset(read["spared"]),
    )
