"""The form of ``agreements.yml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kawat.coding.rulebook.schema import Country, Id, Strict, Word, Words

Status = Literal[
    "proposed",
    "negotiating",
    "to_be_signed",
    "signed",
    "ratified",
    "in_force",
    "suspended",
    "violated",
    "terminated",
    "rejected",
]


class Told(Strict):
    """A sentence with the agreement that must, or must not, come out of it."""

    text: Annotated[str, Field(min_length=1)]
    status: Status
    parties: list[Country] | None = None


class Stage(Strict):
    """A stage in the life of an agreement, with the words that tell it."""

    id: Id
    status: Status
    future: Status | None = None
    truce: Status | None = None
    case: Word | None = None
    weak: bool = False
    verbs: list[Word] = Field(default_factory=list)
    words: list[Word] = Field(default_factory=list)
    hits: Annotated[list[Told], Field(min_length=1)]
    near_misses: Annotated[list[Told], Field(min_length=1)]


class Known(Strict):
    """A well-known agreement with its parties."""

    words: Annotated[list[Word], Field(min_length=1)]
    parties: Annotated[list[Country], Field(min_length=2)]


class War(Strict):
    """A war with the words that tell of it and who fights it."""

    places: list[Word] = Field(default_factory=list)
    sides: list[Word] = Field(default_factory=list)
    parties: Annotated[list[Country], Field(min_length=2)]


class Table(Strict):
    """The whole file."""

    names: Words
    not_names: Words
    weak_names: Words
    kinds: dict[str, Words]
    generic: Words
    truces: Words
    carriers: Words
    hopes: Words
    lacking: Words
    there: Words
    many: Words
    pointing: Words
    plans: Words
    standing: Words
    earlier: Words
    asked: Words
    unreal: Words
    purpose: Words
    asides: Words
    planned: Words
    talks: Words
    wars: list[War]
    sectors: list[Annotated[str, Field(pattern=r"^[A-Z]{3}$")]]
    no_parties: list[Country]
    mediation: Words
    known: list[Known]
    stages: Annotated[list[Stage], Field(min_length=1)]
