"""The progress bar of `kawat code`, on standard error."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Item = TypeVar("_Item")


@contextmanager
def shown_progress(stories: Iterable[_Item], paths: tuple[str, ...]) -> Iterator[Iterable[_Item]]:
    """Pass stories on while a bar on standard error counts them."""
    columns = (TextColumn("stories"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield progress.track(stories, total=_count(paths))


def _count(paths: tuple[str, ...]) -> int | None:
    """Count the stories of paths; None where that can't be known beforehand."""
    files: list[Path] = []
    for path in map(Path, paths):
        files.extend(path.rglob("*") if path.is_dir() else [path])
    if not all(path.exists() for path in files):
        return None
    return sum(_count_file(path) for path in files)


def _count_file(path: Path) -> int:
    if path.suffix == ".txt":
        return 1
    if path.suffix != ".jsonl" or not path.is_file():
        return 0
    with path.open("rb") as lines:
        return sum(1 for line in lines if line.strip())
