"""What words alone can do, for comparison: one regression a type over the words of a sentence.

It knows no rules, clauses or parties. A type that it finds in several sentences of a story is one
event, which is the best simple way of joining.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from training.opinion.labels import Told, is_asked, sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.opinion.stories import Coded

LEAST = 4
STRENGTH = 0.3


def sentence_features(story: Coded) -> Iterator[tuple[int | None, frozenset[str]]]:
    """Yield the gold sentence that each sentence of a story lies in, and its words and pairs."""
    scene = story.scene
    for graph in scene.graphs:
        lemmas = graph.lemmas
        speech = scene.statement_at(graph.tokens[len(lemmas) // 2].start)
        features = {f"w={lemma}" for lemma in lemmas}
        features |= {f"p={one} {other}" for one, other in pairwise(lemmas)}
        features |= {f"at={min(graph.sentence.index, 3)}", f"said={speech and speech.kind}"}
        yield sentence_of(story, graph.tokens[0].start), frozenset(features)


def fit_words(stories: Sequence[Coded]) -> object:
    """Train one regression a type; give vectorizer and learners."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows, told = [], []
    for story in stories:
        types = defaultdict(set)
        for mention in filter(is_asked, story.gold["events"]):
            types[mention["sentence"]].add(mention["type"])
        for at, features in sentence_features(story):
            rows.append(features)
            told.append(types[at])
    counts = Counter(name for row in rows for name in row)
    names = DictVectorizer()
    matrix = names.fit_transform([{n: 1.0 for n in r if counts[n] >= LEAST} for r in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    learners = {}
    for type_ in sorted(set().union(*told)):
        learner = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        learners[type_] = learner.fit(matrix, [type_ in types for types in told])
    return names, learners


def find_alone(story: Coded, fitted: object) -> dict[str, list[tuple[float, int]]]:
    """Return, by type, how likely each gold sentence of a story tells of one."""
    names, learners = fitted  # type: ignore[misc]
    at, rows = zip(*sentence_features(story), strict=True) if story.scene.graphs else ((), ())
    if not rows:
        return {}
    matrix = names.transform([dict.fromkeys(row, 1.0) for row in rows])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    return {
        type_: [
            (float(p), number)
            for p, number in zip(learner.predict_proba(matrix)[:, 1], at, strict=True)
            if number is not None
        ]
        for type_, learner in learners.items()
    }


def told_alone(found: dict[str, list[tuple[float, int]]], threshold: float) -> list[Told]:
    """Return the events of a story: of each type one, in all sentences that reach a threshold."""
    events = []
    for type_, sentences in found.items():
        numbers = frozenset(number for p, number in sentences if p >= threshold)
        if numbers:
            events.append(Told(type_, numbers))
    return events
