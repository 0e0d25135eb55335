"""`kawat code`: options, formats, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

TEXT = "Polisi menangkap dua aktivis di Makassar."


def test_records_come_in_input_order(run_kawat: Run, tmp_path: Path) -> None:
    """One line a story, given ids kept, files and lines in their order."""
    lines = [{"id": f"c{n}", "text": f"{TEXT} Laporan {n}.", "title": "T"} for n in range(40)]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run_kawat("code", tmp_path / "b.jsonl", tmp_path / "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    coded = [json.loads(line) for line in done.stdout.splitlines()]
    assert [story["id"] for story in coded[:40]] == [line["id"] for line in lines]
    assert coded[40]["text"] == TEXT


def test_folder_is_read(run_kawat: Run, tmp_path: Path) -> None:
    """All stories of a folder are coded, sorted by name; other files are passed over."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    done = run_kawat("code", tmp_path)
    assert done.returncode == 0
    assert [json.loads(line)["text"][-1] for line in done.stdout.splitlines()] == ["a", "b"]


def test_standard_input_is_one_story(run_kawat: Run) -> None:
    """`-`, or no path at all, reads standard input."""
    for arguments in (["-"], []):
        done = run_kawat("code", *arguments, "--published", "2025-01-17", given=TEXT)
        story = json.loads(done.stdout)
        assert (done.returncode, story["published"]) == (0, "2025-01-17")
        assert story["events"][0]["type"] == "COERCE"


def test_own_date_goes_before_the_option(run_kawat: Run, tmp_path: Path) -> None:
    """`--published` is for stories that don't bring their own day."""
    path = tmp_path / "a.jsonl"
    story = {"id": "a", "text": TEXT, "published": "2024-02-29"}
    path.write_text(json.dumps(story), encoding="utf-8")
    done = run_kawat("code", path, "--published", "2025-01-17")
    assert json.loads(done.stdout)["published"] == "2024-02-29"


def test_view_shows_marks_and_tables(run_kawat: Run) -> None:
    """`--format table` is the view for people: ids in the text, then tables, 80 columns."""
    done = run_kawat("code", "--format", "table", "--published", "2025-01-17", given=TEXT)
    assert done.returncode == 0
    assert "menangkap‹v1›" in done.stdout
    assert "COERCE arrest" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_view_shows_a_title_that_is_given_apart(run_kawat: Run) -> None:
    """A headline that the text doesn't repeat stands above it."""
    story = '{"id": "a", "title": "Aksi di Makassar", "text": "Polisi menangkap dua aktivis."}'
    done = run_kawat("code", "--format", "table", given=story)
    assert "Aksi di Makassar\n" in done.stdout.replace(" \n", "\n")


def test_view_defuses_control_characters(run_kawat: Run) -> None:
    """A story can't steer the terminal that it is shown on."""
    done = run_kawat("code", "--format", "table", given=f"{TEXT} \x1b[2J\x9b2J Selesai.")
    assert "\x1b" not in done.stdout
    assert "\x9b" not in done.stdout
