"""Tests of related lines and page furniture. All text is invented."""

import pytest

from kawat.wire import read_story, read_text


def split(text: str) -> tuple[tuple[str, ...], list[str]]:
    """Return the related headlines and the paragraphs of a text."""
    story = read_story(read_text(text))
    return story.wire.related, [text[p.start : p.end] for p in story.paragraphs]


@pytest.mark.parametrize(
    "label",
    [
        "Baca juga:",
        "BACA JUGA:",
        "Baca Juga :",
        "Baca:",
        "Simak juga:",
        "Lihat juga:",
        "(Baca juga:",
    ],
)
def test_a_related_line_is_no_body(label: str) -> None:
    """A line with a label gives its headline and is left out of the body."""
    close = ")" if label.startswith("(") else ""
    text = f"Kapal itu tiba.\n{label} Kapal Lain Karam di Ambon{close}\nAwaknya selamat."
    assert split(text) == (("Kapal Lain Karam di Ambon",), ["Kapal itu tiba.", "Awaknya selamat."])


@pytest.mark.parametrize(
    "glued",
    [
        "Baca juga: Kapal Lain Karam di Ambon Menurut dia, awak kapal itu selamat.",
        "Baca juga: Kapal Lain Karam di AmbonMenurut dia, awak kapal itu selamat.",
        "Baca juga: Kapal Lain Karam di Ambon (Menurut dia, awak kapal itu selamat.",
    ],
)
def test_a_headline_inside_a_paragraph_ends_before_the_next_sentence(glued: str) -> None:
    """On pages without lines the headline ends where a sentence begins."""
    text = f"Kapal itu tiba. {glued.replace('(', '')}"
    related, body = split(text)
    assert related == ("Kapal Lain Karam di Ambon",)
    assert body == ["Kapal itu tiba.", "Menurut dia, awak kapal itu selamat."]


def test_a_quotation_ends_a_headline() -> None:
    """A quotation in double marks behind a headline is body."""
    text = (
        'Kapal itu tiba. Baca juga: Kapal Lain Karam "Kami akan menolong awaknya," kata Sri Wulan.'
    )
    related, body = split(text)
    assert related == ("Kapal Lain Karam",)
    assert body[1] == '"Kami akan menolong awaknya," kata Sri Wulan.'


def test_a_question_mark_ends_a_headline() -> None:
    """A headline that asks ends at its question mark."""
    text = "Kapal itu tiba. Baca juga: Mengapa Kapal Karam? Secara umum, kapal itu masih baru."
    related, body = split(text)
    assert related == ("Mengapa Kapal Karam?",)
    assert body[1] == "Secara umum, kapal itu masih baru."


def test_the_subject_of_the_next_sentence_is_no_headline() -> None:
    """A name that the story has elsewhere is taken whole from the end of a glued headline."""
    text = (
        "Bank Contoh menutup kantornya. Baca juga: Saham Turun pada 2019 Bank Contoh mengatakan "
        "kantor itu sepi."
    )
    related, body = split(text)
    assert related == ("Saham Turun pada 2019",)
    assert body[1].startswith("Bank Contoh mengatakan")


def test_a_list_below_a_label_is_related() -> None:
    """Headlines below a label that stands alone are taken to the next sentence."""
    text = (
        "Kapal itu tiba.\n\nBaca Juga\n\nKapal Lain Karam di Ambon\nMenteri Bantah Tuduhan\n\n"
        "Awaknya selamat."
    )
    related, body = split(text)
    assert related == ("Kapal Lain Karam di Ambon", "Menteri Bantah Tuduhan")
    assert body == ["Kapal itu tiba.", "Awaknya selamat."]


def test_a_colon_that_lost_its_label_is_related() -> None:
    """A page that lost the words of the link leaves colon and headline at the end."""
    text = 'Kapal itu tiba, "Kami senang," katanya. : Menteri Contoh Sambut Kapal di Ambon'
    related, body = split(text)
    assert related == ("Menteri Contoh Sambut Kapal di Ambon",)
    assert body == ['Kapal itu tiba, "Kami senang," katanya.']


def test_a_video_in_quotation_marks_is_related() -> None:
    """A video line without a colon gives its headline without the marks."""
    related, body = split('Kapal itu tiba. Simak Video "Kapal Karam di Ambon" (adi/sri)')
    assert related == ("Kapal Karam di Ambon",)
    assert body == ["Kapal itu tiba."]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "[Gambas:Video Contoh]",
        "[embed.1]",
        "Artikel ini telah tayang di Kabar.com dengan judul Kapal Tiba",
        "Mari bergabung di kanal kami. Caranya mudah.",
        "————————",
        "\\",
    ],
)
def test_page_furniture_is_no_body(line: str) -> None:
    """What the page adds is left out and is no related line either."""
    related, body = split(f"Kapal itu tiba.\n{line}\nAwaknya selamat.")
    assert (related, body) == ((), ["Kapal itu tiba.", "Awaknya selamat."])


@pytest.mark.parametrize(
    "text",
    [
        "Ia baca juga buku itu di kapal.",
        "Simak penjelasan menteri itu berikut ini.",
        "Nilainya: tiga kapal.",
    ],
)
def test_a_label_in_a_sentence_is_body(text: str) -> None:
    """The words of the labels stay body where they are used in a sentence."""
    assert split(text) == ((), [text])
