"""UDPipe 1 as a peer: trained here, on the trees that Kawat's own model learns from.

Two UDPipe models, as the converted GSD train has no lemmas: one tags and parses (all trees), one
gives lemmas (the trees that have them). Options are UDPipe's usual ones, with no vectors. UDPipe
can't be told that some trees matter more; so it also gets the trees of news alone, where it
does better on newswire, and with so few trees longer training and a wider layer are affordable.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from training import corpus, own, treebanks
from training.paths import BUILD
from ufal.udpipe import Model, ProcessingError, Sentence, Sentences, Trainer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.treebanks import Tree

TAGGER = (
    "models=1;iterations={iterations};templates_1=tagger;guesser_suffix_rules_1=8;"
    "guesser_enrich_dictionary_1=6;use_lemma_1=0;provide_lemma_1=0;use_xpostag_1=0;"
    "provide_xpostag_1=0;use_feats_1=1;provide_feats_1=1"
)
LEMMATIZER = (
    "models=1;iterations={iterations};templates_1=lemmatizer;guesser_suffix_rules_1=6;"
    "guesser_enrich_dictionary_1=4;use_lemma_1=1;provide_lemma_1=1;use_xpostag_1=0;"
    "provide_xpostag_1=0;use_feats_1=0;provide_feats_1=0"
)
PARSER = (
    "iterations={iterations};embedding_upostag=20;embedding_feats=20;embedding_xpostag=0;embedding_form=50;"
    "embedding_lemma=0;embedding_deprel=20;learning_rate=0.02;learning_rate_final=0.001;l2=0.5;"
    "hidden_layer={hidden};batch_size=10;transition_system=projective;transition_oracle=dynamic;"
    "structured_interval=0"
)
METHOD = "morphodita_parsito"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a peer is trained; ``news`` for CSUI train and our own trees alone."""

    news: bool
    iterations: int
    hidden: int

    def options(self) -> tuple[str, str, str]:
        """Options of tagger, lemmatizer and parser."""
        words = {"iterations": self.iterations, "hidden": self.hidden}
        return TAGGER.format(**words), LEMMATIZER.format(**words), PARSER.format(**words)


RECIPES = {
    "UDPipe": Recipe(news=False, iterations=10, hidden=100),
    "UDPipe, news": Recipe(news=True, iterations=20, hidden=200),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """The two trained models; ``words`` of training, ``seconds`` of one core's work for it."""

    trees: Any
    lemmas: Any
    words: int
    seconds: int
    megabytes: float
    load_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What UDPipe says of a word; ``head`` counts from 0, a root is its own head."""

    pos: str
    lemma: str
    head: int
    relation: str


def training_trees(nlp: Any, *, news: bool) -> tuple[list[Tree], list[Tree]]:
    """The trees of Kawat's own training: all (or those of news), and those that have lemmas."""
    csui = treebanks.csui("train")
    of_news = csui + own.trees()
    if news:
        return of_news, csui
    return of_news + corpus.other_trees(nlp), csui + treebanks.pud() + treebanks.gsd("dev")


def sentence_of(tree: Tree, *, analysed: bool) -> Sentence:
    """UDPipe's form of a tree; bare words where it is to be analysed."""
    sentence = Sentence()
    for word in tree.words:
        added = sentence.addWord(word.form)
        if not word.space:
            added.misc = "SpaceAfter=No"
        if analysed:
            added.upostag, added.lemma = word.pos, "" if word.lemma == "_" else word.lemma
            added.feats = "" if word.feats == "_" else word.feats
    if analysed:
        for i, word in enumerate(tree.words):
            head = 0 if word.head == i else word.head + 1
            sentence.setHead(i + 1, head, word.relation)
    return sentence


def _trained(trees: list[Tree], path: Path, tagger: str, parser: str) -> None:
    sentences = Sentences()
    for tree in trees:
        sentences.append(sentence_of(tree, analysed=True))
    error = ProcessingError()
    model = Trainer.train(METHOD, sentences, Sentences(), "none", tagger, parser, error)
    if error.occurred():
        raise SystemExit(f"{path.name}: UDPipe can't be trained: {error.message}")
    path.write_bytes(model)


def make(nlp: Any, recipe: Recipe) -> Peer:
    """Train both models and load them; what was trained on the same trees is taken up again.

    Args:
        nlp: Kawat's pipeline, whose tokenizer the conversion of GSD train needs.
        recipe: How to train.
    """
    trees, lemmas = training_trees(nlp, news=recipe.news)
    tagger, lemmatizer, parser = recipe.options()
    folder = BUILD / "peer" / _fingerprint(trees, tagger, lemmatizer, parser)
    paths = [folder / "trees.udpipe", folder / "lemmas.udpipe"]
    taken = folder / "seconds"
    if not taken.exists():
        folder.mkdir(parents=True, exist_ok=True)
        began = time.process_time()
        _trained(trees, paths[0], tagger, parser)
        _trained(lemmas, paths[1], lemmatizer, "none")
        taken.write_text(f"{time.process_time() - began:.0f}", encoding="utf-8")
    began = time.perf_counter()
    loaded = [Model.load(str(path)) for path in paths]
    return Peer(
        trees=loaded[0],
        lemmas=loaded[1],
        words=sum(len(tree.words) for tree in trees),
        seconds=int(taken.read_text(encoding="utf-8")),
        megabytes=sum(path.stat().st_size for path in paths) / 1e6,
        load_seconds=time.perf_counter() - began,
    )


def _fingerprint(trees: list[Tree], *options: str) -> str:
    digest = hashlib.sha256(repr(options).encode())
    for tree in trees:
        digest.update(repr(tree).encode())
    return digest.hexdigest()[:16]


def analyse(peer: Peer, trees: Iterable[Tree]) -> tuple[list[list[Analysis]], float]:
    """Tag, parse and lemmatise gold tokens; the seconds are those of the analysis alone."""
    pairs = [(sentence_of(t, analysed=False), sentence_of(t, analysed=False)) for t in trees]
    began = time.process_time()
    for sentence, lemmas in pairs:
        peer.trees.tag(sentence, Model.DEFAULT)
        peer.trees.parse(sentence, Model.DEFAULT)
        peer.lemmas.tag(lemmas, Model.DEFAULT)
    seconds = time.process_time() - began
    return [_read(*pair) for pair in pairs], seconds


def _read(sentence: Sentence, lemmas: Sentence) -> list[Analysis]:
    # The first word of UDPipe is the root above all.
    words = zip(list(sentence.words)[1:], list(lemmas.words)[1:], strict=True)
    return [
        Analysis(
            pos=word.upostag,
            lemma=other.lemma,
            head=i if word.head == 0 else word.head - 1,
            relation=word.deprel,
        )
        for i, (word, other) in enumerate(words)
    ]
