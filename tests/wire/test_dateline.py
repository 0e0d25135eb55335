"""Tests of datelines: every house style, and what only looks like one. All text is invented."""

import pytest

from kawat.wire import read_story, read_text
from kawat.wire.dateline import match_dateline, style_examples


@pytest.mark.parametrize(("style", "example"), style_examples())
def test_every_house_style_reads_its_own_example(style: str, example: str) -> None:
    """The example in the table gives the place between its marks, by the style it stands at."""
    place = example.partition("«")[2].partition("»")[0] or None
    text = example.replace("«", "").replace("»", "")
    dateline = match_dateline(text, 0)
    assert dateline is not None
    assert (dateline.style, dateline.place) == (style, place)
    assert text[dateline.span.end :] == "Menteri itu tiba."


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        ("Moskow (ANTARA) - Kapal itu tiba.", "ANTARA", "Moskow"),
        ("Jakarta (ANTARA News) - Kapal itu tiba.", "ANTARA News", "Jakarta"),
        ("JAKARTA, KOMPAS.com - Kapal itu tiba.", "KOMPAS.com", "JAKARTA"),
        ("WASHINGTON, KOMPAS.COM – Kapal itu tiba.", "KOMPAS.COM", "WASHINGTON"),
        ("KOMPAS.com - Kapal itu tiba.", "KOMPAS.com", None),
        ("Liputan6.com, Jakarta - Kapal itu tiba.", "Liputan6.com", "Jakarta"),
        ("TEMPO.CO, Jakarta - Kapal itu tiba.", "TEMPO.CO", "Jakarta"),
        ("Jakarta, CNN Indonesia -- Kapal itu tiba.", "CNN Indonesia", "Jakarta"),
        ("JAKARTA - Kapal itu tiba.", None, "JAKARTA"),
        ("Jakarta - Kapal itu tiba.", None, "Jakarta"),
        ("Merdeka.com - Kapal itu tiba.", "Merdeka.com", None),
        ("SuaraJakarta.co - Kapal itu tiba.", "SuaraJakarta.co", None),
        ("REPUBLIKA.CO.ID, JAKARTA -- Kapal itu tiba.", "REPUBLIKA.CO.ID", "JAKARTA"),
        ("Bisnis.com, JAKARTA—Kapal itu tiba.", "Bisnis.com", "JAKARTA"),
        ("MEDAN,KOMPAS.com - Kapal itu tiba.", "KOMPAS.com", "MEDAN"),
        ("JAKARTA -Kapal itu tiba.", None, "JAKARTA"),
        ("JAKARTA \xa0 – Kapal itu tiba.", None, "JAKARTA"),
        ("Kuta, Bali (ANTARA News) - Kapal itu tiba.", "ANTARA News", "Kuta, Bali"),
        ("Jakarta/Moskow (ANTARA) - Kapal itu tiba.", "ANTARA", "Jakarta/Moskow"),
        ("Bogor dan Depok (ANTARA) - Kapal itu tiba.", "ANTARA", "Bogor dan Depok"),
        ("Rio de Janeiro (ANTARA) - Kapal itu tiba.", "ANTARA", "Rio de Janeiro"),
        ("HALMAHERA UTARA, KOMPAS.com – Kapal itu tiba.", "KOMPAS.com", "HALMAHERA UTARA"),
        ("WASHINGTON, D.C. (ANTARA) - Kapal itu tiba.", "ANTARA", "WASHINGTON, D.C."),
        ("Moskow (ANTARA) - “Kapal itu tiba,” kata Sri.", "ANTARA", "Moskow"),
        ("Moskow (ANTARA) - 12 kapal tiba.", "ANTARA", "Moskow"),
    ],
)
def test_a_dateline_gives_agency_and_place(
    text: str, agency: str | None, place: str | None
) -> None:
    """Agency and place are read as printed, and the body begins after the dash."""
    story = read_story(read_text(text))
    assert (story.wire.agency, story.wire.dateline) == (agency, place)
    body = story.paragraphs[0]
    assert text[body.start : body.end].lstrip("“").startswith(("Kapal", "12"))


@pytest.mark.parametrize(
    "text",
    [
        "Kapal itu – yang tiba kemarin – berlayar lagi.",
        "TNI - Polri menggelar latihan bersama.",
        "Jakarta-Bandung ditempuh dua jam.",
        "Sepatu - Sandal laris di pasar itu.",
        "Kapal itu tiba di Medan. JAKARTA - kota itu jauh.",
        "Presiden Republik Contoh (RC) Sri Wulan tiba.",
        "Ruas tol Jakarta - Bogor macet.",
    ],
)
def test_a_dash_in_a_sentence_is_no_dateline(text: str) -> None:
    """Words before a dash are a dateline only if a house writes so."""
    story = read_story(read_text(text))
    assert (story.wire.agency, story.wire.dateline) == (None, None)
    assert story.paragraphs[0].start == 0


def test_a_title_and_the_page_date_may_stand_above_the_dateline() -> None:
    """The first line above is the title, the date is the publication, neither is body."""
    text = (
        "Kapal tiba di Rabat\nJumat, 17 Januari 2025 10:15 WIB\n\nRabat (ANTARA) - Kapal itu tiba."
    )
    story = read_story(read_text(text))
    assert (story.title, story.published) == ("Kapal tiba di Rabat", "2025-01-17")
    assert [text[p.start : p.end] for p in story.paragraphs] == ["Kapal itu tiba."]


def test_a_sentence_above_is_no_title() -> None:
    """Below a full sentence nothing is a dateline: the story has begun."""
    text = "Kapal itu tiba di pelabuhan.\nJAKARTA - Awaknya turun."
    story = read_story(read_text(text))
    assert (story.title, story.wire.dateline, len(story.paragraphs)) == (None, None, 2)


def test_a_given_title_that_is_repeated_is_no_body() -> None:
    """A first line that repeats the title of the input is left out of the body."""
    text = "Kapal Tiba di Rabat\nKapal itu tiba pada Jumat."
    story = read_story(read_text(text, title="Kapal Tiba di Rabat"))
    assert [p.start for p in story.paragraphs] == [20]


def test_the_reporter_of_a_dateline_is_a_reporter() -> None:
    """A house that opens with its reporter has the name in the credits."""
    text = "Laporan Wartawan Kabar.com, Sri Wulan KABAR.COM, JAKARTA - Kapal itu tiba."
    wire = read_story(read_text(text)).wire
    assert (wire.reporters, wire.agency, wire.dateline) == (("Sri Wulan",), "KABAR.COM", "JAKARTA")
