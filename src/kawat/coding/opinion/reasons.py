"""Features in words, for `kawat explain`.

Comes in: names of features. Goes out: what they say. Reads ``reasons.csv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from kawat.tables import package_files, read_csv


def in_words(features: Iterable[str]) -> tuple[str, ...]:
    """Say features in words.

    Args:
        features: Names of features.

    Returns:
        One phrase a feature.

    >>> in_words(["ACCUSE+voice=noun", "word=gol"])
    ('as ACCUSE the trigger is in noun voice', 'the story has “gol”')
    """
    return tuple(_phrase(name) for name in features)


def _phrase(name: str) -> str:
    kind, _, value = name.partition("=")
    type_, crossed, plain = kind.rpartition("+")
    phrase = _phrases().get(plain, f"{plain} {{}}").replace("{}", value)
    return f"as {type_} {phrase}" if crossed else phrase


@cache
def _phrases() -> Mapping[str, str]:
    (path,) = package_files("coding/opinion", ".csv")
    return {row["kind"]: row["words"] for row in read_csv(path, columns=("kind", "words"))}
