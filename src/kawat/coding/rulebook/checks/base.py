"""What a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from kawat.coding.rulebook.sources import Sources
from kawat.errors import Fault

Severity = Literal["error", "unproven", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check of the codebook.

    Attributes:
        code: Its number ("CB004").
        severity: What a finding means.
        meaning: What holds where it finds nothing, in one sentence.
        find: Yields a fault for each place where it does not hold.
    """

    code: str
    severity: Severity
    meaning: str
    find: Callable[[Sources], Iterator[Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault that a check found."""

    code: str
    severity: Severity
    fault: Fault

    def __str__(self) -> str:
        return f"{self.fault} [{self.code} {self.severity}]"
