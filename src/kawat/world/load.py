"""Reading the tables of the world into one frozen object."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kawat.tables import Row, read_csv
from kawat.world.checks import read_tables
from kawat.world.entries import (
    read_entries,
    read_people,
    read_places,
    read_pronouns,
    read_tails,
    read_words,
)
from kawat.world.lexicon import Entry, Lexicon, make_lexicon
from kawat.world.time_words import TimeWords, read_time_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kawat.records import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The compiled tables.

    Attributes:
        lexicon: Every phrase of the tables.
        people: Terms of office by the lower-case name or usual short name.
        places: Places by lower-case name.
        words: Small word classes of words.csv by kind, in lower case.
        pronouns: Entries of pronouns by word.
        tails: Entries of the last words of bodies' names ("Ltd") by word.
        countries: Usual Indonesian name by code.
        times: The words of dates.
    """

    lexicon: Lexicon
    people: Mapping[str, tuple[Entry, ...]]
    places: Mapping[str, Place]
    words: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, Entry]
    tails: Mapping[str, Entry]
    countries: Mapping[str, str]
    times: TimeWords


@cache
def load_world() -> World:
    """Read and check all tables.

    Returns:
        The world; the same object at every call.

    Raises:
        CodebookError: With every fault of all tables.
    """
    tables = read_tables(read_table)
    words = read_words(tables)
    return World(
        lexicon=make_lexicon(read_entries(tables, words)),
        people=read_people(tables),
        places=read_places(tables),
        words=words,
        pronouns=read_pronouns(tables),
        tails=read_tails(tables),
        countries={row["code"]: row["name"] for row in tables["countries"]},
        times=read_time_words(tables["times"]),
    )


def read_table(table: str, columns: str) -> tuple[Row, ...]:
    """Read a table of the package.

    Args:
        table: Its name without folder and ending.
        columns: Its columns, set apart by spaces.

    Returns:
        Its rows.

    Raises:
        CodebookError: With every fault of the file.
    """
    path = files("kawat") / "world" / "tables" / f"{table}.csv"
    return read_csv(path, columns=columns.split())
