"""The training examples: trees and names; some sentences are joined, as they stand in a story."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc
from spacy.training import Example

from training import gsd, names, treebanks
from training.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.treebanks import Tree

_JOINED = (1, 1, 2, 3)
DEVELOPMENT = 8


def example(gold: Doc) -> Example:
    """Pair a gold ``Doc`` with a bare one that has its sentence starts, as the parser gets it."""
    starts = [bool(t.is_sent_start) for t in gold]
    words, spaces = [t.text for t in gold], [bool(t.whitespace_) for t in gold]
    bare = Doc(gold.vocab, words=words, spaces=spaces, sent_starts=starts)
    return Example(bare, gold)


def join(docs: Sequence[Doc], seed: int) -> list[Doc]:
    """Join runs of one to three sentences, since a story's sentences see their neighbours."""
    chance = random.Random(seed)  # noqa: S311  no secret
    joined, i = [], 0
    while i < len(docs):
        n = chance.choice(_JOINED)
        part = docs[i : i + n]
        joined.append(part[0] if len(part) == 1 else Doc.from_docs(list(part)))
        i += n
    return joined


def csui_split(*, whole: bool) -> tuple[list[Tree], list[Tree]]:
    """CSUI train without every 8th sentence (``whole``: with all), and those for development."""
    trees = treebanks.csui("train")
    dev = [t for i, t in enumerate(trees) if i % DEVELOPMENT == 0]
    return (trees if whole else [t for i, t in enumerate(trees) if i % DEVELOPMENT]), dev


def other_trees(nlp: Any, *, old_gsd: bool = True, punctuation: bool = True) -> list[Tree]:
    """PUD and GSD with the punctuation attached as in CSUI; GSD train converted."""
    trees = treebanks.pud() + treebanks.gsd("dev")
    if punctuation:
        for tree in trees:
            gsd.attach_punctuation(tree.words)
    models = [*treebanks.csui("train"), *trees]
    return trees + (gsd.converted_train(nlp.tokenizer, models) if old_gsd else [])


def tree_docs(nlp: Any, trees: list[Tree], seed: int) -> list[Doc]:
    """Gold documents of trees, some joined."""
    return join([treebanks.to_doc(nlp.vocab, t, lemmas=False) for t in trees], seed)


def _list(name: str) -> frozenset[str]:
    with (ROOT / "training" / name).open(encoding="utf-8") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))


def _open_labels(doc: Doc) -> list[str | None]:
    """The labels of a corpus of three types, unknown where one of the other types may stand."""
    groups, starters = _list("norp_words.csv"), _list("open_words.csv")
    labels: list[str | None] = []
    running = False
    for token in doc:
        if token.ent_iob_ != "O":
            labels.append(f"{token.ent_iob_}-{token.ent_type_}")
            running = False
            continue
        lower = token.lower_
        goes_on = token.text[:1].isupper() or token.text.isdigit()
        running = lower in starters or (running and goes_on)
        labels.append(None if running or lower in groups else "O")
    return labels


def silver_names(nlp: Any, sentences: list[names.Labelled]) -> list[Doc]:
    """Sentences of a corpus with PER, ORG and LOC, places refined, the other types left open."""
    docs = []
    for sentence in sentences:
        doc = names.to_doc(nlp, names.refine_places(sentence))
        starts = [i == 0 for i in range(len(doc))]
        words = [t.text for t in doc]
        docs.append(Doc(nlp.vocab, words=words, ents=_open_labels(doc), sent_starts=starts))
    return docs


def name_docs(nlp: Any, *, nergrit: bool = True, repeat: int = 3, seed: int = 1) -> list[Doc]:
    """All training documents with names."""
    docs = silver_names(nlp, names.idner("train"))
    if nergrit:
        docs += silver_names(nlp, names.nergrit())
    gold = names.gold_names(nlp, train=True)
    for k in range(repeat):
        docs += join(gold, seed + k)
    return docs
