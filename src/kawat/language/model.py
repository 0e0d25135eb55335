"""Loading the packaged pipeline."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.language import Language

_NAMES = frozenset({"lang", "name", "version"})


def model_path() -> Path:
    """The folder of the packaged pipeline."""
    return Path(str(files("kawat.language"))) / "model"


def read_meta(path: Path | None = None) -> dict[str, Any]:
    """Read the pipeline's ``meta.json``.

    Args:
        path: Folder of a pipeline; the packaged one by default.

    Returns:
        Its content.

    Raises:
        ModelError: It is missing or damaged.
    """
    meta = (path or model_path()) / "meta.json"
    try:
        content = json.loads(meta.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{meta}: the language model is missing or damaged ({error.__class__.__name__}); "
            "install Kawat again, or make it with `make model`"
        ) from error
    if not isinstance(content, dict) or _NAMES - content.keys():
        raise ModelError(f"{meta}: no {', '.join(sorted(_NAMES))}; install Kawat again")
    return content


def model_version(path: Path | None = None) -> str:
    """Name and version of the packaged pipeline, as records carry it in ``made_by.model``.

    Args:
        path: Folder of a pipeline; the packaged one by default.

    Raises:
        ModelError: It is missing or damaged.
    """
    return version_of(read_meta(path))


def version_of(meta: Mapping[str, Any]) -> str:
    """Name and version of a pipeline by its ``meta.json``.

    >>> version_of({"lang": "id", "name": "kawat_news", "version": "0.1.0"})
    'id_kawat_news-0.1.0'
    """
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def load_language(path: Path | None = None) -> Language:
    """Load the pipeline: tokenizer, tagger, lemmatizer, parser, names.

    Args:
        path: Folder of a pipeline; the packaged one by default.

    Returns:
        A spaCy ``Language``, usable on its own.

    Raises:
        ModelError: The model is missing, damaged or of a version that doesn't fit.

    Example:
        >>> nlp = load_language()
        >>> [token.lemma_ for token in nlp("Warga menyambutnya.")]
        ['warga', 'sambut', 'nya', '.']
    """
    from spacy.util import load_model_from_path  # the import costs most of a second

    import kawat.language.components  # noqa: F401  registers the parts of the pipeline

    folder = path or model_path()
    read_meta(folder)
    try:
        return load_model_from_path(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as error:
        reason = str(error).strip().splitlines()
        raise ModelError(
            f"{folder}: the language model can't be loaded "
            f"({reason[0] if reason else error.__class__.__name__}); install Kawat again"
        ) from error
