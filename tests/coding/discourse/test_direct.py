"""Direct speech: what counts, and who is its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from kawat.coding.discourse import Discourse

ANI = ("Ani Lestari", "PER", "name", {"title": "Menteri "})
BUDI = ("Budi Santoso", "PER")


def said(discourse: Discourse) -> list[tuple[str, str | None, str | None]]:
    names = {e.id: e.name for e in discourse.entities}
    return [
        (s.text, names.get(s.speaker or ""), s.cue and s.cue.text)
        for s in discourse.statements
        if s.kind == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Kami siap bekerja," kata Menteri Ani Lestari.', [("Kami siap bekerja", "kata")]),
        ('Menteri Ani Lestari berkata, "Kami siap bekerja."', [("Kami siap bekerja.", "berkata")]),
        (
            '"Kami siap," kata Menteri Ani Lestari, "dan besok kami berangkat."',
            [("Kami siap", "kata"), ("dan besok kami berangkat.", "kata")],
        ),
        (
            'Menteri Ani Lestari tiba. "Kami siap," ujarnya. "Besok kami berangkat."',
            [("Kami siap", "ujar"), ("Besok kami berangkat.", None)],
        ),
        ('Menteri Ani Lestari menilai "perang tarif" itu sia-sia.', []),
        ('Menteri Ani Lestari membaca novel "Kami Siap Bekerja".', []),
    ],
)
def test_read_direct_finds_quotes_with_their_cue(
    read: Callable[..., Discourse], text: str, wanted: list[tuple[str, str | None]]
) -> None:
    """A quote with a cue, or that stands alone, is direct speech; a fragment is not."""
    found = said(read(text, ANI))
    assert [(t, c) for t, _, c in found] == wanted
    assert all(speaker == "Ani Lestari" for _, speaker, _ in found)


def test_read_direct_gives_each_quote_its_speaker(read: Callable[..., Discourse]) -> None:
    """Two speakers are told apart, and "-nya" is the last of them."""
    text = (
        '"Kami siap," kata Menteri Ani Lestari.\n'
        'Wali kota Budi Santoso tidak setuju. "Kami belum siap," ujarnya.\n'
        '"Jangan tergesa-gesa," kata dia.'
    )
    assert [speaker for _, speaker, _ in said(read(text, ANI, BUDI))] == [
        "Ani Lestari",
        "Budi Santoso",
        "Budi Santoso",
    ]


def test_read_direct_names_speaker_that_follows_his_office(read: Callable[..., Discourse]) -> None:
    """The name after an office and a comma is the speaker."""
    text = '"Kami siap," kata juru bicara kantor itu, Budi Santoso, di Jakarta.'
    found = said(read(text, ("juru bicara kantor itu", "PER", "office"), BUDI))
    assert found == [("Kami siap", "Budi Santoso", "kata")]
