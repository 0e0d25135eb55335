"""A thinc layer that keeps the embedding of each word form.

In prediction the embedding of a token depends on its form alone (norm, prefix, suffix, shape,
vector), so it is computed once per form and looked up afterwards. The text then costs only the
convolutions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy import registry
from spacy.attrs import ORTH
from spacy.tokens import Doc
from thinc.api import Model

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST_FORMS = 60_000


class _Cache:
    """The forward function of the layer, with the rows of the forms seen so far."""

    __slots__ = ("_fingerprint", "_matrix", "_rows")

    def __init__(self) -> None:
        self._clear(0.0)

    def _clear(self, fingerprint: float) -> None:
        self._fingerprint = fingerprint
        self._rows: dict[int, int] = {}
        self._matrix: Any = None

    def __call__(
        self, model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[Any, Callable[[Any], Any]]:
        embed = model.layers[0]
        if is_train:
            return embed(docs, is_train)  # type: ignore[no-any-return]
        fingerprint = _fingerprint(embed)
        if fingerprint != self._fingerprint or len(self._rows) > _MOST_FORMS:
            self._clear(fingerprint)
        arrays = [doc.to_array(ORTH) for doc in docs]
        lengths = [len(array) for array in arrays]
        if not sum(lengths):
            return embed(docs, is_train)  # type: ignore[no-any-return]
        forms = np.concatenate(arrays).tolist()
        rows = self._rows
        new = list(dict.fromkeys(form for form in forms if form not in rows))
        if new:
            # spaCy unpickles the vectors with strings of their own, which lack words met later.
            vocab = docs[0].vocab
            vocab.vectors.strings = vocab.strings
            added = embed.predict([Doc(vocab, words=new)])[0]
            self._matrix = added if self._matrix is None else np.vstack([self._matrix, added])
            rows.update(zip(new, range(len(rows), len(rows) + len(new)), strict=True))
        found = self._matrix[[rows[form] for form in forms]]
        return np.split(found, np.cumsum(lengths)[:-1]), _no_backprop


def _no_backprop(_: Any) -> Any:
    raise ValueError("the cached embedding is for prediction only")


def _fingerprint(embed: Model[Any, Any]) -> float:
    """A number that changes whenever the weights change: training moves them in place."""
    total = 0.0
    for node in embed.walk():
        if node.has_param("W") and node.name == "maxout":
            total += float(node.get_param("W").sum())
    return total


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> Model[Any, Any]:  # noqa: N803
    model.layers[0].initialize(X, Y)
    return model


@registry.architectures("kawat.CachedEmbed.v1")  # type: ignore[untyped-decorator]
def cached_embed(embed: Model[Any, Any]) -> Model[Any, Any]:
    """Wrap an embedding layer so that prediction computes each word form once.

    Args:
        embed: An embedding that depends on the form of a token alone
            (``spacy.MultiHashEmbed.v2`` over NORM, PREFIX, SUFFIX, SHAPE).

    Returns:
        A layer of the same input and output.
    """
    dims = {"nO": embed.get_dim("nO") if embed.has_dim("nO") else None}
    return Model("cached_embed", _Cache(), init=_init, layers=[embed], dims=dims)
