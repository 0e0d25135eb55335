"""The tokenizer of wire Indonesian: a spaCy ``Tokenizer`` from a few patterns and short lists.

Clitic "-nya" is a token of its own, as in UD Indonesian-CSUI; see ``data/README.md``. All patterns
are strings, so that a saved pipeline carries them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.tokenizer import Tokenizer

from kawat.language.wordlists import abbreviations, clitic_hosts, whole_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_OPEN = r"""[\(\[\{<"'“”„«‘’`*#§~|]"""
_CLOSE = r"""[\)\]\}>"'”“»’‘`*|]"""
_PREFIXES = (
    _OPEN,
    r"\.{2,}|…|[,;:!?…/\-–—=&]+(?=\S)",
    r"Rp\.?(?=\d)|(?:US|S|A|AU|HK|NZ|SGD)?[$€£¥](?=\d)|(?:Rp|IDR|USD|US)(?=\d)",
    r"\+(?![0-9])",
)
_SUFFIXES = (
    _CLOSE,
    r"\.{2,}|…|[,;:!?/\-–—=&]",
    r"(?<=[0-9\)])%",
    r"(?<=[a-zà-ÿ0-9%\)\]\"'”’²³°€£$])\.",
    r"(?<=[A-Z]{2})\.|(?<=[A-Z][0-9])\.|(?<=[a-zA-Z]-[A-Z])\.|(?<=[a-z][A-Z])\.",
)
_INFIXES = (
    r"\.{2,}|…|--+|[–—]",
    r"[\(\)\[\]\"“”]",
    r"(?<=[a-zà-ÿ])[,;:!?](?=[A-Za-zÀ-ÿ])",
    r"(?<=[A-Z]{2})[,;:!?](?=[A-Za-z])",
    r"(?<=[0-9])[;](?=\S)",
    r"(?<=[a-zà-ÿ]{3})\.(?=[A-Z][a-z])",
    r"(?<=[0-9])-(?=[0-9])",
    r"(?<=[A-Z][a-z]{2})-(?=[A-Z])|(?<=[a-z]{3})-(?=[A-Z][a-z]{3})|(?<=[A-Z]{2})-(?=[A-Z][A-Za-z])",
    r"(?<=[a-zA-Z]{3})/(?=[a-zA-Z]{3})",
)
_URL = r"(?i)^(?:https?://|www\.)\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$|^[\w-]+(?:\.[\w-]+)*\.(?:com|co|id|net|org|go|tv)(?:/\S*)?$|^[@#]\w+$"


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def suffix_pattern() -> str:
    """The pattern of what is cut off the end of a string: marks and clitics."""
    clitics = ["(?<=[A-Za-zÀ-ÿ]{2})nya", "(?<=[a-z0-9]-)nya", "(?<=[A-Z]{2}-)nya"]
    for clitic, hosts in sorted(clitic_hosts().items()):
        clitics.extend(
            f"(?<=^{host}){clitic}"
            for word in sorted(hosts)
            for host in (re.escape(word), re.escape(word.capitalize()))
        )
    return "|".join(f"(?:{pattern})$" for pattern in (*_SUFFIXES, *clitics))


def token_pattern() -> str:
    """The pattern of strings that are never cut: listed words, abbreviations, reduplications."""
    return (
        rf"^(?:(?i:{_alternatives(whole_words())})"
        rf"|(?i:{_alternatives(abbreviations())})\."
        r"|[A-Z]\.|(?:[A-Za-z]{1,2}\.){1,5}[A-Za-z]{1,2}\.?"
        r"|(?i:([a-zà-ÿ]{2,})-\1(?:an|i|kan)?)"
        r"|:[\)\(])$"
    )


def make_tokenizer(vocab: Any) -> Tokenizer:
    """Make the tokenizer.

    Args:
        vocab: The spaCy vocabulary of the pipeline.

    Returns:
        The tokenizer.
    """
    return Tokenizer(
        vocab,
        prefix_search=re.compile("|".join(f"^(?:{p})" for p in _PREFIXES)).search,
        suffix_search=re.compile(suffix_pattern()).search,
        infix_finditer=re.compile("|".join(_INFIXES)).finditer,
        token_match=re.compile(token_pattern()).match,
        url_match=re.compile(_URL).match,
    )
