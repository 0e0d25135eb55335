"""The form of ``visits.yml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kawat.coding.rulebook.schema import Country, Strict, Words

Sectors = list[Annotated[str, Field(pattern=r"^[A-Z]{3}$")]]


class Told(Strict):
    """A sentence with the visit that must come out of it."""

    text: Annotated[str, Field(min_length=1)]
    visitor: Country
    host: Country
    status: Literal["actual", "planned", "ended", "cancelled"]


class Venue(Strict):
    """Venues and assemblies that are always in the same country."""

    words: Words
    country: Country


class Table(Strict):
    """The whole file."""

    travel: Words
    visited: Words
    nouns: Words
    presence: Words
    presence_nouns: Words
    receive: Words
    received: Words
    returns: Words
    attended: Words
    companions: Words
    holds: Words
    held: Words
    invitations: Words
    bodies: list[Annotated[str, Field(pattern=r"^[A-Z]{3}$")]]
    venues: list[Venue]
    seats: dict[str, list[Country]]
    namely: Words
    counted: Words
    not_words: Words
    sectors: Sectors
    delegations: Words
    sent: Words
    residents: Words
    plurals: Words
    cancelled: Words
    planned: Words
    ended: Words
    hits: Annotated[list[Told], Field(min_length=1)]
    near_misses: Annotated[list[str], Field(min_length=1)]
