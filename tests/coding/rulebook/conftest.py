"""A small codebook to write into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kawat.coding.rulebook.checks import Finding, run_checks
from kawat.coding.rulebook.sources import Sources, read_sources
from kawat.tables import DataFile, package_files, relative_name

BASE = ("codebook/plover.yml", "codebook/slots.yml", "codebook/composition.yml")
RULE = """\
- id: tangkap
  type: COERCE
  verbs: [tangkap]
  hits: [Polisi menangkap dua aktivis.]
  near_misses: [Kiper menangkap bola.]
"""


@pytest.fixture
def base() -> tuple[DataFile, ...]:
    """Give the files that every codebook needs."""
    return tuple(p for p in package_files("codebook", ".yml") if relative_name(p) in BASE)


@pytest.fixture
def read(tmp_path: Path, base: tuple[DataFile, ...]) -> Callable[[str], Sources]:
    """Read a rule file; one whose text has "alone" or "results" is an operator file."""

    def read_text(text: str) -> Sources:
        folder = "operators" if "results:" in text or "alone:" in text else "acts"
        path = tmp_path / folder / "try.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return read_sources((*base, path))

    return read_text


@pytest.fixture
def find(read: Callable[[str], Sources]) -> Callable[[str], list[Finding]]:
    """Give what the checks find in a rule file, the base files' own findings left out."""

    def findings(text: str) -> list[Finding]:
        return [f for f in run_checks(read(text)) if f.fault.file.endswith("try.yml")]

    return findings
