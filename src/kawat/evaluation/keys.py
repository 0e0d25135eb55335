"""Misspelt keys of a gold line: what stands under them would be lost without a word."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from kawat.evaluation.gold import (
    FullStory,
    GoldAgreement,
    GoldEntity,
    GoldEvent,
    GoldStatement,
    GoldVisit,
    GoldWire,
    LeanMention,
    LeanParty,
    LeanStory,
)
from kawat.records import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kawat.evaluation.gold import Kind

# The object under each key.
_FORMS: Mapping[Kind, Mapping[str, type[Any]]] = {
    "full": {
        "": FullStory,
        "wire": GoldWire,
        "entities": GoldEntity,
        "statements": GoldStatement,
        "events": GoldEvent,
        "agreements": GoldAgreement,
        "visits": GoldVisit,
    },
    "lean": {
        "": LeanStory,
        "events": LeanMention,
        "actors": LeanParty,
        "recipients": LeanParty,
        "trigger": TextSpan,
    },
}
# Keys of the guidelines that no figure looks at.
_PASSED_OVER: Mapping[str, tuple[str, ...]] = {
    "": ("text", "title", "published", "given_published", "url", "outlet"),
    "statements": ("cue",),
    "events": ("place", "contexts", "dead", "injured", "size"),
    "agreements": ("name", "date", "signatories"),
    "visits": ("visitor", "place", "arrival", "status"),
    "actors": ("sector",),
    "recipients": ("sector",),
}
# How like a known key another must be to be taken for it. Any other key is the person's own.
_ALIKE = 0.8


def misspelt(row: Mapping[str, Any], kind: Kind) -> Iterator[str]:
    """Tell which keys of a gold line are nearly those of the form.

    Args:
        row: The line's object.
        kind: Whether it is a full or a lean story.

    >>> list(misspelt({"id": "a", "note": "lama", "event": []}, "full"))
    ["unknown key 'event'; did you mean 'events'?"]
    """
    return _look(row, "", "", kind)


def _look(value: object, key: str, place: str, kind: Kind) -> Iterator[str]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _look(item, key, f"{place}[{number}]", kind)
    elif isinstance(value, dict) and key in _FORMS[kind]:
        known = {f.name for f in fields(_FORMS[kind][key])} | {*_PASSED_OVER.get(key, ())}
        for name, item in value.items():
            if name in known:
                yield from _look(item, name, f"{place}.{name}".lstrip("."), kind)
            elif alike := get_close_matches(name, known - value.keys(), 1, _ALIKE):
                where = f"{place}: " if place else ""
                yield f"{where}unknown key {name!r}; did you mean {alike[0]!r}?"
