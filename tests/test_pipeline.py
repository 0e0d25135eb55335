"""The order of the stages, and what happens when one fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Never

import pytest

from kawat import Coder, pipeline

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Polisi menangkap dua aktivis di Makassar."


def _fail(*_: object) -> Never:
    raise ZeroDivisionError("tidak bisa")


def test_failing_stage_costs_one_story_its_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """The story gives its line with the reason; the others are coded."""
    monkeypatch.setattr(pipeline, "find_times", _fail)
    (story,) = Coder().code_stories([TEXT])
    assert story.events == ()
    assert story.sentences
    assert story.problems == (
        "coding failed (ZeroDivisionError: tidak bisa); please report this story",
    )


def test_strict_coder_raises(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests want the fault itself."""
    monkeypatch.setattr(pipeline, "find_times", _fail)
    with pytest.raises(ZeroDivisionError):
        Coder(strict=True).code(TEXT)


def test_every_quoting_field_is_found_in_the_text(
    coder: Coder, demo_files: tuple[Path, ...]
) -> None:
    """`text[start:end]` is the surface string, for every field that quotes."""
    for path in demo_files:
        story = coder.code(path.read_text(encoding="utf-8"))
        quoted = [
            *(mention for entity in story.entities for mention in entity.mentions),
            *story.statements,
            *(statement.cue for statement in story.statements if statement.cue),
            *(span for event in story.events for span in (event.trigger, *event.also)),
            *(span for pact in story.agreements for span in pact.evidence),
            *(span for visit in story.visits for span in visit.evidence),
        ]
        assert all(story.text[span.start : span.end] == span.text for span in quoted)


def test_every_event_says_why(coder: Coder, demo_files: tuple[Path, ...]) -> None:
    """Each event names the rules it came from, and points only at entities of the story."""
    events = 0
    for path in demo_files:
        story = coder.code(path.read_text(encoding="utf-8"))
        ids = {entity.id for entity in story.entities}
        for event in story.events:
            events += 1
            assert event.why
            assert {*event.actors, *event.recipients} <= ids
    assert events >= 8
