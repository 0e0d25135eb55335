"""The sentence splitter as a part of the pipeline, for text without sentence starts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language

from kawat.language.splitter import sentence_starts

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARAGRAPH = re.compile(r"[^\n]+")


@Language.component("kawat_sentences", assigns=["token.is_sent_start"])  # type: ignore[untyped-decorator]
def set_sentences(doc: Doc) -> Doc:
    """Set the sentence starts of a document that has none; the parser keeps them.

    Args:
        doc: A document as the tokenizer made it; a line break ends a paragraph.

    Returns:
        The same document.
    """
    if not len(doc) or doc.has_annotation("SENT_START"):
        return doc
    text = doc.text
    offsets = [
        paragraph.start() + start
        for paragraph in _PARAGRAPH.finditer(text)
        for start in sentence_starts(paragraph.group())
    ]
    tokens = np.fromiter((token.idx for token in doc), dtype="int64", count=len(doc))
    marks = np.full((len(doc), 1), -1, dtype="int64")
    first = np.searchsorted(tokens, np.array([0, *offsets], dtype="int64"))
    marks[first[first < len(doc)]] = 1
    doc.from_array([SENT_START], marks.astype("uint64"))
    return doc
