"""The figures are those of the scorers that come with the coded stories, where these are."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kawat.evaluation import evaluate, read_coded, read_gold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kawat import Coder
    from kawat.records import CodedStory

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = Path(os.environ.get("KAWAT_SHARED", ROOT.parent / "shared"))
GOLD = Path(os.environ.get("KAWAT_GOLD", SHARED / "gold"))
ARTICLES = SHARED / "data" / "articles" / "articles.jsonl.gz"
SCORERS = {"full": SHARED / "score" / "score.py", "lean": SHARED / "score" / "score_lean.py"}
FILES = {"full": GOLD / "stories.dev.jsonl", "lean": GOLD / "lean.dev.jsonl"}
STORIES = 12

pytestmark = pytest.mark.skipif(
    not all(path.exists() for path in SCORERS.values()), reason="no scorers beside the project"
)


@pytest.mark.parametrize("kind", ["full", "lean"])
def test_figures_of_invented_stories_are_those_of_the_scorer(
    kind: str, invented: tuple[Any, ...], tmp_path: Path
) -> None:
    """Stories that differ in every way, one of them without a record."""
    lines = [getattr(story, kind) for story in invented]
    _compare(kind, lines, [story.record for story in invented[1:]], tmp_path)


@pytest.mark.parametrize("kind", ["full", "lean"])
def test_figures_of_real_stories_are_those_of_the_scorer(
    kind: str, coder: Coder, tmp_path: Path
) -> None:
    """The first of the stories that may be looked at, coded now."""
    if not FILES[kind].exists() or not ARTICLES.exists():
        pytest.skip("no gold stories beside the project")
    lines = list(islice(filter(_may_be_seen, _read(FILES[kind])), STORIES))
    if kind == "lean":
        texts = _texts({line["id"] for line in lines})
        lines = [{**line, "text": texts[line["id"]]} for line in lines]
    given = ({"id": line["id"], "text": line["text"]} for line in lines)
    _compare(kind, lines, list(coder.code_stories(given)), tmp_path)


def _compare(
    kind: str, lines: Iterable[dict[str, Any]], records: list[CodedStory], folder: Path
) -> None:
    gold, coded = folder / "gold.jsonl", folder / "coded.jsonl"
    gold.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    coded.write_text("".join(record.to_json() + "\n" for record in records), encoding="utf-8")
    command = [sys.executable, str(SCORERS[kind]), str(gold), str(coded), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    pairs = read_coded(coded, read_gold(gold, need_texts=False).stories).pairs
    found = evaluate(pairs, resamples=10).to_dict()
    figures = {name: figure for name, figure in scored.items() if isinstance(figure, dict)}
    assert found["figures"].keys() == figures.keys()
    for name, figure in figures.items():
        assert {key: found["figures"][name][key] for key in figure} == figure, name
    if kind == "lean":
        # The scorer takes the mean of rounded figures.
        assert found["macro"]["value"] == pytest.approx(scored["macro"], abs=1e-4)
        assert found["idle_per_100"]["value"] == pytest.approx(scored["idle_per_100"], abs=1e-2)
        assert found["eventless_stories"] == scored["eventless_stories"]


def _may_be_seen(line: dict[str, Any]) -> bool:
    return int(hashlib.sha256(line["id"].encode()).hexdigest(), 16) % 2 == 0


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _texts(ids: set[str]) -> dict[str, str]:
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["id"]: row["body"] for row in rows if row["id"] in ids}
