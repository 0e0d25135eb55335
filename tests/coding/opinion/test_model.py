"""The weights and what they make of features."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.coding.opinion.model import Head, Model, load_model

HEAD = Head(bias=0.0, weights={"voice=noun": -1.0, "word=gol": -2.0, "type=CONSULT": 3.0})
MODEL = Model(candidate=HEAD, story=HEAD, threshold=0.25, spared=frozenset({"AID"}))


def test_unknown_features_weigh_nothing() -> None:
    """A rule that training has not seen leaves the probability as it is."""
    known = HEAD.probability(["voice=noun"])
    assert HEAD.probability(["voice=noun", "rule=acts/new.yml:baru"]) == known


def test_strongest_gives_what_speaks_against_it() -> None:
    """Only negative weights are reasons for a veto, the strongest first."""
    found = HEAD.strongest(["voice=noun", "type=CONSULT", "word=gol"], 3)
    assert found == ("word=gol", "voice=noun")


@pytest.mark.parametrize(
    ("type_", "candidate", "story", "kept"),
    [("ACCUSE", 0.3, 1.0, True), ("ACCUSE", 0.2, 1.0, False), ("ACCUSE", 0.9, 0.5, False)],
)
def test_keeps_weighs_candidate_and_story(
    type_: str, candidate: float, story: float, kept: bool
) -> None:
    """Either an unlikely candidate or an unlikely story is enough for a veto."""
    assert MODEL.keeps(type_, candidate, story) is kept


def test_keeps_spared_types_by_the_story_alone() -> None:
    """Of a rare type the candidate head knows too little to say no."""
    assert MODEL.keeps("AID", 0.01, 0.9)
    assert not replace(MODEL, spared=frozenset()).keeps("AID", 0.01, 0.9)


def test_packaged_weights_are_small_and_sound() -> None:
    """The weights load, and sport in a story speaks against events in it."""
    model = load_model()
    assert 0 < model.threshold < 1
    assert len(model.candidate.weights) + len(model.story.weights) < 20_000
    assert model.story.weights["topic=sport 3"] < 0
