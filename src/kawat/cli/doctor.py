"""`kawat doctor`: is this installation whole?"""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from kawat import __version__
from kawat.coder import Coder
from kawat.errors import KawatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PACKAGES = ("spacy", "numpy", "babel", "pydantic", "PyYAML", "typer", "rich")
_SENTENCE = "Presiden Indonesia bertemu dengan Presiden Prancis di Paris, Senin (13/1/2025)."


def print_findings() -> int:
    """Print one line per finding; give 1 if something is wrong, else 0."""
    sound = True
    for name, look in _CHECKS:
        try:
            found = "; ".join(look())
        except (KawatError, PackageNotFoundError) as error:
            sound = False
            print(f"WRONG  {name}: {error}")
        else:
            print(f"ok     {name}: {found}")
    return int(not sound)


def _program() -> Iterator[str]:
    yield f"kawat {__version__}"
    yield f"Python {platform.python_version()}"


def _packages() -> Iterator[str]:
    for name in _PACKAGES:
        yield f"{name} {version(name)}"


def _model() -> Iterator[str]:
    from kawat.language import load_language, version_of

    meta = load_language().meta
    yield version_of(meta)
    yield f"components {', '.join(meta.get('pipeline', ())) or 'none'}"


def _tables() -> Iterator[str]:
    from kawat.world import load_world

    load_world()
    yield "world tables read"


def _codebook() -> Iterator[str]:
    from kawat.coding.rulebook import load_codebook

    yield f"digest {load_codebook().digest}"


def _smoke_story() -> Iterator[str]:
    story = Coder().code(_SENTENCE)
    coded = [f"{event.type} by “{event.trigger.text}”" for event in story.events]
    if story.problems or not coded:
        reason = "; ".join(story.problems) or "no event was found"
        raise KawatError(f"a plain sentence was not coded: {reason}; install Kawat anew")
    yield from coded


_CHECKS: tuple[tuple[str, Callable[[], Iterator[str]]], ...] = (
    ("program", _program),
    ("packages", _packages),
    ("model", _model),
    ("world", _tables),
    ("codebook", _codebook),
    ("smoke story", _smoke_story),
)
