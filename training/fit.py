"""The training loop: one optimizer, averaged weights, a learning rate that falls to a tenth."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

from spacy.training.batchers import minibatch_by_words
from spacy.util import load_model_from_config
from thinc.api import Adam, Config, fix_random_seed

import kawat.language.components  # noqa: F401  registers the parts of the pipeline
from kawat.language.vectors import ByteVectors
from training.paths import BUILD, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.training import Example


def read_floret(strings: Any) -> ByteVectors:
    """Read the vectors that ``training.vectors`` made; keys are the tokens in lower case."""
    import numpy as np

    with (BUILD / "vectors.floret").open(encoding="utf-8") as file:
        rows, dims, minn, maxn, hashes, seed, bow, eow = file.readline().split()
        table = np.loadtxt(file, dtype="float32", usecols=range(1, int(dims) + 1), comments=None)
    if len(table) != int(rows):
        raise SystemExit(f"{BUILD / 'vectors.floret'}: {len(table)} rows of {rows}; make it again")
    return ByteVectors(
        strings=strings, data=table, mode="floret", name="kawat_floret", minn=int(minn),
        maxn=int(maxn), hash_count=int(hashes), hash_seed=int(seed), bow=bow, eow=eow, attr="LOWER",
    )  # fmt: skip


def blank(overrides: dict[str, Any] | None = None, vectors: ByteVectors | None = None) -> Language:
    """Make the untrained pipeline of ``pipeline.cfg``."""
    config = Config().from_disk(ROOT / "training" / "pipeline.cfg", overrides=overrides or {})
    nlp = load_model_from_config(config, auto_fill=True)
    if vectors is not None:
        vectors.strings = nlp.vocab.strings
        nlp.vocab.vectors = vectors
    return nlp


def fit(
    nlp: Language,
    phases: list[tuple[list[Example], int]],
    *,
    fresh: bool = True,
    seed: int = 1,
    rate: float = 0.0015,
    dropout: float = 0.2,
    words: int = 1000,
    report: Callable[[Language, int], None] | None = None,
    every: int = 1,
) -> Language:
    """Train a pipeline in place and leave it with the averaged weights.

    Args:
        nlp: A pipeline.
        phases: What to learn from, and in how many passes; one phase after the other.
        fresh: Whether the pipeline is untrained; else training goes on from its weights.
        seed: Of the order and the weights.
        rate: First learning rate.
        dropout: Share of activations dropped.
        words: Size of a batch in words.
        report: Called with the averaged weights after every so many passes.
        every: So many.
    """
    fix_random_seed(seed)
    order = random.Random(seed)  # noqa: S311  no secret
    if fresh:
        nlp.initialize(lambda: phases[0][0])
    adam = Adam(
        learn_rate=rate, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, L2_is_weight_decay=True,
        grad_clip=1.0, use_averages=True,
    )  # fmt: skip
    passes = [list(examples) for examples, epochs in phases for _ in range(epochs)]
    total = sum(len(e.reference) for examples in passes for e in examples)
    seen, began = 0, time.time()
    for epoch, examples in enumerate(passes):
        order.shuffle(examples)
        for batch in minibatch_by_words(examples, size=words, discard_oversize=False):
            adam.learn_rate = rate * min(1, 0.1 + 20 * seen / total) * max(0.05, 1 - seen / total)
            nlp.update(batch, sgd=adam, drop=dropout)
            seen += sum(len(e.reference) for e in batch)
        if report and (epoch + 1) % every == 0:
            with nlp.use_params(adam.averages):
                print(f"epoch {epoch + 1}, {time.time() - began:.0f} s", end=" ", flush=True)
                report(nlp, epoch)
    for _, component in nlp.pipeline:
        if hasattr(component, "model") and component.model not in (None, True):
            _keep_averages(component.model, adam.averages)
    return nlp


def _keep_averages(model: Any, averages: dict[Any, Any]) -> None:
    for node in model.walk():
        for name in node.param_names:
            key = (node.id, name)
            if key in averages and node.has_param(name):
                node.set_param(name, averages[key].copy())
