"""Agreements: who the parties are and how far it got."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.coder import Coder
from kawat.records import Agreement
from kawat.tables import package_files, read_yaml

PUBLISHED = "2025-01-17"


def _stages() -> list[dict[str, Any]]:
    path = next(p for p in package_files("codebook", ".yml") if p.name == "agreements.yml")
    stages: list[dict[str, Any]] = read_yaml(path).plain()["stages"]
    return stages


HITS = [(s["id"], hit) for s in _stages() for hit in s["hits"]]
NEAR = [(s["id"], near) for s in _stages() for near in s["near_misses"]]


def _code(coder: Coder, text: str) -> tuple[Agreement, ...]:
    return coder.code(text, published=PUBLISHED).agreements


@pytest.mark.parametrize(("stage", "hit"), HITS, ids=[stage for stage, _ in HITS])
def test_agreements_stage_tells_its_hits(coder: Coder, stage: str, hit: dict[str, Any]) -> None:
    """Each stage of the table gives its status, and the parties, in its own examples."""
    found = _code(coder, hit["text"])
    assert [a.status for a in found] == [hit["status"]], stage
    if "parties" in hit:
        assert [list(a.parties) for a in found] == [hit["parties"]]


@pytest.mark.parametrize(("stage", "near"), NEAR, ids=[stage for stage, _ in NEAR])
def test_agreements_stage_lets_its_near_misses_be(
    coder: Coder, stage: str, near: dict[str, Any]
) -> None:
    """No stage of the table gives its status to its near misses."""
    assert near["status"] not in [a.status for a in _code(coder, near["text"])], stage


def test_agreements_negated_signing_is_still_negotiated(coder: Coder) -> None:
    """What was not yet reached is being negotiated."""
    found = _code(coder, "Peru dan Cile belum mencapai kesepakatan dagang.")
    assert [(a.parties, a.status) for a in found] == [(("CHL", "PER"), "negotiating")]


def test_agreements_city_in_a_name_is_no_party(coder: Coder) -> None:
    """The city that an agreement is named after does not make its country a party."""
    found = _code(coder, "Presiden Peru menolak Perjanjian Lisabon itu bersama Presiden Cile.")
    assert all("PRT" not in a.parties for a in found)


def test_agreements_abbreviation_in_brackets_is_the_same_one(coder: Coder) -> None:
    """A name and its abbreviation are one agreement."""
    text = "Indonesia dan Kenya menandatangani nota kesepahaman (MoU) di bidang kesehatan."
    assert [a.parties for a in _code(coder, text)] == [("IDN", "KEN")]


def test_agreements_between_companies_are_none(coder: Coder) -> None:
    """A contract of a company at home is no agreement of states."""
    assert _code(coder, "Pabrik sepatu itu menandatangani kontrak dengan pemasok kulit.") == ()
