"""What a check of the codebook found."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.errors import Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """The outcome of a check.

    Attributes:
        faults: What must be put right; empty if all is well.
        warnings: What is allowed but should be looked at.
        summary: One line: how much was checked and how it went.
    """

    faults: tuple[Fault, ...]
    summary: str
    warnings: tuple[Fault, ...] = ()
