"""Who acts on whom, where the clause alone does not say."""

from __future__ import annotations

import pytest
from tests.coding.builders import build_sentence

from kawat import Coder
from kawat.coding.graph import build_graph
from kawat.records import CodedStory, Event


def _first(coded: CodedStory, type_: str) -> Event:
    return next(event for event in coded.events if event.type == type_)


def _lands(coded: CodedStory, ids: tuple[str, ...]) -> set[str | None]:
    return {entity.country for entity in coded.entities if entity.id in ids}


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Presiden Peru akan bertemu dengan Presiden Cile.", "AGREE", {"PER"}, {"CHL"}),
        ("Dua petani tewas dalam serangan udara Mali.", "ASSAULT", {"MLI"}, {"MLI"}),
        ("Presiden Peru mengajak semua pihak menahan diri.", "REQUEST", {"PER"}, set()),
        ("Ratusan buruh Peru berunjuk rasa bersama warga.", "PROTEST", {"PER"}, set()),
        (
            "Cile menuduh Peru melanggar perbatasan. Presiden Peru membantah tuduhan itu.",
            "REJECT",
            {"PER"},
            {"CHL"},
        ),
        (
            "Mesir dan Turki berunding. Peru mendesak kedua negara menahan diri.",
            "REQUEST",
            {"PER"},
            {"EGY", "TUR"},
        ),
        (
            "Presiden Peru mengatakan kepada Presiden Cile bahwa negaranya bersedia membantu.",
            "AGREE",
            {"PER"},
            {"CHL"},
        ),
        (
            "Mesir menuduh Turki menembak nelayan Oman. Turki membantah tuduhan itu.",
            "REJECT",
            {"TUR"},
            {"EGY"},
        ),
    ],
)
def test_parties_are_found_by_countries(
    coder: Coder, text: str, type_: str, actors: set[str], recipients: set[str]
) -> None:
    """A promise has one actor, a means its doer, "semua pihak" nobody, a denial its accuser."""
    coded = coder.code(text, published="2025-01-17")
    event = _first(coded, type_)
    assert _lands(coded, event.actors) == actors
    assert _lands(coded, event.recipients) == recipients


def test_parties_inquiry_without_an_actor_is_the_police(coder: Coder) -> None:
    """An inquiry that names nobody is led by the police that the story names."""
    text = (
        "Polres Kebumen memeriksa dua saksi. Kepala desa itu masih dalam penyelidikan kasus suap."
    )
    coded = coder.code(text, published="2025-01-17")
    named = {entity.id: entity.sectors[:1] for entity in coded.entities}
    inquiries = [event for event in coded.events if event.type == "ACCUSE" and event.actors]
    assert inquiries
    assert {named[event.actors[0]] for event in inquiries} == {("COP",)}


def test_parties_embassy_arrests_nobody(coder: Coder) -> None:
    """An embassy has no power where it is: an arrest without an actor is not its act."""
    text = "KBRI Kairo mendampingi seorang mahasiswa. Mahasiswa itu ditangkap pekan lalu."
    coded = coder.code(text, published="2025-01-17")
    names = {entity.id: entity.name for entity in coded.entities}
    acting = {names[id_] for event in coded.events for id_ in event.actors}
    assert not any("KBRI" in name for name in acting if name) or not any(
        event.type == "COERCE" and event.actors for event in coded.events
    )


def test_parties_person_in_custody_is_a_suspect(coder: Coder) -> None:
    """Whom police arrest and nothing else is known of is a suspect."""
    coded = coder.code("Polisi menangkap Rudi Wibowo di Medan.", published="2025-01-17")
    assert [e.sectors for e in coded.entities if e.name == "Rudi Wibowo"] == [("CRM",)]


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        ("Polisi menangkap dua pria di Medan.", {("CRM",)}),
        ("Polisi menangkap seorang pria berinisial BQ (31) di Medan.", {("CRM",)}),
        ("Polisi menangkap pasangan berinisial BQ (31) dan RT (29) di Medan.", {("CRM",)}),
        ("Polisi menangkap tiga mahasiswa di Medan.", {("EDU",)}),
    ],
)
def test_parties_unnamed_person_in_custody_is_a_suspect(
    coder: Coder, text: str, sectors: set[tuple[str, ...]]
) -> None:
    """Whom police arrest is a suspect if called no more than a person; a student stays one."""
    coded = coder.code(text, published="2025-01-17")
    event = _first(coded, "COERCE")
    assert {e.sectors for e in coded.entities if e.id in event.recipients} == sectors


def test_parties_protest_is_before_whose_building(coder: Coder) -> None:
    """A demonstration in front of a parliament's building is aimed at the parliament."""
    text = "Ratusan buruh berunjuk rasa di depan Gedung DPRD Jawa Timur."
    coded = coder.code(text, published="2025-01-17")
    event = _first(coded, "PROTEST")
    sectors = [entity.sectors for entity in coded.entities if entity.id in event.recipients]
    assert sectors == [("LEG",)]


def test_graph_phrase_ends_in_a_cycle() -> None:
    """A parse whose tokens depend on each other in a ring does not loop."""
    sentence = build_sentence("Peru/PROPN/2/nmod dan/CCONJ/1/conj Cile/PROPN/0/root")
    graph = build_graph(sentence, (), ())
    assert graph.phrase(0) == [0, 1]
    assert graph.subtree(1) == [0, 1]
