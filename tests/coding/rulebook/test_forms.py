"""Tests of the forms that are made from stems."""

from __future__ import annotations

import pytest

from kawat.coding.rulebook.forms import active_forms, is_act_on_patient, verb_forms


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("serang", "menyerang"),
        ("tangkap", "menangkap"),
        ("tolak", "menolak"),
        ("pukul", "memukul"),
        ("kecam", "mengecam"),
        ("bunuh", "membunuh"),
        ("bantu", "membantu"),
        ("dukung", "mendukung"),
        ("desak", "mendesak"),
        ("culik", "menculik"),
        ("jatuhkan", "menjatuhkan"),
        ("zalimi", "menzalimi"),
        ("gugat", "menggugat"),
        ("hukum", "menghukum"),
        ("khianati", "mengkhianati"),
        ("ancam", "mengancam"),
        ("undang", "mengundang"),
        ("izinkan", "mengizinkan"),
        ("larang", "melarang"),
        ("rampas", "merampas"),
        ("wajibkan", "mewajibkan"),
        ("yakini", "meyakini"),
        ("minta", "meminta"),
        ("nilai", "menilai"),
        ("nyatakan", "menyatakan"),
        ("ngeongi", "mengeongi"),
        ("fitnah", "memfitnah"),
        ("veto", "memveto"),
        ("kritik", "mengkritik"),
        ("kritik", "mengritik"),
        ("klaim", "mengklaim"),
        ("protes", "memprotes"),
        ("provokasi", "memprovokasi"),
        ("sponsori", "mensponsori"),
        ("sponsori", "menyponsori"),
        ("syaratkan", "mensyaratkan"),
        ("transfer", "mentransfer"),
        ("pengaruhi", "memengaruhi"),
        ("pengaruhi", "mempengaruhi"),
        ("perpanjang", "memperpanjang"),
        ("perintahkan", "memerintahkan"),
        ("berlakukan", "memberlakukan"),
        ("bom", "mengebom"),
        ("cek", "mengecek"),
        ("sahkan", "mengesahkan"),
        ("tes", "mengetes"),
    ],
)
def test_active_forms_have_the_usual_spelling(stem: str, form: str) -> None:
    """The spelling of the newswire is among the forms."""
    assert form in active_forms(stem)


@pytest.mark.parametrize("stem", ["larang", "bunuh", "gugat", "ancam", "dukung", "minta"])
def test_active_forms_of_plain_stems_are_single(stem: str) -> None:
    """Only stems with two spellings get two forms."""
    assert len(active_forms(stem)) == 1


def test_verb_forms_inflect_the_first_word() -> None:
    """Of a phrase, the first word is inflected; a stem that is a noun too has no bare form."""
    forms = {" ".join(words): voice for words, voice in verb_forms("bubuhkan tanda tangan")}
    assert forms == {
        "membubuhkan tanda tangan": "active",
        "dibubuhkan tanda tangan": "passive",
        "bubuhkan tanda tangan": "bare",
    }
    assert "bare" not in {voice for _, voice in verb_forms("protes", bare=False)}


@pytest.mark.parametrize(
    ("noun", "stems", "expected"),
    [
        ("pembunuhan", [], True),
        ("penahanan", [], True),
        ("pengeboman", [], True),
        ("penyerangan", [], True),
        ("pelarangan", [], True),
        ("perusakan", ["rusak"], True),
        ("perekrutan", ["rekrut"], True),
        ("perundingan", [], False),
        ("permintaan", ["minta"], False),
        ("kunjungan", ["kunjungi"], False),
        ("unjuk rasa", [], False),
        ("penembakan massal", [], True),
    ],
)
def test_is_act_on_patient_by_shape(noun: str, stems: list[str], expected: bool) -> None:
    """peN-an has its patient as possessor, other shapes the agent."""
    assert is_act_on_patient(noun, stems) is expected
