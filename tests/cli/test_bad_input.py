"""Bad input: a clear message or an empty record with `problems`; the others are still coded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

GOOD = "Polisi menangkap dua aktivis di Makassar."
ENGLISH = (
    "The president met the prime minister on Monday. They discussed trade and signed an agreement "
    "that will enter into force next year, officials said after the meeting in the capital."
)

# What is wrong → the file's suffix and content; the keys name the files.
BAD_FILES = {
    "empty": (".txt", b""),
    "blank": (".txt", b" \n\n \t\n"),
    "binary": (".txt", bytes(range(256)) * 20),
    "invalid-utf-8": (".txt", b"Polisi menangkap " + b"\xff\xfe\xfa" * 5 + b" di Medan."),
    "line-of-5-MB": (".txt", b"Polisi menangkap dua aktivis. " * 170_000),
    "english": (".txt", ENGLISH.encode()),
    "no-text": (".jsonl", b'{"id": "x", "title": "Tanpa isi"}\n'),
    "broken-json": (".jsonl", b'{"id": "x", "text": "Polisi\n'),
    "no-object": (".jsonl", b'["Polisi menangkap"]\n'),
    "text-is-number": (".jsonl", b'{"id": "x", "text": 12}\n'),
    "no-date": (".jsonl", b'{"id": "x", "text": "Polisi.", "published": "kemarin"}\n'),
}


@pytest.fixture(scope="module")
def coded(run_kawat: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Code a folder of all bad stories with a good one among them; give records by file."""
    folder = tmp_path_factory.mktemp("bad")
    files = {**BAD_FILES, "good": (".txt", GOOD.encode())}
    for name, (suffix, content) in files.items():
        (folder / f"{name}{suffix}").write_bytes(content)
    done = run_kawat("code", folder)
    assert (done.returncode, done.stderr) == (1, "")
    records = map(json.loads, done.stdout.splitlines())
    return dict(zip(sorted(files), records, strict=True))


@pytest.mark.parametrize("case", BAD_FILES)
def test_bad_story_gives_its_line_and_the_reason(
    coded: dict[str, dict[str, Any]], case: str
) -> None:
    """One record with `problems`; nothing is coded from what can't be read."""
    record = coded[case]
    assert record["schema"] == "kawat/1"
    assert record["problems"]
    assert record["events"] == []


def test_good_story_among_bad_ones_is_coded(coded: dict[str, dict[str, Any]]) -> None:
    """Bad stories cost the good one nothing."""
    assert (coded["good"]["problems"], len(coded["good"]["events"])) == ([], 1)


def test_english_story_yields_nothing(run_kawat: Run) -> None:
    """A language that Kawat doesn't read is said, and nothing is guessed."""
    done = run_kawat("code", given=ENGLISH)
    story = json.loads(done.stdout)
    assert (done.returncode, story["language"]) == (1, "en")
    assert (story["events"], story["statements"], story["entities"]) == ([], [], [])
    assert story["text"] == ENGLISH


def test_good_lines_around_bad_ones_are_coded(run_kawat: Run, tmp_path: Path) -> None:
    """A bad line costs no other line its record."""
    lines = [json.dumps({"id": "a", "text": GOOD}), "{", json.dumps({"id": "c", "text": GOOD})]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run_kawat("code", path)
    first, bad, last = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1
    assert (first["id"], last["id"]) == ("a", "c")
    assert len(first["events"]) == len(last["events"]) == 1
    assert "2" in bad["problems"][0], "the number of the line is said"


@pytest.mark.parametrize("make", ["missing.txt", "folder", "foto.jpg"])
def test_unreadable_path_is_said_in_one_line(run_kawat: Run, tmp_path: Path, make: str) -> None:
    """Exit code 2, one line that names the path; the other paths are still coded."""
    good, bad = tmp_path / "good.txt", tmp_path / make
    good.write_text(GOOD, encoding="utf-8")
    if make == "folder":
        bad.mkdir()
    elif make == "foto.jpg":
        bad.write_bytes(b"\xff\xd8")
    done = run_kawat("code", bad, good)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert make in done.stderr
    assert json.loads(done.stdout)["events"][0]["type"] == "COERCE"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["code", "--format", "xml"], "xml"),
        (["code", "--published", "17 Januari"], "2025-01-17"),
        (["code", "--published", "2025-02-30"], "2025-02-30"),
        (["code", "--tanggal", "2025-01-17"], "--tanggal"),
        (["kode"], "kode"),
        (["explain", "missing.txt"], "missing.txt"),
        (["check", "acts/missing.yml"], "acts/missing.yml"),
    ],
)
def test_wrong_use_is_said_in_one_line(run_kawat: Run, arguments: list[str], words: str) -> None:
    """Exit code 2 and one line that says what is wrong."""
    done = run_kawat(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("kawat: ")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert "Value error" not in done.stderr
