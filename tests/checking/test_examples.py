"""Tests of judging what was coded of an example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.checking.examples import Question, judge, questions_of
from kawat.coding.rulebook import schema
from kawat.coding.rulebook.sources import Entry, Sources
from kawat.pipeline import Explained
from kawat.records import CodedStory, Decision, TextSpan
from kawat.tables import Node

RULE = "acts/consult.yml:temu"
TEXT = "Ratna bertemu Khai."


def ask(kind: str, example: schema.Hit, model: schema.Strict | None = None) -> Question:
    model = model or schema.Act(id="temu", type="CONSULT")
    name = "acts/consult.yml" if isinstance(model, schema.Act) else "modes.yml"
    node = Node(value={}, line=7)
    entry = Entry(name=name, file=f"codebook/{name}", node=node, model=model)
    return Question(entry=entry, kind=kind, number=0, example=example)  # type: ignore[arg-type]


def verdict(question: Question, story: CodedStory, *decisions: Decision) -> str | None:
    fault = judge(question, Explained(story=story, decisions=decisions))
    return str(fault) if fault else None


@pytest.mark.parametrize(
    "expected",
    [
        {},
        {"type": "CONSULT"},
        {"modes": ["visit"], "actors": ["IDN"], "recipients": ["VNM"], "status": "actual"},
    ],
)
def test_judge_accepts_hits(small_story: CodedStory, expected: dict[str, object]) -> None:
    """A hit passes where the event is as it says."""
    assert verdict(ask("hits", schema.Hit(text=TEXT, **expected)), small_story) is None


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ({"type": "AGREE"}, "type CONSULT, not AGREE"),
        ({"modes": []}, "modes [visit], not []"),
        ({"actors": ["VNM"]}, "actors [IDN], not [VNM]"),
        ({"recipients": []}, "recipients [VNM], not []"),
        ({"status": "negated"}, "status actual, not negated"),
    ],
)
def test_judge_names_what_differs(
    small_story: CodedStory, expected: dict[str, object], message: str
) -> None:
    """A hit whose event is otherwise is a fault that says how."""
    found = verdict(ask("hits", schema.Hit(text=TEXT, **expected)), small_story)
    assert found == (
        f'codebook/acts/consult.yml:7: temu: hit not coded: "{TEXT}"; the event differs: {message}'
    )


def test_judge_tells_why_a_rule_was_dropped(small_story: CodedStory) -> None:
    """A hit without an event of its rule tells what came instead, and the reason."""
    (event,) = small_story.events
    story = replace(small_story, events=(replace(event, why=("acts/other.yml:x",)),))
    span = TextSpan(start=0, end=7, text="bertemu")
    dropped = Decision(rule=RULE, trigger=span, outcome=None, reason="no patient")
    found = verdict(ask("hits", schema.Hit(text=TEXT)), story, dropped)
    assert found is not None
    assert 'got CONSULT [visit] "bertemu" [IDN] → [VNM] by acts/other.yml:x' in found
    assert '("bertemu" dropped: no patient)' in found
    empty = replace(small_story, events=())
    silent = verdict(ask("hits", schema.Hit(text=TEXT)), empty)
    assert silent is not None
    assert silent.endswith("got nothing (the rule was not considered)")


def test_judge_counts_only_actual_events_against_near_misses(small_story: CodedStory) -> None:
    """A near miss must give no actual event by its rule, or of the type it names."""
    near = schema.Hit(text=TEXT)
    found = verdict(ask("near_misses", near), small_story)
    assert found is not None
    assert "near miss coded" in found
    (event,) = small_story.events
    negated = replace(small_story, events=(replace(event, status="negated"),))
    assert verdict(ask("near_misses", near), negated) is None
    other = schema.Hit(text=TEXT, type="AGREE")
    assert verdict(ask("near_misses", other), small_story) is None


def test_judge_reports_known_misses_that_work(small_story: CodedStory) -> None:
    """A known miss is silent until it is coded."""
    miss = ask("known_misses", schema.Hit(text=TEXT))
    found = verdict(miss, small_story)
    assert found is not None
    assert "move it to hits" in found
    assert verdict(miss, replace(small_story, events=())) is None


def test_judge_of_modes_and_gate(small_story: CodedStory) -> None:
    """A mode's hit has an event with the mode; a gate's hit a closed gate."""
    mode = schema.ModeRule(id="phone", mode="phone", words=["menelepon"])
    assert verdict(ask("near_misses", schema.Hit(text=TEXT), mode), small_story) is None
    assert verdict(ask("hits", schema.Hit(text=TEXT), mode), small_story) is not None
    gate = schema.GateRule(id="sport", topic="sport", words=["gol"])
    question = ask("hits", schema.Hit(text=TEXT), gate)
    closed = Decision(
        rule="modes.yml:sport",
        trigger=TextSpan(start=0, end=1, text="R"),
        outcome=None,
        reason="closed",
    )
    assert verdict(question, small_story) is not None
    assert verdict(question, small_story, closed) is None


def test_questions_are_all_sentences() -> None:
    """Every sentence of every kind is asked."""
    model = schema.Act.model_validate(
        {"id": "a", "type": "AID", "hits": ["A."], "near_misses": ["B."], "known_misses": ["C."]}
    )
    entry = Entry(name="acts/a.yml", file="a.yml", node=Node(value={}, line=1), model=model)
    questions = list(questions_of(Sources(entries=[entry])))
    assert [(q.kind, q.example.text) for q in questions] == [
        ("hits", "A."),
        ("near_misses", "B."),
        ("known_misses", "C."),
    ]
