"""The day of publication: what the input says, else what the text lets one know for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kawat.records import Span
from kawat.wire.data import calendar

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])")
_SIGNS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?!\d)")
_URL = re.compile(r"(?<!\d)(20\d\d)[/\-]?([01]\d)[/\-]?([0-3]\d)(?!\d{5})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    """A day named in the text: weekday (1–7) and year only if they are given."""

    weekday: int | None
    day: int
    month: int
    year: int | None

    def resolve(self, year: int | None) -> date | None:
        """Return the day if its weekday fits."""
        found = _date(self.year or year, self.month, self.day)
        fits = found and (self.weekday is None or found.isoweekday() == self.weekday)
        return found if fits else None


def read_date(value: str) -> str | None:
    """Return a day that an input gives as ISO date, or None if it is none.

    Taken are "2025-01-17", with or without a time behind it, "17/01/2025" and "17 Januari 2025",
    each with a weekday before it or not.

    >>> read_date("2025-01-17T09:30:00+07:00"), read_date("Jumat, 17 Januari 2025")
    ('2025-01-17', '2025-01-17')
    >>> read_date("2025-02-30") is None
    True
    """
    found = None
    if match := _ISO.match(value.strip()):
        found = _date(int(match[1]), int(match[2]), int(match[3]))
    elif match := _SIGNS.search(value[:60]):
        found = _date(int(match[3]), int(match[2]), int(match[1]))
    elif match := _written().search(value[:60]):
        month = calendar().months[match["month"].lower()]
        found = _date(int(match["year"]), month, int(match["day"]))
    return found.isoformat() if found else None


def date_in_url(url: str) -> str | None:
    """Return the day in a web address, where there is just one.

    >>> date_in_url("https://contoh.id/read/2025/01/17/kapal")
    '2025-01-17'
    """
    days = {_date(int(m[1]), int(m[2]), int(m[3])) for m in _URL.finditer(url)} - {None}
    if len(days) != 1:
        return None
    (day,) = days
    return day.isoformat() if day else None


def date_in_text(
    text: str, body: Sequence[Span], *, front: Sequence[Span], notice: str | None
) -> str | None:
    """Return the day of publication if the text lets one know it.

    Known is the day of the page ("Jumat, 17 Januari 2025 10:15 WIB" above the body); else the
    latest of the days in brackets ("Jumat (17/1/2025)") if the story names it first and its
    weekday is right. A day without year ("Jumat (17/1)") takes the year of the copyright if the
    weekday fits it.

    Args:
        text: The story.
        body: Spans of its body.
        front: Page date and dateline.
        notice: Its copyright notice ("ANTARA 2025").

    >>> text = "Kapal itu tiba, Jumat (17/1)."
    >>> body = [Span(start=0, end=len(text))]
    >>> date_in_text(text, body, front=[], notice="ANTARA 2025")
    '2025-01-17'
    >>> date_in_text(text, body, front=[], notice=None) is None
    True
    """
    year_match = _YEAR.search(notice or "")
    year = int(year_match.group()) if year_match else None
    for line in front:
        day = next(_days(text, line, bare=True), None)
        if day and (found := day.resolve(year)):
            return found.isoformat()
    days = [day for span in body for day in _days(text, span, bare=False)]
    known = [found for day in days if (found := day.resolve(_year_of(day, year)))]
    if not known or len(known) < len([day for day in days if day.weekday]):
        return None
    if known[0] != max(known) or (year and known[0].year not in {year, year - 1}):
        return None
    return known[0].isoformat()


def _year_of(day: _Day, year: int | None) -> int | None:
    """Return the year to try for a day that has none.

    A story of early January names days of December: then the copyright is a year too late.
    """
    if day.year or not year or not day.weekday:
        return None
    this = _date(year, day.month, day.day)
    if this and this.isoweekday() == day.weekday:
        return year
    before = _date(year - 1, day.month, day.day)
    recent = before and date(year, 1, 1) - before <= timedelta(days=7)
    return year - 1 if recent and before and before.isoweekday() == day.weekday else None


def _days(text: str, span: Span, *, bare: bool) -> Iterator[_Day]:
    """Yield the days named in a span; bare ones only where a page would put its date."""
    pattern = _bare_day() if bare else _bracket_day()
    for match in pattern.finditer(text, span.start, span.end):
        if _other_day(text, match):
            continue
        weekday = calendar().weekdays.get((match["weekday"] or "").lower())
        month = match["month"]
        number = calendar().months.get(month.lower()) or (int(month) if month.isdigit() else 0)
        year = int(match["year"]) if match["year"] else None
        yield _Day(weekday=weekday, day=int(match["day"]), month=number, year=year)


def _other_day(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word beside a day says that it isn't the day of the story."""
    before = text[max(0, match.start() - 12) : match.start()].rstrip(" ,")
    after = text[match.end() : match.end() + 12].lstrip(" ,")
    other = calendar().other_pattern
    return bool(re.search(rf"\b(?:{other})$", before) or re.match(rf"(?:{other})\b", after))


def _date(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None


@cache
def _written() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<day>\d{{1,2}})\s+(?P<month>(?i:{calendar().month_pattern}))\.?\s+(?P<year>\d{{4}})"
    )


@cache
def _bracket_day() -> re.Pattern[str]:
    """A day as the press puts it into the text: "Jumat (17/1)", "(Jumat, 17/1/2025)"."""
    return re.compile(
        rf"(?:(?P<weekday>{calendar().weekday_pattern})\s*,?\s*)?\(?"
        r"(?<=[(\s])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?\)"
    )


@cache
def _bare_day() -> re.Pattern[str]:
    """A day of a page head or dateline: "Jumat, 17 Januari 2025", "17/1"."""
    words = calendar()
    return re.compile(
        rf"(?:(?P<weekday>{words.weekday_pattern})\s*,?\s*)?\(?(?P<day>\d{{1,2}})[\s/\-]"
        rf"(?P<month>(?i:{words.month_pattern})|\d{{1,2}})(?:[\s/\-](?P<year>\d{{4}}))?(?!\d)"
    )
