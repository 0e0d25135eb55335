"""Figures, intervals, the confusion table, misses and extras."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from kawat.evaluation import (
    Confused,
    Evaluation,
    FullStory,
    GoldEvent,
    GoldStory,
    empty_record,
    evaluate,
)

if TYPE_CHECKING:
    from kawat import Coder

TEXT = (
    "Polisi menangkap dua aktivis di Makassar. Presiden Prancis bertemu Presiden Mali di Paris. "
    "Hujan turun sejak malam."
)
ARREST, MEETING, RAIN = TEXT.replace(". ", ".\n").split("\n")


def _gold(*events: GoldEvent, name: str = "a") -> GoldStory:
    answers = FullStory(id=name, text=TEXT, events=events)
    return GoldStory(where="gold.jsonl:1", answers=answers, given=None)


def _event(type_: str, trigger: str, sentence: str, **more: Any) -> GoldEvent:
    return GoldEvent(type=type_, trigger=trigger, sentence=sentence, **more)


@pytest.fixture(scope="module")
def judged(coder: Coder) -> Evaluation:
    """Judge a record with one event right, one of the wrong type; and one missed."""
    gold = _gold(
        _event("COERCE", "menangkap", ARREST),
        _event("AGREE", "bertemu", MEETING),
        _event("PROTEST", "Hujan", RAIN),
    )
    return evaluate([(gold, coder.code(TEXT))], resamples=50)


def test_confusion_pairs_what_stands_in_one_sentence(judged: Evaluation) -> None:
    """Right ones on the diagonal; a miss with the extra of its sentence; else with nothing."""
    assert judged.confused == {
        Confused("COERCE", "COERCE"): 1,
        Confused("AGREE", "CONSULT"): 1,
        Confused("PROTEST", None): 1,
    }


def test_misses_and_extras_come_with_their_place(judged: Evaluation) -> None:
    """Where, which words, which sentence, and what the other side has there."""
    at = TEXT.index("bertemu")
    told = [(d.outcome, d.start, d.type, d.instead) for d in judged.differences]
    assert told == [
        ("extra", at, "CONSULT", "AGREE"),
        ("missed", at, "AGREE", "CONSULT"),
        ("missed", TEXT.index("Hujan"), "PROTEST", None),
    ]
    for difference in judged.differences:
        assert TEXT[difference.start : difference.end] == difference.trigger
        assert difference.trigger in difference.sentence


def test_background_is_allowed_and_not_asked_for(coder: Coder) -> None:
    """Coding it is neither a hit nor an error."""
    arrest = _event("COERCE", "menangkap", ARREST, background=True)
    found = evaluate([(_gold(arrest), coder.code(ARREST))], resamples=50)
    assert found.figures["events.type"].counts == (0, 0, 0)
    assert [d.outcome for d in found.differences] == ["allowed"]
    assert found.confused == Counter()


def test_nearest_trigger_is_taken_for_the_confused_one(coder: Coder) -> None:
    """Of two gold events of a sentence, the one whose trigger is nearer was meant."""
    gold = _gold(_event("PROTEST", "Makassar", ARREST), _event("AID", "dua", ARREST))
    found = evaluate([(gold, coder.code(ARREST))], resamples=5)
    assert found.confused == {Confused("AID", "COERCE"): 1, Confused("PROTEST", None): 1}


def test_story_without_a_record_counts_as_empty() -> None:
    """Its events are missed, and it is named."""
    found = evaluate([(_gold(_event("COERCE", "menangkap", ARREST)), None)], resamples=5)
    assert found.uncoded == ("a",)
    assert [d.outcome for d in found.differences] == ["uncoded", "missed"]


def test_no_story_is_refused() -> None:
    """Figures of nothing would be made up."""
    with pytest.raises(ValueError, match="no stories"):
        evaluate([])


def test_confusion_adds_up(invented: tuple[Any, ...]) -> None:
    """Rows are what was asked for, columns what was held against, the diagonal is the hits."""
    found = _evaluate_lean(invented)
    hits, coded, gold = found.figures["event"].counts
    assert hits > 0
    assert sum(n for cell, n in found.confused.items() if cell.gold == cell.coded) == hits
    assert sum(n for cell, n in found.confused.items() if cell.gold) == gold
    assert sum(n for cell, n in found.confused.items() if cell.coded) == coded
    outcomes = Counter(difference.outcome for difference in found.differences)
    assert (outcomes["missed"], outcomes["extra"]) == (gold - hits, coded - hits)


def test_intervals_are_repeatable_and_hold_the_figure(invented: tuple[Any, ...]) -> None:
    """The same seed gives the same bounds, another one others; more stories, narrower bounds."""
    found, again = _evaluate_lean(invented), _evaluate_lean(invented)
    other, fewer = _evaluate_lean(invented, seed=1), _evaluate_lean(invented[:10])
    figure = found.figures["event"].f1
    assert found.to_dict() == again.to_dict()
    assert figure != other.figures["event"].f1
    assert figure.low < figure.value < figure.high
    assert figure.high - figure.low < fewer.figures["event"].f1.high - fewer.figures["event"].f1.low
    assert found.macro is not None
    assert found.macro.low < found.macro.value < found.macro.high


def _evaluate_lean(invented: tuple[Any, ...], seed: int = 0) -> Evaluation:
    from pydantic import TypeAdapter

    from kawat.evaluation import LeanStory

    form = TypeAdapter(LeanStory)
    pairs = []
    for story in invented:
        lean = form.validate_python(_plain(story.lean))
        pairs.append((GoldStory(where="", answers=lean, given=None), story.record))
    return evaluate(pairs, resamples=300, seed=seed)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if item is not None}
    return tuple(_plain(item) for item in value) if isinstance(value, list) else value


def test_empty_record_is_of_the_story() -> None:
    """It has the text, so that offsets mean something."""
    assert (empty_record("a", TEXT).text, empty_record("a", TEXT).events) == (TEXT, ())
