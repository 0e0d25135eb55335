"""From the files to the packaged model: ``python -m training.train``.

Stages: vectors → text model and teachers (``training.teacher``, ``training.nameteacher``) → what
they say of news (``training.silver``); base (all trees and names) → near (the nearest data) → the
model (silver and the nearest data, then the nearest data alone) → scores and card. Each stage
writes into the build folder and is skipped when its result is there: a broken run goes on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from typing import TYPE_CHECKING, Any

import spacy
from spacy.morphology import Morphology
from spacy.strings import StringStore
from spacy.tokens import DocBin

import kawat.language.components  # noqa: F401  registers the parts of the pipeline
from kawat.language.tokenizer import make_tokenizer
from training import card, corpus, evaluate, fit, lemmas, names, own, treebanks, vectors
from training.paths import BUILD, MODEL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

VERSION = "0.1.0"
BASE = {"width": 128, "depth": 4, "hidden": 128}
SILVER = 50_000  # sentences of news


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


def near(nlp: Language) -> list[Example]:
    """The data nearest to the task: CSUI and our own thrice, current treebanks, names of news."""
    train, _ = corpus.csui_split(whole=False)
    mine, _ = own.split(own.trees())
    docs = [doc for k in range(3) for doc in corpus.tree_docs(nlp, train + mine, k)]
    docs = [doc for doc in docs if _fits(nlp, doc)]
    docs += corpus.tree_docs(nlp, corpus.other_trees(nlp, old_gsd=False, punctuation=False), 9)
    docs += corpus.name_docs(nlp, nergrit=False, repeat=2)
    docs += corpus.join(own.name_docs(nlp, train=True), 0)
    return [corpus.example(doc) for doc in docs]


def silver(nlp: Language) -> list[Example]:
    """What the teacher says of news and of the old GSD sentences."""
    docs = [
        doc
        for path in (BUILD / "silver.spacy", BUILD / "silver-gsd.spacy")
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab)
    ]
    return [corpus.example(doc) for doc in docs if _fits(nlp, doc)]


def _fits(nlp: Language, doc: Doc) -> bool:
    """Whether the tagger has the labels of a document; the parser passes over unknown ones."""
    known, add = set(nlp.get_pipe("morphologizer").labels), nlp.vocab.morphology.add  # type: ignore[attr-defined]
    tags = {(str(t.morph), t.pos_) for t in doc}
    return all(
        nlp.vocab.strings[add({**Morphology.feats_to_dict(f), "POS": p})] in known for f, p in tags
    )


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


def make_near(base: Path, seed: int) -> Path:
    """Go on from the base with the nearest data."""
    folder = BUILD / "near"
    if not (folder / "meta.json").exists():
        nlp = spacy.load(base)
        report = development(nlp)
        fit.fit(
            nlp, [(near(nlp), 3)], fresh=False, seed=seed, rate=0.0008, words=800, report=report
        )
        nlp.to_disk(folder)
    return folder


def make_model(before: Path, seed: int) -> Path:
    """Go on with what the teachers say and the nearest data, then with the nearest data alone."""
    folder = BUILD / "final"
    if not (folder / "meta.json").exists():
        nlp = spacy.load(before)
        marked, said = near(nlp), silver(nlp)
        phases = [(said + marked, 5), (marked, 2)]
        report = development(nlp)
        fit.fit(nlp, phases, fresh=False, seed=seed, rate=0.0012, report=report)
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
    _leave_out_addresses(target / "vocab" / "strings.json")


def _leave_out_addresses(file: Path) -> None:
    """Leave addresses of the web out of the words that spaCy has seen: nothing needs them."""
    words = [w for w in json.loads(file.read_text(encoding="utf-8")) if "://" not in w]
    file.write_text(json.dumps(words, indent=2), encoding="utf-8")


def main() -> None:
    """Run all stages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=1, help="seed of the model")
    options = arguments.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    vectors.make()
    if not (BUILD / "silver.spacy").exists():
        from training.silver import make  # needs PyTorch

        make(SILVER)
    package(make_model(make_near(make_base(), options.seed), options.seed), MODEL)
    evaluate.main()
    card.main()


if __name__ == "__main__":
    main()
