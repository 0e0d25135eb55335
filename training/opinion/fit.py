"""Fit the two heads: logistic regressions with an L2 penalty over frequent features."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.coding.opinion.features import describe, set_up
from kawat.coding.opinion.judge import SHORTEST, is_judged
from kawat.coding.opinion.model import Head, Model
from kawat.coding.opinion.story import describe_story
from kawat.coding.rulebook import load_codebook
from training.opinion.labels import label, tells_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kawat.coding.merge import Candidate
    from training.opinion.stories import Coded

Example = tuple[frozenset[str], bool]
DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What may be chosen; the packaged model was trained with the defaults.

    Attributes:
        strength: Inverse of the penalty, for candidates and for stories.
        least: A feature must occur in so many examples, of candidates and of stories.
        threshold: What candidate times story squared must reach to be kept.
        common: Types with fewer right candidates in the training stories are spared.
    """

    strength: tuple[float, float] = (0.1, 0.1)
    least: tuple[int, int] = (3, 4)
    threshold: float = 0.3
    common: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A coded story with its features, which are worked out once.

    Attributes:
        story: The coded story.
        candidates: Features of each of its candidates.
        whole: Features of the story.
    """

    story: Coded
    candidates: tuple[frozenset[str], ...]
    whole: frozenset[str]

    def examples(self) -> Iterable[Example]:
        """Yield the candidates to learn from: those judged, where the gold says yes or no."""
        at = {id(candidate): number for number, candidate in enumerate(self.story.candidates)}
        return ((self.candidates[at[id(c)]], told) for c, told in self.labelled())

    def labelled(self) -> Iterable[tuple[Candidate, bool]]:
        """Yield the candidates that are judged, with what the gold says, where it says anything."""
        for candidate in self.story.candidates:
            told = label(self.story, candidate)
            if told is not None and is_judged((candidate,)):
                yield candidate, told

    def left(self, model: Model) -> list[tuple[Candidate, ...]]:
        """Return the groups that a model keeps."""
        if len(self.story.scene.graphs) < SHORTEST:
            return list(self.story.groups)
        story = model.story.probability(self.whole)
        at = {id(candidate): number for number, candidate in enumerate(self.story.candidates)}
        found = []
        for group in self.story.groups:
            best = max(model.candidate.probability(self.candidates[at[id(c)]]) for c in group)
            if not is_judged(group) or model.keeps(group[0].draft.type, best, story):
                found.append(group)
        return found


def described(story: Coded) -> Described:
    """Work out the features of a story."""
    setup = set_up(story.scene, story.candidates)
    return Described(
        story=story,
        candidates=tuple(describe(setup, number) for number in range(len(story.candidates))),
        whole=describe_story(story.scene, story.candidates),
    )


def fit(stories: Sequence[Described], settings: Settings) -> Model:
    """Train both heads on stories."""
    candidates = [example for story in stories for example in story.examples()]
    wholes = [(story.whole, tells_any(story.story)) for story in stories]
    return Model(
        candidate=_head(candidates, settings.strength[0], settings.least[0]),
        story=_head(wholes, settings.strength[1], settings.least[1]),
        threshold=settings.threshold,
        spared=_spared(stories, settings.common),
    )


def _spared(stories: Sequence[Described], common: int) -> frozenset[str]:
    counts = Counter(c.draft.type for one in stories for c, told in one.labelled() if told)
    return frozenset(type_ for type_ in load_codebook().types if counts[type_] < common)


def _head(examples: Sequence[Example], strength: float, least: int) -> Head:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for features, _ in examples for name in features)
    rows = [{n: 1.0 for n in sorted(features) if counts[n] >= least} for features, _ in examples]
    names = DictVectorizer()
    matrix = names.fit_transform(rows)
    # The learner takes no wider indices, and which width comes out depends on the version.
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    learner = LogisticRegression(C=strength, solver="liblinear", max_iter=1000, random_state=0)
    learner.fit(matrix, [told for _, told in examples])
    weights = zip(names.get_feature_names_out(), learner.coef_[0], strict=True)
    rounded = {str(name): round(float(weight), DIGITS) for name, weight in weights}
    return Head(
        bias=round(float(learner.intercept_[0]), DIGITS),
        weights={name: weight for name, weight in sorted(rounded.items()) if weight},
    )
