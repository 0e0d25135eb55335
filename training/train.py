"""From the files to the packaged model: ``python -m training.train``.

Stages: vectors → base (all trees and names) → first teacher (base, then the data nearest to the
task) → second teacher (small, without vectors) → their agreed analyses of news → the model (base,
then news, then the nearest data) → scores and card. Each stage writes into the build folder and is
skipped when its result is there: a broken run goes on.
"""

from __future__ import annotations

import argparse
import hashlib
from typing import TYPE_CHECKING, Any

import spacy
from spacy.strings import StringStore
from spacy.tokens import DocBin

import kawat.language.components  # noqa: F401  registers the parts of the pipeline
from kawat.language.tokenizer import make_tokenizer
from training import card, corpus, evaluate, fit, lemmas, names, silver, treebanks, vectors
from training.paths import BUILD, MODEL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language
    from spacy.training import Example

VERSION = "0.1.0"
BASE = {"width": 128, "depth": 4, "hidden": 128}
SMALL = {"width": 96, "depth": 4, "hidden": 64}
SILVER_TOKENS, SILVER_KEPT = 800_000, 600_000


def sizes(*, width: int, depth: int, hidden: int) -> dict[str, Any]:
    """The settings of ``pipeline.cfg`` that give a pipeline of this size."""
    listeners = {f"components.{p}.model.tok2vec.width": width for p in ("parser", "ner")}
    return {
        "components.tok2vec.model.embed.embed.width": width,
        "components.tok2vec.model.encode.width": width,
        "components.tok2vec.model.encode.depth": depth,
        "components.morphologizer.model.tok2vec.width": width,
        "components.parser.model.hidden_width": hidden,
        **listeners,
    }


def broad(nlp: Language) -> list[Example]:
    """Everything marked by hand or converted: CSUI twice, the other treebanks, all names."""
    train, _ = corpus.csui_split(whole=False)
    docs = corpus.tree_docs(nlp, train, 0) + corpus.tree_docs(nlp, train, 1)
    docs += corpus.tree_docs(nlp, corpus.other_trees(nlp), 9)
    return [corpus.example(doc) for doc in docs + corpus.name_docs(nlp)]


def near(nlp: Language, *, whole: bool, trees: int = 4, stories: int = 4) -> list[Example]:
    """The data nearest to the task: CSUI several times, current treebanks, names of news."""
    train, _ = corpus.csui_split(whole=whole)
    docs = [doc for k in range(trees) for doc in corpus.tree_docs(nlp, train, k)]
    docs += corpus.tree_docs(nlp, corpus.other_trees(nlp, old_gsd=False), 9)
    docs += corpus.name_docs(nlp, nergrit=False, repeat=stories)
    return [corpus.example(doc) for doc in docs]


def news(nlp: Language) -> list[Example]:
    """The first so many tokens of silver."""
    found, tokens = [], 0
    for doc in DocBin().from_disk(silver.SILVER).get_docs(nlp.vocab):
        if tokens > SILVER_KEPT:
            break
        found.append(corpus.example(doc))
        tokens += len(doc)
    return found


def development(nlp: Language) -> Callable[[Language, int], None]:
    """A report on the development sets: a part of CSUI train, idner-news-2k dev."""
    _, dev = corpus.csui_split(whole=True)
    trees = [corpus.example(treebanks.to_doc(nlp.vocab, t)) for t in dev]
    labelled = [names.to_doc(nlp, names.refine_places(s)) for s in names.idner("dev")]
    examples = [corpus.example(doc) for doc in labelled]

    def report(pipeline: Language, _: int) -> None:
        s, n = pipeline.evaluate(trees), pipeline.evaluate(examples)
        figures = (s["pos_acc"], s["dep_uas"], s["dep_las"], n["ents_f"])
        print("UPOS {:.4f} UAS {:.4f} LAS {:.4f} names {:.4f}".format(*figures), flush=True)

    return report


def make_base() -> Path:
    """Train the base on everything, without the development sentences."""
    folder = BUILD / "base"
    if not (folder / "meta.json").exists():
        nlp = fit.blank(sizes(**BASE), fit.read_floret(StringStore()))
        fit.fit(nlp, [(broad(nlp), 9)], seed=1, report=development(nlp), every=3)
        nlp.to_disk(folder)
    return folder


def make_teacher(base: Path) -> Path:
    """Go on from the base with the nearest data, without the development sentences."""
    folder = BUILD / "teacher"
    if not (folder / "meta.json").exists():
        nlp = spacy.load(base)
        phases = [(near(nlp, whole=False), 4)]
        report = development(nlp)
        fit.fit(nlp, phases, fresh=False, seed=1, rate=0.0006, words=800, report=report)
        nlp.to_disk(folder)
    return folder


def plain(nlp: Language) -> list[Example]:
    """CSUI twice, the current treebanks with their own punctuation, all names."""
    train, _ = corpus.csui_split(whole=False)
    docs = corpus.tree_docs(nlp, train, 0) + corpus.tree_docs(nlp, train, 1)
    docs += corpus.tree_docs(nlp, corpus.other_trees(nlp, old_gsd=False, punctuation=False), 9)
    return [corpus.example(doc) for doc in docs + corpus.name_docs(nlp, repeat=2)]


def make_second() -> Path:
    """Train a small pipeline of another kind: no vectors, other data."""
    folder = BUILD / "second"
    if not (folder / "meta.json").exists():
        static = {"components.tok2vec.model.embed.embed.include_static_vectors": False}
        nlp = fit.blank(sizes(**SMALL) | static)
        phases = [(plain(nlp), 8)]
        report = development(nlp)
        fit.fit(nlp, phases, seed=2, rate=0.0012, dropout=0.15, words=800, report=report, every=4)
        nlp.to_disk(folder)
    return folder


def make_model(base: Path, seed: int) -> Path:
    """Go on from the base with news, then with the nearest data, all of CSUI train included."""
    folder = BUILD / "final"
    if not (folder / "meta.json").exists():
        nlp = spacy.load(base)
        first = news(nlp) + near(nlp, whole=True, trees=1, stories=2)
        phases = [(first, 1), (near(nlp, whole=True), 3)]
        report = development(nlp)
        fit.fit(nlp, phases, fresh=False, seed=seed, rate=0.0008, words=800, report=report)
        nlp.to_disk(folder)
    return folder


def package(folder: Path, target: Path) -> None:
    """Add lemmatizer and consistency, name the version after the weights, write the model."""
    nlp = spacy.load(folder)
    nlp.tokenizer = make_tokenizer(nlp.vocab)  # with the lists of today
    lemmatizer = nlp.add_pipe("kawat_lemmatizer", name="lemmatizer")
    trees = treebanks.csui("train") + treebanks.pud() + treebanks.gsd("dev")
    lemmatizer.set_tables(*lemmas.tables(trees))
    nlp.add_pipe("kawat_sentences", name="sentences", first=True)
    nlp.add_pipe("kawat_consistency", name="consistency", after="ner")
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("model")):
        digest.update(file.read_bytes())
    digest.update(repr(sorted(lemmatizer.forms.items())).encode())
    nlp.meta.update(
        lang="id",
        name="kawat_news",
        version=f"{VERSION}+{digest.hexdigest()[:8]}",
        description="Indonesian newswire: tagger, lemmatizer, parser, names",
        author="The Kawat developers",
        license="CC BY-SA 4.0",
        spacy_version=">=3.8.0,<3.9.0",
    )
    nlp.to_disk(target)


def main() -> None:
    """Run all stages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=1, help="seed of the model")
    options = arguments.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    vectors.make()
    base = make_base()
    if not silver.SILVER.exists():
        silver.make(make_teacher(base), make_second(), SILVER_TOKENS)
    package(make_model(base, options.seed), MODEL)
    evaluate.main()
    card.main()


if __name__ == "__main__":
    main()
