"""When and where a speaker spoke, where another sentence of the story tells."""

from __future__ import annotations

from kawat import Coder
from kawat.records import Event

PUBLISHED = "2025-01-17"


def _event(coder: Coder, text: str, type_: str) -> Event:
    events = coder.code(text, published=PUBLISHED).events
    return next(event for event in events if event.type == type_)


def test_speech_gives_its_day_and_place_to_other_words(coder: Coder) -> None:
    """What a speaker demands has the day and place told with another of the speaker's sentences."""
    text = (
        "Ketua DPR Budi Santoso meminta pemerintah membatalkan proyek itu. Warga sudah menunggu. "
        '"Proyek itu mahal," kata Budi Santoso di Gedung DPR, Jakarta, Rabu (15/1).'
    )
    event = _event(coder, text, "REQUEST")
    assert event.date == "2025-01-15"
    assert event.place == "Gedung DPR, Jakarta"


def test_speech_of_another_gives_nothing(coder: Coder) -> None:
    """The place where somebody else spoke is not that of other words."""
    text = (
        "Presiden Peru mengecam Cile. "
        '"Kami terkejut," kata Menteri Luar Negeri Cile di Santiago, Selasa (14/1).'
    )
    assert _event(coder, text, "ACCUSE").place is None


def test_speech_day_of_a_relaying_medium_is_left_out(coder: Coder) -> None:
    """A day behind "dilansir" is that of the medium's report."""
    text = (
        "Presiden Peru mengecam Cile, Rabu (15/1). Presiden Peru juga menuntut ganti rugi. "
        '"Kami kecewa," kata Presiden Peru seperti dilansir Reuters, Kamis (16/1).'
    )
    assert _event(coder, text, "ACCUSE").date == "2025-01-15"


def test_embassy_acts_where_it_is(coder: Coder) -> None:
    """What an embassy does, it does in the country that its name ends with."""
    event = _event(coder, "KBRI Kairo memulangkan 20 WNI.", "AID")
    assert event.place_country == "EGY"
