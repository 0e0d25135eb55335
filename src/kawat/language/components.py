"""Registers the language, its layers and its components with spaCy when imported."""

from kawat.language.consistency import make_consistent
from kawat.language.indonesian import Indonesian
from kawat.language.layers import cached_embed
from kawat.language.lemmatizer import make_lemmatizer
from kawat.language.sentences import set_sentences
from kawat.language.vectors import make_vectors

__all__ = [
    "Indonesian",
    "cached_embed",
    "make_consistent",
    "make_lemmatizer",
    "make_vectors",
    "set_sentences",
]
