"""Static word vectors from the raw text: floret, hashed character n-grams.

``python -m training.vectors`` writes the token file and the vectors into the build folder.
"""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

import floret

from kawat.language.indonesian import Indonesian
from training.paths import BUILD, data
from training.treebanks import csui

if TYPE_CHECKING:
    from collections.abc import Iterator

DIMENSIONS, BUCKETS, SHORTEST, LONGEST, HASHES = 128, 50_000, 3, 5, 2
_LETTERS = re.compile(r"[^a-zà-ÿ]+")


def _key(text: str) -> str:
    return _LETTERS.sub("", text.lower())


def paragraphs() -> Iterator[str]:
    """All raw paragraphs; the panl_bppt text, which holds the CSUI test sentences, is left out."""
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            yield from json.loads(line)["body"].split("\n")
    for path in sorted(data("rawtext").glob("*.txt.gz")):
        if "panl_bppt" in path.name:
            continue
        with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
            yield from file


def write_tokens() -> None:
    """Write the tokens in lower case, one paragraph a line, without any CSUI test sentence."""
    tokenizer = Indonesian().tokenizer
    test = {_key(tree.text)[:60] for tree in csui("test")}
    seen: set[int] = set()
    with (BUILD / "tokens.txt").open("w", encoding="utf-8") as out:
        for text in paragraphs():
            text = text.strip()
            if len(text) < 20 or hash(text) in seen or _key(text)[:60] in test:
                continue
            seen.add(hash(text))
            words = [t.lower_ for t in tokenizer(text[:20_000]) if not t.is_space]
            out.write(" ".join(words) + "\n")


def train_vectors(model: str = "cbow", epochs: int = 6) -> None:
    """Train the vectors on one thread, which makes them reproducible."""
    trained = floret.train_unsupervised(
        str(BUILD / "tokens.txt"), model=model, mode="floret", hashCount=HASHES, bucket=BUCKETS,
        minn=SHORTEST, maxn=LONGEST, dim=DIMENSIONS, ws=5, minCount=5, neg=8, epoch=epochs,
        thread=1, lr=0.05, verbose=1,
    )  # fmt: skip
    trained.save_floret_vectors(str(BUILD / "vectors.floret"))


def make() -> None:
    """Write tokens and vectors, unless they are there."""
    BUILD.mkdir(parents=True, exist_ok=True)
    if not (BUILD / "tokens.txt").exists():
        write_tokens()
    if not (BUILD / "vectors.floret").exists():
        train_vectors()


if __name__ == "__main__":
    make()
