"""The bundled stories."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    from kawat import Coder


def test_stories_say_that_they_are_invented(demo_files: tuple[Path, ...]) -> None:
    """Nobody may take them for news."""
    assert len(demo_files) == 5
    for path in demo_files:
        last = path.read_text(encoding="utf-8").rstrip().splitlines()[-1]
        assert last == "Cerita ini rekaan untuk contoh Kawat."


def test_stories_are_coded_whole(coder: Coder, demo_files: tuple[Path, ...]) -> None:
    """Each has a date and a dateline; all but the match report give events."""
    for path in demo_files:
        story = coder.code(path.read_text(encoding="utf-8"))
        assert story.problems == ()
        assert story.published is not None, path.name
        assert story.wire.dateline is not None, path.name
        assert bool(story.events) == ("olahraga" not in path.name), path.name


def test_demo_shows_every_story(
    run_kawat: Callable[..., CompletedProcess[str]], demo_files: tuple[Path, ...]
) -> None:
    """`kawat demo` prints the view, also where it is kept in a file, on 80 columns."""
    done = run_kawat("demo")
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stdout.count("Cerita ini rekaan") == len(demo_files)
    assert "\x1b" not in done.stdout


def test_demo_prints_records(run_kawat: Callable[..., CompletedProcess[str]]) -> None:
    """`kawat demo --format jsonl` prints a line each."""
    done = run_kawat("demo", "--format", "jsonl")
    assert (done.returncode, done.stdout.count("\n")) == (0, 5)
