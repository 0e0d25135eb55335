"""Reading dates: "Jumat (17/1)", "17 Januari 2025", "kemarin", "pekan lalu", "pada 2019".

All are resolved against the day of publication. A weekday is the latest one not after that day,
unless a word of the future follows. Without a day of publication only full dates are read.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kawat.records import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kawat.records import Parse, Token
    from kawat.world.load import World
    from kawat.world.time_words import TimeWords

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_DAY = re.compile(r"\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_LIMIT, _YEAR_LIMIT = 30, 365
_ANCHOR = "anchor"
# A month named alone is one soon to come, if it is not farther ahead than this; else the last one.
_MONTHS_AHEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A date read at some token: the token after it, first and last day as printed."""

    last: int
    date: str
    end: str | None = None


def find_times(parse: Parse, world: World) -> tuple[TimeExpression, ...]:
    """Find the dates of a story.

    Args:
        parse: The analysed story; ``story.published`` is what relative words are counted from.
        world: The tables of ``load_world``.

    Returns:
        The dates in order of the text.
    """
    words = world.times
    published = _day_of(parse.story.published)
    found: list[TimeExpression] = []
    anchor: date | None = None
    for sentence in parse.sentences:
        tokens = sentence.tokens
        i = 0
        while i < len(tokens):
            token = tokens[i]
            if token.lower not in words.begins and not token.text[:1].isdigit():
                i += 1
                continue
            read = _anchored(tokens, i, words, anchor) or _read_at(tokens, i, words, published)
            if read is not None and read.end is None:
                anchor = _day_of(read.date) or anchor
            if read is None:
                i += 1
                continue
            found.append(
                TimeExpression(
                    sentence=sentence.index,
                    first=i,
                    last=read.last,
                    date=read.date,
                    date_end=read.end,
                )
            )
            i = read.last
    return tuple(found)


def _anchored(
    tokens: Sequence[Token], i: int, words: TimeWords, anchor: date | None
) -> _Found | None:
    """Read "pada hari yang sama", "sehari sebelumnya": counted from the day named last."""
    found = _phrase(tokens, i, words)
    if anchor is None or found is None or found[1] != _ANCHOR:
        return None
    return _Found(last=found[0], date=(anchor + timedelta(days=found[2])).isoformat())


def _day_of(text: str | None) -> date | None:
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text[:10]):
        return None
    return date.fromisoformat(text[:10])


def _read_at(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read a date that begins at a token; the longest reading first."""
    for read in _READERS:
        found = read(tokens, i, words, published)
        if found is not None:
            return found
    return None


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _weekday(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "Kamis malam", "Jumat (17/1)", "Senin, 20 Oktober 2025", "Selasa pekan depan"."""
    kinds = words.kinds
    number = kinds["weekday"].get(tokens[i].lower)
    if number is None or not tokens[i].text[:1].isupper():
        return None
    last = i + 1
    while _lower(tokens, last) in kinds["daytime"]:
        last += 1
    full = _after_weekday(tokens, last, words, published)
    if full is not None:
        return full
    if published is None:
        return None
    following = _lower(tokens, last)
    shift = _phrase(tokens, last, words)
    if shift is not None and shift[1] == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift[2])
        return _Found(last=shift[0], date=(monday + timedelta(days=number)).isoformat())
    behind = (published.weekday() - number) % 7
    if following in kinds["future"]:
        day = published + timedelta(days=7 - behind)
        return _Found(last=last + 1, date=day.isoformat())
    if following in kinds["past"]:
        return _Found(last=last + 1, date=(published - timedelta(days=behind or 7)).isoformat())
    return _Found(last=last, date=(published - timedelta(days=behind)).isoformat())


def _after_weekday(
    tokens: Sequence[Token], last: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read the full date behind a weekday: "(17/1)", ", 20 Oktober 2025"."""
    if _lower(tokens, last) == "(":
        found = _slashed(tokens, last + 1, words, published) or _month_day(
            tokens, last + 1, words, published
        )
        if found is not None and _lower(tokens, found.last) == ")":
            return _Found(last=found.last + 1, date=found.date, end=found.end)
        return None
    comma = _lower(tokens, last) in {",", "tanggal"}
    return _month_day(tokens, last + comma, words, published)


def _slashed(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "17/1", "20/10/2025"."""
    del words
    if i >= len(tokens):
        return None
    match = _SLASHED.fullmatch(tokens[i].text)
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    if "/" not in tokens[i].text and (year is None or _lower(tokens, i - 1) != "("):
        return None
    if year is None and not (_lower(tokens, i - 1) == "(" and _lower(tokens, i + 1) == ")"):
        return None  # a fraction
    if year is not None:
        full = int(year) + (2000 if len(year) == 2 else 0)
        found = _valid(full, month, day)
    else:
        found = _nearest(month, day, published)
    return None if found is None else _Found(last=i + 1, date=found.isoformat())


def _month_day(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "17 Januari 2025", "17 Januari", "17-18 Januari 2025"."""
    if i >= len(tokens) or not _DAY.fullmatch(tokens[i].text):
        return None
    first = last_day = int(tokens[i].text)
    last = i + 1
    if (
        _lower(tokens, last) in words.kinds["range"]
        and last + 1 < len(tokens)
        and _DAY.fullmatch(tokens[last + 1].text)
    ):
        last_day = int(tokens[last + 1].text)
        last += 2
    month = words.kinds["month"].get(_lower(tokens, last))
    if month is None or not tokens[last].text[:1].isupper():
        return None
    last += 1
    if last < len(tokens) and _YEAR.fullmatch(tokens[last].text):
        year = int(tokens[last].text)
        days = _valid(year, month, first), _valid(year, month, last_day)
        last += 1
    else:
        days = _nearest(month, first, published), _nearest(month, last_day, published)
    begin, end = days
    if begin is None or end is None:
        return None
    return _Found(last=last, date=begin.isoformat(), end=end.isoformat() if end > begin else None)


def _month(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "Januari 2024", "pada Januari", "Maret lalu"."""
    month = words.kinds["month"].get(tokens[i].lower)
    if month is None or not tokens[i].text[:1].isupper():
        return None
    if i + 1 < len(tokens) and _YEAR.fullmatch(tokens[i + 1].text):
        return _Found(last=i + 2, date=f"{tokens[i + 1].text}-{month:02d}")
    following = _lower(tokens, i + 1)
    future, past = following in words.kinds["future"], following in words.kinds["past"]
    if published is None or not (future or past or _lower(tokens, i - 1) in words.kinds["cue"]):
        return None
    year = published.year
    if future:
        year += month <= published.month
    elif past:
        year -= month >= published.month
    else:
        year -= month > published.month + _MONTHS_AHEAD
    return _Found(last=i + 1 + (future or past), date=f"{year}-{month:02d}")


def _year(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "tahun 2019", "sejak 2014", "2014-2019" after such a word."""
    del published
    if not _YEAR.fullmatch(tokens[i].text) or _lower(tokens, i - 1) not in words.kinds["cue"]:
        return None
    if _lower(tokens, i - 3) in words.kinds["number_of_law"]:
        return None  # "Undang-Undang Nomor 30 Tahun 2002"
    after = i + 2
    if _lower(tokens, i + 1) in words.kinds["range"] and after < len(tokens):
        until = tokens[after].text
        if _YEAR.fullmatch(until) and until > tokens[i].text and _lower(tokens, i + 1) != "dan":
            return _Found(last=after + 1, date=tokens[i].text, end=until)
    return _Found(last=i + 1, date=tokens[i].text)


def _phrase(tokens: Sequence[Token], i: int, words: TimeWords) -> tuple[int, str, int] | None:
    """Find a listed phrase at a token: token after it, kind, value."""
    for parts, kind, value in words.phrases.get(_lower(tokens, i), ()):
        if all(_lower(tokens, i + k) == part for k, part in enumerate(parts)):
            return i + len(parts), kind, value
    return None


def _relative(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "kemarin", "pekan lalu", "bulan depan", "akhir pekan ini"."""
    if published is None:
        return None
    found = _phrase(tokens, i, words)
    if found is None:
        return None
    last, kind, value = found
    aged = i > 0 and tokens[i].lower in words.kinds["unit"] and tokens[i - 1].pos == "NUM"
    if kind == _ANCHOR or aged:  # "pria 61 tahun ini"
        return None
    if kind == "day":
        return _Found(last=last, date=(published + timedelta(days=value)).isoformat())
    if kind in {"week", "weekend"}:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=value)
        begin = monday + timedelta(days=5) if kind == "weekend" else monday
        return _Found(
            last=last, date=begin.isoformat(), end=(monday + timedelta(days=6)).isoformat()
        )
    if kind == "month_shift":
        year, month = divmod(published.year * 12 + published.month - 1 + value, 12)
        return _Found(last=last, date=f"{year}-{month + 1:02d}")
    return _Found(last=last, date=f"{published.year + value}")


def _counted(
    tokens: Sequence[Token], i: int, words: TimeWords, published: date | None
) -> _Found | None:
    """Read "dua hari lalu", "3 bulan yang lalu", "sepekan lalu", "dua pekan mendatang"."""
    if published is None:
        return None
    kinds = words.kinds
    token = tokens[i]
    days = kinds["single"].get(token.lower)
    last = i + 1
    count = 1
    if days is None:
        number = kinds["number"].get(token.lower)
        count = (
            number if number is not None else int(token.text) if _DAY.fullmatch(token.text) else 0
        )
        days = kinds["unit"].get(_lower(tokens, last))
        last += 1
    if not count or days is None:
        return None
    last += _lower(tokens, last) == "yang"
    way = kinds["ago"].get(_lower(tokens, last), 0)
    if not way:
        return None
    if days == _YEAR_LIMIT:
        return _Found(last=last + 1, date=f"{published.year + way * count}")
    if days == _MONTH_LIMIT:
        year, month = divmod(published.year * 12 + published.month - 1 + way * count, 12)
        return _Found(last=last + 1, date=f"{year}-{month + 1:02d}")
    return _Found(last=last + 1, date=(published + timedelta(days=way * count * days)).isoformat())


def _valid(year: int, month: int, day: int) -> date | None:
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _nearest(month: int, day: int, published: date | None) -> date | None:
    """Return the date of that day and month that lies nearest to publication.

    A day to come counts as twice as far: news without a year mostly looks back.
    """
    if published is None:
        return None
    years = (published.year - 1, published.year, published.year + 1)
    dates = [d for d in (_valid(year, month, day) for year in years) if d is not None]
    return min(
        dates, key=lambda d: max((published - d).days, 2 * (d - published).days), default=None
    )


_READERS = (_weekday, _slashed, _month_day, _month, _year, _counted, _relative)
