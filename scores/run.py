"""Score Kawat against coded stories and hold the floors: what `make score` does.

    python scores/run.py                      the dev stories, against the floors
    python scores/run.py --update             raise the floors to what was reached
    python scores/run.py --gold FOLDER        other stories, no floors
    python scores/run.py --only lean --keep F --errors F    one set; keep records, list errors

The stories lie beside the project (KAWAT_SHARED, KAWAT_GOLD name other folders). Where there are
none, nothing is scored, and the reason is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from floors import Figures, Floors
from gold import GOLD, SHARED, GoldSet, find_sets
from kawat import Coder

# What floors are held under; the scorers print more. Of p/r/f1 figures f1, and p where named.
WITH_PRECISION = frozenset({"stories.events.type", "lean.event"})
NOT_HELD = ("stories.events.type.", "lean.event.", "plover_examples.types", "plover_examples.n")


def main() -> int:
    """Score; the exit code is 1 if a figure fell below its floor."""
    options = _options()
    sets = _chosen(options)
    if not sets:
        print(f"skipped: no gold stories in {options.gold or GOLD}")
        return 0
    keep = nullcontext(options.keep) if options.keep else tempfile.TemporaryDirectory()
    figures: Figures = {}
    with keep as folder:
        for gold in sets:
            scored = _score(gold, Path(folder), options)
            figures.update(_figures(gold.name, scored))
    if options.gold:
        _print(figures, {})
        return 0
    return _hold(figures, {gold.name: gold.fingerprint for gold in sets}, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, help="folder with other gold stories; no floors")
    parser.add_argument("--only", action="append", help="stories, lean or plover_examples")
    parser.add_argument("--keep", type=Path, help="folder to keep the coded stories in")
    parser.add_argument("--errors", type=Path, help="folder for lists of misses and extras")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower them")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> list[GoldSet]:
    found = find_sets(options.gold or GOLD)
    return [gold for gold in found if not options.only or gold.name in options.only]


def _score(gold: GoldSet, folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Code the stories of a set and run its scorer."""
    folder.mkdir(parents=True, exist_ok=True)
    coded = folder / f"{gold.name}.coded.jsonl"
    stories, start = gold.stories(), time.perf_counter()
    with coded.open("w", encoding="utf-8") as out:
        out.writelines(story.to_json() + "\n" for story in Coder().code_stories(stories))
    seconds = time.perf_counter() - start
    print(f"{gold.name}: {len(stories)} stories in {seconds:.1f} s", file=sys.stderr)
    command = [sys.executable, SHARED / "score" / gold.script, gold.path, coded, "--json"]
    if options.errors:
        options.errors.mkdir(parents=True, exist_ok=True)
        command += ["--errors", options.errors / f"{gold.name}.errors.tsv"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scored: dict[str, Any] = json.loads(printed)
    return scored


def _figures(name: str, scored: dict[str, Any]) -> Figures:
    figures: Figures = {}
    for key, value in scored.items():
        figure = f"{name}.{key}"
        if figure.startswith(NOT_HELD) or key == "eventless_stories":
            continue
        if isinstance(value, dict):
            if value["gold"]:
                figures[f"{figure}.f1"] = value["f1"]
            if figure in WITH_PRECISION:
                figures[f"{figure}.p"] = value["p"]
        elif key != "none":
            figures[figure] = value
    return figures


def _hold(figures: Figures, fingerprints: dict[str, str], options: argparse.Namespace) -> int:
    floors = Floors()
    if options.update:
        kept = floors.save(figures, fingerprints, regress=options.allow_regression)
        for name in kept:
            print(f"kept the floor of {name}: {figures[name]:.4f} is lower (--allow-regression)")
    if options.json:
        print(json.dumps(figures, indent=1))
    else:
        _print(figures, floors.figures)
    if changed := floors.changed(fingerprints):
        print(f"floors not compared: other gold stories in {', '.join(changed)}; see --update")
        return 0
    broken = floors.broken(figures)
    for fault in broken:
        print(f"BELOW ITS FLOOR: {fault}")
    return int(bool(broken))


def _print(figures: Figures, floors: Figures) -> None:
    print(f"{'':40}{'now':>9}{'floor':>9}")
    for name, value in figures.items():
        floor = f"{floors[name]:9.4f}" if name in floors else ""
        print(f"{name:40}{value:9.4f}{floor}")


if __name__ == "__main__":
    sys.exit(main())
