"""A cache of what is compiled from data files, in the user's cache folder.

Nothing depends on it: where it can't be read or written, the value is built anew.
"""

from __future__ import annotations

import inspect
import json
import os
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.tables._paths import DataFile, relative_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_KEEP_SECONDS = 30 * 24 * 3600


def cached(name: str, files: Sequence[DataFile], build: Callable[[], Json]) -> Json:
    """Return what ``build`` makes of some files, from the cache if nothing has changed.

    The key is the content of the files and of the code beside ``build``, so an edit of either
    makes the value anew. The value always passes through JSON, so it is the same from the cache
    and from ``build``. The folder is KAWAT_CACHE, else XDG_CACHE_HOME/kawat, else ~/.cache/kawat;
    KAWAT_CACHE="" turns the cache off.

    Args:
        name: Name of the cached thing, letters, digits and "-" only.
        files: The data files that the value depends on.
        build: Makes the value: JSON types only. What it raises is raised here.

    Returns:
        The value, as JSON gives it back: lists for tuples, string keys.
    """
    folder = _folder()
    if folder is None:
        return _loads(_dumps(build()))
    path = folder / f"{name}-{_key(name, files, build)}.json"
    value = _read(path)
    if value is not None:
        return value
    payload = _dumps(build())
    # A folder that is read-only or full must not keep anyone from coding.
    with suppress(OSError):
        _write(path, payload)
        _forget_old(folder, name, path)
    return _loads(payload)


def _folder() -> Path | None:
    """Return the cache folder; None if there is none."""
    given = os.environ.get("KAWAT_CACHE")
    if given is not None:
        return Path(given) if given else None
    base = os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "kawat"
    with suppress(RuntimeError):
        return Path.home() / ".cache" / "kawat"
    return None


def _key(name: str, files: Sequence[DataFile], build: Callable[[], Json]) -> str:
    """Return a hash of the files and of the code that reads them."""
    digest = sha256(name.encode())
    parts: list[tuple[str, bytes]] = [(relative_name(path), path.read_bytes()) for path in files]
    with suppress(TypeError, OSError):
        code = Path(inspect.getfile(build)).parent
        parts += [(path.name, path.read_bytes()) for path in sorted(code.rglob("*.py"))]
    for part, content in parts:
        digest.update(f"\0{part}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:32]


def _dumps(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _loads(payload: str) -> Json:
    value: Json = json.loads(payload)
    return value


def _read(path: Path) -> Json:
    """Return a cached value; None if there is none or it is damaged."""
    try:
        check, _, payload = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if sha256(payload).hexdigest().encode() != check:
        return None
    return _loads(payload.decode())


def _write(path: Path, payload: str) -> None:
    """Write a value so that no reader ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = payload.encode()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(data).hexdigest().encode() + b"\n" + data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _forget_old(folder: Path, name: str, keep: Path) -> None:
    """Delete values of the same name that are a month old."""
    limit = time.time() - _KEEP_SECONDS
    for path in folder.glob(f"{name}-*.*"):
        if path != keep and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)
