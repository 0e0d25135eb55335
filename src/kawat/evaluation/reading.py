"""Reading gold files and coded files: lines to stories, and every fault with its line.

A broken line costs no other line its story: what can't be read is left out and said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from kawat.errors import InputError
from kawat.evaluation.gold import FullStory, GoldStory, LeanStory
from kawat.evaluation.keys import misspelt
from kawat.evaluation.soundness import faults_of, mismatch, unfit
from kawat.records import CodedStory
from kawat.wire import read_paths, read_text
from kawat.wire.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from pydantic import TypeAdapter

    from kawat.records import RawStory

_GIVEN = ("title", "published", "url", "outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFile:
    """The stories of a gold file.

    Attributes:
        stories: What could be read, all of one kind, in the order of the file.
        faults: What is wrong, as ``file:line: what; what to do``.
    """

    stories: tuple[GoldStory, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedFile:
    """The records of a file that ``kawat code`` wrote.

    Attributes:
        pairs: Each gold story with its record, or None. A story whose record can't be compared
            with it is left out, and is among the faults.
        unasked: How many records are of no gold story.
        faults: What is wrong, as ``file:line: what; what to do``.
    """

    pairs: tuple[tuple[GoldStory, CodedStory | None], ...]
    unasked: int
    faults: tuple[str, ...]


class _LineError(Exception):
    """A line can't be used; the message says why and what to do."""


def read_gold(path: Path, *, texts: Path | None = None, need_texts: bool = True) -> GoldFile:
    """Read a gold file, full or lean.

    A line with ``sentences`` is lean. Its text may stand in the line or in a file of texts.

    Args:
        path: One object a line.
        texts: A file with id, text and optionally title and published of each story.
        need_texts: Whether a story without a text is of no use; not so if it is coded already.

    Returns:
        The stories and the faults.

    Raises:
        InputError: A file can't be opened.
        CodebookError: The codebook, which knows the types, is wrong.
    """
    faults: list[str] = []
    known = _read_texts(texts, faults) if texts else {}
    stories: dict[str, GoldStory] = {}
    for where, line in _lines(path):
        try:
            problem, row = _object(line)
            story = _story(row, where, known)
            _fit(story, stories, need_text=need_texts)
        except _LineError as error:
            faults.append(f"{where}: {error}; the story is left out")
            continue
        stories[story.id] = story
        found = (*filter(None, [problem]), *misspelt(row, story.kind), *faults_of(story))
        faults += [f"{where}: {fault}" for fault in found]
    return GoldFile(stories=tuple(stories.values()), faults=tuple(faults))


def read_coded(path: Path, gold: Sequence[GoldStory]) -> CodedFile:
    """Read the records of gold stories from what ``kawat code`` wrote.

    Args:
        path: One record a line.
        gold: The stories that records are wanted of.

    Returns:
        Pairs of story and record, and the faults.

    Raises:
        InputError: The file can't be opened.
    """
    faults: list[str] = []
    records: dict[str, tuple[str, CodedStory]] = {}
    for where, line in _lines(path):
        try:
            record = CodedStory.from_json(line)
        except InputError as error:
            faults.append(f"{where}: {error}; make it anew with `kawat code --format jsonl`")
            continue
        if record.id in records:
            faults.append(f"{where}: {record.id} is coded twice; the first record is taken")
        records.setdefault(record.id, (where, record))
    pairs: list[tuple[GoldStory, CodedStory | None]] = []
    unasked = len(records.keys() - {story.id for story in gold})
    for story in gold:
        where, coded = records.get(story.id, ("", None))
        fault = mismatch(story, coded) if coded else None
        if fault:
            faults.append(f"{where}: {fault}; the story is left out")
        else:
            pairs.append((story, coded))
    return CodedFile(pairs=tuple(pairs), unasked=unasked, faults=tuple(faults))


def _lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Give each line that isn't blank, with file and number."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip(b"\xef\xbb\xbf \t\r\n"):
                    yield f"{path}:{number}", line
    except OSError as error:
        reason = (error.strerror or "can't be read").lower()
        raise InputError(f"{path}: {reason}; give a .jsonl file that can be read") from error


def _read_texts(path: Path, faults: list[str]) -> dict[str, RawStory]:
    stories = {}
    for story in read_paths([path]):
        faults += story.problems
        stories[story.id] = story
    return stories


def _object(line: bytes) -> tuple[str | None, dict[str, Any]]:
    """Give what is wrong with the bytes of a line, if anything, and its object."""
    text, problem = decode(line.rstrip(b"\r\n"))
    if not text:
        raise _LineError(problem)
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        fault = f"broken JSON (column {error.colno}: {error.msg.lower()}); write one object a line"
        raise _LineError(fault) from None
    except (ValueError, RecursionError):
        raise _LineError("broken JSON; write one object a line") from None
    if not isinstance(row, dict):
        raise _LineError("not an object; write one object with an id a line")
    return problem, row


def _without_nulls(value: Any) -> Any:
    """Leave out keys without a value: to a person null and a missing key are the same."""
    if isinstance(value, dict):
        return {k: _without_nulls(v) for k, v in value.items() if v is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def _story(row: dict[str, Any], where: str, texts: Mapping[str, RawStory]) -> GoldStory:
    from pydantic import ValidationError

    fields = _without_nulls(row)
    if isinstance(row.get("id"), int) and not isinstance(row["id"], bool):
        fields["id"] = str(row["id"])
    if not fields.get("id"):
        raise _LineError('no "id"; give each story one')
    try:
        answers = _form(LeanStory if "sentences" in row else FullStory).validate_json(
            json.dumps(fields), strict=True
        )
    except ValidationError as error:
        raise _LineError("; ".join(map(_form_fault, error.errors()))) from None
    return GoldStory(where=where, answers=answers, given=_given(row, answers, texts))


def _fit(story: GoldStory, others: Mapping[str, GoldStory], *, need_text: bool) -> None:
    """Refuse a story that can't be compared, or not along with the others.

    Raises:
        _LineError: It can't.
    """
    if story.id in others:
        raise _LineError(f"{story.id} is there already ({others[story.id].where}); give it once")
    first = next(iter(others.values()), story)
    if story.kind != first.kind:
        raise _LineError(
            f"a {story.kind} story, but {first.where} is {first.kind}; "
            "give stories of one kind in one file"
        )
    if need_text and story.given is None:
        raise _LineError('no text; give it in "text" or in a file: --texts FILE')
    if fault := unfit(story):
        raise _LineError(fault)


@cache
def _form(kind: type[FullStory | LeanStory]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _form_fault(error: Mapping[str, Any]) -> str:
    place = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error["loc"]).lstrip(".")
    if error["type"] == "missing":
        return f"no {place}; give it"
    return f"{place}: {error['msg'][0].lower()}{error['msg'][1:]}"


def _given(
    row: Mapping[str, Any], answers: FullStory | LeanStory, texts: Mapping[str, RawStory]
) -> RawStory | None:
    """Give what a coder gets, never an answer: of two dates in the line, the page's own.

    The text of a full story is what was coded; all else comes from the file of texts first.
    """
    known = texts.get(answers.id)
    text = row.get("text") or (known.text if known else None)
    if not isinstance(text, str) or not text:
        return None
    date = "given_published" if "given_published" in row else "published"
    own = {name: row.get(date if name == "published" else name) for name in _GIVEN}
    fields = {name: (getattr(known, name) if known else None) or own[name] for name in _GIVEN}
    texts_only = {name: v for name, v in fields.items() if isinstance(v, str)}
    return read_text(text, id=answers.id, **texts_only)
