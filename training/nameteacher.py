"""The teacher of names: networks that label words, whose scores are averaged (needs PyTorch).

They read what the parser of ``graph`` reads. The corpora of names differ in style and in the types
they know; each has a mark of its own, and a word of which a corpus says nothing teaches nothing.
``python -m training.nameteacher`` trains what is missing and scores it on our own development
stories and those of idner. Nothing of a test set is used.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from spacy.training import iob_to_biluo, tags_to_entities
from torch import nn
from torch.nn import functional

from kawat.language.indonesian import Indonesian
from training import corpus, graph, names, own, textmodel
from training.graph import Item
from training.teacher import FOLDER, batches, fit_network, padded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

SEEDS = (1,)  # one network each; more than one are averaged
TYPES = ("EVT", "FAC", "GPE", "LAW", "LOC", "NORP", "ORG", "PER")
LABELS = ("O", *(f"{mark}-{type_}" for type_ in TYPES for mark in "BI"))
GOLD = "gold names"  # the style to learn
OPEN = ""  # a word of which nothing is known
_BROAD, _NEAR, _WORDS, _HIDDEN = 7, 5, 1_600, 256
_LEAST_SURE = 0.7


class Namer(nn.Module):
    """Scores of the labels of each word."""

    def __init__(self) -> None:
        super().__init__()
        self.inputs = graph.Inputs()
        self.stack = graph.Stack(self.inputs.size, _HIDDEN, 2)
        self.out = nn.Sequential(
            nn.Linear(2 * _HIDDEN, 128), nn.LeakyReLU(0.1), nn.Linear(128, len(LABELS))
        )

    def forward(self, batch: graph.Batch) -> torch.Tensor:
        """Sentences × words × labels."""
        scores: torch.Tensor = self.out(self.stack(self.inputs(batch), batch.back))
        return scores.float()


def item(doc: Doc, style: str) -> Item:
    """A document with names as the network learns it."""
    known = {0: OPEN, 1: "I", 2: "O", 3: "B"}
    labels = [
        f"{known[t.ent_iob]}-{t.ent_type_}" if t.ent_iob in {1, 3} else known[t.ent_iob]
        for t in doc
    ]
    return Item(words=[t.text for t in doc], style=style, labels=labels)


def name_items() -> dict[str, list[Item]]:
    """All training sentences by corpus, and those for development."""
    nlp = Indonesian()
    gold = names.gold_names(nlp, train=True) + own.name_docs(nlp, train=True)
    return {
        "gold": [item(d, GOLD) for d in corpus.join(gold, 1)],
        "idner": [item(d, "idner") for d in corpus.silver_names(nlp, names.idner("train"))],
        "nergrit": [item(d, "nergrit") for d in corpus.silver_names(nlp, names.nergrit())],
        "dev": [item(d, GOLD) for d in own.name_docs(nlp, train=False)],
        "idner dev": [
            item(names.to_doc(nlp, names.refine_places(s)), "idner") for s in names.idner("dev")
        ],
    }


def _loss(net: Namer, items: list[Item]) -> torch.Tensor:
    batch = graph.make_batch(items, _WORDS)
    rows = [[LABELS.index(n) if n != OPEN else -100 for n in one.labels] for one in items]
    with torch.autocast("cpu", torch.bfloat16):
        scores = net(batch)
    wanted = padded(rows, batch.mask)
    return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten())


def _transitions() -> np.ndarray:
    """Which label may follow which: I only after B or I of its type."""
    allowed = np.zeros((len(LABELS), len(LABELS)))
    for j, label in enumerate(LABELS):
        if label.startswith("I-"):
            allowed[:, j] = -1e4
            for mark in "BI":
                allowed[LABELS.index(f"{mark}-{label[2:]}"), j] = 0
    return allowed


def _best(scores: np.ndarray, allowed: np.ndarray) -> list[int]:
    """The best sequence of labels (Viterbi)."""
    total = scores[0] + np.array([-1e4 if n.startswith("I-") else 0 for n in LABELS])
    back = []
    for row in scores[1:]:
        table = total[:, None] + allowed
        back.append(table.argmax(0))
        total = table.max(0) + row
    path = [int(total.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


@torch.no_grad()
def label(nets: Sequence[Namer], items: list[Item], *, least: float = 0.0) -> list[list[str]]:
    """Label sentences with the mean of the networks.

    Args:
        nets: The networks.
        items: Sentences.
        least: A word whose label is less likely than this is left open, with its whole name.
    """
    batch = graph.make_batch(items)
    likely = torch.zeros(())
    for net in nets:
        with torch.autocast("cpu", torch.bfloat16):
            likely = likely + net(batch).softmax(-1) / len(nets)
    table, allowed = likely.numpy(), _transitions()
    found = []
    for k, one in enumerate(items):
        rows = table[k, : len(one.words)]
        path = _best(np.log(rows + 1e-9), allowed)
        sure = [rows[i, n] >= least for i, n in enumerate(path)]
        found.append(_open([LABELS[n] for n in path], sure))
    return found


def _open(labels: list[str], sure: list[bool]) -> list[str]:
    """Leave open what is unsure, and the whole of a name of which a word is."""
    out = list(labels)
    for i, good in enumerate(sure):
        if good:
            continue
        lo = hi = i
        if labels[i] != "O":
            while labels[lo].startswith("I-"):
                lo -= 1
            while hi + 1 < len(labels) and labels[hi + 1].startswith("I-"):
                hi += 1
        out[lo : hi + 1] = [OPEN] * (hi + 1 - lo)
    return out


def spans(labels: Iterable[str]) -> set[tuple[str, int, int]]:
    """The names of a sentence: type, first word, last word."""
    return set(tags_to_entities(iob_to_biluo([name or "O" for name in labels])))


def score(nets: Sequence[Namer], items: list[Item]) -> str:
    """Precision, recall and F1 on gold names."""
    count: Counter[str] = Counter()
    for some in batches(items, 3_000, random.Random(0)):  # noqa: S311  no secret
        for one, found in zip(some, label(nets, some), strict=True):
            told, right = spans(found), spans(one.labels)
            count.update(hits=len(told & right), told=len(told), right=len(right))
    p, r = count["hits"] / max(1, count["told"]), count["hits"] / max(1, count["right"])
    return f"P {p:.4f} R {r:.4f} F {2 * p * r / max(1e-9, p + r):.4f}"


@dataclass(frozen=True, slots=True)
class NameTeacher:
    """The networks."""

    nets: list[Namer]

    def label(self, items: list[Item]) -> list[list[str]]:
        """Label sentences that the text model has read, in the style of the gold names.

        Returns:
            BIO labels; an empty one where the teacher is unsure.
        """
        styled = [replace(one, style=GOLD) for one in items]
        return label(self.nets, styled, least=_LEAST_SURE)


def _train(seed: int, items: dict[str, list[Item]]) -> Namer:
    torch.manual_seed(seed)
    net = Namer()
    near = 2 * items["gold"] + items["idner"]
    epochs = [near + items["nergrit"]] * _BROAD + [near] * _NEAR
    report = lambda n: " | ".join(  # noqa: E731
        f"{part} {score([n], items[part])}" for part in ("dev", "idner dev")
    )
    fit_network(net, epochs, _loss, seed, report)
    return net


def load(text: tuple[textmodel.Words, textmodel.TextModel]) -> NameTeacher:
    """Train what is missing, tell the figures on the development stories, load all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    items = name_items()
    graph.read_states([i for part in items.values() for i in part], *text)
    nets = []
    for seed in SEEDS:
        path = FOLDER / f"names{seed}.pt"
        if not path.exists():
            torch.save(_train(seed, items).state_dict(), path)
        net = Namer()
        net.load_state_dict(torch.load(path, weights_only=True))
        nets.append(net.eval())
    for part in ("dev", "idner dev"):
        print("names,", part, score(nets, items[part]), flush=True)
    return NameTeacher(nets)


if __name__ == "__main__":
    torch.set_num_threads(1)
    textmodel.make()
    load(textmodel.load())
