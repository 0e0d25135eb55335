"""Scores a sentence splitter against the marked paragraphs; see README.md."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FILE = Path(__file__).with_name("paragraphs.txt")
MARK = " ¦ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """How a splitter does on the boundaries inside paragraphs; a paragraph's start counts nowhere.

    ``errors`` holds for each missed or false boundary: line, "missed" or "false", the text around.
    """

    paragraphs: int
    sentences: int
    right: int
    errors: tuple[tuple[int, str, str], ...]

    @property
    def false(self) -> int:
        """Boundaries that the splitter made up."""
        return sum(kind == "false" for _, kind, _ in self.errors)

    @property
    def missed(self) -> int:
        """Boundaries that the splitter did not see."""
        return len(self.errors) - self.false

    @property
    def f1(self) -> float:
        """F1 of the boundaries."""
        return 2 * self.right / (2 * self.right + len(self.errors)) if self.right else 0.0


def marked_paragraphs() -> list[list[str]]:
    """The paragraphs of the file, each as its sentences."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [line.split(MARK) for line in lines]


def score(
    split: Callable[[str], Iterable[int]], paragraphs: list[list[str]] | None = None
) -> Boundaries:
    """Score a splitter.

    Args:
        split: From a paragraph to the offsets where sentences start.
        paragraphs: Paragraphs as sentences; those of the file by default.
    """
    right, sentences, errors = 0, 0, []
    paragraphs = marked_paragraphs() if paragraphs is None else paragraphs
    for number, parts in enumerate(paragraphs, 1):
        text = " ".join(parts)
        wanted = set(accumulate(len(part) + 1 for part in parts[:-1]))
        found = set(split(text)) - {0}
        sentences += len(parts)
        right += len(wanted & found)
        for at in sorted(wanted ^ found):
            around = f"{text[max(0, at - 30) : at]}|{text[at : at + 15]}"
            errors.append((number, "missed" if at in wanted else "false", around))
    return Boundaries(
        paragraphs=len(paragraphs), sentences=sentences, right=right, errors=tuple(errors)
    )
