"""Floors rise by themselves and fall only on purpose; the coder never sees the answers."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import Any

import pytest

SCORES = Path(__file__).resolve().parent.parent / "scores"


def _load(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(f"kawat_scores_{name}", SCORES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def floors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Give the floors of a run, kept in a file of their own."""
    module = _load("floors")
    monkeypatch.setattr(module, "FILE", tmp_path / "floors.json")
    module.Floors().save(
        {"lean.event.f1": 0.4, "lean.idle_per_100": 10.0}, {"lean": "a"}, regress=False
    )
    return module


def test_figure_below_its_floor_is_named(floors: Any) -> None:
    """Worse than the floor by more than rounding is a fault; idle events are worse if more."""
    held = floors.Floors()
    assert held.broken({"lean.event.f1": 0.399, "lean.idle_per_100": 10.2}) == []
    assert len(held.broken({"lean.event.f1": 0.38, "lean.idle_per_100": 12.0})) == 2


def test_floors_rise_and_do_not_fall(floors: Any) -> None:
    """`--update` keeps a floor that the figure doesn't reach, unless told otherwise."""
    worse = {"lean.event.f1": 0.5, "lean.idle_per_100": 20.0}
    assert floors.Floors().save(worse, {}, regress=False) == ["lean.idle_per_100"]
    assert floors.Floors().figures == {"lean.event.f1": 0.5, "lean.idle_per_100": 10.0}
    assert floors.Floors().save(worse, {}, regress=True) == []
    assert floors.Floors().figures == worse


def test_other_gold_stories_are_noticed(floors: Any) -> None:
    """Floors hold for the stories that they were measured on."""
    assert floors.Floors().changed({"lean": "a"}) == []
    assert floors.Floors().changed({"lean": "b"}) == ["lean"]


def test_coder_gets_the_page_and_no_answers(tmp_path: Path) -> None:
    """Of a gold story only what the page gives is passed on."""
    row = {
        "id": "a",
        "text": "Rapat digelar.",
        "title": "Rapat",
        "given_published": None,
        "published": "2025-01-17",
        "events": [{"type": "CONSULT"}],
    }
    (tmp_path / "stories.jsonl").write_text(json.dumps(row), encoding="utf-8")
    (gold,) = _load("gold").find_sets(tmp_path)
    assert gold.stories() == [
        {
            "id": "a",
            "text": "Rapat digelar.",
            "published": None,
            "title": "Rapat",
            "url": None,
            "outlet": None,
        }
    ]
