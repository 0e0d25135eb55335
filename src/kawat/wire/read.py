"""Reading stories: text, files, folders, standard input."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from kawat.errors import InputError
from kawat.records import RawStory
from kawat.wire.decode import decode
from kawat.wire.jsonl import read_line

_SUFFIXES = (".txt", ".jsonl")
_STDIN = "-"


def read_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002  (the name of the field, for callers)
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
) -> RawStory:
    """Return a story made of a text.

    Args:
        text: The story; it is kept unchanged.
        id: Id to keep; without it the story gets a hash of its text.
        title: Headline, if it is known apart from the text.
        published: Day of publication, ISO.
        url: Address of the page.
        outlet: Name of the outlet.

    >>> read_text("Kapal itu tiba.").id
    'baf138d6f035'
    """
    clean, problem = _printable(text)
    return RawStory(
        id=id or _hash(text),
        text=clean,
        title=title,
        published=published,
        url=url,
        outlet=outlet,
        problems=(problem,) if problem else (),
    )


def read_paths(
    paths: Sequence[Path | str], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[RawStory]:
    """Read the stories of files and folders, in the order given, one at a time.

    A ``.txt`` file is one story, a ``.jsonl`` file holds one a line (id, text, title, published,
    url, outlet). A folder gives its ``.txt`` and ``.jsonl`` files, below it too, sorted by path.
    "-" is standard input; that, and a file without a suffix, is taken as JSONL if it begins with
    "{". A story that can't be read comes with the reason in ``problems`` and an empty text.

    Args:
        paths: Files, folders, "-".
        published: Day of publication for stories that give none.
        stdin: Where "-" reads from; default: the standard input.

    Returns:
        The stories, read lazily.

    Raises:
        InputError: Before the first story, if a path does not exist, can't be opened, is of
            another format, or is a folder without stories; later only if a file vanishes.
    """
    sources: list[Path | None] = []
    for path in paths:
        sources += [None] if str(path) == _STDIN else _files(Path(path))
    return _read_all(sources, published, stdin)


def _read_all(
    sources: Sequence[Path | None], published: str | None, stdin: BinaryIO | None
) -> Iterator[RawStory]:
    for source in sources:
        if source is None:
            yield from _read_stream(stdin or sys.stdin.buffer, "standard input", "", published)
            continue
        try:
            with source.open("rb") as stream:
                suffix = source.suffix.lower()
                yield from _read_stream(stream, str(source), suffix, published)
        except OSError as error:
            raise InputError(_unreadable(source, error)) from error


def _files(path: Path) -> list[Path | None]:
    """Return the files of a path that was given, each of which can be opened."""
    try:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES)
            files = [p for p in found if p.is_file()]
            if not files:
                message = f"{path}: no .txt or .jsonl file in this folder; give one that has some"
                raise InputError(message)
        elif path.suffix.lower() in {*_SUFFIXES, ""}:
            files = [path]
        else:
            message = f"{path}: only .txt and .jsonl can be read; convert the file"
            raise InputError(message)
        for file in files:
            file.open("rb").close()
    except OSError as error:
        raise InputError(_unreadable(path, error)) from error
    except ValueError as error:
        message = f"{str(path)[:80]!r}: {error}; give the path of a file or folder"
        raise InputError(message) from error
    return list(files)


def _unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path}: no such file or folder; check the path"
    reason = (error.strerror or "can't be read").lower()
    return f"{error.filename or path}: {reason}; give a file that can be read"


def _read_stream(
    stream: BinaryIO, name: str, suffix: str, published: str | None
) -> Iterator[RawStory]:
    """Read one file or the standard input, by its suffix or else by its first line."""
    first = b""
    if not suffix:
        first = stream.readline()
        while first and not first.strip():
            first += stream.readline()
        if first.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            suffix = ".jsonl"
    if suffix == ".jsonl":
        yield from _read_jsonl(first, stream, name, published)
    else:
        yield _read_txt(first + stream.read(), name, published)


def _read_txt(data: bytes, name: str, published: str | None) -> RawStory:
    text, problem = decode(data)
    problems = (f"{name}: {problem}",) if problem else ()
    return RawStory(
        id=_hash(text if text.strip() else name),
        text=text,
        published=published,
        problems=problems,
    )


def _read_jsonl(
    first: bytes, stream: BinaryIO, name: str, published: str | None
) -> Iterator[RawStory]:
    """Read the stories of a JSONL stream whose beginning may have been read already."""
    number = max(first.count(b"\n") - 1, 0) if first else 0
    line = first.lstrip(b"\r\n \t") or stream.readline()
    empty = True
    while line:
        number += 1
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            empty = False
            where = f"{name}:{number}"
            yield read_line(line, where, published=published, make_id=_hash)
        line = stream.readline()
    if empty:
        problem = f"{name}: the file is empty; give one story a line"
        yield RawStory(id=_hash(name), text="", published=published, problems=(problem,))


def _printable(text: str) -> tuple[str, str | None]:
    """Return a text that can be written as UTF-8; half characters are replaced, one for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        whole = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
        return whole, "the text holds half characters (lone surrogates), shown as \ufffd; repair it"
    return text, None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
