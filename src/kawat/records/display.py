"""What people are shown of a coded story, before any markup: marks in the text, then tables.

The terminal and the notebook draw the same marks and tables; only their markup differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kawat.records.coded import CodedStory, Event, Statement
    from kawat.records.stages import TextSpan

MarkKind = Literal["entity", "statement", "event", "also"]

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that belongs to a record.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        kind: What it belongs to; "also" is a further report of an event.
        id: Id of the record ("v1").
    """

    start: int
    end: int
    kind: MarkKind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table to show: its name, its columns, its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def shown_text(text: str) -> str:
    r"""Replace control characters one for one, so that a story can't steer a terminal.

    >>> shown_text("Jakarta\x1b[2J - Rapat")
    'Jakarta�[2J - Rapat'
    """
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", " \n"))


def marks(story: CodedStory) -> tuple[Mark, ...]:
    """Give all marks of the text, longer ones before the shorter ones that they hold."""
    found = [
        *(_mark(m, "entity", entity.id) for entity in story.entities for m in entity.mentions),
        *(_mark(statement, "statement", statement.id) for statement in story.statements),
        *(_mark(event.trigger, "event", event.id) for event in story.events),
        *(_mark(m, "also", event.id) for event in story.events for m in event.also),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


def tags(found: Iterable[Mark]) -> tuple[tuple[int, str], ...]:
    """Give where ids stand in the text: the end of a mark, and the ids of all that end there."""
    ends = sorted(found, key=lambda mark: (mark.end, -mark.start))
    return tuple(
        (end, " ".join(dict.fromkeys(mark.id for mark in group)))
        for end, group in groupby(ends, key=lambda mark: mark.end)
    )


def heading(story: CodedStory) -> str:
    """Give one line on where the story comes from."""
    wire = story.wire
    parts = [
        story.published or "no date",
        wire.dateline or "",
        wire.agency or "",
        f"source: {wire.source}" if wire.source else "",
        *(
            f"{role}: {', '.join(names)}"
            for role, names in (
                ("reporter", wire.reporters),
                ("translator", wire.translators),
                ("editor", wire.editors),
            )
            if names
        ),
    ]
    return shown_text(" · ".join(part for part in parts if part))


def grids(story: CodedStory) -> tuple[Grid, ...]:
    """Give the tables of a story that have rows: who, statements, events, agreements, visits."""
    made = (
        Grid(name="Who", columns=("", "name", "role", "code"), rows=tuple(_who(story))),
        Grid(
            name="Events",
            columns=("", "type", "who → whom", "when", "where", "word"),
            rows=tuple(_events(story)),
        ),
        Grid(name="Statements", columns=("", "who", "kind", "words"), rows=tuple(_said(story))),
        Grid(
            name="Agreements",
            columns=("", "what", "parties", "stage", "when"),
            rows=tuple(_agreed(story)),
        ),
        Grid(
            name="Visits",
            columns=("", "visitor", "to", "stage", "arrival"),
            rows=tuple(_visited(story)),
        ),
    )
    return tuple(grid for grid in made if grid.rows)


def _mark(span: TextSpan | Statement, kind: MarkKind, record: str) -> Mark:
    return Mark(start=span.start, end=span.end, kind=kind, id=record)


def _who(story: CodedStory) -> Iterator[tuple[str, ...]]:
    for entity in story.entities:
        code = " ".join(filter(None, (entity.country, "/".join(entity.sectors))))
        yield _row(entity.id, entity.name, entity.role, code)


def _events(story: CodedStory) -> Iterator[tuple[str, ...]]:
    names = _names(story)
    for event in story.events:
        sides = [_join(names[i] for i in ids) for ids in (event.actors, event.recipients)]
        who = " → ".join((sides[0] or "?", sides[1])) if sides[1] else sides[0] or "?"
        place = " ".join(filter(None, (event.place, event.place_country)))
        yield _row(event.id, _type(event), who, event.date, place, event.trigger.text)


def _type(event: Event) -> str:
    notes = [*event.modes]
    if event.status != "actual":
        notes.append(event.status)
    if event.background:
        notes.append("background")
    return f"{event.type} {', '.join(notes)}".rstrip()


def _said(story: CodedStory) -> Iterator[tuple[str, ...]]:
    names = _names(story)
    for statement in story.statements:
        speaker = names[statement.speaker] if statement.speaker else "?"
        yield _row(statement.id, speaker, statement.kind, statement.text)


def _agreed(story: CodedStory) -> Iterator[tuple[str, ...]]:
    for pact in story.agreements:
        stage = pact.status.replace("_", " ")
        yield _row(pact.id, pact.name, _join(pact.parties), stage, pact.date)


def _visited(story: CodedStory) -> Iterator[tuple[str, ...]]:
    names = _names(story)
    for visit in story.visits:
        place = " ".join(filter(None, (visit.place, visit.host_country)))
        yield _row(visit.id, names[visit.visitor], place, visit.status, visit.arrival)


def _names(story: CodedStory) -> dict[str, str]:
    return {entity.id: entity.name for entity in story.entities}


def _join(items: Iterable[str]) -> str:
    return ", ".join(items)


def _row(*cells: str | None) -> tuple[str, ...]:
    return tuple(" ".join(shown_text(cell or "–").split()) for cell in cells)
