"""A language model of raw text for the teacher: a word is guessed from those around it.

Two LSTMs, one from the left and one from the right, over word vectors (floret) and a table of the
frequent words. ``python -m training.textmodel`` trains it once over the token file
of ``training.vectors``. Products run in bfloat16, which recent processors do many times as fast.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from spacy.strings import StringStore
from torch import nn

from training.fit import read_floret
from training.paths import BUILD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FILE = BUILD / "textmodel.pt"
INPUT, HIDDEN, FREQUENT, NEGATIVES = 256, 512, 20_000, 1_024
_LONGEST, _SHORTEST, _BATCH = 60, 4, 4_096
_ENDS = frozenset(".?!")
_UNKNOWN = 0


class Words:
    """Numbers of the frequent words, and the vectors of any word."""

    def __init__(self, frequent: Sequence[str]) -> None:
        self.frequent = list(frequent)
        self._number = {word: i for i, word in enumerate(self.frequent, 1)}
        self._vectors = read_floret(StringStore())

    def number(self, word: str) -> int:
        """Number of a word in lower case; 0 when it is rare."""
        return self._number.get(word, _UNKNOWN)

    def vectors(self, words: Sequence[str]) -> torch.Tensor:
        """Vectors of words in lower case."""
        strings = self._vectors.strings
        keys = [strings.add(word) for word in words]
        return torch.from_numpy(np.asarray(self._vectors.get_batch(keys), dtype="float32"))


class TextModel(nn.Module):
    """Both directions; ``forward`` gives the states of all layers side by side."""

    def __init__(self, words: int = FREQUENT) -> None:
        super().__init__()
        self.project = nn.Linear(128, INPUT)
        self.table = nn.Embedding(words + 1, INPUT)
        nn.init.normal_(self.table.weight, std=0.1)
        self.norm = nn.LayerNorm(INPUT)
        self.sides = nn.ModuleList(nn.LSTM(INPUT, HIDDEN, batch_first=True) for _ in range(2))
        self.narrow = nn.ModuleList(nn.Linear(HIDDEN, INPUT) for _ in range(2))

    def forward(
        self, numbers: torch.Tensor, vectors: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """States after each word, read from the left and from the right.

        Args:
            numbers: Numbers of frequent words (sentences × words).
            vectors: Their vectors (sentences × words × 128); padding at the end.
        """
        given = self.norm(self.project(vectors) + self.table(numbers))
        left, _ = self.sides[0](given)
        # reading backwards starts in the padding, whose input is the same everywhere
        right, _ = self.sides[1](given.flip(1))
        return left, right.flip(1)

    def read(self, numbers: torch.Tensor, vectors: torch.Tensor, back: torch.Tensor) -> Any:
        """The same, of sentences of unlike length; ``back`` turns each of them round."""
        given = self.norm(self.project(vectors) + self.table(numbers))
        left, _ = self.sides[0](given)
        right, _ = self.sides[1](torch.gather(given, 1, back[..., None].expand_as(given)))
        return left, torch.gather(right, 1, back[..., None].expand_as(right))


def sentences(path: Any) -> Iterator[list[str]]:
    """Pieces of the token file that are about a sentence long."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            piece: list[str] = []
            for word in line.split():
                piece.append(word)
                if (word in _ENDS and len(piece) >= _SHORTEST) or len(piece) == _LONGEST:
                    yield piece
                    piece = []
            if len(piece) >= _SHORTEST:
                yield piece


def _batches(pieces: list[np.ndarray[Any, Any]], seed: int) -> list[list[int]]:
    chance = random.Random(seed)  # noqa: S311  no secret
    order = sorted(range(len(pieces)), key=lambda i: (len(pieces[i]), chance.random()))
    found, batch = [], []
    for i in order:
        if batch and len(pieces[i]) * (len(batch) + 1) > _BATCH:
            found.append(batch)
            batch = []
        batch.append(i)
    found.append(batch)
    chance.shuffle(found)
    return found


class _Loss(nn.Module):
    """Cross entropy over the right word and a sample of others, shared by the batch."""

    def __init__(self, counts: np.ndarray[Any, Any]) -> None:
        super().__init__()
        self.out = nn.Embedding(len(counts), INPUT)
        nn.init.normal_(self.out.weight, std=0.05)
        self.bias = nn.Parameter(torch.zeros(len(counts)))
        weights = torch.from_numpy(counts.astype("float32")) ** 0.75
        self.register_buffer("share", weights / weights.sum())

    def forward(self, states: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        share: Any = self.share
        sample = torch.multinomial(share, NEGATIVES)
        expected = torch.log(share * NEGATIVES)
        right = (states * self.out(wanted)).sum(-1) + self.bias[wanted] - expected[wanted]
        others = states @ self.out(sample).T + (self.bias[sample] - expected[sample])
        others = others.masked_fill(sample[None] == wanted[:, None], -1e4)
        total = torch.logaddexp(right.float(), torch.logsumexp(others.float(), -1))
        return (total - right.float()).mean()


def train(seed: int = 1, limit: int | None = None) -> None:
    """Train over the token file once and write the model."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    counts: Counter[str] = Counter()
    for piece in sentences(BUILD / "tokens.txt"):
        counts.update(piece)
    words = Words([word for word, _ in counts.most_common(FREQUENT)])
    distinct = list(counts)
    row = {word: i for i, word in enumerate(distinct)}
    vectors = words.vectors(distinct)
    numbers = torch.tensor([words.number(word) for word in distinct])
    pieces = [np.array([row[w] for w in p], "int32") for p in sentences(BUILD / "tokens.txt")]
    frequency = np.array(
        [sum(c for w, c in counts.items() if not words.number(w))]
        + [counts[w] for w in words.frequent]
    )
    model, loss = TextModel(), _Loss(frequency)
    batches = _batches(pieces, seed)[:limit]
    parameters = [*model.parameters(), *loss.parameters()]
    adam = torch.optim.Adam(parameters, lr=1e-3, betas=(0.9, 0.98), fused=True)
    began, seen, total = time.time(), 0, 0.0
    for step, batch in enumerate(batches):
        rate = 1.5e-3 * min(1.0, (step + 1) / 150) * max(0.03, 1 - step / len(batches))
        adam.param_groups[0]["lr"] = rate
        value = _step(model, loss, [pieces[i] for i in batch], numbers, vectors)
        adam.zero_grad()
        value.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(parameters, 1.0)
        adam.step()
        seen += sum(len(pieces[i]) for i in batch)
        total += float(value)
        if step % 100 == 99:
            pace = seen / (time.time() - began)
            print(
                f"{step + 1}/{len(batches)} loss {total / 100:.3f} {pace:.0f} words/s", flush=True
            )
            total = 0.0
    torch.save({"words": words.frequent, "model": model.state_dict()}, FILE)


def _step(
    model: TextModel, loss: _Loss, pieces: list[Any], numbers: torch.Tensor, vectors: torch.Tensor
) -> torch.Tensor:
    longest = max(map(len, pieces))
    rows = torch.zeros(len(pieces), longest, dtype=torch.long)
    mask = torch.zeros(len(pieces), longest, dtype=torch.bool)
    for k, piece in enumerate(pieces):
        rows[k, : len(piece)] = torch.from_numpy(piece.astype("int64"))
        mask[k, : len(piece)] = True
    known = numbers[rows]
    given = known.masked_fill(torch.rand(known.shape) < 0.1, _UNKNOWN)
    inputs = vectors[rows] * mask[..., None]
    with torch.autocast("cpu", torch.bfloat16):
        left, right = model(given.masked_fill(~mask, _UNKNOWN), inputs)
        both = mask[:, :-1] & mask[:, 1:]
        left = loss(model.narrow[0](left[:, :-1][both]), known[:, 1:][both])
        right = loss(model.narrow[1](right[:, 1:][both]), known[:, :-1][both])
    return left + right


def load() -> tuple[Words, TextModel]:
    """The trained model, ready for use."""
    content = torch.load(FILE, weights_only=True)
    model = TextModel()
    model.load_state_dict(content["model"])
    return Words(content["words"]), model.eval()


def make() -> None:
    """Train, unless the model is there."""
    if not FILE.exists():
        train()


if __name__ == "__main__":
    make()
