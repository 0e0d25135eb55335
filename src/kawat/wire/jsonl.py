"""One line of JSONL to a story."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from kawat.records import RawStory
from kawat.wire.decode import decode

_TEXT_FIELDS = ("title", "published", "url", "outlet")


def read_line(
    line: bytes, where: str, *, published: str | None, make_id: Callable[[str], str]
) -> RawStory:
    """Read one line of a JSONL file.

    Args:
        line: The line in bytes.
        where: File and line number, for messages.
        published: Day of publication if the line gives none.
        make_id: Makes an id of a text, for a story without one.

    Returns:
        The story; with an empty text and the reason in ``problems`` if the line holds none.
    """
    text, problem = decode(line.rstrip(b"\r\n"))
    problems = [f"{where}: {problem}"] if problem else []
    fields: dict[str, Any] = {}
    if text:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            problems.append(f"{where}: broken JSON ({_reason(error)}); write one object a line")
        else:
            if isinstance(value, dict):
                fields = value
            else:
                problems.append(f"{where}: not an object; write one object with id and text a line")
    body = _body(fields, where, problems)
    others = _others(fields, where, problems, published)
    given = fields.get("id")
    known = isinstance(given, str | int) and not isinstance(given, bool) and str(given) != ""
    return RawStory(
        id=_whole(str(given)) if known else make_id(body if body.strip() else where),
        text=body,
        problems=tuple(problems),
        **others,
    )


def _body(fields: dict[str, Any], where: str, problems: list[str]) -> str:
    text = fields.get("text")
    if isinstance(text, str) and text.strip():
        if "\x00" in text:
            problems.append(f"{where}: not a text (binary data); give a text in UTF-8")
            return ""
        whole = _whole(text)
        if whole != text:
            problems.append(f"{where}: half characters (lone surrogates) in text, shown as \ufffd")
        return whole
    if fields or not problems:
        what = "an empty text" if text is None or isinstance(text, str) else "a text not in quotes"
        what = "no text" if "text" not in fields else what
        problems.append(f'{where}: {what}; give the story in "text"')
    return ""


def _others(
    fields: dict[str, Any], where: str, problems: list[str], published: str | None
) -> dict[str, str | None]:
    """Return the further fields; one that is not a text is left out, and said."""
    found: dict[str, str | None] = {}
    for name in _TEXT_FIELDS:
        value = fields.get(name)
        if value is not None and not isinstance(value, str):
            problems.append(f'{where}: "{name}" is not a text; left out')
            value = None
        found[name] = _whole(value) if value else None
    found["published"] = found["published"] or published
    return found


def _whole(text: str) -> str:
    """Return a text without half characters, each replaced by one sign."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"column {error.colno}: {error.msg.lower()}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)
