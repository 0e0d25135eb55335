"""The teacher's network: a graph parser over the text model (needs PyTorch).

A stack of LSTMs reads frozen states of the text model, word vectors, affixes, shape, and a mark of
the corpus, so that corpora of different styles teach one network. Every pair of words is scored
as head and dependent (Dozat and Manning 2017).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training.textmodel import TextModel, Words

STATE = 1024 + 128
_BUCKETS, _AFFIX, _WORD, _STYLE, _GIVEN = 4_000, 32, 96, 16, 192
AFFIXES = 8
_STEP = 4
# The treebanks, then the corpora of names: each in a style of its own.
STYLES = ("csui", "pud", "gsd", "old gsd", "gold names", "idner", "nergrit")
DROPOUT = 0.33


@dataclass(slots=True)
class Item:
    """One sentence: what is known of it, and what the text model makes of it."""

    words: list[str]
    style: str = "csui"
    heads: list[int] | None = None  # 0 is the root, words count from 1
    labels: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    feats: list[str] = field(default_factory=list)
    state: torch.Tensor | None = None


def _bucket(kind: int, text: str) -> int:
    return zlib.crc32(f"{kind}{text}".encode()) % (_BUCKETS - 1) + 1


def shape(word: str) -> str:
    """Upper case, lower case, digits and marks of a word, runs cut to three."""
    out = ""
    for ch in word:
        kind = "X" if ch.isupper() else "x" if ch.islower() else "d" if ch.isdigit() else ch
        if out[-3:] != 3 * kind:
            out += kind
    return out


def affixes(word: str) -> list[int]:
    """Buckets of the form, its beginnings, its ends and its shape."""
    low = word.lower()
    parts = (word, low, low[:2], low[:3], low[:4], low[-2:], low[-3:], shape(word))
    return [_bucket(kind, part) for kind, part in enumerate(parts)]


class Stack(nn.Module):
    """LSTMs in both directions, one on the other; whole columns are dropped per sentence."""

    def __init__(self, given: int, hidden: int, depth: int) -> None:
        super().__init__()
        sizes = [given] + [2 * hidden] * (depth - 1)
        self.left = nn.ModuleList(nn.LSTM(n, hidden, batch_first=True) for n in sizes)
        self.right = nn.ModuleList(nn.LSTM(n, hidden, batch_first=True) for n in sizes)

    def forward(self, x: torch.Tensor, back: torch.Tensor) -> torch.Tensor:
        """States of the last layer; ``back`` turns each sentence round, padding kept behind."""
        for left, right in zip(self.left, self.right, strict=True):
            x = column_dropout(x, self.training)
            mirrored = torch.gather(x, 1, back[..., None].expand_as(x))
            a, b = left(x)[0], right(mirrored)[0]
            x = torch.cat([a, torch.gather(b, 1, back[..., None].expand_as(b))], -1)
        return column_dropout(x, self.training)


def column_dropout(x: torch.Tensor, on: bool, share: float = DROPOUT) -> torch.Tensor:
    """Drop columns, the same ones for all words of a sentence."""
    if not on:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2]) >= share
    return x * (kept / (1 - share)).to(x.dtype)


def mirror(lengths: Sequence[int], longest: int) -> torch.Tensor:
    """Indices that turn each sentence round."""
    at = torch.arange(longest)[None].expand(len(lengths), -1)
    n = torch.tensor(lengths)[:, None]
    return torch.where(at < n, n - 1 - at, at)


class Inputs(nn.Module):
    """What the stacks are given."""

    def __init__(self) -> None:
        super().__init__()
        self.state = nn.Linear(STATE, _GIVEN)
        self.affix = nn.Embedding(_BUCKETS * AFFIXES, _AFFIX)
        self.mix = nn.Linear(_AFFIX * AFFIXES, _WORD)
        self.style = nn.Embedding(len(STYLES), _STYLE)
        nn.init.normal_(self.affix.weight, std=0.3)
        nn.init.normal_(self.style.weight, std=0.3)
        self.size = _GIVEN + _WORD + _STYLE

    def forward(self, batch: Batch) -> torch.Tensor:
        """One row per word."""
        at = batch.affixes
        if self.training:  # forget single properties of single words
            at = at.masked_fill(torch.rand(at.shape) < 0.15, 0)
        at = at + torch.arange(AFFIXES) * _BUCKETS
        word = functional.gelu(self.mix(self.affix(at).flatten(2)))
        state = self.state(column_dropout(batch.state, self.training, 0.2))
        style = self.style(batch.style)[:, None].expand(-1, at.shape[1], -1)
        return torch.cat([state, word, style], -1)


@dataclass(slots=True)
class Batch:
    """Sentences side by side, padded behind."""

    items: list[Item]
    state: torch.Tensor
    affixes: torch.Tensor
    style: torch.Tensor
    mask: torch.Tensor
    back: torch.Tensor


def width(words: int) -> int:
    """Length of a padded sentence: few different lengths, since each new one takes time."""
    return -(-words // _STEP) * _STEP


def make_batch(items: list[Item], words: int = 0) -> Batch:
    """Put sentences side by side; with ``words``, empty ones fill a batch of so many words."""
    lengths = [len(item.words) for item in items]
    longest = width(max(lengths))
    lengths += [0] * (words // longest - len(items))
    state = torch.zeros(len(lengths), longest, STATE, dtype=torch.bfloat16)
    parts = torch.zeros(len(lengths), longest, AFFIXES, dtype=torch.long)
    mask = torch.zeros(len(lengths), longest, dtype=torch.bool)
    for k, (item, n) in enumerate(zip(items, lengths, strict=False)):
        if item.state is not None:
            state[k, :n] = item.state
        parts[k, :n] = torch.tensor([affixes(w) for w in item.words])
        mask[k, :n] = True
    style = torch.zeros(len(lengths), dtype=torch.long)
    style[: len(items)] = torch.tensor([STYLES.index(item.style) for item in items])
    return Batch(items, state, parts, style, mask, mirror(lengths, longest))


class Pairs(nn.Module):
    """Biaffine scores of all pairs of words."""

    def __init__(self, size: int, scores: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(scores, size + 1, size + 1))
        nn.init.normal_(self.weight, std=0.01)

    def forward(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Sentences × scores × dependents × heads."""
        left = torch.einsum("bdi,sij->bsdj", _with_one(dependents), self.weight)
        return left @ _with_one(heads).transpose(1, 2)[:, None]

    def chosen(self, dependents: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Sentences × dependents × scores, each dependent with the head in its place."""
        left = torch.einsum("bdi,sij->bdsj", _with_one(dependents), self.weight)
        return (left @ _with_one(heads)[..., None])[..., 0]


def _with_one(x: torch.Tensor) -> torch.Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _mlp(given: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(given, size), nn.LeakyReLU(0.1))


class Parser(nn.Module):
    """Heads, relations, parts of speech and features."""

    def __init__(self, relations: int, tags: int, feats: int, hidden: int = 256) -> None:
        super().__init__()
        self.inputs = Inputs()
        self.stack = Stack(self.inputs.size, hidden, 2)
        self.root = nn.Parameter(torch.zeros(2 * hidden))
        self.parts = nn.ModuleList(_mlp(2 * hidden, n) for n in (320, 320, 96, 96))
        self.arcs, self.relations = Pairs(320, 1), Pairs(96, relations)
        self.tags = nn.Sequential(_mlp(2 * hidden, 128), nn.Linear(128, tags))
        self.feats = nn.Sequential(_mlp(2 * hidden, 128), nn.Linear(128, feats))

    def forward(self, batch: Batch, heads: torch.Tensor | None = None) -> dict[str, torch.Tensor]:
        """Scores: arcs (dependent × head, head 0 the root), relations, tags, feats.

        Args:
            batch: Sentences.
            heads: Of each word; relations are then scored for these alone (word × relation),
                else for all pairs (relation × dependent × head).
        """
        x = self.stack(self.inputs(batch), batch.back)
        root = self.root.to(x.dtype).expand(len(x), 1, -1)
        both = torch.cat([root, x], 1)
        a, b, c, d = (
            column_dropout(part(rows), self.training)
            for part, rows in zip(self.parts, (x, both, x, both), strict=True)
        )
        arcs = self.arcs(a, b)[:, 0].float()
        seen = torch.cat([torch.ones_like(batch.mask[:, :1]), batch.mask], 1)
        if heads is None:
            relations = self.relations(c, d)
        else:
            chosen = torch.gather(d, 1, heads[..., None].expand(-1, -1, d.shape[2]))
            relations = self.relations.chosen(c, chosen)
        return {
            "arcs": arcs.masked_fill(~seen[:, None], -1e4),
            "relations": relations.float(),
            "tags": self.tags(x).float(),
            "feats": self.feats(x).float(),
        }


@torch.no_grad()
def read_states(items: Sequence[Item], words: Words, model: TextModel, size: int = 6_000) -> None:
    """Let the text model read sentences; what it makes of them is kept in them."""
    order = sorted(range(len(items)), key=lambda i: len(items[i].words))
    distinct = list({w.lower() for item in items for w in item.words})
    row = {word: i for i, word in enumerate(distinct)}
    vectors = words.vectors(distinct)
    numbers = torch.tensor([words.number(word) for word in distinct])
    batch: list[int] = []
    for place, i in enumerate(order):
        batch.append(i)
        full = len(items[i].words) * (len(batch) + 1) > size
        if not full and place + 1 < len(order):
            continue
        some = [items[k] for k in batch]
        lengths = [len(item.words) for item in some]
        longest = width(max(lengths))
        rows = torch.zeros(len(some), longest, dtype=torch.long)
        for k, item in enumerate(some):
            rows[k, : lengths[k]] = torch.tensor([row[w.lower()] for w in item.words])
        back = mirror(lengths, longest)
        with torch.autocast("cpu", torch.bfloat16):
            found = model.read(numbers[rows], vectors[rows], back)
        joined = torch.cat([*found, vectors[rows].to(torch.bfloat16)], -1)
        for k, item in enumerate(some):
            item.state = joined[k, : lengths[k]].clone()
        batch = []
