"""Indirect speech: extents, kinds and what is no statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kawat.coding.discourse import Discourse

PEOPLE = (
    ("Ani Lestari", "PER", "name", {"title": "Menteri "}),
    ("Budi Santoso", "PER"),
    ("Norwegia", "GPE"),
    ("Kabar Pagi", "ORG"),
)


@pytest.mark.parametrize(
    ("text", "wanted", "speaker"),
    [
        ("Menteri Ani Lestari mengatakan bahwa jalan itu rusak.", "jalan itu rusak", "Ani Lestari"),
        ("Menteri Ani Lestari mengatakan, jalan itu rusak.", "jalan itu rusak", "Ani Lestari"),
        ("Menurut Ani Lestari, jalan itu rusak.", "jalan itu rusak", "Ani Lestari"),
        ("Jalan itu rusak, kata Ani Lestari.", "Jalan itu rusak", "Ani Lestari"),
        (
            "Jalan itu, kata Ani Lestari, rusak sejak bulan lalu.",
            "Jalan itu, kata Ani Lestari, rusak sejak bulan lalu",
            "Ani Lestari",
        ),
        ("Ditegaskan Ani Lestari, jalan itu rusak parah.", "jalan itu rusak parah", "Ani Lestari"),
        (
            "Ani Lestari meminta agar jalan itu segera diperbaiki.",
            "jalan itu segera diperbaiki",
            "Ani Lestari",
        ),
        (
            "Ani Lestari mengatakan kepada wartawan bahwa jalan itu rusak.",
            "jalan itu rusak",
            "Ani Lestari",
        ),
        (
            "Ani Lestari, seperti dikutip Kabar Pagi, Senin (3/2), mengatakan jalan itu rusak.",
            "jalan itu rusak",
            "Ani Lestari",
        ),
        (
            "Ani Lestari mengatakan jalan itu rusak, seperti dikutip Kabar Pagi.",
            "jalan itu rusak",
            "Ani Lestari",
        ),
        ("Norwegia menyatakan akan mengirim bantuan.", "akan mengirim bantuan", "Norwegia"),
    ],
)
def test_read_indirect_gives_what_is_said(
    read: Callable[..., Discourse], text: str, wanted: str, speaker: str
) -> None:
    """The reported clause is given without cue, speaker, "bahwa" and full stop."""
    discourse = read(text, *PEOPLE)
    names = {e.id: e.name for e in discourse.entities}
    assert [(s.text, names.get(s.speaker or "")) for s in discourse.statements] == [
        (wanted, speaker)
    ]
    (statement,) = discourse.statements
    assert text[statement.start : statement.end] == statement.text


@pytest.mark.parametrize(
    "text",
    [
        "Ani Lestari tidak menjelaskan alasan itu.",
        "Ani Lestari menyampaikan terima kasih.",
        "Norwegia mengakui Palestina.",
        "Ani Lestari datang untuk menyampaikan kritik.",
        "Kapal itu berlayar sesuai jadwal.",
    ],
)
def test_read_indirect_leaves_out_what_is_no_statement(
    read: Callable[..., Discourse], text: str
) -> None:
    """Negated speech, a noun phrase or a mere purpose is no statement."""
    assert read(text, *PEOPLE).statements == ()


def test_read_indirect_marks_mixed_reports(read: Callable[..., Discourse]) -> None:
    """A quoted fragment makes a report mixed, and is no statement of its own."""
    text = 'Ani Lestari menilai usul itu "tidak masuk akal" bagi warga.'
    (statement,) = read(text, *PEOPLE).statements
    assert (statement.kind, statement.text) == (
        "mixed",
        'usul itu "tidak masuk akal" bagi warga',
    )


def test_read_indirect_splits_two_reports_of_one_subject(read: Callable[..., Discourse]) -> None:
    """A second reporting verb after "dan" begins a new report by the same speaker."""
    text = "Ani Lestari menyebut jalan itu rusak dan menegaskan jembatan itu masih kokoh."
    found = read(text, *PEOPLE).statements
    assert [s.text for s in found] == ["jalan itu rusak", "jembatan itu masih kokoh"]
    assert len({s.speaker for s in found}) == 1
