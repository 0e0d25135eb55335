"""What is told as fact, and what is only thought of, foretold, or said of one's own side."""

from __future__ import annotations

import pytest

from kawat import Coder

FACTS = """
Pertempuran sengit terjadi di pinggiran Khartoum sejak Jumat. | ASSAULT
Serangan yang dilancarkan Israel terhadap Lebanon berlangsung semalam. | ASSAULT
Unjuk rasa berlangsung di depan gedung parlemen di Ankara. | PROTEST
"Kami menangkap dua pelaku itu di Depok," kata Kapolres Depok. | COERCE
Menteri Luar Negeri Norwegia mengatakan bahwa Israel tidak boleh membatasi bantuan. | REQUEST
Menteri Luar Negeri Kolombia mengatakan langkah Ekuador keliru. | ACCUSE
""".strip().splitlines()

SILENT = """
Bupati itu mengajak pelajar mencegah tawuran. | ASSAULT
Panglima Turki membahas rencana serangan ke Suriah. | ASSAULT
Saat hendak ditangkap, pelaku melawan petugas. | THREATEN
Pakar dari Universitas Padjadjaran mengatakan Iran akan membalas Israel. | THREATEN
"Kami harus bekerja lebih cepat," kata Menteri Pertanian. | REQUEST
Tetangga kami melarang anaknya bermain hujan. | COERCE
""".strip().splitlines()


def types_of(coder: Coder, sentence: str) -> set[str]:
    """Return the types of the actual events of a sentence."""
    return {event.type for event in coder.code(sentence).events if event.status == "actual"}


@pytest.mark.parametrize("case", FACTS)
def test_sentence_told_as_fact_gives_an_event(coder: Coder, case: str) -> None:
    """Happening verbs, relative light verbs, police quotes and words about another side count."""
    sentence, type_ = case.split(" | ")
    assert type_ in types_of(coder, sentence)


@pytest.mark.parametrize("case", SILENT)
def test_sentence_told_as_thought_gives_none(coder: Coder, case: str) -> None:
    """Plans, settings, forecasts, duties of one's own and private people give no such event."""
    sentence, type_ = case.split(" | ")
    assert type_ not in types_of(coder, sentence)
