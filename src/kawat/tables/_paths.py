"""Where the data files of the package are, and what they are called in messages."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

DataFile = Path | Traversable


def relative_name(path: DataFile) -> str:
    """Return the name of a data file within the package ("world/countries.csv").

    A file outside the package keeps its path as it was given.
    """
    root = f"{files('kawat')}/"
    name = str(path).replace("\\", "/")
    return name.removeprefix(root.replace("\\", "/"))


def package_files(folder: str, ending: str) -> tuple[DataFile, ...]:
    """Return the data files below a folder of the package, sorted by their name.

    Args:
        folder: Folder within the package, such as "codebook".
        ending: How the names end, such as ".yml".
    """
    found: list[DataFile] = []
    folders: list[Traversable] = [files("kawat").joinpath(folder)]
    while folders:
        for entry in folders.pop().iterdir():
            if entry.is_dir():
                folders.append(entry)
            elif entry.name.endswith(ending):
                found.append(entry)
    return tuple(sorted(found, key=relative_name))
