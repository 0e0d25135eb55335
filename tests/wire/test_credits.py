"""Tests of credit lines and closing brackets. All text is invented."""

import pytest

from kawat.records import WireMarks
from kawat.wire import read_story, read_text


def marks(tail: str) -> WireMarks:
    """Return the wire marks of a story with this tail, and check that the tail is no body."""
    head = "Kapal itu tiba di pelabuhan."
    text = f"{head}{tail}"
    story = read_story(read_text(text))
    assert [text[p.start : p.end] for p in story.paragraphs] == [head]
    return story.wire


@pytest.mark.parametrize(
    ("tail", "reporters", "editors"),
    [
        ("\nPewarta: Sri Wulan\nEditor: Adi Putra", ("Sri Wulan",), ("Adi Putra",)),
        ("\nPewarta : Sri Wulan\nEditor : Adi Putra", ("Sri Wulan",), ("Adi Putra",)),
        ("\nPewarta: Sri Wulan BEditor: Adi Putra", ("Sri Wulan B",), ("Adi Putra",)),
        (
            "\nPewarta: Sri WulanEditor: Adi PutraCOPYRIGHT © ANTARA 2025",
            ("Sri Wulan",),
            ("Adi Putra",),
        ),
        (" Pewarta: Sri WulanEditor: Adi Putra", ("Sri Wulan",), ("Adi Putra",)),
        ("\nReporter: Sri Wulan | Editor: Adi Putra", ("Sri Wulan",), ("Adi Putra",)),
        (" (Penulis: Sri Wulan, Dewi | Editor: Adi)", ("Sri Wulan", "Dewi"), ("Adi",)),
        ("\nPenulis: Sri Wulan dan Dewi Lestari", ("Sri Wulan", "Dewi Lestari"), ()),
        ("\nPENULIS: SRI WULAN", ("SRI WULAN",), ()),
        ("\nOleh Sri Wulan", ("Sri Wulan",), ()),
        ("\nOleh: Sri Wulan", ("Sri Wulan",), ()),
        ("\nEditor:\nAdi Putra", (), ("Adi Putra",)),
        ("\nRedaktur: Adi Putra", (), ("Adi Putra",)),
        (" [adi]", (), ("adi",)),
        (" (adi)", (), ("adi",)),
        ("\n(adi)", (), ("adi",)),
        (" (mdk/eko)", (), ("eko",)),
        (" (adi/sri)", (), ()),
        (" (Tribunnews.com/Sri Wulan)", ("Sri Wulan",), ()),
        (" (Sri Wulan)", ("Sri Wulan",), ()),
        (" (T.A012/B034)", (), ()),
        (" (*)", (), ()),
        (" (adi/sri) kapal pelabuhan", (), ()),
        ("\nSRI WULAN | ADI PUTRA", ("SRI WULAN", "ADI PUTRA"), ()),
    ],
)
def test_credits_name_reporters_and_editors(
    tail: str, reporters: tuple[str, ...], editors: tuple[str, ...]
) -> None:
    """Names stand as printed under their role, and none of it is body."""
    wire = marks(tail)
    assert (wire.reporters, wire.editors) == (reporters, editors)


def test_translator_source_and_copyright_are_read() -> None:
    """The tail of a translated agency story gives all its marks."""
    wire = marks(
        "\nSumber: Anadolu\nPenerjemah: Dewi Lestari\nEditor: Adi Putra\nCOPYRIGHT © ANTARA 2025\n"
        "Dilarang keras mengambil konten tanpa izin tertulis."
    )
    assert wire.source == "Anadolu"
    assert wire.translators == ("Dewi Lestari",)
    assert wire.copyright == "ANTARA 2025"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Copyright © ANTARA 2025", "ANTARA 2025"),
        ("COPYRIGHT © ANTARA 2025Dilarang mengutip", "ANTARA 2025"),
        ("Copyright (c) 2025 Kabar Contoh", "2025 Kabar Contoh"),
        ("© 2025 Kabar Contoh. All rights reserved.", "2025 Kabar Contoh"),
        ("Hak Cipta © Kabar Contoh 2024", "Kabar Contoh 2024"),
    ],
)
def test_a_copyright_loses_its_sign_only(line: str, expected: str) -> None:
    """What stands after the sign is kept as printed, up to its year."""
    assert read_story(read_text(f"Kapal itu tiba.\n{line}")).wire.copyright == expected


@pytest.mark.parametrize(
    ("tail", "source"),
    [
        (" (Antara)", "Antara"),
        (" [Al Arabiya]", "Al Arabiya"),
        (" (Antara/Reuters)", "Antara/Reuters"),
        (" (ANT/feb)", "ANT"),
        ("\nSumber: Kompas.com/Sri Wulan", "Kompas.com"),
        ("\nsumber : Antara", "Antara"),
        ("\nPenulis: Sri Wulan/DW Indonesia", "DW Indonesia"),
    ],
)
def test_a_medium_among_the_credits_is_the_source(tail: str, source: str) -> None:
    """A known medium in a credit or closing bracket goes to source, not to the people."""
    assert marks(tail).source == source


@pytest.mark.parametrize(
    "text",
    [
        "Editor majalah itu tiba. Ia disambut penulis dan reporter.",
        "Kapal itu milik Perusahaan Contoh (PC)",
        "Ia menyebut dua sumber: laut dan sungai di daerah itu.",
        "Undang-undang hak cipta 2025 dibahas.",
        "Menteri itu tiba, Jumat (17/1).",
        "Ia menilai penulis: orang yang tak mudah menyerah pada keadaan.",
    ],
)
def test_a_word_in_a_sentence_is_no_credit(text: str) -> None:
    """The words of the labels stay body where they are used in a sentence."""
    story = read_story(read_text(text))
    assert [(p.start, p.end) for p in story.paragraphs] == [(0, len(text))]
    assert story.wire == WireMarks()
