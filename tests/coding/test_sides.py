"""Visitor and host of a meeting."""

from __future__ import annotations

import pytest

from kawat import Coder
from kawat.records import CodedStory


def _sides(coded: CodedStory, type_: str) -> tuple[set[str | None], set[str | None]]:
    event = next(event for event in coded.events if event.type == type_)
    lands = {entity.id: entity.country for entity in coded.entities}
    return {lands[i] for i in event.actors}, {lands[i] for i in event.recipients}


@pytest.mark.parametrize(
    ("text", "visitors", "hosts"),
    [
        ("Presiden Peru bertemu dengan Presiden Cile di Lima.", {"CHL"}, {"PER"}),
        ("Presiden Peru bertemu dengan Presiden Cile di Jakarta.", {"PER", "CHL"}, set()),
        ("Presiden Peru bertemu dengan Presiden Cile.", {"PER", "CHL"}, set()),
        (
            "Dalam kunjungan ke Brussel Presiden Peru menggelar pertemuan dengan Ketua Uni Eropa.",
            {"PER"},
            {"EUR"},
        ),
    ],
)
def test_sides_visitor_meets_his_host(
    coder: Coder, text: str, visitors: set[str], hosts: set[str]
) -> None:
    """Where two states meet at home of one, the other is the visitor; elsewhere nobody is."""
    coded = coder.code(text, published="2025-01-17")
    assert _sides(coded, "CONSULT") == (visitors, hosts)


def test_sides_visitor_makes_a_visit(coder: Coder) -> None:
    """A meeting of visitor and host is a visit."""
    coded = coder.code(
        "Presiden Peru bertemu dengan Presiden Cile di Lima.", published="2025-01-17"
    )
    assert [event.modes for event in coded.events] == [("visit",)]
