"""`kawat check`: faults of the codebook, one a line."""

from __future__ import annotations

from kawat.checking import check_files


def print_check(files: tuple[str, ...], *, form_only: bool = False) -> int:
    """Print every fault and warning and a summary; give 1 if there are faults, else 0."""
    report = check_files(files, run=not form_only)
    for warning in report.warnings:
        print(f"warning: {warning}")
    for fault in report.faults:
        print(fault)
    print(report.summary)
    return int(bool(report.faults))
