"""Kawat reads Indonesian newswire and keeps a record of political life that can be checked.

    >>> import kawat
    >>> story = kawat.code("Polisi menangkap dua aktivis di Makassar.", published="2025-01-17")
    >>> story.events[0].type
    'COERCE'

Nothing is loaded before it is used: ``import kawat`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kawat.coder import Coder, code
    from kawat.errors import CodebookError, InputError, KawatError, ModelError
    from kawat.language import load_language
    from kawat.records import CodedStory

__version__ = "0.1.0"

__all__ = [
    "CodebookError",
    "CodedStory",
    "Coder",
    "InputError",
    "KawatError",
    "ModelError",
    "code",
    "load_language",
]

_HOMES = {
    "kawat.coder": ("Coder", "code"),
    "kawat.errors": ("CodebookError", "InputError", "KawatError", "ModelError"),
    "kawat.language": ("load_language",),
    "kawat.records": ("CodedStory",),
}


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
