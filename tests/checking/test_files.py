"""Tests of checking files by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.checking import check_files
from kawat.errors import InputError


def test_check_files_finds_faults_of_form(tmp_path: Path) -> None:
    """A file outside the package is checked as an act file; other files' faults stay out."""
    path = tmp_path / "mine.yml"
    path.write_text("- id: x\n  type: AIDS\n  verbs: [bantu]\n", encoding="utf-8")
    report = check_files([str(path)], run=False)
    messages = [fault.message.split(";")[0] for fault in report.faults]
    assert messages == ["no hits", "no near_misses", 'unknown type "AIDS"']
    assert report.summary.startswith("1 rules, 0 sentences")
    assert report.summary.endswith("3 faults")


def test_check_files_reads_tables(tmp_path: Path) -> None:
    """A table is checked for its form, whatever its columns."""
    path = tmp_path / "names.csv"
    path.write_text("# note\nname,code\nA, 1\n", encoding="utf-8")
    (fault,) = check_files([str(path)]).faults
    assert fault.line == 3


@pytest.mark.parametrize("name", ["acts/none.yml", "none.csv", "README.md"])
def test_check_files_refuses_unknown_files(name: str) -> None:
    """A file that does not exist or is no data is an input error that says what to name."""
    with pytest.raises(InputError, match="name a"):
        check_files([name])


def test_check_files_knows_names_within_the_codebook() -> None:
    """A name such as "plover.yml" is enough."""
    assert check_files(["plover.yml"], run=False).faults == ()
