"""Train the second opinion: `python -m training.opinion`.

Reads the gold and the articles beside the project, writes the packaged weights, the figures and
docs/opinion-card.md. Needs scikit-learn. Two minutes on one core, one of them for the analysis of
the stories, which is kept for the next time. `--fast` leaves out the figures and the card.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kawat.coding.opinion.model import load_model
from training.opinion.figures import markdown, table
from training.opinion.fit import Settings, described, fit
from training.opinion.stories import load_coded
from training.paths import ROOT

if TYPE_CHECKING:
    from kawat.coding.opinion.model import Model

WEIGHTS = ROOT / "src" / "kawat" / "coding" / "opinion" / "weights.json"
TEMPLATE = ROOT / "training" / "opinion" / "card.md"
CARD = ROOT / "docs" / "opinion-card.md"


def main() -> None:
    """Train, write, report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="no figures, no card")
    options = parser.parse_args()
    settings = Settings()
    stories = [described(story) for story in load_coded()]
    # lean.dev stays a test: only the stories that were coded for this purpose are trained on.
    train = [one for one in stories if not one.story.tested]
    model = fit(train, settings)
    WEIGHTS.write_text(_json(model), encoding="utf-8")
    load_model.cache_clear()
    sizes = f"{len(model.candidate.weights)} and {len(model.story.weights)} features"
    print(f"{WEIGHTS.relative_to(ROOT)}: {WEIGHTS.stat().st_size // 1024} KiB, {sizes}")
    if options.fast:
        return
    figures = markdown(table(stories, settings))
    print(figures)
    card = TEMPLATE.read_text(encoding="utf-8")
    filled = card.replace("{figures}", figures).replace("{sizes}", sizes)
    filled = filled.replace("{stories}", str(len(train)))
    typed = sum(1 for one in train if "types" in one.story.gold)
    filled = filled.replace("{typed}", str(typed))
    filled = filled.replace("{spared}", ", ".join(sorted(model.spared)))
    filled = filled.replace("{threshold}", str(settings.threshold))
    CARD.write_text(filled, encoding="utf-8")


def _json(model: Model) -> str:
    plain = asdict(model) | {"spared": sorted(model.spared)}
    return json.dumps(plain, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


if __name__ == "__main__":
    main()
