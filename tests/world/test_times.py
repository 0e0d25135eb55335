"""Dates, resolved against Wednesday 12 March 2025."""

import importlib.util
from pathlib import Path

import pytest

from kawat.world import find_times, load_world

_SPEC = importlib.util.spec_from_file_location("world_build", Path(__file__).parent / "build.py")
assert _SPEC is not None
assert _SPEC.loader is not None
build = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(build)


@pytest.mark.parametrize(
    ("text", "date", "end"),
    [
        ("rapat pada Jumat (17/1) usai", "2025-01-17", None),
        ("rapat pada Senin (20/10/2025) usai", "2025-10-20", None),
        ("rapat pada 17 Januari 2025 usai", "2025-01-17", None),
        ("rapat pada Jumat, 17 Januari 2025 usai", "2025-01-17", None),
        ("rapat pada 17 Desember usai", "2024-12-17", None),
        ("rapat pada 20 Agustus usai", "2024-08-20", None),
        ("rapat pada 20 April usai", "2025-04-20", None),
        ("rapat pada 17 - 19 Januari 2025 usai", "2025-01-17", "2025-01-19"),
        ("rapat Rabu usai", "2025-03-12", None),
        ("rapat Selasa usai", "2025-03-11", None),
        ("rapat Kamis malam usai", "2025-03-06", None),
        ("rapat Selasa pekan depan usai", "2025-03-18", None),
        ("rapat Selasa pekan lalu usai", "2025-03-04", None),
        ("rapat Jumat mendatang usai", "2025-03-14", None),
        ("rapat kemarin usai", "2025-03-11", None),
        ("rapat hari ini usai", "2025-03-12", None),
        ("rapat besok usai", "2025-03-13", None),
        ("rapat pekan lalu usai", "2025-03-03", "2025-03-09"),
        ("rapat akhir pekan ini usai", "2025-03-15", "2025-03-16"),
        ("rapat bulan lalu usai", "2025-02", None),
        ("rapat tahun depan usai", "2026", None),
        ("rapat Januari 2024 usai", "2024-01", None),
        ("rapat pada Desember usai", "2024-12", None),
        ("rapat tahun 2019 usai", "2019", None),
        ("rapat sejak 2014 usai", "2014", None),
        ("rapat dua hari lalu usai", "2025-03-10", None),
        ("rapat tiga bulan yang lalu usai", "2024-12", None),
        ("rapat sepekan lalu usai", "2025-03-05", None),
    ],
)
def test_date_is_resolved_against_publication(text: str, date: str, end: str | None) -> None:
    """Every way to write a date gives its day, month, year or period."""
    parse = build.make_parse((text, ()), published="2025-03-12")
    (found,) = find_times(parse, load_world())
    assert (found.date, found.date_end) == (date, end)


@pytest.mark.parametrize(
    "text",
    [
        "harga naik 17/20 poin",
        "sebanyak 2019 orang",
        "rapat minggu yang sibuk",
        "tujuh orang lalu pergi",
    ],
)
def test_number_that_is_no_date_gives_none(text: str) -> None:
    """Fractions, amounts and impossible days are no dates."""
    assert find_times(build.make_parse((text, ())), load_world()) == ()


def test_only_full_dates_without_publication() -> None:
    """Without a day of publication nothing relative is read."""
    text = "rapat Selasa, kemarin, pekan lalu, 17 Januari dan 18 Januari 2024"
    found = find_times(build.make_parse((text, ()), published=None), load_world())
    assert [time.date for time in found] == ["2024-01-18"]


def test_days_are_counted_from_the_day_named_last() -> None:
    """The words for the same day, or the day before, hang on another day of the story."""
    text = "rapat Selasa ( 4/3 ) , pada hari yang sama dan sehari sebelumnya"
    found = find_times(build.make_parse((text, ()), published="2025-03-12"), load_world())
    assert [time.date for time in found] == ["2025-03-04", "2025-03-04", "2025-03-03"]


def test_days_counted_from_no_day_are_not_read() -> None:
    """Where the story has named no day yet, "hari yang sama" is none."""
    parse = build.make_parse(("rapat pada hari yang sama", ()), published="2025-03-12")
    assert find_times(parse, load_world()) == ()
