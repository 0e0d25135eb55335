"""What a coder made of what the codebook found: the labels to learn, and the scores.

The rules are those of the lean scorer: a coded event pairs with a gold one of the same type where
both have a mention in one sentence; gold that is not actual, or is background, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kawat.coding.opinion.judge import is_judged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kawat.coding.merge import Candidate
    from training.opinion.stories import Coded

LEAST_OF_TYPE = 5  # types with fewer gold events have no part in the macro average


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the scorer sees it: its type and the sentences that tell it."""

    type: str
    sentences: frozenset[int]


def is_asked(mention: dict[str, Any]) -> bool:
    """Say whether a gold mention counts."""
    return mention["status"] == "actual" and not mention["background"]


def sentence_of(story: Coded, offset: int) -> int | None:
    """Return the gold sentence in which an offset lies."""
    spans = enumerate(story.gold["sentences"])
    return next((number for number, (start, end) in spans if start <= offset < end), None)


def label(story: Coded, candidate: Candidate) -> bool | None:
    """Say whether a coder recorded an event of the candidate's type in its sentence.

    Where only the types of a story's events are known: whether the story tells any of that type.

    Returns:
        True or False; None where the gold neither asks for it nor holds it against anyone, and
        where it tells fewer events of the type than there are, so that nobody knows which.
    """
    if "types" in story.gold:
        return _label_by_type(story, candidate.draft.type)
    here = sentence_of(story, candidate.draft.trigger.start)
    type_ = candidate.draft.type
    same = [m for m in story.gold["events"] if m["sentence"] == here and m["type"] == type_]
    if any(map(is_asked, same)):
        return True
    return None if same else False


def _label_by_type(story: Coded, type_: str) -> bool | None:
    told = story.gold["types"].get(type_, 0)
    if not told:
        return False
    found = sum(1 for g in story.groups if g[0].draft.type == type_ and is_judged(g))
    return True if found <= told else None


def tells_any(story: Coded) -> bool:
    """Say whether a coder recorded anything at all in a story."""
    return bool(story.gold["types"]) if "types" in story.gold else any(gold_told(story))


def gold_told(story: Coded) -> tuple[list[Told], list[Told]]:
    """Return the gold events that are asked for, and the others."""
    mentions = defaultdict(list)
    for mention in story.gold["events"]:
        mentions[mention["event"], mention["type"]].append(mention)
    asked, rest = [], []
    for (_, type_), all_ in mentions.items():
        live = [m for m in all_ if is_asked(m)]
        sentences = frozenset(m["sentence"] for m in live or all_)
        (asked if live else rest).append(Told(type_, sentences))
    return asked, rest


def coded_told(story: Coded, group: Iterable[Candidate]) -> Told:
    """Return a coded event as the scorer sees it."""
    lead, *_ = group = tuple(group)
    found = (sentence_of(story, c.draft.trigger.start) for c in group)
    return Told(lead.draft.type, frozenset(s for s in found if s is not None))


def meets(gold: Told, coded: Told) -> bool:
    """Say whether two can be the same event."""
    return gold.type == coded.type and bool(gold.sentences & coded.sentences)


def pair(
    golds: Sequence[Told], coded: Sequence[Told], same: Callable[[Told, Told], bool] = meets
) -> dict[int, int]:
    """Pair one to one, as many as possible: index of the coded → index of the gold."""
    owner: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        for at, event in enumerate(coded):
            if at not in tried and same(golds[gold], event):
                tried.add(at)
                if at not in owner or place(owner[at], tried):
                    owner[at] = gold
                    return True
        return False

    for number in range(len(golds)):
        place(number, set())
    return owner


@dataclass(slots=True)
class Scores:
    """Sums over stories, and the figures they give."""

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    idle: int = 0
    quiet: int = 0

    def add(self, story: Coded, kept: Iterable[Sequence[Candidate]]) -> None:
        """Add a story with the events that are left of it."""
        self.add_told(story, [coded_told(story, group) for group in kept if is_judged(group)])

    def add_told(self, story: Coded, events: Sequence[Told]) -> None:
        """Add a story with its events as the scorer sees them."""
        asked, rest = gold_told(story)
        if not asked and not rest:
            self.quiet += 1
            self.idle += len(events)
        pairs = pair(asked, events)
        left = [event for at, event in enumerate(events) if at not in pairs]
        self._count("all", len(pairs), len(events) - len(pair(rest, left)), len(asked))
        for event in events:
            self._count(event.type, 0, 1, 0)
        for gold in asked:
            self._count(gold.type, 0, 0, 1)
        for gold in pairs.values():
            self._count(asked[gold].type, 1, 0, 0)

    def _count(self, name: str, *values: int) -> None:
        for at, value in enumerate(values):
            self.counts[name][at] += value

    def figures(self) -> dict[str, float]:
        """Give precision, recall, F1, macro F1, false events per 100 eventless stories."""
        precision, recall, f1 = _ratios(*self.counts["all"])
        types = [
            _ratios(*count)[2]
            for name, count in self.counts.items()
            if name != "all" and count[2] >= LEAST_OF_TYPE
        ]
        macro = sum(types) / len(types) if types else 0.0
        idle = 100 * self.idle / self.quiet if self.quiet else 0.0
        return {"P": precision, "R": recall, "F1": f1, "macro": macro, "idle": idle}


def _ratios(hits: int, coded: int, gold: int) -> tuple[float, float, float]:
    precision, recall = hits / coded if coded else 0.0, hits / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
