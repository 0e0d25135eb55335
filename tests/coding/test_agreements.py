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


def test_agreements_with_a_firm_are_none(coder: Coder) -> None:
    """What a ministry signs with a firm is no agreement of states, wherever the firm is from."""
    text = "Kementerian Pertanian Peru menandatangani kesepakatan dengan PT Cile Makmur di Lima."
    assert _code(coder, text) == ()


def test_agreements_truce_is_of_those_who_fight(coder: Coder) -> None:
    """Who announces a truce is no party: those are known by the place of the war."""
    text = "Presiden Peru mengumumkan gencatan senjata di Gaza."
    assert [(a.parties, a.status) for a in _code(coder, text)] == [(("ISR", "PSE"), "in_force")]


def test_agreements_known_one_needs_no_parties(coder: Coder) -> None:
    """An agreement whose parties every reader knows has them, written with a hyphen as well."""
    found = _code(coder, "Menteri itu membahas perundingan IEU-CEPA kemarin.")
    assert [(a.name, a.parties, a.status) for a in found] == [
        ("IEU-CEPA", ("EUR", "IDN"), "negotiating")
    ]


def test_agreements_bystanders_are_no_parties(coder: Coder) -> None:
    """Of a sentence with a listed pair, only the pair are parties."""
    text = "Menteri Luar Negeri Kenya memuji perjanjian dagang antara Peru dan Cile."
    assert [a.parties for a in _code(coder, text)] == [("CHL", "PER")]


def test_agreements_not_made_are_suspended_with_the_talks(coder: Coder) -> None:
    """What is still to be signed is suspended where the story tells that the talks are."""
    text = (
        "Peru dan Cile akan menandatangani perjanjian dagang. "
        "Namun, pembicaraan ditangguhkan Presiden Peru."
    )
    assert [a.status for a in _code(coder, text)] == ["suspended"]


def test_agreements_end_of_a_war_is_not_that_of_its_truce(coder: Coder) -> None:
    """A war that ends with a truce leaves the truce standing."""
    text = "Perang antara Peru dan Cile berakhir dengan gencatan senjata."
    assert "terminated" not in [a.status for a in _code(coder, text)]


def test_agreements_how_it_came_about_is_weak(coder: Coder) -> None:
    """That it was once announced does not take back that it is broken."""
    text = (
        "Thailand melanggar gencatan senjata dengan Kamboja. Sejak gencatan senjata antara "
        "Thailand dan Kamboja diumumkan, 20 orang tewas."
    )
    assert [a.status for a in _code(coder, text)] == ["violated"]


def test_agreements_stage_told_last_holds(coder: Coder) -> None:
    """What the lead only calls a subject of talks may be near its end."""
    text = (
        "Peru dan Cile membahas kesepakatan dagang.\n\n"
        "Kedua negara akan menandatangani kesepakatan dagang itu pekan depan."
    )
    assert [a.status for a in _code(coder, text)] == ["to_be_signed"]


def test_agreements_are_not_refused_by_who_refuses_to_pay(coder: Coder) -> None:
    """Only what is done with the agreement itself tells its stage."""
    found = _code(coder, "Peru menolak mendanai kesepakatan nuklir dengan Cile.")
    assert [a.status for a in found] == ["signed"]


def test_agreements_who_refuses_to_sign_rejects(coder: Coder) -> None:
    """A refused signature is no signature."""
    found = _code(coder, "Presiden Peru menolak menandatangani perjanjian dagang dengan Cile.")
    assert [a.status for a in found] == ["rejected"]


def test_agreements_condition_reaches_to_the_comma(coder: Coder) -> None:
    """What is only supposed at the start of the clause has not been made."""
    found = _code(
        coder,
        "Jika nanti pemerintah baru Peru mendapatkan kesepakatan dagang dengan Cile, ia siap.",
    )
    assert [a.status for a in found] == ["negotiating"]


def test_agreements_hoped_for_are_being_negotiated(coder: Coder) -> None:
    """Without a word of its stage, hope and doubt tell that it is not made yet."""
    found = _code(
        coder,
        "Presiden Peru berharap pertemuan itu membuka jalan bagi kesepakatan dagang dengan Cile.",
    )
    assert [a.status for a in found] == ["negotiating"]


def test_agreements_of_a_pair_in_one_word(coder: Coder) -> None:
    """Two states may be written as one word."""
    found = _code(coder, "Kesepakatan dagang Indonesia-AS diumumkan pada Senin.")
    assert [a.parties for a in found] == [("IDN", "USA")]


def test_agreements_place_is_no_party(coder: Coder) -> None:
    """Where people agreed says nothing of who they are."""
    found = _code(coder, "Pejabat Peru membahas sebuah perjanjian di Nairobi, Kenya.")
    assert found == ()


def test_agreements_name_holds_no_second_one(coder: Coder) -> None:
    """A memorandum on a truce is one agreement."""
    found = _code(coder, "Peru dan Cile menandatangani nota kesepahaman mengenai gencatan senjata.")
    assert len(found) == 1


def test_agreements_that_are_not_there_are_not_signed(coder: Coder) -> None:
    """Talks without an agreement have not made one."""
    found = _code(coder, "Tidak ada kesepakatan dagang antara Peru dan Cile.")
    assert [a.status for a in found] == ["negotiating"]


def test_agreements_that_will_not_be_signed_are_rejected(coder: Coder) -> None:
    """Who will not sign refuses."""
    found = _code(coder, "Peru tidak akan menandatangani perjanjian dagang dengan Cile.")
    assert [a.status for a in found] == ["rejected"]


def test_agreements_of_signer_and_served(coder: Coder) -> None:
    """Parties are who signs and who is named in the purpose, or who is dealt with."""
    text = (
        "Peru juga menandatangani kesepakatan untuk memasok Cile dengan gandum "
        "dan tengah bernegosiasi dengan Kenya untuk kesepakatan serupa."
    )
    found = {(a.parties, a.status) for a in _code(coder, text)}
    assert found == {(("CHL", "PER"), "signed"), (("KEN", "PER"), "negotiating")}


def test_agreements_pointed_back_to_are_the_one_named_last(coder: Coder) -> None:
    """What is only pointed to is no new agreement, whoever else the sentence names."""
    text = (
        "Peru dan Cile menandatangani perjanjian dagang. "
        "Menteri Luar Negeri Brasil dan Menteri Luar Negeri Kenya memuji perjanjian tersebut."
    )
    assert [a.parties for a in _code(coder, text)] == [("CHL", "PER")]


def test_agreements_stage_of_long_ago_is_weak(coder: Coder) -> None:
    """A stage with an old date tells less than one without."""
    text = (
        "Peru menangguhkan perjanjian dagang dengan Cile. "
        "Perjanjian dagang dengan Cile itu ditandatangani oleh Peru pada Mei 2015."
    )
    assert [a.status for a in _code(coder, text)] == ["suspended"]
