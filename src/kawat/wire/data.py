"""The tables of the wire, read once: house styles, labels, cues, media, places, calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.errors import CodebookError
from kawat.tables import Row, read_csv


def table(name: str, *columns: str) -> tuple[Row, ...]:
    """Read a table of ``kawat/wire/tables``.

    Args:
        name: File name without ".csv".
        columns: The columns it must have.

    Raises:
        CodebookError: If the table is wrong, with all its faults.
    """
    return read_csv(files("kawat.wire") / "tables" / f"{name}.csv", columns=columns)


def checked(name: str, column: str, allowed: Iterable[str], *columns: str) -> tuple[Row, ...]:
    """Read a table one column of which takes only some values.

    Raises:
        CodebookError: If the table is wrong or the column holds anything else.
    """
    rows = table(name, *columns)
    values = frozenset(allowed)
    message = f"unknown {column}; allowed: {', '.join(sorted(values))}"
    faults = tuple(row.fault(message) for row in rows if row[column] not in values)
    if faults:
        raise CodebookError(faults)
    return rows


def alternatives(phrases: Iterable[str]) -> str:
    r"""Return a pattern that matches any of some phrases, the longest first.

    >>> alternatives(["Baca", "Baca juga"])
    'Baca\\s+juga|Baca'
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)


def fold(text: str) -> str:
    """Return a name as it is looked up: lower case, single spaces, without end punctuation.

    >>> fold("  Suara   Contoh, ")
    'suara contoh'
    """
    return " ".join(text.split()).strip(" .,;:").lower()


ROLES = ("reporter", "translator", "editor", "source", "copyright", "photo", "other")


@cache
def credit_labels() -> tuple[Row, ...]:
    """Labels of credit lines with their role."""
    return checked("credit_labels", "role", ROLES, "label", "role", "loose")


@cache
def media() -> Mapping[str, str]:
    """Name of a medium, folded → its kind: agency, press, outlet, initials, house."""
    kinds = ("agency", "press", "outlet", "initials", "house")
    return {
        fold(row["name"]): row["kind"] for row in checked("media", "kind", kinds, "name", "kind")
    }


@cache
def places() -> frozenset[str]:
    """Places that may stand alone in a dateline, folded."""
    return frozenset(fold(row["place"]) for row in table("places", "place"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Months and days of the week by their names in lower case, and patterns that match a name.

    ``other_pattern`` matches the words that make a day another than that of the story ("lalu").
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    month_pattern: str
    weekday_pattern: str
    other_pattern: str


@cache
def calendar() -> Calendar:
    """Read the Indonesian calendar words."""
    rows = checked("calendar", "kind", ("month", "weekday", "other"), "kind", "name", "number")
    named: dict[str, dict[str, int]] = {"month": {}, "weekday": {}, "other": {}}
    for row in rows:
        named[row["kind"]][row["name"].lower()] = int(row["number"])
    pattern = {kind: alternatives(r["name"] for r in rows if r["kind"] == kind) for kind in named}
    return Calendar(
        months=named["month"],
        weekdays=named["weekday"],
        month_pattern=pattern["month"],
        weekday_pattern=pattern["weekday"],
        other_pattern=pattern["other"],
    )
