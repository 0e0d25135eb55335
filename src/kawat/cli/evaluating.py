"""`kawat evaluate`: figures on coded stories, the confusion table, misses and extras."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from kawat.cli.console import console
from kawat.coder import Coder
from kawat.errors import InputError
from kawat.evaluation import Confused, evaluate, read_coded, read_gold
from kawat.records.display import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from kawat.evaluation import Difference, Estimate, Evaluation, Figure, GoldStory
    from kawat.records import CodedStory

_COLUMNS = ("outcome", "story", "start", "end", "type", "trigger", "instead", "sentence")
_AROUND = 50
_NO_STORY = "no story that can be compared; kawat evaluate -h tells what a story needs"
_NONE = "–"
_OVERALL = "Figures in percent (the middle 95 % of draws of stories)"
_BY_TYPE = "Events by type"
_CONFUSED = "Gold type (row) and type coded in the same sentence (column)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `kawat evaluate` was asked for.

    Attributes:
        gold: The coded stories.
        coded: Their records, if they are there already.
        texts: The texts of the stories, where they are apart.
        errors: File to write all misses and extras to.
        as_json: Print JSON rather than tables.
        show: How many misses and extras the view shows.
        resamples: Draws behind the intervals.
        seed: Seed of the draws.
    """

    gold: Path
    coded: Path | None
    texts: Path | None
    errors: Path | None
    as_json: bool
    show: int
    resamples: int
    seed: int


def print_evaluation(settings: Settings) -> int:
    """Evaluate and print; give the exit code: 2 if a line is broken, 1 if a record is wanting."""
    if settings.errors:
        _write(settings.errors, ())  # better known before coding than after
    gold = read_gold(settings.gold, texts=settings.texts, need_texts=settings.coded is None)
    _warn(gold.faults)
    if not gold.stories:
        raise InputError(f"{settings.gold}: {_NO_STORY}")
    found, faults = _evaluate(settings, gold.stories)
    if settings.as_json:
        print(json.dumps(found.to_dict(), ensure_ascii=False, indent=1))
    else:
        _print_view(found, settings.show)
    if settings.errors:
        _write(settings.errors, found.differences)
    broken = bool(gold.faults) or faults
    return 2 if broken else int(bool(found.uncoded or found.incomplete))


def _evaluate(settings: Settings, gold: Sequence[GoldStory]) -> tuple[Evaluation, bool]:
    """Evaluate against the records that are there, or code now; tell whether a line is broken."""
    draws = {"resamples": settings.resamples, "seed": settings.seed}
    if settings.coded is None:
        with _progress(settings, _code(gold)) as pairs:
            return evaluate(pairs, **draws), False
    coded = read_coded(settings.coded, gold)
    _warn(coded.faults)
    if coded.unasked:
        _warn([f"{settings.coded}: {coded.unasked} records are of no gold story; passed over"])
    if not coded.pairs:
        raise InputError(f"{settings.coded}: {_NO_STORY}")
    return evaluate(coded.pairs, **draws), bool(coded.faults)


def _code(gold: Sequence[GoldStory]) -> Iterator[tuple[GoldStory, CodedStory]]:
    given = [story.given for story in gold if story.given]
    return zip(gold, Coder().code_stories(given), strict=True)


def _progress(
    settings: Settings, pairs: Iterator[tuple[GoldStory, CodedStory]]
) -> AbstractContextManager[Iterable[tuple[GoldStory, CodedStory]]]:
    if not sys.stderr.isatty():
        return nullcontext(pairs)
    from kawat.cli.progress import shown_progress

    return shown_progress(pairs, (str(settings.gold),))


def _warn(faults: Iterable[str]) -> None:
    for fault in faults:
        print(f"kawat: {_one_line(fault)}", file=sys.stderr)


def _write(path: Path, differences: Iterable[Difference]) -> None:
    """Write misses and extras as tab-separated values under a line of headings."""
    rows = [_COLUMNS, *map(_cells, differences)]
    try:
        path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "can't be written").lower()
        raise InputError(f"{path}: {reason}; name a file that can be written") from error


def _cells(difference: Difference) -> tuple[str, ...]:
    values = (getattr(difference, name) for name in _COLUMNS)
    return tuple("" if value is None else _one_line(str(value)) for value in values)


def _one_line(words: str) -> str:
    return " ".join(shown_text(words).split())


def _print_view(found: Evaluation, show: int) -> None:
    put = console().print
    tables = [(_OVERALL, _figures(found.overall()))]
    if found.by_type():
        tables += [(_BY_TYPE, _figures(found.by_type())), (_CONFUSED, _confusion(found.confused))]
    for name, table in tables:
        # Not as the table's title, which would be folded to its width.
        put(Text(name, style="bold"))
        put(table)
        put()
    for line in _summary(found):
        print(line)
    _print_differences(found, show)


def _figures(figures: Mapping[str, Figure]) -> Table:
    """Lay out figures; those of one kind of record stand under its name."""
    table = _table()
    for heading in ("", "P", "", "R", "", "F1", "", "hits", "coded", "gold"):
        table.add_column(heading, justify="right" if heading else "left", no_wrap=True)
    kind = ""
    for figure_name, figure in figures.items():
        if not figure.counts.coded and not figure.counts.gold:
            continue
        before, dot, short = figure_name.partition(".")
        if dot and before != kind:
            kind = before
            table.add_row(Text(kind, style="bold"))
        table.add_row(f"  {short}" if dot else figure_name, *_measured(figure))
    return table


def _measured(figure: Figure) -> Iterator[str]:
    """Give the cells of a figure; a share of nothing is not shown."""
    counts = figure.counts
    yield from _percent(figure.precision) if counts.coded else (_NONE, "")
    yield from _percent(figure.recall) if counts.gold else (_NONE, "")
    yield from _percent(figure.f1) if counts.gold else (_NONE, "")
    yield from map(str, counts)


def _confusion(confused: Mapping[Confused, int]) -> Table:
    """Lay out gold types as rows and coded ones as columns, headed by their first letters."""
    types = sorted({name for cell in confused for name in cell if name})
    table = _table()
    table.add_column("", no_wrap=True)
    for name in types:
        table.add_column(_shortened(name, types), justify="right", no_wrap=True)
    table.add_column(_NONE, justify="right", no_wrap=True)
    for gold in (*types, None):
        row = [Text(gold or _NONE)]
        for coded in (*types, None):
            number = confused.get(Confused(gold, coded), 0)
            row.append(Text(str(number or "·"), style="bold" if gold == coded else ""))
        table.add_row(*row)
    return table


def _table() -> Table:
    return Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)


def _shortened(name: str, names: Sequence[str]) -> str:
    """Give the first three letters of a name, or as many as tell it from the others."""
    for length in range(3, len(name)):
        if sum(other.startswith(name[:length]) for other in names) == 1:
            return name[:length]
    return name


def _summary(found: Evaluation) -> Iterator[str]:
    stories = "1 story" if found.stories == 1 else f"{found.stories} stories"
    yield f"{stories}, coded {'in full' if found.kind == 'full' else 'lean'}"
    if found.macro:
        mean = " ".join(_percent(found.macro))
        yield f"mean F1 of the types with five or more gold events: {mean}"
    if found.idle:
        value, low, high = (f"{number:.1f}" for number in found.idle)
        yield (
            f"events coded in {found.eventless} stories that have none, per 100 of them: "
            f"{value} ({low}–{high})"
        )
    if found.uncoded:
        yield f"without a record, and counted as empty: {_listed(found.uncoded)}"
    if found.incomplete:
        yield f"not coded in full: {_listed(found.incomplete)}"


def _print_differences(found: Evaluation, show: int) -> None:
    told = [d for d in found.differences if d.outcome in ("missed", "extra")]
    for difference in told[:show]:
        print("\n".join(_describe(difference)))
    if len(told) > show:
        print(f"{len(told) - show} more misses and extras; --errors FILE writes all of them")


def _describe(difference: Difference) -> Iterator[str]:
    place = "" if difference.start is None else f" [{difference.start}:{difference.end}]"
    instead = {"missed": "coded", "extra": "gold"}.get(difference.outcome, "")
    note = f"; {instead}: {difference.instead}" if difference.instead else ""
    trigger = _one_line(difference.trigger)
    yield f"  {difference.outcome:6} {shown_text(difference.story)}{place}"
    yield f"         {difference.type} “{trigger}”{note}"
    if difference.sentence:
        yield f"         {_excerpt(_one_line(difference.sentence), trigger)}"


def _excerpt(sentence: str, trigger: str) -> str:
    """Give the words around the trigger, on one line."""
    at = max(0, sentence.find(trigger))
    start, end = max(0, at - _AROUND // 2), at + len(trigger) + _AROUND // 2
    before, after = "… " if start else "", " …" if end < len(sentence) else ""
    return f"{before}{sentence[start:end].strip()}{after}"


def _percent(estimate: Estimate) -> tuple[str, str]:
    value, low, high = (f"{100 * number:.0f}" for number in estimate)
    return value, f"({low}–{high})"


def _listed(ids: Sequence[str], most: int = 5) -> str:
    names = ", ".join(map(shown_text, ids[:most]))
    return f"{names} and {len(ids) - most} more" if len(ids) > most else names
