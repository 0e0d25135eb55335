"""Sentence boundaries."""

import pytest

from kawat.language import sentence_starts


def pieces(paragraph: str) -> list[str]:
    starts = sentence_starts(paragraph)
    return [
        paragraph[a:b].strip() for a, b in zip(starts, [*starts[1:], len(paragraph)], strict=True)
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "H. Darsono dan Dr. Wati tiba di Jl. Melati No. 12.",
        '"Apakah jembatan itu aman?" tanya Rina.',
        '"Kami siap!" seru M. Yusup Harjo.',
        "Harga cabai Rp 41.500 per kilogram pada pukul 17.30 WIB.",
        "PT. Sumber Padi Tbk. membuka pabrik.",
        "Prof. Dr. Ir. K.H. Sasmita, S.H., hadir.",
    ],
)
def test_sentence_stays_whole(sentence: str) -> None:
    """Abbreviations, initials, numbers and a quote before its cue end no sentence."""
    assert pieces(sentence) == [sentence]


def test_sentences_part_after_quote() -> None:
    """A quote that ends with its own full stop parts from the sentence after it."""
    assert pieces('"Kami menolak." Ia lalu pergi. "Besok kami datang lagi," katanya.') == [
        '"Kami menolak."',
        "Ia lalu pergi.",
        '"Besok kami datang lagi," katanya.',
    ]


def test_empty_paragraph_has_no_sentence() -> None:
    """White space alone gives nothing."""
    assert sentence_starts(" \n ") == []


def test_long_run_without_space_is_quick() -> None:
    """A line of a million marks or letters takes no quadratic time."""
    assert sentence_starts("." * 1_000_000) == [0]
    assert sentence_starts("a" * 1_000_000) == [0]
