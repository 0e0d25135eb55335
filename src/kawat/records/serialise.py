"""A coded story as JSON (CONTRACT: one object a line) and back.

The types decide the shape: fields in their order, tuples as lists. Only ``schema`` is added.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kawat.errors import InputError

if TYPE_CHECKING:
    from kawat.records import CodedStory

SCHEMA = "kawat/1"


def to_dict(story: CodedStory) -> dict[str, Any]:
    """Give the story as plain dicts, lists, strings and numbers, keys in the contract's order."""
    return {"schema": SCHEMA, **_plain(story)}


def to_json(story: CodedStory) -> str:
    """Give the story as one line of JSON, without the line break.

    Letters are kept as they are. A text that can't be written in UTF-8 (half a surrogate pair, from
    broken input) is escaped instead, so that the line is always valid and the text still unchanged.
    """
    plain = to_dict(story)
    line = json.dumps(plain, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:
        return json.dumps(plain)
    return line


def from_json(line: str | bytes) -> CodedStory:
    """Read a line that :func:`to_json` wrote.

    Args:
        line: One JSON object.

    Returns:
        The story, equal to the one that was written.

    Raises:
        InputError: The line is no coded story of this schema; the message names every fault.
    """
    from pydantic import TypeAdapter, ValidationError

    from kawat.records import CodedStory

    try:
        given = json.loads(line)
    except ValueError as error:
        raise InputError(f"not a coded story: broken JSON ({error})") from None
    if not isinstance(given, dict) or given.get("schema") != SCHEMA:
        raise InputError(f'not a coded story: no "schema": "{SCHEMA}"; read lines of `kawat code`')
    try:
        return TypeAdapter(CodedStory).validate_json(line, strict=True)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
        )
        raise InputError(f"not a coded story: {faults}") from None


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    return value


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
