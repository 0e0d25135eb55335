"""When and where an event took place."""

from __future__ import annotations

import pytest

from kawat.coder import Coder
from kawat.records import Event

PUBLISHED = "2025-01-17"


def _event(coder: Coder, text: str, type_: str) -> Event:
    events = coder.code(text, published=PUBLISHED).events
    return next(event for event in events if event.type == type_)


@pytest.mark.parametrize(
    ("text", "type_", "date"),
    [
        ("Polisi menangkap tiga aktivis di Medan, Rabu (15/1).", "COERCE", "2025-01-15"),
        ("Polisi menangkap tiga aktivis di Medan pekan lalu.", "COERCE", "2025-01"),
        ("Presiden Peru mengecam Cile.", "ACCUSE", "2025-01-17"),
        ("Presiden Peru akan mengunjungi Cile pada 3 Februari 2025.", "AGREE", "2025-01-17"),
        ("Presiden Peru mengunjungi Cile pada November 2024.", "CONSULT", "2024-11"),
        ("Awal bulan ini, polisi menangkap tiga aktivis di Medan.", "COERCE", "2025-01"),
        ('"Peru mengecam serangan bulan lalu," kata Presiden Peru.', "ACCUSE", "2025-01-17"),
        ("Presiden Peru mengecam Cile menjelang pemilu Maret nanti.", "ACCUSE", "2025-01-17"),
        ("KPK memeriksa dua pejabat dalam kasus suap tahun 2009-2016.", "ACCUSE", "2025-01-17"),
    ],
)
def test_details_date_an_event(coder: Coder, text: str, type_: str, date: str) -> None:
    """A deed has the date of its clause, a week its month, words the day when they are said."""
    assert _event(coder, text, type_).date == date


def test_details_day_of_the_sentence_before_dates_what_follows(coder: Coder) -> None:
    """A deed without a date took place on the day that the sentence before tells."""
    text = (
        "Rapat itu dibuka pada Selasa (14/1). Warga desa sudah lama menunggu keputusan. "
        "Bupati datang pada Rabu (15/1). Polisi menangkap dua aktivis di luar gedung."
    )
    assert _event(coder, text, "COERCE").date == "2025-01-15"


def test_details_year_of_a_law_dates_nothing(coder: Coder) -> None:
    """The year of a law does not make an event background."""
    text = "Polisi menangkap tiga aktivis berdasarkan Undang-Undang Nomor 9 Tahun 1998."
    event = _event(coder, text, "COERCE")
    assert event.date != "1998"
    assert not event.background


def test_details_old_event_is_background(coder: Coder) -> None:
    """What happened more than thirty days before is background."""
    text = "Presiden Peru mengunjungi Cile pada November 2024."
    assert _event(coder, text, "CONSULT").background


@pytest.mark.parametrize(
    ("text", "type_", "country"),
    [
        ("Menteri Energi Norwegia menemui Presiden Brasil di Brasilia.", "CONSULT", "BRA"),
        ("Militer Suriah menyerang desa itu di Aleppo.", "ASSAULT", "SYR"),
        ("Polisi menangkap dua aktivis Indonesia.", "COERCE", "IDN"),
        ("Presiden Peru mengecam Cile.", "ACCUSE", None),
    ],
)
def test_details_place_an_event(coder: Coder, text: str, type_: str, country: str | None) -> None:
    """A place is named, or follows from parties of one country; else it stays open."""
    assert _event(coder, text, type_).place_country == country


def test_details_dateline_is_no_place(coder: Coder) -> None:
    """The dateline does not put an event anywhere."""
    text = "Bangkok (ANTARA) - Presiden Peru mengecam Cile."
    assert _event(coder, text, "ACCUSE").place_country is None


def test_details_words_are_said_where_the_speaker_is(coder: Coder) -> None:
    """A verbal act takes place where its speaker speaks."""
    text = "Berbicara di Bangkok, Presiden Peru mengatakan dia mengecam Cile."
    assert _event(coder, text, "ACCUSE").place_country == "THA"
