"""Scoring all stories of a gold file, and what comes out of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from kawat.evaluation.figures import Draws, Estimate, Figure
from kawat.evaluation.full import score_full
from kawat.evaluation.gold import FullStory
from kawat.evaluation.lean import score_lean
from kawat.evaluation.scores import IDLE, Confused, Difference
from kawat.records import CodedStory, MadeBy, WireMarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kawat.evaluation.gold import GoldStory, Kind
    from kawat.evaluation.scores import Counts, StoryScore

# The figure on the types of events; its parts by type are named after it.
TYPE_FIGURE: dict[Kind, str] = {"full": "events.type", "lean": "event"}
# Types with fewer gold events than this are left out of the mean over types.
_ENOUGH = 5
_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How well stories were coded.

    Attributes:
        kind: Whether the stories are coded in full or lean.
        stories: How many stories were compared.
        resamples: Draws behind the intervals.
        seed: Seed of the draws.
        figures: Name → precision, recall, F1.
        macro: Mean F1 over the types with five or more gold events; None if there is no such type.
        idle: Coded events in stories that have none, per 100 such stories; None without such.
        eventless: How many stories have no events.
        confused: Gold type and coded type of each event.
        differences: All misses and extras, story by story in the order of the text.
        uncoded: Ids of stories without a record: they count as coded with nothing in them.
        incomplete: Ids of stories whose record tells of problems.
    """

    kind: Kind
    stories: int
    resamples: int
    seed: int
    figures: dict[str, Figure]
    macro: Estimate | None
    idle: Estimate | None
    eventless: int
    confused: Counter[Confused]
    differences: tuple[Difference, ...]
    uncoded: tuple[str, ...]
    incomplete: tuple[str, ...]

    def by_type(self) -> dict[str, Figure]:
        """Give the figures of the single types, by type."""
        prefix = f"{TYPE_FIGURE[self.kind]}."
        return {
            name.removeprefix(prefix): figure
            for name, figure in self.figures.items()
            if name.startswith(prefix)
        }

    def overall(self) -> dict[str, Figure]:
        """Give all other figures, by name."""
        prefix = f"{TYPE_FIGURE[self.kind]}."
        return {n: figure for n, figure in self.figures.items() if not n.startswith(prefix)}

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain dicts, lists, strings and numbers."""
        return {
            "kind": self.kind,
            "stories": self.stories,
            "resamples": self.resamples,
            "seed": self.seed,
            "figures": {name: _plain(figure) for name, figure in self.figures.items()},
            "macro": _rounded(self.macro),
            "idle_per_100": _rounded(self.idle),
            "eventless_stories": self.eventless,
            "confusion": [
                {"gold": gold, "coded": coded, "events": number}
                for (gold, coded), number in sorted(self.confused.items(), key=_cell_order)
            ],
            "differences": [asdict(difference) for difference in self.differences],
            "uncoded": list(self.uncoded),
            "incomplete": list(self.incomplete),
        }


def evaluate(
    stories: Iterable[tuple[GoldStory, CodedStory | None]],
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> Evaluation:
    """Compare gold stories with their records.

    Args:
        stories: Gold stories of one kind, each with its record, or None if it has none. They are
            taken one at a time, so that stories may be coded meanwhile.
        resamples: How often stories are drawn anew for the intervals.
        seed: Seed of the draws.

    Returns:
        All figures with intervals, the confusion table, and every miss and extra.

    Raises:
        ValueError: There are no stories.

    Example:
        >>> from kawat.evaluation import FullStory, GoldEvent, GoldStory, evaluate
        >>> text = "Polisi menangkap dua aktivis di Makassar."
        >>> gold = GoldEvent(type="COERCE", trigger="menangkap", sentence=text)
        >>> story = FullStory(id="a", text=text, events=(gold,))
        >>> missed = evaluate([(GoldStory(where="gold.jsonl:1", answers=story, given=None), None)])
        >>> missed.figures["events.type"].counts, missed.confused
        (Counts(hits=0, coded=0, gold=1), Counter({Confused(gold='COERCE', coded=None): 1}))
    """
    compared = [_compare(gold, record) for gold, record in stories]
    if not compared:
        raise ValueError("there are no stories to evaluate")
    kind = compared[-1].kind
    scores = [story.score for story in compared]
    return Evaluation(
        kind=kind,
        stories=len(compared),
        resamples=resamples,
        seed=seed,
        confused=sum((score.confused for score in scores), Counter()),
        differences=tuple(difference for story in compared for difference in story.differences),
        uncoded=tuple(story.id for story in compared if story.outcome == "uncoded"),
        incomplete=tuple(story.id for story in compared if story.outcome == "incomplete"),
        **_figures(kind, Draws(scores, resamples=resamples, seed=seed)),
    )


def empty_record(id: str, text: str) -> CodedStory:  # noqa: A002  the record's own name for it
    """Give a record with nothing in it, which stands for one that is missing."""
    return CodedStory(
        id=id,
        url=None,
        outlet=None,
        title=None,
        language=None,
        published=None,
        wire=WireMarks(),
        text=text,
        sentences=(),
        entities=(),
        statements=(),
        events=(),
        agreements=(),
        visits=(),
        problems=(),
        made_by=MadeBy(kawat="", model="", codebook=""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """A gold story that was compared; neither text nor record is kept."""

    id: str
    kind: Kind
    score: StoryScore
    outcome: Literal["coded", "incomplete", "uncoded"]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Misses and extras, below a word on the record that is wanting."""
        if self.outcome != "uncoded":
            return self.score.differences
        return (Difference(outcome="uncoded", story=self.id), *self.score.differences)


def _compare(gold: GoldStory, record: CodedStory | None) -> _Compared:
    score = _score(gold, record)
    if record is None:
        return _Compared(id=gold.id, kind=gold.kind, score=score, outcome="uncoded")
    outcome: Literal["coded", "incomplete"] = "incomplete" if record.problems else "coded"
    return _Compared(id=gold.id, kind=gold.kind, score=score, outcome=outcome)


def _score(gold: GoldStory, record: CodedStory | None) -> StoryScore:
    text = gold.given.text if gold.given else ""
    coded = record or empty_record(gold.id, text)
    if isinstance(gold.answers, FullStory):
        return score_full(gold.answers, coded)
    return score_lean(gold.answers, coded)


def _figures(kind: Kind, draws: Draws) -> dict[str, Any]:
    prefix = f"{TYPE_FIGURE[kind]}."
    names = [name for name in draws.names if name != IDLE]
    types = [n for n in names if n.startswith(prefix) and draws.counts(n).gold >= _ENOUGH]
    eventless = draws.counts(IDLE).gold if IDLE in draws.names else 0
    return {
        "figures": {name: draws.figure(name) for name in names},
        "macro": draws.mean_f1(types),
        "idle": draws.rate(IDLE, 100) if eventless else None,
        "eventless": eventless,
    }


def _plain(figure: Figure) -> dict[str, Any]:
    measures = {"p": figure.precision, "r": figure.recall, "f1": figure.f1}
    counts: Counts = figure.counts
    return {
        **{name: round(measure.value, _DIGITS) for name, measure in measures.items()},
        **counts._asdict(),
        "intervals": {
            name: [round(measure.low, _DIGITS), round(measure.high, _DIGITS)]
            for name, measure in measures.items()
        },
    }


def _rounded(estimate: Estimate | None) -> dict[str, Any] | None:
    if estimate is None:
        return None
    low, high = round(estimate.low, _DIGITS), round(estimate.high, _DIGITS)
    return {"value": round(estimate.value, _DIGITS), "interval": [low, high]}


def _cell_order(item: tuple[Confused, int]) -> tuple[str, str]:
    cell, _ = item
    return cell.gold or "", cell.coded or ""
