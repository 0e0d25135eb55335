"""The floors under the scores, where the gold stories lie beside the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KAWAT_SHARED", ROOT.parent / "shared"))
GOLD = Path(os.environ.get("KAWAT_GOLD", SHARED / "gold"))


@pytest.mark.skipif(not GOLD.is_dir(), reason="no gold stories beside the project")
def test_scores_hold_their_floors() -> None:
    """No figure falls below its floor: the same as `make score`."""
    done = subprocess.run(
        [sys.executable, "scores/run.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if "floors not compared" in done.stdout:
        pytest.skip(done.stdout.splitlines()[-1])
