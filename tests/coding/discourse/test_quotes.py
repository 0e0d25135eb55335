"""Pairing of quotation marks."""

from __future__ import annotations

import re

import pytest

from kawat.coding.discourse.quotes import find_quotes
from kawat.records import Span

CUES = frozenset({"kata", "ujar"})


def quoted(text: str) -> list[str]:
    paragraphs = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
    found = find_quotes(text, paragraphs, CUES.__contains__)
    return [text[q.inner_start : q.inner_end] for q in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Kami siap," kata Ani.', ["Kami siap"]),
        ("“Kami siap,” kata Ani. “Mari!”", ["Kami siap", "Mari!"]),
        ("”Kami siap,” kata Ani. ”Mari!”", ["Kami siap", "Mari!"]),
        ("« Kami siap », ujar Ani.", ["Kami siap"]),
        ("Ani menyebut 'rapat kilat' itu perlu.", ["rapat kilat"]),
        ("Ia pulang hari Jum'at, bukan Sabtu' lalu.", []),
        ('"Dia bilang "pulang" lalu pergi," kata Ani.', ['Dia bilang "pulang" lalu pergi']),
        ('""Kami siap, "kata Ani.', ["Kami siap"]),
        ('"Kami siap, kata Ani.\nRapat selesai.', ["Kami siap"]),
        (
            '"Kami siap.\n"Kami juga tidak takut," kata Ani.',
            ["Kami siap.", "Kami juga tidak takut"],
        ),
        ('"Kami siap\nbekerja," kata Ani.', ["Kami siap\nbekerja"]),
        ('"Kami siap (bekerja)\n" kata Ani.', ["Kami siap (bekerja)"]),
        ("Rapat selesai.", []),
        ('"', []),
    ],
)
def test_find_quotes_pairs_marks(text: str, wanted: list[str]) -> None:
    """Marks of every make are paired, also where one is missing, nested or misplaced."""
    assert [q for q in quoted(text) if q] == wanted
