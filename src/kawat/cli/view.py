"""The view for people: the story with marks and ids, then tables. Readable on 80 columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from kawat.cli.console import console
from kawat.records.display import Grid, grids, heading, marks, shown_text, tags

if TYPE_CHECKING:
    from kawat.records import CodedStory

_STYLES = {
    "entity": "bold",
    "statement": "italic",
    "event": "black on yellow",
    "also": "yellow",
}
_WHOLE = frozenset({"", "when", "arrival", "kind"})


def print_view(story: CodedStory) -> None:
    """Print one story to standard output."""
    put = console().print
    put(Rule(Text(shown_text(story.id), style="bold"), align="left"))
    put(Text(heading(story), style="dim"))
    for problem in story.problems:
        put(Text(f"Not coded in full: {shown_text(problem)}", style="bold red"))
    put()
    if story.title and story.title not in story.text:
        put(Text(shown_text(story.title), style="bold"))
        put()
    put(_marked(story))
    for grid in grids(story):
        put()
        put(_table(grid))
    put()


def _marked(story: CodedStory) -> Text:
    """Style the marks and put the ids of what ends there behind them: "bertemu‹v1›"."""
    found = marks(story)
    text = Text(shown_text(story.text))
    for mark in found:
        text.stylize(_STYLES[mark.kind], mark.start, mark.end)
    shown = tags(found)
    pieces = text.divide([end for end, _ in shown])
    marked = Text()
    for number, piece in enumerate(pieces):
        marked.append_text(piece)
        if number < len(shown):
            marked.append(f"‹{shown[number][1]}›", style="cyan")
    marked.rstrip()
    return marked


def _table(grid: Grid) -> Table:
    table = Table(
        title=grid.name,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
    )
    for column in grid.columns:
        # Ids and dates are read at a glance; what people wrote may break anywhere.
        table.add_column(column, overflow="fold", no_wrap=column in _WHOLE)
    for row in grid.rows:
        table.add_row(*map(Text, row))
    return table
