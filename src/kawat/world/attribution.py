"""Whose someone is: country and sectors from an office, a body, a term of office, or the story."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kawat.world.items import STATE_KINDS, Item, key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Parse
    from kawat.world.lexicon import Entry
    from kawat.world.load import World
    from kawat.world.roles import Role

HOME = "IDN"
DEFAULT = "world/default_country"
_MOST_SECTORS = 3
_AT, _DATELINE = 3, 6  # weights of a country after "di" and in the dateline
_MEDIA = ("JRN",)  # who reports says nothing of where things happen
_BODIES = frozenset({"organisation", "head", "group", "office"})


def story_country(parse: Parse, items: Sequence[Sequence[Item]], world: World) -> str | None:
    """Say whose "polisi", "parlemen" or "Presiden" a story means where it names no country.

    Indonesia, unless the dateline is abroad or other countries are named six times as often;
    then the foreign country that has half of the mentions; if none has, Indonesia where a
    body of it is named, else None.

    Args:
        parse: The story, for its dateline and for "di" before a name: where things happen
            counts more than who is spoken of.
        items: The items of its sentences.
        world: The tables.

    Returns:
        A country code, or None.
    """
    counts: Counter[str] = Counter()
    home = 0
    for sentence, found in zip(parse.sentences, items, strict=True):
        for item in found:
            for known in (*item.entries[:1], *item.inner):
                if known.country is None or known.sectors[:1] == _MEDIA:
                    continue
                if known.kind in STATE_KINDS or known.kind == "place":
                    at = item.first > 0 and sentence.tokens[item.first - 1].lower == "di"
                    counts[known.country] += _AT if at else 1
                elif known.kind == "person":
                    counts[known.country] += 1
                elif known.country == HOME and known.kind in _BODIES:
                    home += known.name.lower() not in world.words["generic_body"]
    dateline = parse.story.wire.dateline
    place = world.places.get(key_of(dateline)) if dateline else None
    if place is not None and place.country is not None and place.country != HOME:
        counts[place.country] += _DATELINE
    domestic = counts.pop(HOME, 0) + home
    if not counts or domestic * 6 >= counts.total():
        return HOME
    top, most = counts.most_common(1)[0]
    return top if most * 2 >= counts.total() else HOME if home else None


def term_at(terms: Sequence[Entry], published: str | None) -> tuple[Entry, bool] | None:
    """Find the term of office that holds on a day.

    Args:
        terms: Terms of one person, by first day.
        published: ISO date, or None for now.

    Returns:
        The term and whether it is over; None if none had begun.
    """
    begun = [t for t in terms if published is None or t.valid_from <= published]
    if not begun:
        return None
    for term in reversed(begun):
        if not term.valid_to or (published is not None and published <= term.valid_to):
            return term, False
    return begun[-1], True


def person_facts(
    terms: Sequence[Entry], published: str | None
) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Return country, sectors and sources of a person in the tables on a day."""
    if not terms:
        return None, (), ()
    found = term_at(terms, published)
    if found is None:
        return terms[0].country, (), (terms[0].source,)
    term, over = found
    return term.country, ("ELI",) if over else term.sectors, (term.source,)


def role_facts(role: Role, first: str) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
    """Return country, sectors and sources that an office or group gives with its complement.

    Args:
        role: The role.
        first: "office" or "group": what a word counts as that is in both tables.

    Returns:
        Country, sectors, sources.
    """
    entry = role.item.entry(first) or role.item.entry("office", "group")
    if entry is None:
        return None, (), ()
    bodies = [e for e in role.entries if e.kind in _BODIES and e.sectors not in {(), ("UNK",)}]
    country = next((e.country for e in role.entries if e.country), None) or entry.country
    sources = (entry.source, *(e.source for e in role.entries))
    sectors: list[str] = []
    if (entry.follows or entry.sectors[:1] in {("EDU",), ("CVL",)}) and bodies:
        for body in bodies:
            sectors.extend(body.sectors)
    elif entry.kind == "group" and bodies:
        sectors.extend(entry.sectors)
        if entry.sectors in {("CVL",), ("UNK",), ("GOV",)}:
            sectors[:] = bodies[0].sectors
    else:
        sectors.extend(entry.sectors)
        sectors.extend(s for b in bodies for s in b.sectors if s == "PTY")
    if role.former:
        sectors.insert(0, "ELI")
        sectors = sectors[:1]
    return country, tuple(dict.fromkeys(sectors))[:_MOST_SECTORS], sources
