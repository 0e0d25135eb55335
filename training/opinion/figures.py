"""Figures of the opinion on lean.dev, which it was not trained on: codebook, words alone, both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kawat.coding.opinion.judge import is_judged
from training.opinion.alone import find_alone, fit_words, told_alone
from training.opinion.fit import Described, Settings, fit
from training.opinion.labels import Scores, Told, coded_told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = tuple[str, dict[str, float]]
ALONE = 0.25  # the best threshold of words alone, by F1
PROPOSED = 0.5  # proposals at lower ones only lose


def table(all_: Sequence[Described], settings: Settings) -> list[Row]:
    """Work out all figures on lean.dev, from models that were trained on other stories.

    Args:
        all_: The stories of lean.dev, which are only tested on, and those that serve for training.
        settings: How to train.
    """
    stories = [one for one in all_ if one.story.tested]
    train = [one for one in all_ if not one.story.tested]
    halves = [("all", stories), *(_half(stories, even=even) for even in (True, False))]
    rows = [(f"codebook alone, {name}", _base(part)) for name, part in halves]
    rows += [
        (f"codebook and opinion, {name}", _held(train, part, settings)) for name, part in halves
    ]
    return [*rows, *_words(train, stories)]


def _half(stories: Sequence[Described], *, even: bool) -> tuple[str, list[Described]]:
    return "seen" if even else "unseen", [s for s in stories if s.story.even == even]


def _base(stories: Iterable[Described]) -> dict[str, float]:
    scores = Scores()
    for one in stories:
        scores.add(one.story, one.story.groups)
    return scores.figures()


def _held(
    train: Sequence[Described], test: Sequence[Described], settings: Settings
) -> dict[str, float]:
    model, scores = fit(train, settings), Scores()
    for one in test:
        scores.add(one.story, one.left(model))
    return scores.figures()


def _words(train: Sequence[Described], stories: Sequence[Described]) -> list[Row]:
    """Return the figures of words alone, and of events that they propose beside the codebook's."""
    alone, beside = Scores(), Scores()
    fitted = fit_words([one.story for one in train if "events" in one.story.gold])
    for one in (s.story for s in stories):
        found = find_alone(one, fitted)
        alone.add_told(one, told_alone(found, ALONE))
        coded = [coded_told(one, g) for g in one.groups if is_judged(g)]
        beside.add_told(one, [*coded, *_new(told_alone(found, PROPOSED), coded)])
    return [
        ("words alone, all", alone.figures()),
        ("codebook and proposals by words, all", beside.figures()),
    ]


def _new(proposed: Iterable[Told], coded: Iterable[Told]) -> list[Told]:
    known = {(event.type, at) for event in coded for at in event.sentences}
    return [p for p in proposed if not any((p.type, at) in known for at in p.sentences)]


def markdown(rows: Iterable[Row]) -> str:
    """Write figures as a table."""
    say: Callable[[float], str] = "{:.3f}".format
    lines = ["| what, on which stories | P | R | F1 | macro F1 | false per 100 eventless |"]
    lines.append("|---|---|---|---|---|---|")
    for name, f in rows:
        cells = [say(f[k]) for k in ("P", "R", "F1", "macro")]
        lines.append(f"| {name} | {' | '.join(cells)} | {f['idle']:.1f} |")
    return "\n".join(lines)
