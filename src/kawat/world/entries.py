"""From rows of the tables to entries of the lexicon."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kawat.records import Place
from kawat.world.lexicon import Entry, split_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kawat.records import MentionType
    from kawat.tables import Row
    from kawat.world.checks import Tables

_TYPES: dict[str, MentionType] = {"PER": "PER", "ORG": "ORG", "GRP": "GRP"}


def read_entries(
    tables: Tables, words: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, Entry]]:
    """Give every phrase with its entry; of equal phrases the first counts most.

    Args:
        tables: Checked rows by table.
        words: Word classes, for the phrases that mask what is in them.

    Yields:
        Phrase as printed in the table, and entry.
    """
    places = (
        (name, _place_entry(row, name))
        for row in (*tables["places"], *tables["regions"])
        for name in names_of(row)
    )
    yield from chain(
        _masks(words),
        _countries(tables),
        _organisations(tables),
        _offices(tables),
        _groups(tables),
        _people(tables),
        places,
    )


def names_of(row: Row, column: str = "names") -> list[str]:
    """Split a cell of several names."""
    return [name for name in row[column].split(";") if name]


def _sectors(row: Row) -> tuple[str, ...]:
    return tuple(s for s in row["sectors"].split(";") if s)


def _masks(words: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, Entry]]:
    """Give the phrases that hide what is in them ("ibu kota" is nobody's mother)."""
    for phrase in sorted(words["mask"]):
        yield phrase, Entry(kind="other", name=phrase, source=f"world/words.csv:{phrase}")


def _countries(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for row in tables["countries"]:
        code = row["code"]
        source = f"world/countries.csv:{code}"
        names = dict.fromkeys([row["name"], row["cldr"], *names_of(row, "other_names")])
        for kind, some in (
            ("country", list(names)),
            ("seat", names_of(row, "seats")),
            ("capital", names_of(row, "capitals")),
        ):
            entry = Entry(
                kind=kind,
                name=row["name"],
                type="GPE",
                country=code,
                sectors=("GOV",),
                source=source,
            )
            for name in some:
                yield name, entry


def _organisations(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for table in ("organisations", "institutions_id"):
        for row in tables[table]:
            names = names_of(row)
            entry = Entry(
                kind="organisation",
                name=names[0],
                country=row.get("country") or "IDN",
                sectors=_sectors(row),
                source=f"world/{table}.csv:{names[0]}",
            )
            for name in names:
                yield name, entry
    yield from _ministries(tables)
    for row in tables["organisation_heads"]:
        for name in names_of(row, "words"):
            source = f"world/organisation_heads.csv:{name}"
            yield name, Entry(kind="head", name=name, sectors=_sectors(row), source=source)


def _ministries(tables: Tables) -> Iterator[tuple[str, Entry]]:
    """Give ministers and ministries; a full name has no country, a short one is Indonesian."""
    for row in tables["portfolios"]:
        title = row["portfolio"]
        source = f"world/portfolios.csv:{title}"
        for word in ("menteri", "wakil menteri"):
            yield (
                f"{word} {title.lower()}",
                Entry(
                    kind="office",
                    name=f"{word} {title}",
                    type="PER",
                    sectors=("GOV",),
                    source=source,
                    complement=True,
                ),
            )
        for name in names_of(row, "minister_short"):
            short = Entry(
                kind="office",
                name=name,
                type="PER",
                sectors=("GOV",),
                source=source,
                complement=True,
            )
            for form in (name, name.lower(), f"Wa{name.lower()}", f"Wakil {name}"):
                yield form, short
        ministry = Entry(
            kind="organisation", name=f"Kementerian {title}", sectors=("GOV",), source=source
        )
        for word in ("Kementerian", "kementerian"):
            yield f"{word} {title}", ministry
        for name in names_of(row, "ministry_short"):
            yield name, ministry


def _offices(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for row in tables["offices"]:
        for name in names_of(row, "words"):
            yield (
                name,
                Entry(
                    kind="office",
                    name=name,
                    type="PER",
                    country=row["country"] or None,
                    sectors=_sectors(row),
                    source=f"world/offices.csv:{name}",
                    follows=row["organisation"] == "yes",
                    complement=row["complement"] != "no",
                    open=row["complement"] == "yes",
                ),
            )
    for row in tables["titles"]:
        for name in names_of(row, "words"):
            source = f"world/titles.csv:{name}"
            yield (
                name,
                Entry(kind="title", name=name, type="PER", sectors=_sectors(row), source=source),
            )


def _groups(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for row in tables["groups"]:
        for name in names_of(row, "words"):
            yield (
                name,
                Entry(
                    kind="group",
                    name=name,
                    type=_TYPES[row["type"]],
                    country=row["country"] or None,
                    sectors=_sectors(row),
                    source=f"world/groups.csv:{name}",
                    complement=row["complement"] == "yes",
                ),
            )
    for row in tables["governments"]:
        for name in names_of(row, "words"):
            source = f"world/governments.csv:{name}"
            yield (
                name,
                Entry(kind=row["kind"], name=name, type="GPE", sectors=("GOV",), source=source),
            )


def _people(tables: Tables) -> Iterator[tuple[str, Entry]]:
    for table in ("leaders", "heads_of_state"):
        for row in tables[table]:
            names = names_of(row)
            entry = Entry(
                kind="person",
                name=names[0],
                type="PER",
                country=row["country"],
                sectors=_sectors(row),
                source=f"world/{table}.csv:{names[0]}",
                valid_from=row["valid_from"],
                valid_to=row["valid_to"],
            )
            for name in names:
                yield name, entry


def read_people(tables: Tables) -> dict[str, tuple[Entry, ...]]:
    """Collect terms of office by name in lower case, in order of their first day."""
    found: dict[str, list[Entry]] = {}
    for name, entry in _people(tables):
        found.setdefault(" ".join(split_parts(name)), []).append(entry)
    return {name: tuple(sorted(terms, key=lambda e: e.valid_from)) for name, terms in found.items()}


def read_words(tables: Tables) -> dict[str, frozenset[str]]:
    """Collect the word classes by kind, in lower case."""
    return {
        row["kind"]: frozenset(name.lower() for name in names_of(row, "words"))
        for row in tables["words"]
    }


def read_tails(tables: Tables) -> dict[str, Entry]:
    """Collect the last words of bodies' names ("Ltd", "Army") by word in lower case."""
    return {
        word: Entry(
            kind="head",
            name=word,
            sectors=_sectors(row),
            source=f"world/organisation_tails.csv:{word}",
        )
        for row in tables["organisation_tails"]
        for word in names_of(row, "words")
    }


def read_pronouns(tables: Tables) -> dict[str, Entry]:
    """Collect the pronouns."""
    return {
        row["word"]: Entry(
            kind="pronoun",
            name=row["word"],
            type=_TYPES[row["type"]],
            source=f"world/pronouns.csv:{row['word']}",
        )
        for row in tables["pronouns"]
    }


def _place_entry(row: Row, name: str) -> Entry:
    table = row.file.rsplit("/", 1)[-1]
    return Entry(
        kind="place",
        name=name,
        type="LOC",
        country=row["country"] or None,
        source=f"world/{table}:{names_of(row)[0]}",
    )


def read_places(tables: Tables) -> dict[str, Place]:
    """Collect places by name in lower case; where a name stands twice, the first one counts."""
    found: dict[str, Place] = {}
    for row in (*tables["places"], *tables["regions"]):
        names = names_of(row)
        place = Place(
            name=names[0],
            country=row["country"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            geonameid=int(row["geonameid"]) if row.get("geonameid") else None,
        )
        for name in names:
            found.setdefault(" ".join(split_parts(name)), place)
    for row in tables["countries"]:
        country = Place(name=row["name"], country=row["code"])
        for name in [row["name"], *names_of(row, "other_names")]:
            found.setdefault(" ".join(split_parts(name)), country)
        for name in [*names_of(row, "capitals"), *names_of(row, "seats")]:
            home = next(
                (found[key] for key in _keys(row, "capitals") if key in found),
                Place(name=name, country=row["code"]),
            )
            found.setdefault(" ".join(split_parts(name)), home)
    return found


def _keys(row: Row, column: str) -> list[str]:
    return [" ".join(split_parts(name)) for name in names_of(row, column)]
