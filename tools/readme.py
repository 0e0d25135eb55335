"""README's commands and what they print: run them, compare, or write the output anew.

    python tools/readme.py            rewrite the outputs and the scores of README.md

A ```sh block is run as it stands, all blocks of the file in one empty folder, in order. A ```text
block right after it is what it prints. The scores are those of scores/floors.json, which
`make score` measured. The test of README uses the same functions.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
FLOORS = ROOT / "scores" / "floors.json"
SCORES = (
    ("names and groups found (entities)", "stories.entities.found.f1"),
    ("their country", "stories.entities.country.f1"),
    ("statements, with their extent", "stories.statements.span.f1"),
    ("statements, with the right speaker", "stories.statements.attributed.f1"),
    ("events of whole coded stories: type and sentence", "stories.events.type.f1"),
    ("… precision", "stories.events.type.p"),
    ("… and the countries on both sides", "stories.events.dyad.f1"),
    ("events of further stories: type and sentence", "lean.event.f1"),
    ("… precision", "lean.event.p"),
    ("false events in 100 stories that have none", "lean.idle_per_100"),
    ("agreements: the parties", "stories.agreements.parties.f1"),
    ("visits: who to whom", "stories.visits.dyad.f1"),
    ("PLOVER's own examples: the right type among those coded", "plover_examples.any"),
)
_BLOCK = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
# Set-up and checks would run the tests from within the tests: make only tells what it would do.
_DRY = {"make": f"make -C {ROOT} --dry-run --always-make --silent"}


@dataclass(frozen=True)
class Block:
    """Commands that README shows, and the output it shows for them, if any."""

    commands: str
    output: str | None
    start: int
    end: int


def find_blocks(text: str) -> list[Block]:
    """Find the blocks of commands, in order."""
    return [
        Block(
            commands=m["commands"], output=m["output"], start=m.start("output"), end=m.end("output")
        )
        for m in _BLOCK.finditer(text)
    ]


def run_block(block: Block, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a block in a folder, with this environment's `kawat` and `python`."""
    commands = block.commands
    for word, dry in _DRY.items():
        commands = re.sub(rf"^{word}\b", dry, commands, flags=re.MULTILINE)
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def write_scores(text: str) -> str:
    """Put the scores into their place in README."""
    figures = json.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    rows = [
        f"| {name} | {figures[key]:.1f} |"
        if key.endswith("per_100")
        else f"| {name} | {figures[key]:.2f} |"
        for name, key in SCORES
    ]
    table = "\n".join(["| what | score |", "|---|---|", *rows])
    return re.sub(
        r"(<!-- scores -->\n).*?(<!-- end of scores -->)",
        lambda match: f"{match[1]}{table}\n{match[2]}",
        text,
        flags=re.DOTALL,
    )


def tidy(output: str) -> str:
    """Drop blanks at the ends of lines, which README can't show."""
    return "".join(f"{line.rstrip()}\n" for line in output.strip("\n").splitlines())


def main() -> int:
    """Write outputs and scores anew."""
    text = README.read_text(encoding="utf-8")
    pieces, position, failed = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for block in find_blocks(text):
            done = run_block(block, Path(folder))
            if done.returncode:
                failed += 1
                print(f"failed ({done.returncode}): {block.commands}{done.stdout}{done.stderr}")
            if block.output is not None:
                pieces += [text[position : block.start], tidy(done.stdout)]
                position = block.end
    README.write_text(write_scores("".join([*pieces, text[position:]])), encoding="utf-8")
    return failed


if __name__ == "__main__":
    sys.exit(main())
