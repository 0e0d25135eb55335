"""A lean spaCy language for Indonesian, registered as "ind" (ISO 639-3).

``spacy.lang.id`` ("id") takes seconds to make: 3,902 tokenizer exceptions, each in several casings.
This one has patterns instead and no exception table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy import registry
from spacy.language import BaseDefaults, Language
from spacy.util import load_config_from_str

from kawat.language.tokenizer import make_tokenizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokenizer import Tokenizer

_CONFIG = """
[nlp]
lang = "ind"

[nlp.tokenizer]
@tokenizers = "kawat.WireTokenizer.v1"
"""


@registry.tokenizers("kawat.WireTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Any], Tokenizer]:
    """Give the factory of the tokenizer, for spaCy's configuration."""

    def make(nlp: Any) -> Tokenizer:
        return make_tokenizer(nlp.vocab)

    return make


class IndonesianDefaults(BaseDefaults):  # type: ignore[misc]
    """What spaCy needs to know of the language; the tokenizer brings its own patterns."""

    config = load_config_from_str(_CONFIG)
    tokenizer_exceptions: dict[str, list[dict[str, str]]] = {}  # noqa: RUF012  as in spaCy
    prefixes = suffixes = infixes = None
    url_match = token_match = None


@registry.languages("ind")
class Indonesian(Language):  # type: ignore[misc]
    """Wire Indonesian for spaCy: ``spacy.blank("ind")``."""

    lang = "ind"
    Defaults = IndonesianDefaults
