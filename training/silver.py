"""What the teachers say of news and of the old GSD sentences, to train the small model on.

News is analysed in the style of UD Indonesian-CSUI, the sentences of the old GSD train in that of
the current GSD; names in the style of the gold names. A sentence of whose tree the teacher is
unsure is left out, a name of which it is unsure left open. No story of the gold files is used.
"""

from __future__ import annotations

import gzip
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from spacy.tokens import Doc, DocBin

from kawat.language.indonesian import Indonesian
from kawat.language.splitter import sentence_starts
from training import graph, gsd, nameteacher, own, teacher
from training.corpus import join
from training.graph import Item
from training.paths import BUILD, data, gold

if TYPE_CHECKING:
    from collections.abc import Iterator

NEWS, OLD = BUILD / "silver.spacy", BUILD / "silver-gsd.spacy"
_SHORTEST, _LONGEST, _PER_STORY, _BATCH = 5, 60, 8, 3_000
_FEWEST_SURE = 0.72  # mean probability of the arcs
_TOGETHER = 64  # sentences asked at once


def _excluded() -> set[str]:
    files = ("names", "lean", "stories")
    marked = {
        json.loads(line)["id"]
        for name in files
        for line in gold(f"{name}.dev.jsonl").open(encoding="utf-8")
    }
    return marked | own.bodies().keys()


def bodies(seed: int) -> list[str]:
    """The bodies of all stories that nobody marked, in a random but fixed order."""
    excluded = _excluded()
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        found = [a["body"] for a in map(json.loads, file) if a["id"] not in excluded]
    random.Random(seed).shuffle(found)  # noqa: S311  no secret
    return found


def _sentences(nlp: Any, seed: int) -> Iterator[Doc]:
    """Some sentences of each story, each but once."""
    chance = random.Random(seed)  # noqa: S311  no secret
    seen: set[str] = set()
    for body in bodies(seed):
        texts = []
        for paragraph in body[:6_000].split("\n"):
            cuts = sentence_starts(paragraph)
            texts += [
                paragraph[lo:hi].rstrip()
                for lo, hi in zip(cuts, [*cuts[1:], len(paragraph)], strict=True)
            ]
        for text in chance.sample(texts, min(_PER_STORY, len(texts))):
            doc = nlp.tokenizer(text)
            if text not in seen and _SHORTEST <= len(doc) <= _LONGEST:
                seen.add(text)
                if not any(t.is_space for t in doc):
                    yield doc


@dataclass(frozen=True, slots=True)
class Both:
    """The teacher of trees and the one of names."""

    trees: teacher.Teachers
    names: nameteacher.NameTeacher


def _analysed(both: Both, docs: list[Doc], style: str) -> Iterator[Doc]:
    """The documents with what the teachers say of them, those with an unsure tree left out."""
    items = [Item(words=[t.text for t in doc], style=style) for doc in docs]
    graph.read_states(items, *both.trees.text)
    order = sorted(range(len(docs)), key=lambda i: len(docs[i]))
    found: dict[int, Doc] = {}
    for lo in range(0, len(order), _TOGETHER):
        some = order[lo : lo + _TOGETHER]
        trees = teacher.parse(both.trees.parsers, [items[i] for i in some], both.trees.labels)
        sure = {
            i: tree
            for i, tree in zip(some, trees, strict=True)
            if sum(tree.sure) >= _FEWEST_SURE * len(tree.sure)
        }
        labels = both.names.label([items[i] for i in sure]) if sure else []
        for (i, tree), names in zip(sure.items(), labels, strict=True):
            found[i] = _document(docs[i], tree, names)
    for i in sorted(found):
        yield found[i]


def _document(bare: Doc, tree: teacher.Analysis, names: list[str]) -> Doc:
    return Doc(
        bare.vocab,
        words=[t.text for t in bare],
        spaces=[bool(t.whitespace_) for t in bare],
        pos=tree.pos,
        morphs=["" if f == "_" else f for f in tree.feats],
        heads=[h - 1 if h else i for i, h in enumerate(tree.heads)],
        deps=["ROOT" if r == "root" else r for r in tree.labels],
        ents=[name or None for name in names],  # type: ignore[misc]  # spaCy takes None as unknown
    )


def make(sentences: int, seed: int = 1) -> None:
    """Let the teachers analyse so many sentences of news, and the old GSD train."""
    torch.set_num_threads(1)
    nlp = Indonesian()
    trees = teacher.load()
    both = Both(trees, nameteacher.load(trees.text))
    old = [
        Doc(nlp.vocab, words=[w.form for w in t.words], spaces=[w.space for w in t.words])
        for tree in gsd.old_train()
        if (t := gsd.recut(tree, nlp.tokenizer))
    ]
    DocBin(docs=join(list(_analysed(both, old, "gsd")), seed)).to_disk(OLD)
    found: list[Doc] = []
    waiting: list[Doc] = []
    for doc in _sentences(nlp, seed):
        waiting.append(doc)
        if len(waiting) == _BATCH:
            found += _analysed(both, waiting, "csui")
            waiting = []
            print(f"silver: {len(found)} sentences", flush=True)
        if len(found) >= sentences:
            break
    DocBin(docs=join(found[:sentences], seed)).to_disk(NEWS)


if __name__ == "__main__":
    make(15_000)
