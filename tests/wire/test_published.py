"""Tests of the day of publication. All text is invented."""

import pytest

from kawat.wire import read_story, read_text
from kawat.wire.published import read_date


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Kapal itu tiba pada Jumat (17/1).\nCOPYRIGHT © ANTARA 2025", "2025-01-17"),
        ("Kapal itu tiba pada Jum'at (17/1).\nCOPYRIGHT © ANTARA 2025", "2025-01-17"),
        ("Kapal itu tiba pada Kamis (17/1).\nCOPYRIGHT © ANTARA 2025", None),
        ("Kapal itu tiba pada Jumat (17/1).", None),
        ("Kapal itu tiba pada Selasa (31/12).\nCOPYRIGHT © ANTARA 2025", "2024-12-31"),
        ("Kapal itu tiba, Senin (20/10/2025).", "2025-10-20"),
        ("Kapal itu tiba (Senin, 20/10/2025).", "2025-10-20"),
        ("Kapal itu tiba, Selasa (20/10/2025).", None),
        ("Kapal itu tiba, Senin (20/10/2025), setelah Minggu (19/10/2025).", "2025-10-20"),
        ("Kapal itu tiba, Senin (20/10/2025), dan pergi Rabu (22/10/2025).", None),
        ("Kapal itu tiba, Senin (20/10/2025) lalu.", None),
        ("Kapal itu dibuat pada 2019 dan tiba kemarin.", None),
        ("Jeddah, Arab Saudi, 27/11 (ANTARA) - Kapal tiba.\nCOPYRIGHT © ANTARA 2024", "2024-11-27"),
        ("Kapal itu tiba, Senin (31/02/2025).", None),
    ],
)
def test_the_text_gives_the_day_only_if_it_can_be_known(text: str, published: str | None) -> None:
    """Weekday, day, month and year have to fit; what can't be known is None."""
    assert read_story(read_text(text)).published == published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-01-17", "2025-01-17"),
        ("2025-1-7 10:00", "2025-01-07"),
        ("17/01/2025", "2025-01-17"),
        ("Jumat, 17 Januari 2025 10:15 WIB", "2025-01-17"),
        ("17 Agt 2025", "2025-08-17"),
        ("2025-13-01", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_a_given_day_is_read_in_the_usual_forms(value: str, expected: str | None) -> None:
    """ISO, with slashes, or written out; anything else is no day."""
    assert read_date(value) == expected


def test_the_input_comes_before_the_text() -> None:
    """A given day stands, whatever the text says."""
    raw = read_text("Kapal itu tiba, Senin (20/10/2025).", published="2025-10-21T08:00:00Z")
    assert read_story(raw).published == "2025-10-21"


def test_a_given_day_that_is_none_is_a_problem() -> None:
    """The day is then looked for in the address and the text, and the problem said."""
    raw = read_text("Kapal itu tiba.", published="nanti", url="https://contoh.id/2025/10/21/kapal")
    story = read_story(raw)
    assert story.published == "2025-10-21"
    assert "2025-01-17" in story.problems[0]
