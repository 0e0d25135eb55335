"""Numbers of an event: the dead, the injured, participants, money."""

from __future__ import annotations

import pytest

from kawat.coder import Coder

PUBLISHED = "2025-01-17"


@pytest.mark.parametrize(
    ("text", "dead", "injured"),
    [
        ("Serangan udara Suriah di Aleppo menewaskan 12 orang dan melukai 30 orang.", 12, 30),
        ("Sedikitnya dua puluh lima orang tewas dalam serangan bom di Kabul.", 25, None),
        ("Militer Suriah menyerang Aleppo dan puluhan orang terluka.", None, None),
    ],
)
def test_numbers_count_casualties(
    coder: Coder, text: str, dead: int | None, injured: int | None
) -> None:
    """The dead and the injured of an attack are read; vague numbers are not."""
    event = next(e for e in coder.code(text, published=PUBLISHED).events if e.type == "ASSAULT")
    assert (event.dead, event.injured) == (dead, injured)


@pytest.mark.parametrize(
    ("text", "type_", "size"),
    [
        ("Ribuan buruh berunjuk rasa di Surabaya.", "PROTEST", "Ribuan"),
        ("Sekitar 500 mahasiswa berunjuk rasa di Medan.", "PROTEST", "500"),
        ("Jepang memberikan bantuan 20 juta dolar kepada Nepal.", "AID", "20 juta dolar"),
    ],
)
def test_numbers_tell_the_size(coder: Coder, text: str, type_: str, size: str) -> None:
    """Participants of a protest and the money of an aid are given in the story's words."""
    event = next(e for e in coder.code(text, published=PUBLISHED).events if e.type == type_)
    assert event.size is not None
    assert size in event.size
