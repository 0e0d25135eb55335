"""Self-training: sentences of news that two pipelines analyse alike, as further training data.

Kept are the sentences of which the two give nearly the same tree, with the tree of the first; where
they differ on a name it is left open, and nothing is learned from it. No story of the gold files is
used.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, DocBin

from kawat.language.consistency import make_consistent
from kawat.language.model import load_language
from kawat.language.splitter import sentence_starts
from training.corpus import join
from training.paths import BUILD, data, gold

if TYPE_CHECKING:
    from collections.abc import Iterator

SILVER = BUILD / "silver.spacy"
_LONGEST = 70
_FEWEST_AGREED = 0.85


def _gold_ids() -> set[str]:
    files = ("names", "lean", "stories")
    return {
        json.loads(line)["id"]
        for name in files
        for line in gold(f"{name}.dev.jsonl").open(encoding="utf-8")
    }


def bodies(seed: int) -> list[str]:
    """The bodies of all stories outside the gold files, in a random but fixed order."""
    excluded = _gold_ids()
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        found = [a["body"] for a in map(json.loads, file) if a["id"] not in excluded]
    random.Random(seed).shuffle(found)  # noqa: S311  no secret
    return found


def _bare(nlp: Any, body: str) -> Doc | None:
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for paragraph in body[:6000].split("\n"):
        cuts = sentence_starts(paragraph)
        for lo, hi in zip(cuts, [*cuts[1:], len(paragraph)], strict=True):
            tokens = [t for t in nlp.tokenizer(paragraph[lo:hi]) if not t.is_space]
            words += [t.text for t in tokens]
            spaces += [bool(t.whitespace_) for t in tokens]
            starts += [i == 0 for i in range(len(tokens))]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts) if words else None


def _agreed(a: Doc, b: Doc) -> Iterator[Doc]:
    """The sentences of one story with what both pipelines say."""
    for sentence in a.sents:
        if not 4 <= len(sentence) <= _LONGEST:
            continue
        lo, hi = sentence.start, sentence.end
        heads, relations, labels, agreed = [], [], [], 0
        for t in sentence:
            u = b[t.i]
            agreed += t.head.i == u.head.i and t.dep_ == u.dep_
            heads.append(t.head.i - lo)
            relations.append(t.dep_)
            alike = t.ent_iob_ == u.ent_iob_ and t.ent_type_ == u.ent_type_
            mark = f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"
            labels.append(mark if alike else None)
        if agreed < _FEWEST_AGREED * (hi - lo):
            continue
        yield Doc(
            a.vocab, words=[t.text for t in sentence],
            spaces=[bool(t.whitespace_) for t in sentence],
            pos=[t.pos_ for t in sentence], morphs=[str(t.morph) for t in sentence],
            heads=heads, deps=relations, ents=_whole(labels),
        )  # fmt: skip


def _whole(labels: list[str | None]) -> list[str | None]:
    """Open a name whose first word is open."""
    out: list[str | None] = []
    for label in labels:
        inside = label is not None and label.startswith("I-")
        out.append(None if inside and (not out or out[-1] in {None, "O"}) else label)
    return out


def make(first: Path, second: Path, tokens: int, seed: int = 1) -> None:
    """Write the agreed sentences of so many tokens of news."""
    a, b = load_language(first), load_language(second)
    found: list[Doc] = []
    seen = 0
    for body in bodies(seed):
        bare = _bare(a, body)
        if bare is None:
            continue
        twin = Doc(
            b.vocab, words=[t.text for t in bare], sent_starts=[bool(t.is_sent_start) for t in bare]
        )
        found += _agreed(make_consistent(a(bare)), make_consistent(b(twin)))
        seen += len(twin)
        if seen >= tokens:
            break
    DocBin(docs=join(found, seed)).to_disk(SILVER)
    print(f"{len(found)} sentences of {seen} tokens")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
