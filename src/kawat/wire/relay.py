"""Which medium a story relays ("dilansir Reuters"), and the outlet that names itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kawat.records import Span
from kawat.wire.data import alternatives, calendar, checked, fold, media, places, table

_TAKES = ("name", "medium", "once", "outlet", "before")
# The words of a name: capitals, web addresses, accounts, figures with letters; small words between.
_WORD = (
    r"(?:[\w\-]{1,40}\.(?:com|co|id|net|org)\b(?:[./]\w+)*"
    r"|[A-ZÀ-Þ@][\w'’&@/+!\-]*(?:\.\w[\w/\-]*)*|[a-z]+[A-Z]\w*|\d+[A-Za-z]\w*)"
)
_SMALL = "of|the|and|dan|de|la|der|for|del|&"
_FIGURE = r"\d{1,2}(?![\d/.:]|\s+[A-Z][a-z])"
# Single blanks only: a no-break space or a line end is where a page had a link.
_NAME = re.compile(rf"{_WORD}(?: +(?:(?:{_SMALL}) +)?{_WORD}| +{_FIGURE}){{0,8}}")
_LOWER = re.compile(r"[^\s,.;:()\"“”]+(?: [^\s,.;:()\"“”]+){0,7}")
_BLANK = re.compile(r"[\s\xa0]+")
_LONGEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """What a story says of where it comes from.

    Attributes:
        source: The relayed medium as printed.
        outlet: The outlet's own name as printed ("dikutip detikINET dari BBC").
    """

    source: str | None
    outlet: str | None


def find_relay(text: str, spans: Sequence[Span], *, own: Sequence[str] = ()) -> Relay:
    """Find the first medium that a story relays.

    Args:
        text: The story.
        spans: Its body.
        own: Names of the outlet itself: relaying oneself is no source.

    >>> text = "Kapal itu tiba, seperti dilansir Suara Contoh pada Jumat."
    >>> find_relay(text, [Span(start=0, end=len(text))]).source
    'Suara Contoh'
    """
    source = outlet = None
    weak = None
    for span in spans:
        for match in _cue_pattern().finditer(text, span.start, span.end):
            takes = _takes()[fold(match["cue"])]
            if takes == "before":
                weak = weak or _before(text, span, match.start(), own)
                continue
            first, second = _after(text, span, match.end(), takes, own)
            outlet = outlet or first
            source = source or second
        if source and outlet:
            break
    return Relay(source=source or weak, outlet=outlet)


def is_medium(name: str) -> bool:
    """Tell whether a name is a known medium, or several of them ("AFP dan Reuters").

    >>> is_medium("AFP dan Reuters"), is_medium("Soekarno")
    (True, False)
    """
    parts = re.split(r"\s*(?:/|,|&| dan )\s*", name)
    return all(media().get(fold(part)) in {"agency", "press", "outlet"} for part in parts)


def _after(
    text: str, span: Span, start: int, takes: str, own: Sequence[str]
) -> tuple[str | None, str | None]:
    """Return the outlet and the source that stand after a cue."""
    at, kept, noun = _skip_nouns(text, span, start)
    name = kept or _name(text, span, at, noun=noun)
    if not name:
        return None, None
    if takes == "outlet":
        return (name if media().get(fold(name)) == "outlet" else None), None
    if _is_outlet(name, own):
        other = _through(text, span, text.index(name, at) + len(name))
        if other:
            return name, other
    named = kept or is_medium(name)
    if not named and fold(name) not in places():
        named = takes == "name" or (takes == "once" and _stands_alone(text, span, at, name))
    return None, name if named and not _is_own(name, own) else None


def _stands_alone(text: str, span: Span, at: int, name: str) -> bool:
    """Tell whether a name is told only once, before a comma or a day: who speaks is named again."""
    last = name.split()[-1]
    rest = text[text.index(name, at) + len(name) : span.end]
    ends = rest.lstrip().startswith(",") or _day_pattern().match(rest) is not None
    return ends and text.count(last) == 1


def _through(text: str, span: Span, end: int) -> str | None:
    """Return the source behind an outlet's own name ("dikutip detikINET dari BBC")."""
    match = _noun_pattern().match(text, _blank(text, end), span.end)
    if not match or _nouns()[fold(match["noun"])] != "through":
        return None
    name = _name(text, span, _skip_nouns(text, span, match.end())[0], noun=True)
    return name if name and fold(name) not in places() else None


def _is_outlet(name: str, own: Sequence[str]) -> bool:
    return media().get(fold(name)) == "outlet" or "." in name or _is_own(name, own)


def _skip_nouns(text: str, span: Span, start: int) -> tuple[int, str | None, bool]:
    """Skip "dari laman resmi" and the like.

    Returns:
        Where the name begins; the whole source if it needs no name; whether a noun was skipped.
    """
    at, noun = _blank(text, start), False
    while match := _noun_pattern().match(text, at, span.end):
        if _nouns()[fold(match["noun"])] == "keep":
            lower = _LOWER.match(text, at, span.end)
            return at, lower.group() if lower else None, True
        noun = True
        at = _blank(text, match.end())
    return at, None, noun


def _name(text: str, span: Span, at: int, *, noun: bool) -> str | None:
    """Return the name that begins at an offset, without days and small words at its end."""
    limit = min(span.end, at + 120)
    match = _NAME.match(text, at, limit) or _lower_medium().match(text, at, limit)
    if not match:
        return None
    name = _cut(match.group())
    if noun and not is_medium(name):
        # "kantor berita Iran, IRNA", "media Inggris BBC": the name is behind the country.
        behind = re.compile(r",\s*").match(text, at + len(name))
        other = _NAME.match(text, behind.end(), limit + 40) if behind else None
        if other and is_medium(_cut(other.group())):
            return _cut(other.group())
        words = name.split()
        for first in range(1, min(3, len(words))):
            if is_medium(" ".join(words[first:])):
                return name[name.index(words[first], len(words[first - 1])) :]
    return name if name and len(name.split()) <= _LONGEST else None


def _cut(name: str) -> str:
    """Cut a name before a day of the week or a month, and small words and signs off its end."""
    if day := _day_pattern().search(name):
        name = name[: day.start()]
    name = re.sub(rf"(?:\s+(?:{_SMALL}))+\s*$", "", name)
    return name.rstrip(" .,'’/-&\xa0\n\r\t")


def _before(text: str, span: Span, at: int, own: Sequence[str]) -> str | None:
    """Return the known medium that stands right before an offset."""
    words = text[max(span.start, at - 60) : at].split()
    for count in range(min(4, len(words)), 0, -1):
        name = " ".join(words[-count:])
        if name[:1].isupper() and is_medium(name) and not _is_own(name, own):
            return name
    return None


def _is_own(name: str, own: Sequence[str]) -> bool:
    stem = _stem(name)
    return any(stem and stem == _stem(other) for other in own)


def _stem(name: str) -> str:
    """Return an outlet's name without its web ending, for comparison.

    >>> _stem("Kompas.com") == _stem("KOMPAS")
    True
    """
    letters = re.sub(r"\.(?:com|co\.id|co|id|net)$", "", name.strip().lower())
    letters = letters.removesuffix("com").removesuffix(" news").removesuffix("news")
    return re.sub(r"\W", "", letters)


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


@cache
def _takes() -> dict[str, str]:
    rows = checked("relay_cues", "takes", _TAKES, "cue", "takes")
    return {fold(row["cue"]): row["takes"] for row in rows}


@cache
def _nouns() -> dict[str, str]:
    rows = checked("media_nouns", "use", ("skip", "keep", "through"), "phrase", "use")
    return {fold(row["phrase"]): row["use"] for row in rows}


@cache
def _cue_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<cue>(?i:{alternatives(_takes())}))(?![a-z\d_])")


@cache
def _noun_pattern() -> re.Pattern[str]:
    # Pages that lost the blank before a link glue the two: "dariCNBC", "daridetikFinance".
    glued = _lower_medium().pattern
    return re.compile(rf"(?P<noun>{alternatives(_nouns())})(?:(?![a-z\d])|(?={glued}))")


@cache
def _day_pattern() -> re.Pattern[str]:
    words = calendar()
    return re.compile(rf"(?:^|\s+)(?:{words.weekday_pattern}|{words.month_pattern})\b")


@cache
def _lower_medium() -> re.Pattern[str]:
    """A medium that is written small ("detikcom")."""
    names = [
        row["name"]
        for row in table("media", "name", "kind")
        if row["kind"] not in {"initials", "house"}
    ]
    return re.compile(rf"(?:{alternatives(n for n in names if n[0].islower())})(?!\w)")
