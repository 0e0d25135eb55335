"""`kawat code` and `kawat demo`: stories from paths, records to standard output."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.cli import error_line
from kawat.cli.interrupt import interruptible
from kawat.coder import Coder
from kawat.errors import InputError
from kawat.wire import read_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from kawat.pipeline import Explained
    from kawat.records import RawStory

_DEMO = Path(__file__).resolve().parent.parent / "data" / "demo"


@dataclass(slots=True)
class CodedPaths:
    """Coded stories of some paths, taken lazily; afterwards the exit code.

    Attributes:
        paths: Files, folders, or "-".
        published: Day of publication for stories that don't bring their own.
        unreadable: Paths that could not be read, so far.
        incomplete: Stories that could not be coded in full, so far.
    """

    paths: tuple[str, ...]
    published: str | None
    unreadable: list[str] = field(default_factory=list)
    incomplete: int = 0

    @property
    def exit_code(self) -> int:
        """0, or 1 if a story could not be coded, or 2 if a path could not be read."""
        return 2 if self.unreadable else int(self.incomplete > 0)

    def __iter__(self) -> Iterator[Explained]:
        for explained in interruptible(Coder().explain_stories(self._read())):
            self.incomplete += bool(explained.story.problems)
            yield explained

    def _read(self) -> Iterator[RawStory]:
        """Read path by path: one that can't be read must not cost the others their stories."""
        for path in self.paths:
            try:
                yield from read_paths([path], published=self.published)
            except InputError as error:
                self.unreadable.append(path)
                print(f"kawat: {error_line(error)}", file=sys.stderr)


def code_paths(paths: tuple[str, ...], *, published: str | None = None) -> CodedPaths:
    """Code the stories of files and folders, lazily."""
    return CodedPaths(paths=paths, published=published)


def demo_paths() -> tuple[str, ...]:
    """Give the paths of the bundled stories."""
    return tuple(str(path) for path in sorted(_DEMO.glob("*.txt")))


def print_stories(coded: CodedPaths, *, as_table: bool) -> int:
    """Print records as they are made; give the exit code."""
    with _progress(coded) as stories:
        if as_table:
            from kawat.cli.view import print_view

            for explained in stories:
                print_view(explained.story)
        else:
            for explained in stories:
                print(explained.story.to_json())
    return coded.exit_code


def _progress(coded: CodedPaths) -> AbstractContextManager[Iterable[Explained]]:
    """Show progress on standard error if it is a terminal that the records don't go to."""
    if sys.stdout.isatty() or not sys.stderr.isatty():
        return nullcontext(coded)
    from kawat.cli.progress import shown_progress

    return shown_progress(coded, coded.paths)
