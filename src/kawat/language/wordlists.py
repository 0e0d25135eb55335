"""The word lists of the tokenizer and the sentence splitter, read once from ``data/``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kawat.tables import Row, read_csv


def read_table(name: str, *columns: str) -> tuple[Row, ...]:
    """Read a table of ``kawat/language/data``.

    Args:
        name: File name without ".csv".
        columns: The columns it must have.

    Raises:
        CodebookError: If the table is wrong, with all its faults.
    """
    return read_csv(files("kawat.language") / "data" / f"{name}.csv", columns=columns)


@cache
def whole_words() -> frozenset[str]:
    """Words that end like a clitic but are one token ("hanya", "punya"), in lower case."""
    return frozenset(row["word"] for row in read_table("whole_words", "word"))


@cache
def clitic_hosts() -> dict[str, frozenset[str]]:
    """Clitic → the words after which it is a token of its own ("lah" → "itu", "tidak" …)."""
    hosts: dict[str, set[str]] = {}
    for row in read_table("clitic_hosts", "clitic", "host"):
        hosts.setdefault(row["clitic"], set()).add(row["host"])
    return {clitic: frozenset(words) for clitic, words in hosts.items()}


def _abbreviations() -> tuple[Row, ...]:
    return read_table("abbreviations", "abbreviation", "after")


@cache
def abbreviations() -> dict[str, bool]:
    """Abbreviation without its last full stop, in lower case → whether a sentence may end there."""
    rows = _abbreviations()
    return {r["abbreviation"]: r["after"] == "any" for r in rows if r["after"] != "number"}


@cache
def number_words() -> frozenset[str]:
    """Words that are abbreviations only before a number ("km. 47"), in lower case."""
    rows = _abbreviations()
    return frozenset(row["abbreviation"] for row in rows if row["after"] == "number")


@cache
def openers() -> frozenset[str]:
    """Words that open a sentence and begin no name ("ia", "namun"), in lower case."""
    return frozenset(row["word"] for row in read_table("openers", "word"))
