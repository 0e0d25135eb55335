"""The dateline: place and agency before the first sentence, by the house styles of the tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kawat.errors import CodebookError
from kawat.records import Span
from kawat.wire.data import alternatives, calendar, fold, places, table

# How far a dateline may reach, and how many lines of title and credits may stand before it.
_LONGEST = 240
_FRONT_LINES = 8
_TITLE_LENGTH = 220

_WORD = r"[A-ZÀ-Þ][\w'’.\-]*"
_CAPITAL_WORD = r"[A-ZÀ-Þ][A-ZÀ-Þ'’\-]+(?:\.[A-Z]\.)?"
_DASH = r"(?:\s*(?:--+|[–—])|\s+-|-(?=\s))\s*"
_PIECES = {
    "place": rf"(?P<place>{_WORD}(?:(?:[ /]|, ?| dan | de | d[aei]l? | el-){_WORD}){{0,6}}?)",
    "KNOWN": rf"(?P<known>{_WORD}(?:(?:[ /]|, ?| dan | de | d[aei]l? | el-){_WORD}){{0,6}}?)",
    "CAPITALS": rf"(?P<capitals>{_CAPITAL_WORD}(?:(?:[ /]|, ?| & ){_CAPITAL_WORD}){{0,4}}?)",
    "site": r"(?P<agency>(?:[A-Za-z0-9\-]+\.){1,3}"
    r"(?i:com|net|org|id|co|news|tv|info|my|sg|io|me|press))",
    "name": r"(?P<agency>[A-Z][\w.&/’' \-]{1,38})",
    "reporter": rf"(?P<reporter>{_WORD}(?: {_WORD}){{0,4}}?)",
    "job": r"[A-Z]\w+",
    "brand": r"[A-Z][\w.]+(?: [A-Z][\w.]+){0,2}",
    "dash": _DASH,
}
_PIECE = re.compile(r"\{(\w+)\}|(\s+)|([^{\s]+)")
# What comes after the dash begins a sentence.
_AFTER = r"(?=[\"“”‘’'(\[]{0,3}[A-ZÀ-Þ0-9])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The dateline of a story.

    Attributes:
        place: Place or places as printed, if there are any.
        agency: Agency or outlet as printed, if there is one.
        reporter: Reporter named in the dateline.
        date: Day as printed, if there is one.
        span: All of it, with the dash and the blank after it.
        style: Name of the house style.
    """

    place: str | None
    agency: str | None
    reporter: str | None
    date: str | None
    span: Span
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the body: its dateline, and the title if one stands above that."""

    dateline: Dateline | None
    title: Span | None
    lines: tuple[Span, ...]


def find_front(text: str, lines: Sequence[Span]) -> Front:
    r"""Find the dateline at the start of a line, below at most a few lines without a sentence.

    Args:
        text: The story.
        lines: Its lines in order, without credits, related lines and page furniture.

    Returns:
        The dateline, the title above it and all lines above it; nothing where there is no
        dateline.

    >>> text = "Menteri tiba di Rabat\nRabat (ANTARA) - Menteri itu tiba."
    >>> front = find_front(text, (Span(start=0, end=21), Span(start=22, end=56)))
    >>> front.dateline.place, front.dateline.agency, front.title.end
    ('Rabat', 'ANTARA', 21)
    """
    above: list[Span] = []
    for line in lines[:_FRONT_LINES]:
        found = match_dateline(text, line.start)
        if found:
            title = next((span for span in above if _may_be_title(text, span)), None)
            return Front(dateline=found, title=title, lines=tuple(above))
        if not _may_stand_above(text, line):
            break
        above.append(line)
    return Front(dateline=None, title=None, lines=())


def match_dateline(text: str, start: int) -> Dateline | None:
    """Return the dateline that begins at an offset, by the first house style that fits.

    >>> match_dateline("JAKARTA, KOMPAS.com – Kapal itu tiba.", 0).agency
    'KOMPAS.com'
    >>> match_dateline("Sebuah kapal – yang tiba – berlayar.", 0) is None
    True
    """
    window = text[start : start + _LONGEST]
    for style, pattern in _styles():
        match = pattern.match(window)
        if match and _plausible(match):
            groups = match.groupdict()
            place = groups.get("place") or groups.get("known") or groups.get("capitals")
            return Dateline(
                place=place,
                agency=groups.get("agency"),
                reporter=groups.get("reporter"),
                date=groups.get("date"),
                span=Span(start=start, end=start + match.end()),
                style=style,
            )
    return None


def style_examples() -> tuple[tuple[str, str], ...]:
    """Return name and example of every house style, for tests."""
    return tuple((row["style"], row["example"]) for row in _rows())


def _may_be_title(text: str, line: Span) -> bool:
    words = text[line.start : line.end].split()
    return len(words) >= 3 and not _date_line().fullmatch(text, line.start, line.end)


def _may_stand_above(text: str, line: Span) -> bool:
    """Tell a title or a page date from a sentence of the body."""
    last = text[line.start : line.end].rstrip("\"”'’)")[-1:]
    return line.end - line.start <= _TITLE_LENGTH and last not in {".", ","}


def _plausible(match: re.Match[str]) -> bool:
    """Check what a pattern can't: that a place standing alone is one, and not an acronym."""
    groups = match.groupdict()
    if known := groups.get("known"):
        return all(fold(part) in places() for part in re.split(r"/|, ?| dan ", known))
    if capitals := groups.get("capitals"):
        letters = sum(character.isalpha() for character in capitals)
        return fold(capitals) in places() or letters >= 6 or " " in capitals
    agency = groups.get("agency")
    return agency is None or any(character.isalpha() for character in agency)


def _rows() -> tuple[dict[str, str], ...]:
    rows = table("house_styles", "style", "template", "agency", "example")
    allowed = ", ".join(sorted([*_PIECES, "agency", "date"]))
    faults = []
    for row in rows:
        names = {match[1] for match in _PIECE.finditer(row["template"]) if match[1]}
        unknown = names - {*_PIECES, "agency", "date"}
        if unknown:
            faults.append(row.fault(f"unknown piece {sorted(unknown)[0]}; allowed: {allowed}"))
        if ("agency" in names) != bool(row["agency"]):
            faults.append(row.fault("{agency} in the template and names in agency go together"))
    if faults:
        raise CodebookError(tuple(faults))
    return tuple(dict(row) for row in rows)


@cache
def _styles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["style"], _compile(row)) for row in _rows())


def _compile(row: dict[str, str]) -> re.Pattern[str]:
    pieces = {**_PIECES, "date": f"(?P<date>{_date_pattern()})"}
    if row["agency"]:
        pieces["agency"] = f"(?P<agency>(?i:{alternatives(row['agency'].split('|'))}))"
    pattern = ""
    for match in _PIECE.finditer(row["template"]):
        name, blank, literal = match.groups()
        if name:
            # The dash brings its own white space.
            pattern = pattern.removesuffix(r"\s+") if name == "dash" else pattern
            pattern += pieces[name]
        elif blank:
            after_sign = pattern.endswith((",", _DASH))
            pattern += r"\s*" if after_sign else r"\s+"
        else:
            pattern += re.escape(literal)
    ending = r"\s*" if not row["template"].endswith("{dash}") else ""
    return re.compile(pattern + ending + _AFTER)


@cache
def _date_pattern() -> str:
    days, months = calendar().weekday_pattern, calendar().month_pattern
    number = r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?"
    written = rf"\d{{1,2}} (?i:{months})(?: \d{{4}})?"
    return rf"(?:{days}),? ?\(?(?:{number}|{written})?\)?|{number}|{written}"


@cache
def _date_line() -> re.Pattern[str]:
    """A line that holds only the day and time of the page."""
    return re.compile(rf"\(?(?:{_date_pattern()})[\d:.,|\- ]*(?:WIB|WITA|WIT|GMT)?\)?")
