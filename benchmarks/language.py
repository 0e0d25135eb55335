"""Measure the language model on one core, beside UDPipe 1 trained on the same trees.

    python -m benchmarks.language               everything; trains UDPipe where it has none yet
    python -m benchmarks.language --no-peer     Kawat's own figures only
    python -m benchmarks.language --json FILE   the figures as JSON too

Needs the treebanks in KAWAT_DATA (default: ../shared/data). All figures come from this one run;
speed is per second of the processor's time, which other work on the machine disturbs less.
"""

from __future__ import annotations

import os

# Before anything loads a linear algebra library.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import argparse
import gzip
import json
import platform
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.run import ARTICLES, _processor
from spacy.tokens import Doc
from tests.language.sentences.boundaries import score as score_boundaries
from training import treebanks
from training.evaluate import score_trees

import kawat
from kawat.language import model_version, sentence_starts
from kawat.language.model import model_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.udpipe_peer import Analysis, Recipe
    from training.treebanks import Tree

FIGURES = {  # those of ``score_trees`` → what they are called; plain: without punctuation
    "upos": "UPOS", "lemma": "lemma", "uas": "UAS", "las": "LAS",
    "uas_plain": "UAS", "las_plain": "LAS",
}  # fmt: skip
STARTS = 5
STORIES = 300
WARMING = 60
_LOAD = "import time; t = time.perf_counter(); import kawat; kawat.load_language(); print(time.perf_counter() - t)"  # noqa: E501


def main() -> None:
    """Measure, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--no-peer", action="store_true", help="without UDPipe")
    parser.add_argument("--json", type=Path, help="a file for the figures")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    nlp = kawat.load_language()
    figures = {"machine": _processor(), "kawat": own_figures(nlp)}
    tests = {"CSUI test": treebanks.csui("test"), "GSD test": treebanks.gsd("test")}
    figures["accuracy"] = {"Kawat": {name: own_trees(nlp, trees) for name, trees in tests.items()}}
    show_own(figures)
    if not options.no_peer:
        from benchmarks.udpipe_peer import RECIPES  # an extra of its own

        figures["peers"] = {}
        for name, recipe in RECIPES.items():
            figures["peers"][name], figures["accuracy"][name] = peer_figures(nlp, recipe, tests)
            show_peer(name, figures["peers"][name])
    show_accuracy(figures["accuracy"])
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


# ── Kawat ────────────────────────────────────────────────────────────────────────────────────────


def own_figures(nlp: Any) -> dict[str, Any]:
    """What the pipeline weighs and takes, and its sentence boundaries."""
    boundaries = score_boundaries(sentence_starts)
    return {
        "model": model_version(),
        "pipes": nlp.pipe_names,
        "megabytes": sum(f.stat().st_size for f in model_path().rglob("*") if f.is_file()) / 1e6,
        "load_seconds": min(_load() for _ in range(STARTS)),
        **own_speed(nlp),
        "boundaries": {
            "paragraphs": boundaries.paragraphs,
            "sentences": boundaries.sentences,
            "false": boundaries.false,
            "missed": boundaries.missed,
            "f1": boundaries.f1,
        },
    }


def _load() -> float:
    """Seconds of `kawat.load_language()` in a new process, with the imports it needs."""
    done = subprocess.run([sys.executable, "-c", _LOAD], check=True, capture_output=True, text=True)
    return float(done.stdout)


def own_speed(nlp: Any) -> dict[str, Any]:
    """Tokens per second from text, all components, and each component's share of the time.

    Other stories come before: the embeddings of their words are kept by then, as in long use.
    """
    whence, texts = _texts()
    list(nlp.pipe(texts[:WARMING]))
    measured = texts[WARMING:]
    began = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(measured))
    taken = time.process_time() - began
    parts = {"tokenizer": 0.0, **dict.fromkeys(nlp.pipe_names, 0.0)}
    began = time.process_time()
    docs = [nlp.make_doc(text) for text in measured]
    for name, component in [("tokenizer", None), *nlp.pipeline]:
        if component is not None:
            began = time.process_time()
            piped = hasattr(component, "pipe")
            batch = nlp.batch_size
            docs = list(component.pipe(docs, batch_size=batch) if piped else map(component, docs))
        parts[name] = time.process_time() - began
    return {
        "text": f"{len(measured)} {whence}",
        "tokens": tokens,
        "tokens_per_second": tokens / taken,
        "shares": {name: seconds / sum(parts.values()) for name, seconds in parts.items()},
    }


def _texts() -> tuple[str, list[str]]:
    if ARTICLES.exists():
        return "stories beside the project", list(_articles())
    trees = treebanks.csui("train")
    paragraphs = (" ".join(t.text for t in trees[i : i + 8]) for i in range(0, len(trees), 8))
    return "runs of 8 sentences of CSUI train", list(paragraphs)


def _articles() -> Iterator[str]:
    """Every so many, so that all outlets of the file take part."""
    with gzip.open(ARTICLES, "rb") as lines:
        step = max(1, sum(1 for _ in lines) // (STORIES + WARMING))
    with gzip.open(ARTICLES, "rb") as lines:
        for line in islice(lines, 0, step * (STORIES + WARMING), step):
            yield json.loads(line)["body"]


def own_trees(nlp: Any, trees: list[Tree]) -> dict[str, float]:
    """Accuracy on gold tokens, and tokens per second from there to the finished analysis."""
    docs = []
    for tree in trees:
        words, spaces = [w.form for w in tree.words], [w.space for w in tree.words]
        starts = [i == 0 for i in range(len(words))]
        docs.append(Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    began = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(docs))
    taken = time.process_time() - began
    scores = score_trees(nlp, trees)
    return {"words": tokens, **{f: scores[f] for f in FIGURES}, "tokens_per_second": tokens / taken}


# ── UDPipe ───────────────────────────────────────────────────────────────────────────────────────


def peer_figures(
    nlp: Any, recipe: Recipe, tests: dict[str, list[Tree]]
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """What UDPipe weighs and takes, and its accuracy and speed on the same gold tokens."""
    from benchmarks import udpipe_peer

    peer = udpipe_peer.make(nlp, recipe)
    accuracy = {}
    for name, trees in tests.items():
        found, seconds = udpipe_peer.analyse(peer, trees)
        scores = peer_scores(trees, found)
        words = sum(len(tree.words) for tree in trees)
        accuracy[name] = {"words": words, **scores, "tokens_per_second": words / seconds}
    costs = {
        "training_words": peer.words,
        "training_seconds": peer.seconds,
        "megabytes": peer.megabytes,
        "load_seconds": peer.load_seconds,
    }
    return costs, accuracy


def peer_scores(trees: list[Tree], found: list[list[Analysis]]) -> dict[str, float]:
    """The figures of ``training.evaluate.score_trees`` for UDPipe's analyses."""
    right = dict.fromkeys(FIGURES, 0)
    words, plain = 0, 0
    for tree, analyses in zip(trees, found, strict=True):
        for word, analysis in zip(tree.words, analyses, strict=True):
            head = word.head == analysis.head
            both = head and word.relation == analysis.relation
            words += 1
            right["upos"] += word.pos == analysis.pos
            right["lemma"] += word.lemma == analysis.lemma
            right["uas"] += head
            right["las"] += both
            if word.pos != "PUNCT":
                plain += 1
                right["uas_plain"] += head
                right["las_plain"] += both
    return {name: n / (plain if "plain" in name else words) for name, n in right.items()}


# ── for people ───────────────────────────────────────────────────────────────────────────────────


def show_own(figures: dict[str, Any]) -> None:
    """Print what concerns Kawat alone."""
    own = figures["kawat"]
    edges = own["boundaries"]
    shares = ", ".join(f"{name} {share:.0%}" for name, share in own["shares"].items())
    print(f"machine      {figures['machine']}, one core, Python {platform.python_version()}")
    print(f"model        {own['model']}: {', '.join(own['pipes'])}")
    print(f"size         {own['megabytes']:.1f} MB")
    print(f"load         {own['load_seconds']:.2f} s with imports, best of {STARTS} new processes")
    print(
        f"speed        {own['tokens_per_second']:,.0f} tokens/s from text, all components "
        f"({own['text']}, {own['tokens']:,} tokens)"
    )
    print(f"shares       {shares}")
    print(
        f"boundaries   F1 {edges['f1']:.4f} inside {edges['paragraphs']} paragraphs of "
        f"{edges['sentences']} sentences ({edges['false']} false, {edges['missed']} missed)"
    )


def show_peer(name: str, peer: dict[str, float]) -> None:
    """Print what UDPipe weighs and took."""
    print(
        f"{name:12} {peer['megabytes']:.1f} MB, loads in {peer['load_seconds']:.2f} s; trained "
        f"on {peer['training_words']:,.0f} words in {peer['training_seconds'] / 60:.0f} min"
    )


def show_accuracy(accuracy: dict[str, dict[str, dict[str, float]]]) -> None:
    """Print the table of both."""
    heads = "".join(f"{name:>8}" for name in FIGURES.values())
    print(f"\n{'':57}{'no punctuation':>16}\n{'gold tokens':25}{heads}{'tokens/s':>10}")
    for test in accuracy["Kawat"]:
        for system, tests in accuracy.items():
            row = tests[test]
            cells = "".join(f"{row[figure]:8.4f}" for figure in FIGURES)
            print(f"{test + ', ' + system:25}{cells}{row['tokens_per_second']:10,.0f}")


if __name__ == "__main__":
    main()
