"""Checks of the tables: codes, dates, numbers, names that stand twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kawat.errors import CodebookError, Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kawat.tables import Row

SECTORS = frozenset(
    (
        *("GOV", "MIL", "COP", "JUD", "LEG", "PTY", "OPP", "SPY", "PRM", "REB", "UAF", "CRM"),
        *("CVL", "BUS", "LAB", "AGR", "EDU", "JRN", "MED", "REL", "REF", "SOC", "ELI", "PRE"),
        "UNK",
    )
)
BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})

# Columns of each table; the loader reads no others.
COLUMNS = {
    "countries": "code iso2 name cldr other_names capitals seats",
    "organisations": "names country sectors",
    "institutions_id": "names sectors",
    "organisation_heads": "words sectors",
    "organisation_tails": "words sectors",
    "portfolios": "portfolio minister_short ministry_short",
    "offices": "words sectors country organisation complement",
    "titles": "words sectors",
    "groups": "words type sectors country complement",
    "governments": "words kind",
    "pronouns": "word type person number",
    "leaders": "names country sectors valid_from valid_to",
    "heads_of_state": "names country sectors valid_from valid_to",
    "places": "names country feature latitude longitude geonameid source",
    "regions": "names country latitude longitude",
    "times": "kind word value",
    "words": "kind words",
}
_KEYS = ("names", "words", "word", "portfolio", "code")
_ONCE = (
    "organisations",
    "institutions_id",
    "offices",
    "titles",
    "groups",
    "organisation_heads",
    "organisation_tails",
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CHOICES = {
    ("offices", "organisation"): ("yes", "no"),
    ("offices", "complement"): ("yes", "name", "no"),
    ("groups", "complement"): ("yes", "no"),
    ("groups", "type"): ("GRP", "ORG"),
    ("pronouns", "type"): ("PER", "GRP"),
    ("governments", "kind"): ("government", "state"),
}
Tables = dict[str, tuple["Row", ...]]


def read_tables(read: Callable[[str, str], tuple[Row, ...]]) -> Tables:
    """Read and check all tables.

    Args:
        read: Reads one table: its name and columns in, its rows out.

    Returns:
        The rows of each table.

    Raises:
        CodebookError: With every fault of all tables.
    """
    tables: Tables = {}
    faults: list[Fault] = []
    for name, columns in COLUMNS.items():
        try:
            tables[name] = read(name, columns)
        except CodebookError as error:
            faults.extend(error.faults)
    if not faults:
        faults = check_tables(tables)
    if faults:
        raise CodebookError(tuple(faults))
    return tables


def check_tables(tables: Tables) -> list[Fault]:
    """Check rows that were read.

    Args:
        tables: Rows by table.

    Returns:
        All faults, in the order of the tables.
    """
    codes = frozenset(row["code"] for row in tables.get("countries", ())) | BODIES
    faults: list[Fault] = []
    for table, rows in tables.items():
        seen: dict[str, int] = {}
        for row in rows:
            key = next((row[column] for column in _KEYS if row.get(column)), "")
            names = [name for name in key.split(";") if name]
            messages = [
                *([] if names else ["the name is missing"]),
                *_codes(row, codes),
                *_choices(table, row),
                *_values(row),
            ]
            if table in _ONCE:
                messages += [f"{n!r} stands in line {seen[n]}, too" for n in names if n in seen]
                seen.update(dict.fromkeys(names, row.line))
            entry = names[0] if names else ""
            faults += [
                Fault(file=row.file, line=row.line, entry=entry, message=m) for m in messages
            ]
    return faults


def _codes(row: Mapping[str, str], codes: frozenset[str]) -> list[str]:
    found = []
    country = row.get("country", "")
    if country and country not in codes:
        allowed = ", ".join(sorted(BODIES))
        found.append(f"country {country!r} is unknown; allowed: ISO 3166 alpha-3, {allowed}")
    for sector in row.get("sectors", "").split(";"):
        if sector and sector not in SECTORS:
            allowed = ", ".join(sorted(SECTORS))
            found.append(f"sector {sector!r} is unknown; allowed: {allowed}")
    return found


def _choices(table: str, row: Mapping[str, str]) -> list[str]:
    return [
        f"{column} {row[column]!r} is unknown; allowed: {', '.join(allowed)}"
        for (of, column), allowed in _CHOICES.items()
        if of == table and row[column] not in allowed
    ]


def _values(row: Mapping[str, str]) -> list[str]:
    """Check days, degrees and whole numbers."""
    found = []
    for column in ("valid_from", "valid_to"):
        day = row.get(column)
        if day is not None and not _DAY.fullmatch(day) and (day or column == "valid_from"):
            found.append(f"{column} {day!r} is no day; write it as 2025-01-17")
    for column, most in (("latitude", 90), ("longitude", 180)):
        text = row.get(column)
        if text and (not re.fullmatch(r"-?\d+(\.\d+)?", text) or abs(float(text)) > most):
            found.append(f"{column} {text!r} is no number from -{most} to {most}")
    for column in ("geonameid", "value"):
        text = row.get(column)
        if text and not re.fullmatch(r"-?\d+", text):
            found.append(f"{column} {text!r} is no whole number")
    return found
