"""Checks of the codebook, each with a number and a sentence of meaning.

``error``: the codebook can't be used. ``unproven``: a rule lacks the examples that prove it.
``warning``: allowed, but look at it.
"""

from __future__ import annotations

from kawat.coding.rulebook.checks import examples, names, words
from kawat.coding.rulebook.checks.base import Check, Finding, Severity
from kawat.coding.rulebook.sources import Sources

CHECKS: tuple[Check, ...] = (*names.CHECKS, *words.CHECKS, *examples.CHECKS)
FORM = Check(
    code="CB001",
    severity="error",
    meaning="The file is strict YAML and every entry has the keys and values of its kind.",
    find=lambda sources: iter(sources.faults),
)

__all__ = ["CHECKS", "FORM", "Check", "Finding", "Severity", "all_checks", "run_checks"]


def all_checks() -> tuple[Check, ...]:
    """Return every check in the order of its number."""
    return tuple(sorted((FORM, *CHECKS), key=lambda check: check.code))


def run_checks(sources: Sources) -> tuple[Finding, ...]:
    """Run every check.

    Args:
        sources: The codebook's files as they were read.

    Returns:
        All findings, in the order of files and lines.
    """
    found = [
        Finding(code=check.code, severity=check.severity, fault=fault)
        for check in all_checks()
        for fault in check.find(sources)
    ]
    return tuple(sorted(found, key=lambda f: (f.fault.file, f.fault.line, f.code)))
