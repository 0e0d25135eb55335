"""Sentence boundaries on the marked paragraphs."""

import pytest
from tests.language.sentences.boundaries import marked_paragraphs, score

from kawat.language import sentence_starts

FLOOR = 0.98


def test_splitter_holds_its_floor() -> None:
    """At least .98 of the boundaries inside paragraphs, as F1."""
    figures = score(sentence_starts)
    listed = "\n".join(f"{line}: {kind} {text}" for line, kind, text in figures.errors)
    assert figures.f1 >= FLOOR, f"F1 {figures.f1:.4f}\n{listed}"


def test_paragraphs_are_many_and_different() -> None:
    """At least 300; none twice; no mark at an edge, no white space that would shift offsets."""
    paragraphs = [tuple(parts) for parts in marked_paragraphs()]
    assert len(set(paragraphs)) == len(paragraphs) >= 300
    assert len({sentence for parts in paragraphs for sentence in parts}) > 2 * 300
    for parts in paragraphs:
        assert all(part and part == part.strip() and "¦" not in part for part in parts), parts


@pytest.mark.parametrize(
    ("starts", "right", "false", "missed"),
    [([0, 6], 1, 0, 0), ([0], 0, 0, 1), ([0, 3], 0, 1, 1), ([0, 3, 6], 1, 1, 0)],
)
def test_scorer_counts_boundaries_inside(
    starts: list[int], right: int, false: int, missed: int
) -> None:
    """The start of the paragraph is given and not counted."""
    figures = score(lambda _: starts, [["Siap.", "Ia pergi."]])
    assert (figures.right, figures.false, figures.missed) == (right, false, missed)
