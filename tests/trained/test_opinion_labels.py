"""What the second opinion learns from stories of which only the types of events are known."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from training.opinion.labels import label, tells_any
from training.opinion.stories import HERE, Coded, read_lines

from kawat.coding.rulebook import load_codebook


def _candidate(type_: str, *, background: bool = False) -> Any:
    draft = SimpleNamespace(type=type_, status="actual")
    setting = SimpleNamespace(date="2025-05-13", background=background)
    return SimpleNamespace(draft=draft, setting=setting)


def _story(types: dict[str, int], *groups: Any) -> Coded:
    gold = {"id": "karangan-1", "types": types}
    return cast("Coded", SimpleNamespace(gold=gold, groups=[(one,) for one in groups]))


@pytest.mark.parametrize(
    ("types", "told"),
    [({}, False), ({"AID": 1}, False), ({"ACCUSE": 2}, True), ({"ACCUSE": 1}, None)],
)
def test_label_by_type_learns_only_what_is_certain(
    types: dict[str, int], told: bool | None
) -> None:
    """Two accusations found: wrong if none was told, right if two were, unknown if one was."""
    first, second = _candidate("ACCUSE"), _candidate("ACCUSE")
    assert label(_story(types, first, second), first) is told


def test_label_by_type_does_not_count_history() -> None:
    """An event that is told as background was not asked for."""
    first, history = _candidate("ACCUSE"), _candidate("ACCUSE", background=True)
    assert label(_story({"ACCUSE": 1}, first, history), first) is True


def test_tells_any_knows_an_eventless_story() -> None:
    """A story without types is an eventless one."""
    assert not tells_any(_story({}))
    assert tells_any(_story({"AID": 1}))


def test_typed_stories_are_ids_and_counts() -> None:
    """Each story occurs once, with types of the codebook, and without text."""
    rows = read_lines(HERE / "typed.jsonl")
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row.keys() == {"id", "types"}
        assert row["types"].keys() <= load_codebook().types.keys()
        assert all(isinstance(n, int) and n > 0 for n in row["types"].values())
