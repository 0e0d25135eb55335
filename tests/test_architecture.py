"""docs/architecture.md follows one sentence through all stages: it must come out as told there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kawat import Coder

PAGE = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"


def test_sentence_of_the_architecture_is_coded_as_told(coder: Coder) -> None:
    """Wire marks, entities, the one event with its rules, and no place from the dateline."""
    quoted = [line[2:] for line in PAGE.read_text(encoding="utf-8").splitlines() if line[:1] == ">"]
    story = coder.code("\n".join(quoted))
    assert (story.wire.dateline, story.wire.agency) == ("Paris", "ANTARA")
    assert story.wire.editors == ("Wening Prakoso",)
    assert story.published == "2025-01-13"
    entities = {e.id: (e.name, e.role, e.country, e.sectors) for e in story.entities}
    (event,) = story.events
    assert [entities[i] for i in event.actors] == [
        ("Luc Moreau", "Presiden Prancis", "FRA", ("GOV",))
    ]
    assert [entities[i][2:] for i in event.recipients] == [("MLI", ("GOV",))]
    assert (event.type, event.date, event.place) == ("THREATEN", "2025-01-13", None)
    assert event.why[0] == "operators/threaten.yml:ancam"
