"""Trees and names that Kawat's makers marked in news: story, offsets and labels, never the text.

``own_trees.jsonl`` holds sentences that the parser failed, corrected in the style of UD
Indonesian-CSUI; ``own_names.jsonl`` names in whole stories, marked as the gold names are. The text
comes from ``articles/articles.jsonl.gz``.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from training import gsd, names
from training.paths import ROOT, data
from training.treebanks import Tree, Word, csui

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

TREES, NAMES = ROOT / "training" / "own_trees.jsonl", ROOT / "training" / "own_names.jsonl"
DEVELOPMENT = 8
_Part = TypeVar("_Part")


def _read(path: Any) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@cache
def bodies() -> dict[str, str]:
    """Story → body, of the stories that were marked."""
    wanted = {row["story"] for path in (TREES, NAMES) for row in _read(path)}
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        return {a["id"]: a["body"] for a in map(json.loads, file) if a["id"] in wanted}


def trees() -> list[Tree]:
    """Our own trees; lemmas are missing, features are those of the most alike words of CSUI."""
    found = [_tree(row, bodies()[row["story"]]) for row in _read(TREES)]
    gsd.fill_features(found, csui("train"))
    return found


def _tree(row: dict[str, Any], body: str) -> Tree:
    """Read the words off the body; ``heads`` count from 1, 0 is the root."""
    places = [(row["start"] + at, row["start"] + at + n) for at, n in row["words"]]
    last = places[-1][1]
    nexts = [at for at, _ in places[1:]] + [last + 1]
    columns = zip(places, nexts, row["pos"], row["heads"], row["relations"], strict=True)
    words = [
        Word(body[at:end], "_", pos, "_", head - 1 if head else i, relation, following > end)
        for i, ((at, end), following, pos, head, relation) in enumerate(columns)
    ]
    return Tree(f"{row['story']}:{row['start']}", body[row["start"] : last], words)


def split(parts: Sequence[_Part]) -> tuple[list[_Part], list[_Part]]:
    """Most for training, every eighth for development."""
    return (
        [part for i, part in enumerate(parts) if i % DEVELOPMENT],
        [part for i, part in enumerate(parts) if not i % DEVELOPMENT],
    )


def name_docs(nlp: Any, *, train: bool) -> list[Doc]:
    """Our own names, one ``Doc`` per sentence; every eighth story is for development."""
    rows = split(_read(NAMES))[0 if train else 1]
    return [
        doc for row in rows for doc in names.story_docs(nlp, bodies()[row["story"]], row["names"])
    ]
