"""Measure on one core: stories a second, the price of coding over the parse, memory, cold start.

    python benchmarks/run.py            the articles beside the project, else the bundled stories
    python benchmarks/run.py --stories 200 --bundled

All figures come from this one run; the machine and the stories are named with them.
"""

from __future__ import annotations

import os

# Before anything loads a linear algebra library.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1")

import argparse
import gzip
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from kawat import Coder
from kawat.cli.coding import demo_paths
from kawat.language import parse_stories
from kawat.records import CodedStory
from kawat.wire import read_paths, read_story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kawat.records import RawStory

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KAWAT_DATA", ROOT.parent / "shared" / "data"))
ARTICLES = DATA / "articles" / "articles.jsonl.gz"
STARTS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=150, help="how many stories to code")
    parser.add_argument("--bundled", action="store_true", help="the bundled stories, repeated")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    whence, stories = _stories(options.stories, bundled=options.bundled)
    letters = sum(len(story.text) for story in stories)
    print(f"machine     {_processor()}, one core, Python {platform.python_version()}")
    print(
        f"stories     {len(stories)} {whence}, {letters / len(stories):.0f} characters on average"
    )
    coder = Coder()
    nlp = coder.load().nlp
    # The first stories pay for caches that later ones share.
    list(coder.code_stories(stories[:5]))
    parsed = _time(
        lambda: sum(
            1 for _ in parse_stories(map(read_story, stories), nlp, batch_size=coder.batch_size)
        )
    )
    coded = _time(lambda: sum(1 for _ in map(CodedStory.to_json, coder.code_stories(stories))))
    print(f"parse       {len(stories) / parsed:.1f} stories/s (wire and language)")
    print(f"all         {len(stories) / coded:.1f} stories/s (records as JSON lines)")
    print(f"all/parse   {coded / parsed:.2f}")
    print(f"memory      {_peak_megabytes():.0f} MB at most")
    print(f"cold start  {_cold_start():.2f} s: `kawat code` on one story, best of {STARTS}")


def _stories(count: int, *, bundled: bool) -> tuple[str, list[RawStory]]:
    if bundled or not ARTICLES.exists():
        return "bundled ones, repeated", list(islice(cycle(read_paths(demo_paths())), count))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in _articles(count):
            story = {"id": row["id"], "text": row["body"], "published": row["date"]}
            file.write(json.dumps(story) + "\n")
        file.flush()
        return "of the articles beside the project", list(read_paths([file.name]))


def _articles(count: int) -> Iterator[dict[str, str]]:
    """Read every so many, so that all outlets of the file take part."""
    with gzip.open(ARTICLES, "rb") as lines:
        step = max(1, sum(1 for _ in lines) // count)
    with gzip.open(ARTICLES, "rb") as lines:
        yield from map(json.loads, islice(lines, 0, step * count, step))


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _cold_start() -> float:
    command = [str(Path(sys.executable).with_name("kawat")), "code", demo_paths()[0]]
    return min(
        _time(lambda: subprocess.run(command, check=True, capture_output=True))
        for _ in range(STARTS)
    )


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
