"""What a story looks like to the second opinion: is it one that tells of political events at all?

Comes in: a scene with its candidates. Goes out: features of the story, named as in ``features``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kawat.coding.merge import Candidate
from kawat.coding.opinion.features import CONTENT, FEW, bucket, title_words
from kawat.coding.scene import Scene

MANY_FOREIGN = 0.3
HOME = "IDN"


def describe_story(scene: Scene, candidates: Sequence[Candidate]) -> frozenset[str]:
    """Return the features of a story.

    Args:
        scene: The story.
        candidates: Its candidates.

    Returns:
        Names of the features that hold: words, topics, cast, and the types of the candidates.
    """
    return frozenset((*_words(scene), *_cast(scene), *_candidates(candidates)))


def _words(scene: Scene) -> Iterator[str]:
    yield f"sentences={bucket(len(scene.graphs))}"
    for word in title_words(scene):
        yield f"titled={word}"
    for number, graph in enumerate(scene.graphs):
        for token, lemma in zip(graph.tokens, graph.lemmas, strict=True):
            if token.pos in CONTENT:
                yield f"word={lemma}"
                if number == 0:
                    yield f"first={lemma}"
    counts = Counter(word for graph in scene.graphs for word in graph.lower)
    for rule in scene.codebook.gate:
        kinds = sum(1 for word in rule.words if counts[word])
        if kinds:
            yield f"topic={rule.value} {min(kinds, FEW)}"


def _cast(scene: Scene) -> Iterator[str]:
    for entity in scene.discourse.entities:
        for sector in entity.sectors[:1]:
            yield f"cast={sector}"
    known = [mention.country for mention in scene.mentions if mention.country is not None]
    abroad = sum(1 for country in known if country != HOME)
    share = abroad / len(known) if known else 0.0
    yield f"foreign={'none' if not abroad else 'few' if share < MANY_FOREIGN else 'many'}"


def _candidates(candidates: Sequence[Candidate]) -> Iterator[str]:
    yield f"candidates={bucket(len(candidates))}"
    for candidate in candidates:
        yield f"told={candidate.draft.type}"
