"""The second opinion itself: which of the events that the codebook found a coder would not record.

Comes in: a scene, its candidates and the groups of them that tell the same event. Goes out: a
verdict on each group. Only what is told as done and not long ago is judged, and only in whole
stories: training has seen no other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.coding.merge import Candidate
from kawat.coding.opinion.features import Setup, describe, set_up
from kawat.coding.opinion.model import Head, load_model
from kawat.coding.opinion.reasons import in_words
from kawat.coding.opinion.story import describe_story
from kawat.coding.scene import Scene

REASONS = 3
SHORTEST = 4  # sentences; a shorter text is an example or a flash, on which the story head errs


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the opinion thinks of a candidate.

    Attributes:
        probability: That a coder would record what it tells, from 0 to 1.
        reasons: What speaks most against it, in words, the strongest first.
    """

    probability: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a group of candidates.

    Attributes:
        keep: Whether it stays an event.
        reason: Why not, in one sentence; empty where it stays.
    """

    keep: bool
    reason: str


KEPT = Verdict(keep=True, reason="")


def opinion(setup: Setup, number: int) -> Opinion:
    """Give the opinion on one candidate.

    Args:
        setup: The story, by ``set_up``.
        number: Index of the candidate.
    """
    return _weigh(load_model().candidate, describe(setup, number))


def review(
    scene: Scene, candidates: Sequence[Candidate], groups: Sequence[Sequence[Candidate]]
) -> tuple[Verdict, ...]:
    """Judge the events of a story.

    Args:
        scene: The story.
        candidates: Its candidates, in order.
        groups: Those of them that become events, joined.

    Returns:
        One verdict a group, in their order. A group is as good as its best candidate.
    """
    judged = [len(scene.graphs) >= SHORTEST and is_judged(group) for group in groups]
    if not any(judged):
        return tuple(KEPT for _ in groups)
    model, setup = load_model(), set_up(scene, candidates)
    whole = describe_story(scene, candidates)
    story = model.story.probability(whole)
    numbers = {id(candidate): at for at, candidate in enumerate(candidates)}
    verdicts = []
    for group, asked in zip(groups, judged, strict=True):
        verdict = KEPT
        if asked:
            told = [describe(setup, numbers[id(candidate)]) for candidate in group]
            best = max(told, key=model.candidate.probability)
            own = model.candidate.probability(best)
            if not model.keeps(group[0].draft.type, own, story):
                reason = _reason(_weigh(model.candidate, best), _weigh(model.story, whole))
                verdict = Verdict(keep=False, reason=reason)
        verdicts.append(verdict)
    return tuple(verdicts)


def _weigh(head: Head, features: frozenset[str]) -> Opinion:
    return Opinion(
        probability=head.probability(features),
        reasons=in_words(head.strongest(features, REASONS)),
    )


def is_judged(group: Sequence[Candidate]) -> bool:
    """Say whether a group tells of something as done, and not as history."""
    dated = next((c.setting for c in group if c.setting.date), group[0].setting)
    return group[0].draft.status == "actual" and not dated.background


def _reason(best: Opinion, story: Opinion) -> str:
    """Say what speaks against an event: of candidate and story the less likely one first."""
    told = f"the event {best.probability:.2f} likely ({'; '.join(best.reasons)})"
    whole = f"the story {story.probability:.2f} likely to tell any ({'; '.join(story.reasons)})"
    first, second = (told, whole) if best.probability <= story.probability else (whole, told)
    return f"the second opinion finds {first} and {second}"
