"""Checking the data files that are named, or all."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from kawat.checking.report import CheckReport
from kawat.checking.rules import Proof, check_rules
from kawat.errors import CodebookError, Fault, InputError
from kawat.tables import DataFile, package_files, read_csv, relative_name

# Folders of the package that hold tables.
TABLE_FOLDERS = ("wire", "language", "world", "coding")


def check_files(paths: Sequence[str] = (), *, run: bool = True) -> CheckReport:
    """Check rule files and tables; prove the rules by running their sentences.

    Args:
        paths: Files, or names within the codebook ("acts/meet.yml"). None at all: every data
            file of the package.
        run: Whether to run the sentences; without, only form, names and words are checked.

    Returns:
        What must be put right, warnings, and one line that sums up.

    Raises:
        InputError: There is no such file, or it is neither a rule file nor a table.
        ModelError: The language model can't be loaded.
    """
    if not paths:
        proof, faults = _prove(None, run=run)
        faults += _table_faults(load=run)
    else:
        found = [_find(path) for path in paths]
        rules = [path for path in found if path.name.endswith(".yml")]
        proof, faults = _prove(rules, run=run) if rules else (None, [])
        tables = (path for path in found if path.name.endswith(".csv"))
        faults += [fault for table in tables for fault in _csv_faults(table)]
    return CheckReport(
        faults=tuple(dict.fromkeys(faults)),
        warnings=proof.warnings if proof else (),
        summary=_summary(proof, len(set(faults))),
    )


def _prove(paths: Sequence[DataFile] | None, *, run: bool) -> tuple[Proof | None, list[Fault]]:
    try:
        proof = check_rules(paths, run=run)
    except CodebookError as error:
        return None, list(error.faults)
    return proof, list(proof.faults)


def _summary(proof: Proof | None, faults: int) -> str:
    counted = f"{faults} {'fault' if faults == 1 else 'faults'}"
    if proof is None:
        return counted
    return (
        f"{proof.rules:,} rules, {proof.sentences:,} sentences, "
        f"{proof.known_misses:,} known misses, {len(proof.warnings):,} warnings, {counted}"
    )


def _find(path: str) -> DataFile:
    """Return the file that is meant."""
    if not path.endswith((".yml", ".csv")):
        raise InputError(f"{path}: name a rule file (.yml) or a table (.csv)")
    given = Path(path)
    if given.is_file():
        return given.resolve()
    for candidate in package_files("codebook", ".yml"):
        if relative_name(candidate) in (path, f"codebook/{path}"):
            return candidate
    raise InputError(f"{path}: no such file; name a path or a file such as acts/meet.yml")


def _table_faults(*, load: bool) -> list[Fault]:
    """Return what is wrong in the tables of the package, by their readers' own rules."""
    faults = [
        fault
        for folder in TABLE_FOLDERS
        for table in package_files(folder, ".csv")
        for fault in _csv_faults(table)
    ]
    if load and not faults:
        from kawat.world import load_world

        try:
            load_world()
        except CodebookError as error:
            faults.extend(error.faults)
    return faults


def _csv_faults(table: DataFile) -> Iterator[Fault]:
    """Yield what is wrong in a table's form, whatever its columns are called."""
    lines = table.read_bytes().decode("utf-8", "replace").splitlines()
    header = next((line for line in lines if not line.startswith("#")), "")
    try:
        read_csv(table, columns=next(csv.reader([header]), []))
    except CodebookError as error:
        yield from error.faults
