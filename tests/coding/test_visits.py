"""Visits: officials abroad, told by events or by the words of journeys."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.coder import Coder
from kawat.tables import package_files, read_yaml

PUBLISHED = "2025-01-17"


def _table() -> dict[str, Any]:
    path = next(p for p in package_files("codebook", ".yml") if p.name == "visits.yml")
    table: dict[str, Any] = read_yaml(path).plain()
    return table


@pytest.mark.parametrize("hit", _table()["hits"], ids=lambda hit: hit["text"][:30])
def test_visits_table_tells_its_hits(coder: Coder, hit: dict[str, Any]) -> None:
    """Each example of the table gives its visit."""
    found = coder.code(hit["text"], published=PUBLISHED).visits
    told = [(v.visitor_country, v.host_country, v.status) for v in found]
    assert told == [(hit["visitor"], hit["host"], hit["status"])]


@pytest.mark.parametrize("text", _table()["near_misses"], ids=lambda text: text[:30])
def test_visits_table_lets_its_near_misses_be(coder: Coder, text: str) -> None:
    """Officials at home, private travellers and talk of places are no visits."""
    assert coder.code(text, published=PUBLISHED).visits == ()


def test_visits_of_several_hosts_are_several(coder: Coder) -> None:
    """A journey to three countries is three visits."""
    text = "Menteri Luar Negeri Jepang akan berkunjung ke Peru, Cile, dan Brasil pekan depan."
    found = coder.code(text, published=PUBLISHED).visits
    assert {v.host_country for v in found} == {"PER", "CHL", "BRA"}
    assert {v.status for v in found} == {"planned"}


def test_visits_evidence_quotes_the_story(coder: Coder) -> None:
    """The words that show a visit stand where its evidence says."""
    text = "Presiden Vietnam tiba di Bangkok. Presiden Vietnam bertemu Raja Thailand di Bangkok."
    for visit in coder.code(text, published=PUBLISHED).visits:
        assert all(text[span.start : span.end] == span.text for span in visit.evidence)


def _told(coder: Coder, text: str) -> list[tuple[str | None, str | None, str]]:
    found = coder.code(text, published=PUBLISHED).visits
    return [(v.visitor_country, v.host_country, v.status) for v in found]


def test_visits_companions_travel_as_well(coder: Coder) -> None:
    """Officials of the same state who go along are visitors."""
    text = (
        "Presiden Prancis Luc Moreau tiba di Lima didampingi "
        "Menteri Pertahanan Prancis Anne Dupont."
    )
    assert _told(coder, text) == [("FRA", "PER", "actual")] * 2


def test_visits_meeting_is_where_the_story_put_it(coder: Coder) -> None:
    """Who attends a meeting is where the story said before that it is held."""
    text = "Rapat itu digelar di Lima. Rapat itu dihadiri oleh delegasi Kenya."
    assert _told(coder, text) == [("KEN", "PER", "actual")]


def test_visits_without_a_goal_are_where_the_story_was_filed(coder: Coder) -> None:
    """A state visit told without its goal is in the country of the dateline."""
    text = "LIMA, KOMPAS.com - Polisi menjaga kunjungan kenegaraan Presiden Kenya itu."
    assert ("KEN", "PER") in [told[:2] for told in _told(coder, text)]


def test_visits_letters_do_not_travel(coder: Coder) -> None:
    """The writer of a letter that is received is no visitor."""
    text = "Surat Presiden Kenya yang diterima Presiden Peru berisi undangan."
    assert _told(coder, text) == []


def test_visits_day_to_come_is_planned_and_one_long_past_is_over(coder: Coder) -> None:
    """The arrival tells the stage where no word does."""
    soon = "Presiden Kenya mengunjungi Peru pada 20 Januari 2025."
    past = "Presiden Kenya mengunjungi Peru pada 3 Januari 2025."
    assert [_told(coder, t)[0][2] for t in (soon, past)] == ["planned", "ended"]


def test_visits_of_whom_one_accompanies(coder: Coder) -> None:
    """Who is accompanied on a journey travels as well."""
    text = "Para pengusaha mendampingi Presiden Kenya dalam kunjungan ke Lima."
    assert _told(coder, text) == [("KEN", "PER", "actual")]


def test_visits_without_a_goal_are_the_journey_told_last(coder: Coder) -> None:
    """A visit without a goal is the one that the story has just told of."""
    text = (
        "JAKARTA, KOMPAS.com - Presiden Kenya mendarat di Lima, Peru.\n\n"
        "Dalam kunjungan singkat itu, Presiden Kenya akan melihat sebuah tugu. "
        "Indonesia tidak ikut."
    )
    assert _told(coder, text) == [("KEN", "PER", "actual")]


def test_visits_of_a_named_and_an_unnamed_official_are_one(coder: Coder) -> None:
    """Whoever is named later is the official that came first without a name."""
    text = (
        "Presiden Prancis tiba di Nairobi. Emmanuel Macron, Presiden Prancis, berkunjung ke Kenya."
    )
    assert [(v[0], v[1]) for v in _told(coder, text)] == [("FRA", "KEN")]


def test_visits_to_a_region_have_no_host(coder: Coder) -> None:
    """Who goes to Europe has not said to which country."""
    assert _told(coder, "Presiden Kenya berkunjung ke Eropa.") == []


def test_visits_of_officials_of_a_body(coder: Coder) -> None:
    """An official of the United Nations visits like one of a state."""
    text = "Sekretaris Jenderal PBB akan berkunjung ke Kenya pekan depan."
    assert _told(coder, text) == [("UNO", "KEN", "planned")]


def test_visits_to_states_listed_behind_their_number(coder: Coder) -> None:
    """Goals that a list gives after a number of states are visited each."""
    text = (
        "Ada tiga negara yang dikunjungi oleh Presiden Kenya William Ruto, "
        "yaitu Peru, Cile, dan Brasil."
    )
    assert {host for _, host, _ in _told(coder, text)} == {"PER", "CHL", "BRA"}


def test_visits_of_who_is_listed_among_the_guests(coder: Coder) -> None:
    """Of a number of guests those visit who are named."""
    text = (
        "Malaysia akan menjamu dua puluh kepala negara di Kuala Lumpur, "
        "termasuk Presiden Kenya William Ruto."
    )
    assert _told(coder, text) == [("KEN", "MYS", "planned")]


def test_visits_delegation_is_abroad_where_it_stands(coder: Coder) -> None:
    """A delegation needs no word of travel, also one of rebels."""
    text = "Kelompok Houthi mengirim pesan kepada delegasi Hamas di Doha, Qatar."
    assert _told(coder, text) == [("PSE", "QAT", "actual")]


def test_visits_of_one_of_those_who_meet(coder: Coder) -> None:
    """Who meets in "pertemuan mereka" is named before it."""
    text = (
        "Perdana Menteri Jepang Aiko Mori mengatakan kepada Presiden Kenya William Ruto "
        "dalam pertemuan mereka di Tokyo bahwa bantuan itu akan dikirim."
    )
    assert _told(coder, text) == [("KEN", "JPN", "actual")]


def test_visits_of_officials_at_their_seat_are_none(coder: Coder) -> None:
    """Officials of a body do not visit where it has its seat, and nobody visits a body."""
    text = "Presiden Komisi Eropa Ursula von der Leyen menghadiri pertemuan itu di Brussel, Belgia."
    assert _told(coder, text) == []
