"""Where the data lie: KAWAT_DATA or ../shared/data; gold: KAWAT_GOLD or ../shared/gold."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path(os.environ.get("KAWAT_BUILD", ROOT / "build" / "training"))
MODEL = ROOT / "src" / "kawat" / "language" / "model"


def data(part: str) -> Path:
    """Path of a part of the data; says what is missing when it is absent."""
    return _find(os.environ.get("KAWAT_DATA", ROOT.parent / "shared" / "data"), part, "KAWAT_DATA")


def gold(part: str) -> Path:
    """Path of a gold file."""
    return _find(os.environ.get("KAWAT_GOLD", ROOT.parent / "shared" / "gold"), part, "KAWAT_GOLD")


def _find(root: str | Path, part: str, variable: str) -> Path:
    path = Path(root) / part
    if not path.exists():
        raise SystemExit(
            f"{path}: training data not found; set {variable} to the folder that holds {part}"
        )
    return path
