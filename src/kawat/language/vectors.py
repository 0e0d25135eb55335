"""Floret vectors that lie on the disk as bytes: a quarter of the size, the same scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy import registry
from spacy.vectors import Vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_BYTES = "vectors.bytes.npy"
_SCALES = "vectors.scales.npy"
_LARGEST = 127


class ByteVectors(Vectors):  # type: ignore[misc]
    """Vectors whose rows are kept as 8-bit numbers and one scale; in memory they are floats."""

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the rows as bytes."""
        folder = Path(path)
        super().to_disk(folder, exclude=exclude)
        (folder / "vectors").unlink(missing_ok=True)  # the table as floats
        scales = np.abs(self.data).max(axis=1, keepdims=True, initial=0) / _LARGEST
        safe = np.where(scales == 0, 1, scales)
        np.save(folder / _BYTES, np.rint(self.data / safe).astype("int8"), allow_pickle=False)
        np.save(folder / _SCALES, scales.astype("float16"), allow_pickle=False)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> ByteVectors:
        """Read the rows."""
        folder = Path(path)
        if (folder / _BYTES).exists():
            scales = np.load(folder / _SCALES, allow_pickle=False).astype("float32")
            self.data = np.load(folder / _BYTES, allow_pickle=False) * scales
        super().from_disk(folder, exclude=exclude)
        return self


@registry.vectors("kawat.ByteVectors.v1")  # type: ignore[untyped-decorator]
def make_vectors() -> Callable[[Any], ByteVectors]:
    """Give the factory of the vectors, for spaCy's configuration."""

    def make(vocab: Any) -> ByteVectors:
        return ByteVectors(strings=vocab.strings)

    return make
