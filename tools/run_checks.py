"""Run every check in order, report all of them, fail if any failed: what `make test` does."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", ".")),
    ("lint", ("ruff", "check", ".")),
    ("types", ("mypy",)),
    ("layers", ("lint-imports",)),
    ("codebook", ("kawat", "check")),
    ("tests and scores", ("pytest", "-q", "-rfEs", "-n", "2", "--dist", "worksteal")),
)


def main() -> int:
    """Run the checks; the exit code is the number of those that failed."""
    results: list[tuple[str, bool, float]] = []
    for name, (program, *arguments) in CHECKS:
        print(f"── {name}: {program} {' '.join(arguments)}", flush=True)
        start = time.perf_counter()
        done = subprocess.run([str(BIN / program), *arguments], cwd=ROOT, check=False)
        results.append((name, done.returncode == 0, time.perf_counter() - start))
    print("──")
    for name, passed, seconds in results:
        print(f"{'ok    ' if passed else 'FAILED'} {name:18} {seconds:6.1f} s")
    return sum(not passed for _, passed, _ in results)


if __name__ == "__main__":
    sys.exit(main())
