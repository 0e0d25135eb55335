"""Tokens of wire Indonesian."""

import pytest

from kawat.language.indonesian import Indonesian


@pytest.fixture(scope="module")
def tokens():
    tokenizer = Indonesian().tokenizer
    return lambda text: [t.text for t in tokenizer(text) if not t.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("katanya.", "kata nya ."),
        ("hanya sebelumnya bertanya punya", "hanya sebelumnya bertanya punya"),
        ("menurutnya, pihaknya", "menurut nya , pihak nya"),
        ("jumlah langkah buku bertemu", "jumlah langkah buku bertemu"),
        ("inilah apakah", "ini lah apa kah"),
        ("anak-anak Undang-Undang", "anak-anak Undang-Undang"),
        ("cita-citanya", "cita-cita nya"),
        ("Rp42,03 triliun (17/1)", "Rp 42,03 triliun ( 17/1 )"),
        ('"Siap," ujar Rina', '" Siap , " ujar Rina'),
        ("Palestina-Israel AS-Tiongkok Covid-19", "Palestina - Israel AS - Tiongkok Covid-19"),
        ("H. Amin dari PT Maju Tbk.", "H. Amin dari PT Maju Tbk."),
        ("5-10 persen", "5 - 10 persen"),
    ],
)
def test_tokens_of_text(tokens, text: str, expected: str) -> None:
    """Clitics, reduplications, money, dates and marks are cut as documented."""
    assert tokens(text) == expected.split()
