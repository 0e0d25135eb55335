"""The name corpora as token lists with BIO labels of the eight types of the gold names."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc
from spacy.util import filter_spans

from kawat.language.splitter import sentence_starts
from training.paths import ROOT, data, gold

if TYPE_CHECKING:
    from pathlib import Path

COARSE = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
_SAME = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
    "LOC": "LOC", "PLACE": "LOC", "LOCATION": "LOC",
}  # fmt: skip
_COMPASS = frozenset(
    ("utara", "selatan", "barat", "timur", "tengah", "tenggara", "laut", "daya", "pusat")
)
Labelled = list[tuple[str, str]]


def read_bio(path: Path) -> list[Labelled]:
    """Read a file of one token a line, label last, blank line between sentences."""
    sentences: list[Labelled] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if not parts:
            sentences.append([])
        elif len(parts) > 1:
            label = parts[-1]
            mark, _, kind = label.partition("-")
            sentences[-1].append((parts[0], f"{mark}-{_SAME[kind]}" if kind else "O"))
    return [s for s in sentences if s]


@cache
def _place_words() -> dict[str, str]:
    with (ROOT / "training" / "place_words.csv").open(encoding="utf-8") as file:
        return {row["word"]: row["type"] for row in csv.DictReader(file)}


def place_type(words: list[str]) -> str:
    """Tell GPE, LOC and FAC apart by the words of a place ("Selat Sunda" → LOC)."""
    first = words[0].lower().removeprefix("se-")
    kind = _place_words().get(first, "GPE")
    if kind == "LOC" and first in {"jawa", "sumatra", "sumatera", "kalimantan", "sulawesi"}:
        # the island is a LOC, the province ("Jawa Timur") a GPE
        return "GPE" if len(words) > 1 and words[1].lower() in _COMPASS else "LOC"
    if first == "timur":
        return "LOC" if len(words) > 1 and words[1].lower() == "tengah" else "GPE"
    if first == "afrika" and len(words) > 1 and words[1].lower() == "selatan":
        return "GPE"
    return kind


def refine_places(sentence: Labelled) -> Labelled:
    """Replace LOC by GPE, LOC or FAC."""
    out = list(sentence)
    i = 0
    while i < len(out):
        if out[i][1] == "B-LOC":
            j = i + 1
            while j < len(out) and out[j][1] == "I-LOC":
                j += 1
            kind = place_type([w for w, _ in out[i:j]])
            words = [w for w, _ in out[i:j]]
            out[i:j] = [(w, f"{'I' if k else 'B'}-{kind}") for k, w in enumerate(words)]
            i = j
        else:
            i += 1
    return out


def idner(part: str) -> list[Labelled]:
    """idner-news-2k: "train", "dev" or "test"; types PER, ORG, LOC."""
    return read_bio(data(f"ner/idner-news-2k/{part}.txt"))


def nergrit() -> list[Labelled]:
    """IndoNLU NERGrit, train and valid; types PER, ORG, LOC."""
    folder = "ner/indonlu-nergrit_ner-grit"
    return [
        s for part in ("train", "valid") for s in read_bio(data(f"{folder}/{part}_preprocess.txt"))
    ]


def nerui(fold: int) -> list[Labelled]:
    """A test fold (1–5) of NER-UI: evaluation only."""
    return read_bio(data(f"ner/indolem-nerui/test.{fold:02}.tsv"))


def is_train(story: str) -> bool:
    """The reproducible split of the gold names: even SHA-256 of the id = train."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % 2 == 0


def to_doc(nlp: Any, sentence: Labelled) -> Doc:
    """Cut the tokens as the tokenizer does and give each piece its label."""
    words: list[str] = []
    labels: list[str] = []
    for form, label in sentence:
        pieces = [t.text for t in nlp.tokenizer(form)]
        if label == "O" or not pieces:
            words += pieces
            labels += [label] * len(pieces)
            continue
        kind = label[2:]
        # marks around a name and the clitic belong to no name
        inner = [p.lower() != "nya" and any(ch.isalnum() for ch in p) for p in pieces]
        if len(pieces) > 1 and (not inner[0] or not inner[-1]) and any(inner):
            lo, hi = inner.index(True), len(inner) - 1 - inner[::-1].index(True)
        else:
            lo, hi = 0, len(pieces) - 1
        mark = label[0]
        for k, piece in enumerate(pieces):
            words.append(piece)
            if k < lo or k > hi:
                labels.append("O")
            else:
                labels.append(f"{'B' if mark == 'B' and k == lo else 'I'}-{kind}")
    return Doc(nlp.vocab, words=words, ents=_repair(labels))


def _repair(labels: list[str]) -> list[str]:
    out = []
    previous = "O"
    for label in labels:
        if label.startswith("I-") and previous[2:] != label[2:]:
            label = "B-" + label[2:]
        out.append(label)
        previous = label
    return out


@cache
def _bodies() -> dict[str, str]:
    wanted = {json.loads(line)["id"] for line in gold("names.dev.jsonl").open(encoding="utf-8")}
    with gzip.open(data("articles/articles.jsonl.gz"), "rt", encoding="utf-8") as file:
        return {a["id"]: a["body"] for a in map(json.loads, file) if a["id"] in wanted}


def gold_stories(nlp: Any, *, train: bool) -> list[Doc]:
    """The gold names of one half of the split, one ``Doc`` per story."""
    stories = []
    for line in gold("names.dev.jsonl").open(encoding="utf-8"):
        story = json.loads(line)
        if is_train(story["id"]) is train:
            docs = story_docs(nlp, _bodies()[story["id"]], story["names"])
            stories.append(Doc.from_docs(docs))
    return stories


def gold_names(nlp: Any, *, train: bool) -> list[Doc]:
    """The gold names of one half of the split, one ``Doc`` per sentence."""
    return [
        sentence.as_doc() for story in gold_stories(nlp, train=train) for sentence in story.sents
    ]


def story_docs(nlp: Any, body: str, names: list[dict[str, Any]]) -> list[Doc]:
    """Names of a story, one ``Doc`` per sentence; offsets count from the start of the body."""
    docs = []
    for paragraph in re.finditer(r"[^\n]+", body):
        starts = sentence_starts(paragraph.group())
        for start, end in zip(starts, [*starts[1:], len(paragraph.group())], strict=True):
            lo, hi = paragraph.start() + start, paragraph.start() + end
            doc = nlp.tokenizer(body[lo:hi].rstrip())
            spans = [
                doc.char_span(n["start"] - lo, n["end"] - lo, n["type"], alignment_mode="expand")
                for n in names
                if lo <= n["start"] and n["end"] <= hi
            ]
            doc.set_ents(filter_spans([s for s in spans if s is not None]), default="outside")
            if len(doc):
                for token in doc:
                    token.is_sent_start = token.i == 0
                docs.append(doc)
    return docs
