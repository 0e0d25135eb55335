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
