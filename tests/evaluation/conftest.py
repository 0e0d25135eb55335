"""Invented stories, coded by hand and by a make-believe coder."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from kawat.evaluation import empty_record
from kawat.records import (
    Agreement,
    CodedStory,
    Entity,
    Event,
    Span,
    Statement,
    TextSpan,
    Visit,
    WireMarks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = ("AGREE", "CONSULT", "COERCE", "ACCUSE")
NAMES = ("Ratna Wulandari", "Ratna", "Khai", "Badan Pangan", "Hanoi", "Bagas Prakoso", "Prakoso")
SENTENCES = (
    "Ratna bertemu Khai di Hanoi.",
    "Polisi menangkap dua aktivis di Makassar.",
    "Bagas menuduh lawannya berbohong.",
    "Kedua pihak sepakat berdagang.",
    "Hujan turun sejak Minggu malam.",
)


@dataclass(frozen=True)
class Invented:
    """One story: its gold lines in both forms, its record and its text."""

    full: dict[str, Any]
    lean: dict[str, Any]
    record: CodedStory


@pytest.fixture(scope="session")
def invented() -> tuple[Invented, ...]:
    """Give stories whose gold and coded sides differ in every way, by chance but always alike."""
    dice = random.Random(20250117)  # noqa: S311  no secret
    return tuple(_invent(dice, number) for number in range(60))


def _invent(dice: random.Random, number: int) -> Invented:
    chosen = [dice.choice(SENTENCES) for _ in range(dice.randint(2, 6))]
    text = " ".join(f"{sentence} Laporan {n}." for n, sentence in enumerate(chosen))
    sentences = list(_sentences(chosen))
    identity = f"cerita-{number}"
    quiet = dice.random() < 0.2
    entities = [_entity(dice, f"e{n}") for n in range(4)]
    events = [] if quiet else [_event(dice, sentences) for _ in range(dice.randint(0, 5))]
    full = _full(dice, entities, events, text, sentences)
    lean = {
        "sentences": sentences,
        "events": [
            mention
            for n, event in enumerate(events)
            for mention in _mentions(dice, n, event, entities, sentences, text)
        ],
    }
    record = _record(dice, identity, text, sentences, entities, events)
    return Invented(
        full={"id": identity, "text": text, **full}, lean={"id": identity, **lean}, record=record
    )


def _sentences(chosen: list[str]) -> Iterator[list[int]]:
    start = 0
    for n, sentence in enumerate(chosen):
        end = start + len(f"{sentence} Laporan {n}.")
        yield [start, end]
        start = end + 1


def _entity(dice: random.Random, identity: str) -> dict[str, Any]:
    return {
        "id": identity,
        "type": dice.choice(("PER", "ORG", "GPE", "GRP")),
        "name": dice.choice(NAMES),
        "role": dice.choice((None, "Menteri Pangan", "Kepala dan Juru Bicara")),
        "country": dice.choice((None, "IDN", "VNM")),
        "sectors": dice.choice(([], ["GOV"], ["COP", "GOV"])),
        "mentions": dice.sample(NAMES, 2),
    }


def _event(dice: random.Random, sentences: list[list[int]]) -> dict[str, Any]:
    """Make what is true of an event, whatever form it is written in."""
    return {
        "type": dice.choice(TYPES),
        "sentence": dice.randrange(len(sentences)),
        "also": dice.randrange(len(sentences)) if dice.random() < 0.3 else None,
        "modes": dice.choice(([], ["arrest"])),
        "actors": dice.sample(("e0", "e1", "e2"), dice.randint(0, 2)),
        "recipients": dice.choice(([], ["e3"])),
        "date": dice.choice((None, "2025-01-17", "2025-01")),
        "place_country": dice.choice((None, "IDN")),
        "status": dice.choice(("actual", "actual", "actual", "negated")),
        "background": dice.random() < 0.2,
    }


def _full(
    dice: random.Random,
    entities: list[dict[str, Any]],
    events: list[dict[str, Any]],
    text: str,
    sentences: list[list[int]],
) -> dict[str, Any]:
    def words(number: int) -> str:
        start, end = sentences[number]
        return text[start:end]

    return {
        "published": dice.choice((None, "2025-01-17")),
        "wire": _wire(dice),
        "entities": entities,
        "statements": [
            {
                "text": words(dice.randrange(len(sentences))),
                "kind": dice.choice(("direct", "indirect", "mixed")),
                "speaker": dice.choice((None, "e0", "e1")),
            }
            for _ in range(dice.randint(0, 2))
        ],
        "events": [
            {
                **event,
                "sentence": words(event["sentence"]),
                "trigger": words(event["sentence"]).split()[1],
                "also": [] if event["also"] is None else [words(event["also"])],
            }
            for event in events
        ],
        "agreements": [_agreement(dice) for _ in range(dice.randint(0, 2))],
        "visits": [_visit(dice) for _ in range(dice.randint(0, 2))],
    }


def _wire(dice: random.Random) -> dict[str, Any]:
    return {
        "agency": dice.choice((None, "ANTARA", "Antara News")),
        "dateline": dice.choice((None, "Hanoi")),
        "source": dice.choice((None, "Kantor Berita Hanoi")),
        "copyright": dice.choice((None, "ANTARA 2025")),
        "reporters": dice.sample(NAMES, dice.randint(0, 2)),
        "translators": dice.sample(NAMES, dice.randint(0, 1)),
        "editors": dice.sample(NAMES, dice.randint(0, 2)),
        "related": dice.sample(SENTENCES, dice.randint(0, 2)),
    }


def _agreement(dice: random.Random) -> dict[str, Any]:
    parties = dice.choice(([], ["IDN", "VNM"], ["VNM", "IDN"], ["IDN"]))
    return {"name": "nota", "parties": parties, "status": dice.choice(("signed", "proposed"))}


def _visit(dice: random.Random) -> dict[str, Any]:
    visitor, host = dice.choice(("IDN", "VNM")), dice.choice(("VNM", None))
    return {"visitor": "e0", "visitor_country": visitor, "host_country": host, "status": "actual"}


def _mentions(
    dice: random.Random,
    number: int,
    event: dict[str, Any],
    entities: list[dict[str, Any]],
    sentences: list[list[int]],
    text: str,
) -> Iterator[dict[str, Any]]:
    by_id = {entity["id"]: entity for entity in entities}
    for place in (event["sentence"], event["also"]):
        if place is None:
            continue
        start = sentences[place][0]
        trigger = text[start:].split()[0]
        yield {
            "event": number,
            "type": event["type"],
            "modes": event["modes"],
            "trigger": {"start": start, "end": start + len(trigger), "text": trigger},
            "sentence": place,
            "status": dice.choice((event["status"], "actual")),
            "background": event["background"],
            **{
                side: [
                    {"name": by_id[i]["name"], "country": by_id[i]["country"], "sector": None}
                    for i in event[side]
                ]
                for side in ("actors", "recipients")
            },
        }


def _record(
    dice: random.Random,
    identity: str,
    text: str,
    sentences: list[list[int]],
    gold_entities: list[dict[str, Any]],
    gold_events: list[dict[str, Any]],
) -> CodedStory:
    """Make a record that is partly right: half of what is in it stands in the gold story."""
    entities = [e if dice.random() < 0.8 else _entity(dice, e["id"]) for e in gold_entities]
    found = [event for event in gold_events if dice.random() < 0.6]
    found += [_event(dice, sentences) for _ in range(dice.randint(0, 2))]
    wire = {key: tuple(v) if isinstance(v, list) else v for key, v in _wire(dice).items()}
    return replace(
        empty_record(identity, text),
        published=dice.choice((None, "2025-01-17")),
        wire=WireMarks(**wire),
        entities=tuple(_coded_entity(entity) for entity in entities),
        events=tuple(
            _coded_event(event, f"v{n}", text, sentences) for n, event in enumerate(found)
        ),
        statements=tuple(_statement(dice, text, sentences) for _ in range(dice.randint(0, 3))),
        agreements=tuple(
            Agreement(
                id="a1",
                name="nota",
                parties=tuple(pact["parties"]),
                status=pact["status"],
                date=None,
                signatories=(),
                evidence=(),
            )
            for pact in (_agreement(dice) for _ in range(dice.randint(0, 2)))
        ),
        visits=tuple(
            Visit(id="t1", place=None, arrival=None, evidence=(), **_visit(dice))
            for _ in range(dice.randint(0, 2))
        ),
    )


def _coded_entity(entity: dict[str, Any]) -> Entity:
    mentions = tuple(TextSpan(start=0, end=1, text=text) for text in entity["mentions"])
    return Entity(**{**entity, "sectors": tuple(entity["sectors"]), "mentions": mentions})


def _coded_event(
    event: dict[str, Any], identity: str, text: str, sentences: list[list[int]]
) -> Event:
    def trigger(number: int) -> TextSpan:
        start = sentences[number][0] + 2
        return TextSpan(start=start, end=start + 4, text=text[start : start + 4])

    start, end = sentences[event["sentence"]]
    return Event(
        id=identity,
        type=event["type"],
        modes=tuple(event["modes"]),
        cameo=None,
        quad=1,
        intensity=0.0,
        actors=tuple(event["actors"]),
        recipients=tuple(event["recipients"]),
        date=event["date"],
        date_end=None,
        place=None,
        place_country=event["place_country"],
        latitude=None,
        longitude=None,
        geonameid=None,
        status=event["status"],
        background=event["background"],
        contexts=(),
        dead=None,
        injured=None,
        size=None,
        trigger=trigger(event["sentence"]),
        sentence=Span(start=start, end=end),
        also=() if event["also"] is None else (trigger(event["also"]),),
        statement=None,
        why=(),
    )


def _statement(dice: random.Random, text: str, sentences: list[list[int]]) -> Statement:
    start, end = dice.choice(sentences)
    end -= dice.choice((0, 4, 12))
    kind = dice.choice(("direct", "indirect", "mixed"))
    speaker = dice.choice((None, "e0", "e1"))
    return Statement(
        id="s1", start=start, end=end, text=text[start:end], kind=kind, speaker=speaker, cue=None
    )
