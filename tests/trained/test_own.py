"""Tests of our own trees and names: form only, since the texts are no part of the project."""

import json

from training.own import NAMES, TREES, split

TYPES = {"PER", "ORG", "GPE", "LOC", "FAC", "EVT", "LAW", "NORP"}


def test_own_trees_are_trees_without_text() -> None:
    """Each row has one root that all words reach, words in order, and no text."""
    for line in TREES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() == {"story", "start", "words", "pos", "heads", "relations"}
        heads = row["heads"]
        assert len(heads) == len(row["words"]) == len(row["pos"]) == len(row["relations"])
        assert heads.count(0) == 1
        assert row["relations"][heads.index(0)] == "root"
        ends = [at + length for at, length in row["words"]]
        assert all(end <= at for end, (at, _) in zip(ends, row["words"][1:], strict=False))
        for at in range(1, len(heads) + 1):
            for _ in heads:
                at = heads[at - 1] if at else 0
            assert at == 0


def test_own_names_are_offsets_and_types() -> None:
    """Names of a story have a type of the eight and no text."""
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() == {"story", "names"}
        for name in row["names"]:
            assert name.keys() == {"start", "end", "type"}
            assert 0 <= name["start"] < name["end"]
            assert name["type"] in TYPES


def test_split_keeps_every_eighth_for_development() -> None:
    """The parts are disjoint and together everything."""
    train, development = split(range(20))
    assert development == [0, 8, 16]
    assert sorted(train + development) == list(range(20))
