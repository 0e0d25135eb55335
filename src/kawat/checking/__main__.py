"""``python -m kawat.checking [--form] FILE …``: check rule files while writing them.

``--form`` leaves the sentences out and checks form, names and words only.
"""

from __future__ import annotations

import sys

from kawat.checking import check_files
from kawat.errors import KawatError


def main(paths: list[str]) -> int:
    """Check files, print what was found; 1 if something must be put right, 2 on wrong use."""
    try:
        named = [path for path in paths if path != "--form"]
        report = check_files(named, run="--form" not in paths)
    except KawatError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for warning in report.warnings:
        sys.stdout.write(f"{warning} (warning)\n")
    for fault in report.faults:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{report.summary}\n")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
