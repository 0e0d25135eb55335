"""Tests of whole stories in wire style. All stories are invented."""

from kawat.records import RawStory
from kawat.wire import read_story, read_text

_AGENCY = """Menlu Contoh temui rekannya di Rabat

Rabat (ANTARA) - Menteri Luar Negeri Contoh Sri Wulan bertemu rekannya di Rabat pada Jumat (17/1).

"Kami sepakat soal pupuk," ujarnya, seperti dilansir Suara Contoh.

Baca juga: Contoh dan Maroko bahas pupuk

Baca juga: Maroko undang investor

Sumber: Anadolu
Penerjemah: Dewi Lestari
Editor: M Adi Putra
Copyright © ANTARA 2025
"""


def test_an_agency_story_is_told_apart() -> None:
    """Title, dateline, credits, related lines and date are found; only sentences are body."""
    story = read_story(read_text(_AGENCY))
    wire = story.wire
    assert story.title == "Menlu Contoh temui rekannya di Rabat"
    assert (wire.agency, wire.dateline, wire.source) == ("ANTARA", "Rabat", "Anadolu")
    assert (wire.translators, wire.editors) == (("Dewi Lestari",), ("M Adi Putra",))
    assert wire.copyright == "ANTARA 2025"
    assert wire.related == ("Contoh dan Maroko bahas pupuk", "Maroko undang investor")
    assert (story.published, story.language, story.problems) == ("2025-01-17", "id", ())
    body = [_AGENCY[p.start : p.end] for p in story.paragraphs]
    assert body[0].startswith("Menteri Luar Negeri Contoh")
    assert body[1] == '"Kami sepakat soal pupuk," ujarnya, seperti dilansir Suara Contoh.'
    assert len(body) == 2


def test_the_text_is_never_altered() -> None:
    """The story carries the raw story as it came."""
    raw = read_text(_AGENCY.replace("\n", "\r\n"))
    story = read_story(raw)
    assert story.raw is raw
    assert all(raw.text[p.start : p.end].strip() for p in story.paragraphs)


def test_a_given_title_stands() -> None:
    """The title of the input comes before one in the text."""
    assert read_story(read_text(_AGENCY, title="Lain")).title == "Lain"


def test_a_line_broken_in_a_sentence_is_one_paragraph() -> None:
    """Pages that lost a link break the line after an acronym or before small letters."""
    text = "Presiden Republik Contoh (RC)\nSri Wulan tiba\ndi Ambon.\nIa disambut."
    story = read_story(read_text(text))
    assert [text[p.start : p.end] for p in story.paragraphs] == [
        "Presiden Republik Contoh (RC)\nSri Wulan tiba\ndi Ambon.",
        "Ia disambut.",
    ]


def test_a_list_is_not_put_together() -> None:
    """Items of a list stay apart, also where each ends in a bracket."""
    text = "Yang hadir:\n- Sri Wulan (34)\n- Adi Putra (41)\nMereka pulang."
    assert len(read_story(read_text(text)).paragraphs) == 4


def test_a_typed_text_has_its_paragraphs_between_blank_lines() -> None:
    """Lines broken at a column are put together."""
    lines = [
        "Kapal itu tiba di pelabuhan Ambon pada hari Jumat dan akan",
        "Berlayar lagi ke Ternate setelah awaknya beristirahat dua",
        "hari di kota itu.",
        "",
        "Menteri Perhubungan Contoh menyambut kapal itu bersama para",
        "Wali Kota dan warga yang datang sejak pagi.",
    ]
    text = "\n".join(lines)
    story = read_story(read_text(text))
    assert [text[p.start : p.end] for p in story.paragraphs] == [
        "\n".join(lines[:3]),
        "\n".join(lines[4:]),
    ]


def test_a_story_of_credits_only_says_so() -> None:
    """Without a sentence nothing is coded."""
    story = read_story(read_text("Editor: Sri Wulan\nBaca juga: Kapal Karam", id="a"))
    assert story.paragraphs == ()
    assert story.problems == ("a: there is no sentence beside the credits: nothing was coded",)


def test_problems_of_reading_come_first() -> None:
    """What went wrong in reading is kept; a story without text has at least one problem."""
    raw = RawStory(id="a", text="Kapal tiba.", published="nanti", problems=("p",))
    problems = read_story(raw).problems
    assert (problems[0], len(problems)) == ("p", 2)
    assert read_story(RawStory(id="a", text="")).problems == (
        "a: the story has no text: nothing was coded",
    )
