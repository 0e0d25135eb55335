"""Which reports of a story are of one event."""

from __future__ import annotations

from kawat.coder import Coder
from kawat.records import Event


def _events(coder: Coder, text: str, type_: str) -> list[Event]:
    return [e for e in coder.code(text, published="2025-01-17").events if e.type == type_]


def test_join_police_speak_with_one_voice(coder: Coder) -> None:
    """What the police and their chief say of a suspect is one accusation."""
    text = (
        "Polisi menetapkan bupati itu sebagai tersangka. "
        "Kapolda Jawa Timur menetapkan bupati itu sebagai tersangka kemarin."
    )
    assert len(_events(coder, text, "ACCUSE")) == 1


def test_join_ministers_speak_for_themselves(coder: Coder) -> None:
    """Two ministers who condemn the same deed are two accusations."""
    text = "Menteri Luar Negeri Peru mengecam Cile. Menteri Pertahanan Peru mengecam Cile."
    assert len(_events(coder, text, "ACCUSE")) == 2


def test_join_demonstration_that_turns_violent_is_one(coder: Coder) -> None:
    """A demonstration and the riot that it ends in are one protest."""
    text = "Ratusan mahasiswa berunjuk rasa di Kendari. Massa mengamuk di Kendari."
    (protest,) = _events(coder, text, "PROTEST")
    assert protest.trigger.text == "berunjuk rasa"
    assert [span.text for span in protest.also] == ["mengamuk"]


def test_join_strike_and_demonstration_are_two(coder: Coder) -> None:
    """Protests of another mode are events of their own."""
    text = "Mahasiswa Indonesia berunjuk rasa di Kendari. Tahanan Indonesia memulai mogok makan."
    assert len(_events(coder, text, "PROTEST")) == 2


def test_join_noun_before_the_report_belongs_to_it(coder: Coder) -> None:
    """An act noun that comes first is another report of the event told after it."""
    text = "Penggeledahan berlangsung tiga jam. KPK menggeledah kantor Bupati Kudus."
    (search,) = _events(coder, text, "COERCE")
    assert search.trigger.text == "menggeledah"
    assert [span.text for span in search.also] == ["Penggeledahan"]


def test_join_two_arrests_of_different_countries_are_two(coder: Coder) -> None:
    """Arrests by the police of two countries are two events."""
    text = "Polisi Peru menangkap dua wartawan Peru. Polisi Cile menangkap dua wartawan Cile."
    assert len(_events(coder, text, "COERCE")) == 2


def test_join_arrests_by_one_police_are_one(coder: Coder) -> None:
    """An arrest told again of other descriptions of those arrested is the same one."""
    text = "Polisi Belanda menangkap empat warga Suriah. Para tersangka ditangkap polisi Belanda."
    assert len(_events(coder, text, "COERCE")) == 1


def test_join_protest_keeps_what_it_turned_into(coder: Coder) -> None:
    """A demonstration that ended in a riot has both modes."""
    text = "Ratusan mahasiswa berunjuk rasa di Kendari. Massa mengamuk di Kendari."
    (protest,) = _events(coder, text, "PROTEST")
    assert protest.modes == ("demo", "riot")


def test_join_story_of_old_dates_is_background(coder: Coder) -> None:
    """An undated deed of a story that only names old dates is background."""
    text = (
        "Penjara itu dibangun pada 1990. Rezim itu jatuh pada 1999. Museum dibuka pada 2005. "
        "Polisi Peru menangkap dua wartawan Peru."
    )
    assert all(event.background for event in _events(coder, text, "COERCE"))


def test_look_back_after_old_dates_is_background(coder: Coder) -> None:
    """An undated deed told after two dates over a year old is background."""
    old = "Kota itu direbut pada 2001. Perang usai pada 2003. Polisi Peru menangkap dua wartawan."
    new = f"Presiden Peru berpidato pada Rabu (15/1/2025). {old}"
    recent = f"{old} Presiden Peru berpidato pada Rabu (15/1/2025)."
    assert all(event.background for event in _events(coder, new, "COERCE"))
    assert all(event.background for event in _events(coder, recent, "COERCE"))


def test_join_requests_to_two_addressees_are_two(coder: Coder) -> None:
    """What one speaker asks of two parties is two requests; of one party it is one."""
    first = "Gubernur Bengkulu meminta warga menyiapkan air. "
    again = "Gubernur Bengkulu juga meminta warga menjauhi pantai."
    other = "Gubernur Bengkulu juga meminta polisi menutup jalan."
    assert len(_events(coder, first + again, "REQUEST")) == 1
    assert len(_events(coder, first + other, "REQUEST")) == 2
