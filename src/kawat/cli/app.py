"""The commands and their options. What they do is imported when they run, to keep help quick."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kawat import __version__

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How records are printed."""

    TABLE = "table"
    JSONL = "jsonl"


class ReportFormat(StrEnum):
    """How a report on many stories is printed."""

    TABLE = "table"
    JSON = "json"


def _check_date(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        fault = f"{given!r} is no date; write it as 2025-01-17"
        raise typer.BadParameter(fault) from None


Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, or - for standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        callback=_check_date,
        help="Day of publication (2025-01-17) of stories that don't bring their own.",
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="Default: table on a terminal, jsonl elsewhere."),
]


@app.callback()
def root(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Read Indonesian newswire, print records that can be checked word by word."""
    if version:
        print(f"kawat {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())
        raise typer.Exit


@app.command()
def code(paths: Paths = None, output: FormatOption = None, published: Published = None) -> None:
    """Code stories: who did what to whom, who said what, visits, agreements.

    .txt files hold one story each; .jsonl files one story a line, with id, text and optionally
    title, published, url and outlet.

    Example: kawat code story.txt --published 2025-01-17
    """
    from kawat.cli.coding import code_paths, print_stories

    stories = code_paths(_given(paths), published=published)
    raise typer.Exit(print_stories(stories, as_table=_as_table(output)))


@app.command()
def demo(output: FormatOption = None) -> None:
    """Code the bundled stories, which are invented.

    Example: kawat demo
    """
    from kawat.cli.coding import code_paths, demo_paths, print_stories

    # A demonstration is for people, even where its output is kept.
    as_table = output is not Format.JSONL
    raise typer.Exit(print_stories(code_paths(demo_paths()), as_table=as_table))


@app.command()
def explain(paths: Paths = None, published: Published = None) -> None:
    """Tell what was coded by which rule, and what was considered and dropped, and why.

    Example: kawat explain story.txt
    """
    from kawat.cli.coding import code_paths
    from kawat.cli.explaining import print_explained

    raise typer.Exit(print_explained(code_paths(_given(paths), published=published)))


@app.command()
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Codebook files; all of them if none is named."),
    ] = None,
    *,
    form: Annotated[bool, typer.Option("--form", help="Form and names only, no examples.")] = False,
) -> None:
    """Check the codebook: every rule, every table, every example of a rule.

    Example: kawat check acts/meet.yml
    """
    from kawat.cli.checking import print_check

    raise typer.Exit(print_check(tuple(files or ()), form_only=form))


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Stories that people coded.")],
    coded: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Their records, made by kawat code; else coded now."),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Texts of lean stories: id, text, title, published."),
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write all misses and extras there, as a table (TSV)."),
    ] = None,
    output: Annotated[ReportFormat, typer.Option("--format")] = ReportFormat.TABLE,
    show: Annotated[
        int, typer.Option(metavar="N", min=0, help="Misses and extras to show in the tables.")
    ] = 20,
    resamples: Annotated[
        int, typer.Option(metavar="N", min=1, help="Draws of stories behind the intervals.")
    ] = 1000,
    seed: Annotated[int, typer.Option(metavar="N", min=0, help="Seed of the draws.")] = 0,
) -> None:
    """Compare Kawat's coding with stories that you coded: figures, confused types, errors.

    GOLD is a .jsonl file, one story a line: full (text, entities, events …, as in the guidelines)
    or lean (sentences and events by their offsets). docs/evaluating.md tells the keys.

    Example: kawat evaluate gold.jsonl --errors errors.tsv
    """
    from kawat.cli.evaluating import Settings, print_evaluation

    settings = Settings(
        gold=gold,
        coded=coded,
        texts=texts,
        errors=errors,
        as_json=output is ReportFormat.JSON,
        show=show,
        resamples=resamples,
        seed=seed,
    )
    raise typer.Exit(print_evaluation(settings))


@app.command()
def doctor() -> None:
    """Look whether this installation is whole, and code a sentence.

    Example: kawat doctor
    """
    from kawat.cli.doctor import print_findings

    raise typer.Exit(print_findings())


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    Example: kawat schema > story.schema.json
    """
    import json

    from kawat.schema import story_schema

    print(json.dumps(story_schema(), ensure_ascii=False, indent=2))


def _given(paths: list[str] | None) -> tuple[str, ...]:
    if paths:
        return tuple(paths)
    if sys.stdin.isatty():
        raise typer.BadParameter("name a file or a folder, or - for standard input")
    return ("-",)


def _as_table(output: Format | None) -> bool:
    return sys.stdout.isatty() if output is None else output is Format.TABLE
