"""The coded stories to score against: where they are, and what of them to give the coder."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KAWAT_SHARED", ROOT.parent / "shared"))
GOLD = Path(os.environ.get("KAWAT_GOLD", SHARED / "gold"))
ARTICLES = SHARED / "data" / "articles" / "articles.jsonl.gz"

Row = dict[str, Any]


@dataclass(frozen=True)
class GoldSet:
    """One gold file with its scorer.

    Attributes:
        name: Name of the set: "stories", "lean" or "plover_examples".
        script: File of the scorer.
        path: The gold file.
    """

    name: str
    script: str
    path: Path

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The gold stories of the set."""
        return tuple(_read(self.path))

    @property
    def fingerprint(self) -> str:
        """Digest of the file: floors hold for these stories and no others."""
        return hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]

    def stories(self) -> list[Row]:
        """Give what the coder gets: never anything that the gold alone knows."""
        given = self.path.with_name(f"{self.name}.input.jsonl")
        if given.exists():
            inputs = {row["id"]: row for row in _read(given)}
        elif self.name == "lean":
            inputs = _articles({row["id"] for row in self.rows})
        else:
            inputs = {row["id"]: row for row in self.rows}
        return [_story(inputs[row["id"]]) for row in self.rows if row["id"] in inputs]


def find_sets(folder: Path) -> tuple[GoldSet, ...]:
    """Find the gold files of a folder: ``stories.jsonl`` or ``stories.dev.jsonl`` and so on."""
    found = []
    for name, script in (
        ("stories", "score.py"),
        ("lean", "score_lean.py"),
        ("plover_examples", "score_examples.py"),
    ):
        for path in (folder / f"{name}.jsonl", folder / f"{name}.dev.jsonl"):
            if path.exists():
                found.append(GoldSet(name=name, script=script, path=path))
                break
    return tuple(found)


def _story(row: Row) -> Row:
    # A full gold story's `published` is the answer; the page's date is `given_published`.
    published = row["given_published"] if "given_published" in row else row.get("published")
    optional = {key: row.get(key) for key in ("title", "url", "outlet")}
    return {"id": row["id"], "text": row["text"], "published": published, **optional}


def _articles(ids: set[str]) -> dict[str, Row]:
    with gzip.open(ARTICLES, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {
            row["id"]: {
                "id": row["id"],
                "text": row["body"],
                "title": row["title"],
                "published": row["date"],
                "url": row["url"],
                "outlet": row["outlet"],
            }
            for row in rows
            if row["id"] in ids
        }


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
