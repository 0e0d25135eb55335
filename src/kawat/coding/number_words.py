"""Read Indonesian numbers in words and digits. The words stand in ``codebook/numbers.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
THOUSAND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """``numbers.yml``, ready for use; the meaning of each list is said there."""

    units: Mapping[str, int]
    powers: Mapping[str, int]
    lists: Mapping[str, frozenset[str]]


def compile_number_words(table: object) -> NumberWords:
    """Compile the plain data of ``numbers.yml``.

    Args:
        table: The file as plain data: mappings of words to numbers, and lists of words.

    Returns:
        The words, ready for use.

    Raises:
        TypeError: If the table is no mapping.
    """
    if not isinstance(table, Mapping):
        raise TypeError("numbers.yml must be a mapping")
    lists = {
        key: frozenset(value) for key, value in table.items() if isinstance(value, list | tuple)
    }
    return NumberWords(units=table["units"], powers=table["powers"], lists=lists)


def read_number(words: Sequence[str], known: NumberWords) -> tuple[int, int] | None:
    """Read the number that a sequence of words begins with.

    Args:
        words: Lower-case words.
        known: Number words.

    Returns:
        The number and how many words it takes, or None.

    >>> units, powers = {"dua": 2, "lima": 5}, {"puluh": 10, "juta": 1000000}
    >>> known = NumberWords(units=units, powers=powers, lists={})
    >>> read_number(["dua", "puluh", "lima", "orang"], known)
    (25, 3)
    >>> read_number(["1,2", "juta"], known)
    (1200000, 2)
    """
    total, part, used = 0, 0.0, 0
    for word in words:
        if part == 0 and DIGITS.fullmatch(word):
            part = float(word.replace(".", "").replace(",", "."))
        elif word in known.units and (part == 0 or part % 10 == 0):
            part += known.units[word]
        elif word in known.powers and part > 0:
            total, part = _raise_by(total, part, word, known)
        else:
            break
        used += 1
    return (total + round(part), used) if used else None


def is_number_word(word: str, known: NumberWords) -> bool:
    """Say whether a word, in lower case, can be part of a number: "12", "dua", "puluh"."""
    return word in known.units or word in known.powers or DIGITS.fullmatch(word) is not None


def _raise_by(total: int, part: float, word: str, known: NumberWords) -> tuple[int, float]:
    """Apply a word of power: "belas" adds ten, "puluh" and "ratus" the last digit, others all."""
    power = known.powers[word]
    if word == "belas":
        return total, part + power
    if power >= THOUSAND:
        return total + round(part * power), 0.0
    last = part % 10 or part
    return total, part - last + last * power
