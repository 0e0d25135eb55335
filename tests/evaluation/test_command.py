"""`kawat evaluate`: what it prints, what it writes, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

TEXT = "Polisi menangkap dua aktivis di Makassar."
GOLD = {
    "id": "a",
    "text": TEXT,
    "events": [
        {"type": "COERCE", "trigger": "menangkap", "sentence": TEXT, "modes": ["arrest"]},
        {"type": "PROTEST", "trigger": "aktivis", "sentence": TEXT},
    ],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Give a gold file of one story."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def test_tables_show_figures_confusion_and_errors(run_kawat: Run, gold: Path) -> None:
    """The default is for people: 80 columns, and the place of each miss."""
    done = run_kawat("evaluate", gold)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert any(line.split()[:2] == ["type", "100"] for line in lines)
    assert any(line.split() == ["PROTEST", "·", "·", "1"] for line in lines)
    assert "missed a [21:28]" in done.stdout
    assert max(map(len, lines)) <= 80


def test_json_and_errors_file_hold_everything(run_kawat: Run, gold: Path, tmp_path: Path) -> None:
    """`--format json` for programs; `--errors` for a spreadsheet."""
    errors = tmp_path / "errors.tsv"
    done = run_kawat("evaluate", gold, "--format", "json", "--errors", errors, "--show", "0")
    found = json.loads(done.stdout)
    assert found["figures"]["events.type"]["hits"] == 1
    assert found["figures"]["events.type"]["intervals"]["r"] == [0.5, 0.5]
    assert {"gold": "PROTEST", "coded": None, "events": 1} in found["confusion"]
    heading, row = (line.split("\t") for line in errors.read_text("utf-8").splitlines())
    told = dict(zip(heading, row, strict=True))
    assert (told["outcome"], told["story"], told["trigger"]) == ("missed", "a", "aktivis")
    assert (told["start"], told["end"], told["sentence"]) == ("21", "28", TEXT)


def test_records_that_are_there_are_taken(run_kawat: Run, gold: Path, tmp_path: Path) -> None:
    """`--coded` gives the same figures without coding anew."""
    coded = tmp_path / "coded.jsonl"
    coded.write_text(run_kawat("code", gold).stdout, encoding="utf-8")
    now = run_kawat("evaluate", gold, "--format", "json")
    then = run_kawat("evaluate", gold, "--format", "json", "--coded", coded)
    assert (then.returncode, then.stdout) == (0, now.stdout)


def test_missing_record_is_said(run_kawat: Run, gold: Path, tmp_path: Path) -> None:
    """Exit code 1: the figures stand, but something is wanting."""
    coded = tmp_path / "coded.jsonl"
    coded.write_text("", encoding="utf-8")
    done = run_kawat("evaluate", gold, "--coded", coded)
    assert done.returncode == 1
    assert "without a record, and counted as empty: a" in done.stdout


def test_broken_line_is_said_and_the_rest_evaluated(run_kawat: Run, gold: Path) -> None:
    """Exit code 2, one line for each fault, figures of the other stories."""
    with gold.open("a", encoding="utf-8") as lines:
        lines.write('{"id": "b"\n')
    done = run_kawat("evaluate", gold)
    assert done.returncode == 2
    assert done.stderr.startswith(f"kawat: {gold}:2: broken JSON")
    assert done.stderr.count("\n") == 1
    assert "1 story, coded in full" in done.stdout


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("", [], "no story that can be compared"),
        (json.dumps(GOLD), ["--errors", "missing/errors.tsv"], "missing/errors.tsv"),
        (json.dumps(GOLD), ["--coded", "missing.jsonl"], "missing.jsonl"),
        (json.dumps(GOLD), ["--texts", "missing.jsonl"], "missing.jsonl"),
        (json.dumps(GOLD), ["--format", "xml"], "xml"),
    ],
)
def test_wrong_use_is_said_in_one_line(
    run_kawat: Run, gold: Path, content: str, arguments: list[str], said: str
) -> None:
    """Exit code 2, nothing on standard output."""
    gold.write_text(content, encoding="utf-8")
    done = run_kawat("evaluate", gold, *arguments, cwd=gold.parent)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert said in done.stderr
