"""Cutting the words of rules as the tokenizer cuts a story.

A rule says "tercapainya kesepakatan"; the story's tokens are "tercapai", "nya", "kesepakatan".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kawat.tables import DataFile, package_files

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

# Words of letters alone are one token, unless a clitic hangs on them.
_WHOLE = re.compile(r"[a-zà-ÿ]+")
_CLITICS = ("nya", "ku", "mu", "lah", "kah", "pun")


def cut(phrase: str) -> str:
    """Return a word or phrase with a space between its tokens.

    Args:
        phrase: Words in lower case, with one space between them.

    >>> cut("tercapainya kesepakatan")
    'tercapai nya kesepakatan'
    >>> cut("unjuk rasa")
    'unjuk rasa'
    """
    if all(_WHOLE.fullmatch(w) and not w.endswith(_CLITICS) for w in phrase.split(" ")):
        return phrase
    return " ".join(token.text for token in _tokenizer()(phrase))


def cutting_files() -> tuple[DataFile, ...]:
    """Return the files that decide on how words are cut."""
    return (
        *package_files("language", "tokenizer.py"),
        *package_files("language", "wordlists.py"),
        *package_files("language/data", ""),
    )


@cache
def _tokenizer() -> Tokenizer:
    from spacy.vocab import Vocab

    from kawat.language.tokenizer import make_tokenizer

    return make_tokenizer(Vocab())
