"""Training the teacher and asking it: several networks, whose scores are averaged.

``python -m training.teacher`` trains all members that are missing and scores them on the
development sentences. Nothing of a test set is used.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from kawat.language.indonesian import Indonesian
from training import corpus, graph, own, textmodel, treebanks
from training.arborescence import arborescence
from training.graph import Item
from training.paths import BUILD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from training.treebanks import Tree

FOLDER = BUILD / "teachers"
SEEDS = (1, 2)  # one network each; the mean of both is taken
_EPOCHS, _NEAR, _WORDS, _RATE = 10, 4, 1_600, 2e-3


@dataclass(frozen=True, slots=True)
class Labels:
    """What the parser may say."""

    relations: list[str]
    tags: list[str]
    feats: list[str]
    pairs: list[tuple[int, int]]  # part of speech and features that occur together

    @classmethod
    def of(cls, items: Iterable[Item]) -> Labels:
        """Everything that occurs, in alphabetical order."""
        some = list(items)
        tags = sorted({p for item in some for p in item.pos})
        feats = sorted({f for item in some for f in item.feats})
        both = {pair for item in some for pair in zip(item.pos, item.feats, strict=True)}
        pairs = sorted((tags.index(p), feats.index(f)) for p, f in both)
        return cls(sorted({r for item in some for r in item.labels}), tags, feats, pairs)


def tree_item(tree: Tree, style: str) -> Item:
    """A tree as the network learns it."""
    words = tree.words
    return Item(
        words=[w.form for w in words],
        style=style,
        heads=[0 if w.head == i else w.head + 1 for i, w in enumerate(words)],
        labels=[w.relation for w in words],
        pos=[w.pos for w in words],
        feats=[w.feats for w in words],
    )


def tree_items() -> dict[str, list[Item]]:
    """All training trees by treebank, and the development sentences."""
    nlp = Indonesian()
    train, dev = corpus.csui_split(whole=False)
    others = corpus.other_trees(nlp, punctuation=False)
    pud, current = len(treebanks.pud()), len(treebanks.gsd("dev"))
    mine, own_dev = own.split(own.trees())
    return {
        "csui": [tree_item(t, "csui") for t in train],
        "own": [tree_item(t, "csui") for t in mine],
        "pud": [tree_item(t, "pud") for t in others[:pud]],
        "gsd": [tree_item(t, "gsd") for t in others[pud : pud + current]],
        "old gsd": [tree_item(t, "old gsd") for t in others[pud + current :]],
        "dev": [tree_item(t, "csui") for t in dev],
        "own dev": [tree_item(t, "csui") for t in own_dev],
    }


def batches(items: Sequence[Item], words: int, chance: random.Random) -> Iterator[list[Item]]:
    """Sentences of like length together, in random order."""
    order = sorted(items, key=lambda item: len(item.words) + 2 * chance.random())
    found: list[list[Item]] = [[]]
    for item in order:
        if found[-1] and graph.width(len(item.words)) * (len(found[-1]) + 1) > words:
            found.append([])
        found[-1].append(item)
    chance.shuffle(found)
    yield from found


def padded(rows: list[list[int]], like: torch.Tensor) -> torch.Tensor:
    """Numbers of words side by side in the shape of a batch; -100, which no loss counts, behind."""
    found = torch.full(like.shape, -100)
    for k, row in enumerate(rows):
        found[k, : len(row)] = torch.tensor(row)
    return found


def _parser_loss(net: graph.Parser, items: list[Item], labels: Labels) -> torch.Tensor:
    batch = graph.make_batch(items, _WORDS)
    heads = padded([list(item.heads or []) for item in items], batch.mask)
    wanted = {
        "relations": [[labels.relations.index(r) for r in item.labels] for item in items],
        "tags": [[labels.tags.index(p) for p in item.pos] for item in items],
        "feats": [[labels.feats.index(f) for f in item.feats] for item in items],
    }
    with torch.autocast("cpu", torch.bfloat16):
        scores = net(batch, heads.clamp(min=0))
    total = functional.cross_entropy(scores["arcs"].flatten(0, 1), heads.flatten())
    for name, weight in (("relations", 1.0), ("tags", 0.5), ("feats", 0.3)):
        rows = padded(wanted[name], batch.mask).flatten()
        total = total + weight * functional.cross_entropy(scores[name].flatten(0, 1), rows)
    return total


def fit_network(
    net: nn.Module, epochs: list[list[Item]], loss: Any, seed: int, report: Any
) -> None:
    """Adam with a rate that falls to nothing; the last weights are kept."""
    chance = random.Random(seed)  # noqa: S311  no secret
    adam = torch.optim.AdamW(
        net.parameters(), lr=_RATE, betas=(0.9, 0.95), weight_decay=0.01, fused=True
    )
    total, seen, began = sum(len(i.words) for e in epochs for i in e), 0, time.time()
    for epoch, items in enumerate(epochs):
        net.train()
        for some in batches(items, _WORDS, chance):
            done = seen / total
            adam.param_groups[0]["lr"] = _RATE * min(1.0, done * 40 + 0.02) * (1 - done)
            value = loss(net, some)
            adam.zero_grad()
            value.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            adam.step()
            seen += sum(len(item.words) for item in some)
        net.eval()
        if epoch % 4 == 3 or epoch + 1 == len(epochs):
            print(f"epoch {epoch + 1}, {time.time() - began:.0f} s", report(net), flush=True)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the teacher says of a sentence."""

    heads: list[int]
    labels: list[str]
    pos: list[str]
    feats: list[str]
    sure: list[float]  # probability of each arc


@torch.no_grad()
def parse(nets: Sequence[graph.Parser], items: list[Item], labels: Labels) -> list[Analysis]:
    """Analyse sentences with the mean of the networks."""
    batch = graph.make_batch(items)
    arcs: Any = 0
    relations: Any = 0
    joint: Any = 0
    pairs = torch.tensor(labels.pairs)
    for net in nets:
        with torch.autocast("cpu", torch.bfloat16):
            scores = net(batch)
        arcs = arcs + scores["arcs"].softmax(-1) / len(nets)
        relations = relations + scores["relations"].softmax(1) / len(nets)
        tags, feats = scores["tags"].log_softmax(-1), scores["feats"].log_softmax(-1)
        joint = joint + tags[..., pairs[:, 0]] + feats[..., pairs[:, 1]]
    table, best = np.log(arcs.numpy() + 1e-9), joint.argmax(-1).numpy()
    named, root = relations.numpy(), labels.relations.index("root")
    named[:, root, :, 1:] = 0
    found = []
    for k, item in enumerate(items):
        n = len(item.words)
        heads = arborescence(table[k, :n, : n + 1])
        found.append(
            Analysis(
                heads,
                [
                    "root" if not h else labels.relations[named[k, :, i, h].argmax()]
                    for i, h in enumerate(heads)
                ],
                [labels.tags[labels.pairs[b][0]] for b in best[k, :n]],
                [labels.feats[labels.pairs[b][1]] for b in best[k, :n]],
                [float(np.exp(table[k, i, h])) for i, h in enumerate(heads)],
            )
        )
    return found


def score_trees(nets: Sequence[graph.Parser], items: list[Item], labels: Labels) -> str:
    """Figures on gold trees."""
    count = np.zeros(4)
    for some in batches(items, 3_000, random.Random(0)):  # noqa: S311  no secret
        for item, found in zip(some, parse(nets, some, labels), strict=True):
            for i, head in enumerate(item.heads or []):
                right = found.heads[i] == head
                same = right and found.labels[i] == item.labels[i]
                count += (1, found.pos[i] == item.pos[i], right, same)
    if not count[0]:
        return "-"
    return "UPOS {:.4f} UAS {:.4f} LAS {:.4f}".format(*count[1:] / count[0])


def _epochs(items: dict[str, list[Item]], seed: int) -> list[list[Item]]:
    """Everything first, then mostly the treebank of news and our own."""
    chance = random.Random(seed)  # noqa: S311  no secret
    news, rest, old = items["csui"] + items["own"], items["pud"] + items["gsd"], items["old gsd"]
    passes = [(2, 3)] * (_EPOCHS - _NEAR) + [(3, 8)] * _NEAR
    return [n * news + rest + chance.sample(old, len(old) // m) for n, m in passes]


def make_parsers(items: dict[str, list[Item]], labels: Labels) -> list[graph.Parser]:
    """Train the parsers that are missing; load the others."""
    nets = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        net = graph.Parser(len(labels.relations), len(labels.tags), len(labels.feats))
        path = FOLDER / f"parser{seed}.pt"
        if path.exists():
            net.load_state_dict(torch.load(path, weights_only=True))
        else:
            report = lambda n: " | ".join(  # noqa: E731
                f"{part} {score_trees([n], items[part], labels)}" for part in ("dev", "own dev")
            )
            loss = lambda n, some: _parser_loss(n, some, labels)  # noqa: E731
            fit_network(net, _epochs(items, seed), loss, seed, report)
            torch.save(net.state_dict(), path)
        nets.append(net.eval())
    return nets


@dataclass(frozen=True, slots=True)
class Teachers:
    """The networks, and the text model that they listen to."""

    parsers: list[graph.Parser]
    labels: Labels
    text: tuple[textmodel.Words, textmodel.TextModel]


def load() -> Teachers:
    """Train what is missing, tell the figures on the development sentences, load all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    textmodel.make()
    text = textmodel.load()
    items = tree_items()
    graph.read_states([i for part in items.values() for i in part], *text)
    labels = Labels.of(i for part in items.values() for i in part)
    parsers = make_parsers(items, labels)
    for part in ("dev", "own dev"):
        print("teacher,", part, score_trees(parsers, items[part], labels), flush=True)
    return Teachers(parsers, labels, text)


if __name__ == "__main__":
    load()
