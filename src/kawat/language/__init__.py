"""Wire Indonesian for spaCy: tokenizer, sentence splitter, and one trained pipeline.

    Story → Parse

``load_language`` gives the pipeline, ``parse_stories`` runs it over stories.
"""

from kawat.language.model import load_language, model_version, version_of
from kawat.language.parse import parse_stories
from kawat.language.splitter import sentence_starts

__all__ = ["load_language", "model_version", "parse_stories", "sentence_starts", "version_of"]
