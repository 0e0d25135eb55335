"""Whole sentences through all stages: voices, operators, chains, negation, participants."""

from __future__ import annotations

import pytest

from kawat import Coder

# sentence | what is coded: TYPE/mode actors>recipients status
CASES = """
Presiden Turki menolak bertemu dengan Menteri Luar Negeri Israel. | REJECT/meet TUR>ISR actual
Perdana Menteri Inggris tidak akan mengunjungi Rusia tahun ini. | REJECT/meet GBR>RUS actual
Prancis belum menandatangani perjanjian itu. | SUPPORT FRA> negated
Presiden Meksiko membatalkan kunjungan ke Amerika Serikat. | REJECT/meet MEX>USA actual
Korea Utara mengancam akan menembakkan rudal ke Jepang. | THREATEN/violence PRK>JPN actual
Menlu Mesir mendesak Israel menghentikan serangan ke Gaza. | REQUEST/yield EGY>ISR actual
Tiongkok dituduh Filipina menembakkan meriam air. | ACCUSE/allege PHL>CHN actual
Polisi menangkap 20 pengunjuk rasa di depan gedung parlemen. | COERCE/arrest IDN>IDN actual
Rusia dan Ukraina sepakat menukar tahanan. | AGREE RUS+UKR> actual
Menlu Jepang dan Menlu India mengadakan pertemuan di Tokyo. | CONSULT/visit IND>JPN actual
Menlu Jepang dan Menlu India mengadakan pertemuan. | CONSULT IND+JPN> actual
Pemerintah Filipina mengusir dua diplomat Tiongkok. | SANCTION/expel PHL>CHN actual
Uni Eropa menjatuhkan sanksi terhadap Belarus. | SANCTION/discontinue EUR>BLR actual
Presiden Kolombia meminta maaf kepada Venezuela. | CONCEDE COL>VEN actual
Amerika Serikat mencabut sanksi terhadap Suriah. | CONCEDE USA>SYR actual
Australia mengirim bantuan kemanusiaan ke Vanuatu. | AID AUS>VUT actual
Israel menarik pasukannya dari Lebanon selatan. | RETREAT/withdraw ISR>LBN actual
Brasil memuji langkah Argentina. | SUPPORT BRA>ARG actual
Amerika Serikat mulai menarik pasukan dari Irak. | RETREAT/withdraw USA>IRQ actual
"Saya menolak tuduhan itu," ujar Gubernur Papua. | REJECT IDN> actual
Perdana Menteri Malaysia berjanji akan membantu Indonesia. | AGREE MYS>IDN actual
Presiden Prancis akan mengunjungi Mesir pekan depan. | AGREE FRA>EGY actual
Iran mengancam akan menyerang Israel jika diprovokasi. | THREATEN/violence IRN>ISR actual
Kenya tidak hanya membahas pajak, tetapi juga meneken pakta dengan Peru. | SUPPORT KEN+PER> actual
""".strip().splitlines()

SILENT = """
Tim nasional Prancis menyerang pertahanan Brasil pada babak kedua.
Harga cabai di pasar Karang Jati naik dua kali lipat.
Gempa mengguncang Vanuatu dan merusak puluhan rumah.
Jerman bisa bertemu Prancis.
Massa aksi meminta polisi membebaskan tiga mahasiswa.
""".strip().splitlines()


def test_what_is_opposed_takes_over_no_negation(coder: Coder) -> None:
    """In "tidak X, melainkan Y" it is told that Y was done."""
    found = told(coder, "Menlu Turki tidak bertemu Presiden Iran, melainkan menemui Presiden Irak.")
    assert found == ["CONSULT IRN+TUR> negated", "CONSULT/visit TUR>IRQ actual"]


def told(coder: Coder, sentence: str) -> list[str]:
    """Return the events of a sentence, each in one line."""
    story = coder.code(sentence)
    countries = {entity.id: entity.country or "?" for entity in story.entities}
    lines = []
    for event in story.events:
        sides = [
            "+".join(sorted(countries[i] for i in side))
            for side in (event.actors, event.recipients)
        ]
        mode = f"/{event.modes[0]}" if event.modes else ""
        lines.append(f"{event.type}{mode} {'>'.join(sides)} {event.status}")
    return lines


@pytest.mark.parametrize("case", CASES)
def test_sentence_gives_its_event(coder: Coder, case: str) -> None:
    """Operators give the type, acts inside the mode, clauses the parties; nothing else is coded."""
    sentence, expected = case.split(" | ")
    assert told(coder, sentence) == [expected]


@pytest.mark.parametrize("sentence", SILENT)
def test_sentence_without_event_stays_silent(coder: Coder, sentence: str) -> None:
    """Sport, prices, nature and wishes are no events."""
    assert [line for line in told(coder, sentence) if line.endswith("actual")] == []
