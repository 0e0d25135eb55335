"""The brackets that close a story: initials, names, media ("[feb]", "(ANT/feb)", "(Reuters)")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.records import Span
from kawat.wire.data import fold, media
from kawat.wire.relay import is_medium

_BRACKET = re.compile(r"[(\[]\s*(?P<inside>[^()\[\]\n]{1,60}?)\s*[)\]]")
_INITIALS = re.compile(r"[a-z]{2,6}\d?")
_CODE = re.compile(r"(?:[TU]u?\.\s?)?[A-Z]{1,4}[\w\-/ ]{0,30}\d{2,3}(?:/[\w\-]+)*")
# ANTARA's old marks: the reporter's letters and one desk code ("S.W - AP/B017").
_DESK = re.compile(r"(?P<reporter>[A-Z][A-Za-z. \-]{0,20})/(?P<editor>[A-Z]\d{3})")
_PERSON = re.compile(r"[A-ZÀ-Þ][\w.'’\-]+(?: [A-ZÀ-Þ][\w.'’\-]*){1,4}")
_CAPITAL_LINE = re.compile(
    r"(?=[^a-z]{5,80}$)[A-Z][A-Z.'’\-]+(?:(?: | ?[|/] ?)[A-Z][A-Z.'’\-]*){1,7}"
)
_TAGS = re.compile(r"[a-z0-9 \-]{0,300}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """What the closing brackets say, and where they are."""

    span: Span
    source: str | None = None
    reporters: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def find_ending(text: str, last: Span) -> Ending | None:
    """Read the brackets at the end of the last line of a story.

    One set of initials is the editor's. Of two sets the page doesn't say whose is whose, so they
    go nowhere, unless the first is a medium or the mark of the house.

    Args:
        text: The story.
        last: The last line of its body.

    >>> text = "Awak kapal itu selamat. [adi]"
    >>> find_ending(text, Span(start=0, end=len(text))).editors
    ('adi',)
    >>> text = "Awak kapal itu selamat. (S.W - AP/B017)"
    >>> find_ending(text, Span(start=0, end=len(text))).reporters
    ('S.W - AP',)
    """
    if names := _capitals(text, last):
        return names
    tail = max(last.start, last.end - 400)
    for match in _BRACKET.finditer(text, tail, last.end):
        before = text[last.start : match.start()].rstrip()
        if before and not before.endswith((".", "!", "?", '"', "”", ">", "*")):
            continue
        rest = text[match.end() : last.end].strip(" .\xa0")
        if rest and not _TAGS.fullmatch(rest):
            continue
        ending = _read(match["inside"], Span(start=match.start(), end=last.end))
        if ending:
            return ending
    return None


def _capitals(text: str, last: Span) -> Ending | None:
    """Read a last line of names in capitals ("SRI WULAN | REUTERS")."""
    line = text[last.start : last.end]
    if not _CAPITAL_LINE.fullmatch(line):
        return None
    parts = [part.strip() for part in re.split(r"[|/]", line) if part.strip()]
    media_names = [part for part in parts if is_medium(part)]
    names = tuple(part for part in parts if part not in media_names and len(part.split()) <= 4)
    if "|" not in line and not all(len(part.split()) > 1 for part in names):
        return None
    return Ending(span=last, source=media_names[0] if media_names else None, reporters=names)


def _read(inside: str, span: Span) -> Ending | None:
    """Return what a bracket says; None if it belongs to the sentence."""
    if is_medium(inside) or media().get(fold(inside)) == "initials":
        return Ending(span=span, source=inside)
    house = media().get(fold(inside)) == "house"
    if _INITIALS.fullmatch(inside) and not house:
        return Ending(span=span, editors=(inside,))
    if desk := _DESK.fullmatch(inside):
        reporters = (desk["reporter"].strip(),)
        return Ending(span=span, reporters=reporters, editors=(desk["editor"],))
    if house or inside.strip("* ") == "" or _CODE.fullmatch(inside):
        return Ending(span=span)
    parts = [part.strip() for part in re.split(r"[/,]", inside)]
    if len(parts) > 1 and all(parts):
        return _read_parts(parts, span)
    if _PERSON.fullmatch(inside) and len(inside.split()) <= 3:
        return Ending(span=span, reporters=(inside,))
    return Ending(span=span) if re.fullmatch(r"[A-Za-z]{1,3}", inside) else None


def _read_parts(parts: list[str], span: Span) -> Ending | None:
    """Read "ANT/feb", "mdk/eko", "Suaracontoh.com/Sri Wulan", "adi/sri"."""
    first, rest = parts[0], parts[1:]
    kind = media().get(fold(first))
    initials = tuple(part for part in rest if _INITIALS.fullmatch(part))
    persons = tuple(part for part in rest if _PERSON.fullmatch(part))
    if kind == "outlet" or kind == "house":
        return Ending(span=span, reporters=persons, editors=initials)
    if kind:
        return Ending(span=span, source=first, reporters=persons, editors=initials)
    if all(re.fullmatch(r"[A-Za-z*][\w.* ]{0,9}\d{0,3}", part) for part in parts):
        return Ending(span=span)
    return None
