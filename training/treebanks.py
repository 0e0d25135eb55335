"""The treebanks as sentences of words, in one style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc

from training.paths import data

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(slots=True)
class Word:
    """One syntactic word of a treebank; ``head`` counts from 0, the root has its own index."""

    form: str
    lemma: str
    pos: str
    feats: str
    head: int
    relation: str
    space: bool


@dataclass(slots=True)
class Tree:
    """One sentence of a treebank."""

    id: str
    text: str
    words: list[Word] = field(default_factory=list)


def read_conllu(path: Path) -> list[Tree]:
    """Read a CoNLL-U file; the words of a multiword token have no space between them."""
    trees = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        tree = Tree("", "")
        last_of_range, range_space = 0, True
        for line in block.split("\n"):
            if line.startswith("# sent_id = "):
                tree.id = line[12:]
            elif line.startswith("# text = "):
                tree.text = line[9:]
            elif line[:1].isdigit():
                c = line.split("\t")
                space = "SpaceAfter=No" not in c[9]
                if "-" in c[0]:
                    last_of_range, range_space = int(c[0].split("-")[1]), space
                    continue
                if "." in c[0]:
                    continue
                i = int(c[0])
                if i <= last_of_range:
                    space = range_space and i == last_of_range
                head = int(c[6]) - 1 if c[6] != "0" else i - 1
                tree.words.append(Word(c[1], c[2], c[3], c[5], head, c[7], space))
        trees.append(tree)
    return trees


def csui(part: str) -> list[Tree]:
    """UD Indonesian-CSUI: "train" or "test"."""
    return read_conllu(data(f"treebank/ud-csui/id_csui-ud-{part}.conllu"))


def pud() -> list[Tree]:
    """UD Indonesian-PUD."""
    return read_conllu(data("treebank/ud-pud/id_pud-ud-test.conllu"))


def gsd(part: str) -> list[Tree]:
    """UD Indonesian-GSD in the current style: "dev" or "test"."""
    return read_conllu(data(f"treebank/ud-gsd/id_gsd-ud-{part}.conllu"))


def to_doc(vocab: Any, tree: Tree, *, lemmas: bool = True) -> Doc:
    """Make the gold ``Doc`` of a tree."""
    words = tree.words
    return Doc(
        vocab,
        words=[w.form for w in words],
        spaces=[w.space for w in words],
        pos=[w.pos for w in words],
        morphs=[w.feats if w.feats != "_" else "" for w in words],
        lemmas=[w.lemma for w in words] if lemmas else None,
        heads=[w.head for w in words],
        deps=["ROOT" if w.relation == "root" else w.relation for w in words],
    )
