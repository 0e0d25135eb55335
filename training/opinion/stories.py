"""The coded stories to learn from, analysed and drafted: a story, its gold, its candidates.

Gold of ``lean.dev.jsonl`` serves for training and, by cross-validation, for the figures; the
stories of ``coded*.jsonl`` here, coded by id and offsets alone, and of ``typed.jsonl``, of
which only the types of the events are known, are for training only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.coding.discourse import read_discourse
from kawat.coding.events import draft_story, join_story
from kawat.coding.gate import closed_by
from kawat.coding.parties import with_parties
from kawat.coding.rulebook import load_codebook
from kawat.coding.scene import build_scene
from kawat.coding.word_tables import compile_tables
from kawat.language import load_language, model_version, parse_stories
from kawat.wire import read_story, read_text
from kawat.world import find_mentions, find_times, load_world
from training.paths import BUILD, data, gold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kawat.coding.merge import Candidate
    from kawat.coding.scene import Scene
    from kawat.records import Parse

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A coded story as the codebook alone reads it.

    Attributes:
        gold: The line of the gold file: an id and ``events`` by sentence, or ``types`` alone, with
            the number of events of each.
        tested: True for lean.dev, False for further stories that only serve for training.
        even: True for the half whose texts were read while the rules were written.
        scene: The story.
        candidates: What the codebook found in it.
        groups: Candidates that report the same event, before any veto.
    """

    gold: dict[str, Any]
    tested: bool
    even: bool
    scene: Scene
    candidates: tuple[Candidate, ...]
    groups: tuple[tuple[Candidate, ...], ...]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Read a file of one object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def load_coded() -> list[Coded]:
    """Load and draft all coded stories; analyses are kept in the build folder."""
    lean = read_lines(gold("lean.dev.jsonl"))
    paths = (*sorted(HERE.glob("coded*.jsonl")), HERE / "typed.jsonl")
    others = [row for path in paths for row in read_lines(path)]
    known = {row["id"] for row in lean} | {r["id"] for r in read_lines(gold("stories.dev.jsonl"))}
    rows = lean + [row for row in others if row["id"] not in known]
    parses = _parses({row["id"] for row in rows})
    return [_coded(row, parses[row["id"]], tested=i < len(lean)) for i, row in enumerate(rows)]


def _coded(row: dict[str, Any], parse: Parse, *, tested: bool) -> Coded:
    world, codebook = load_world(), load_codebook()
    mentions, times = find_mentions(parse, world), find_times(parse, world)
    discourse = read_discourse(parse, tuple(mentions), compile_tables(codebook).reporting)
    scene = build_scene(
        parse=parse,
        mentions=mentions,
        times=times,
        discourse=with_parties(discourse, mentions),
        world=world,
        codebook=codebook,
    )
    closed = closed_by(parse, codebook) is not None
    candidates = () if closed else tuple(draft_story(scene)[0])
    groups, _ = join_story(scene, candidates)
    digest = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16)
    return Coded(
        gold=row,
        tested=tested,
        even=digest % 2 == 0,
        scene=scene,
        candidates=candidates,
        groups=groups,
    )


def _parses(ids: set[str]) -> dict[str, Parse]:
    """Analyse stories, or take what an earlier run with the same model analysed."""
    kept = BUILD / "opinion" / f"{model_version()}.pickle"
    known: dict[str, Parse] = {}
    if kept.exists():
        known = pickle.loads(kept.read_bytes())  # noqa: S301  our own file
    missing = ids - set(known)
    if missing:
        for parse in parse_stories(_stories(missing), load_language()):
            known[parse.story.raw.id] = parse
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(known))
    return known


def _stories(ids: set[str]) -> Iterable[Any]:
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] in ids:
                text = read_text(
                    row["body"],
                    id=row["id"],
                    title=row["title"],
                    published=row["date"],
                    url=row["url"],
                    outlet=row["outlet"],
                )
                yield read_story(text)
