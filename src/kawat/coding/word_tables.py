"""The plain word tables of the codebook, compiled once for each codebook."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from kawat.coding.agreement_words import AgreementWords, compile_agreement_words
from kawat.coding.discourse import Reporting, compile_reporting
from kawat.coding.number_words import NumberWords, compile_number_words
from kawat.coding.rulebook.types import Codebook
from kawat.coding.visit_words import VisitWords, compile_visit_words


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTables:
    """The words of ``reporting.yml``, ``numbers.yml`` and the like, each under its name."""

    reporting: Reporting
    numbers: NumberWords
    agreements: AgreementWords
    details: Mapping[str, frozenset[str]]
    visits: VisitWords


@functools.lru_cache(maxsize=2)
def compile_tables(codebook: Codebook) -> WordTables:
    """Compile the word tables of a codebook; the same codebook is compiled once.

    Args:
        codebook: The compiled codebook with its plain tables.

    Returns:
        The word tables.
    """
    return WordTables(
        reporting=compile_reporting(codebook.tables["reporting.yml"]),
        numbers=compile_number_words(codebook.tables["numbers.yml"]),
        agreements=compile_agreement_words(codebook.tables["agreements.yml"]),
        details=_word_lists(codebook.tables["details.yml"]),
        visits=compile_visit_words(codebook.tables["visits.yml"]),
    )


def _word_lists(table: object) -> dict[str, frozenset[str]]:
    """Compile a table that holds nothing but lists of words."""
    if not isinstance(table, Mapping):
        raise TypeError("details.yml must be a mapping")
    return {str(key): frozenset(map(str, value)) for key, value in table.items()}
