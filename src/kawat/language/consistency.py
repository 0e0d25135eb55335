"""Names within one story speak for each other.

A story gives a person's full name once and the short form after that ("Rina Wulandari" … "Rina").
The name finder sees only a few words; this component lets the long form decide the type of its
short forms, lets the type that a name has most often win, and finds forms that were missed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import ENT_TYPE, ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHORTEST_PART = 3
_WHOLE, _PART = 2, 3  # a part of a full name weighs more than a lone form
_DECISIVE = 1.5


def _votes(doc: Doc) -> dict[str, Counter[str]]:
    """Surface form → type → weight. Parts of a long person name vote for PER."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in doc.ents:
        votes[name.text][name.label_] += _WHOLE
        if name.label_ == "PER" and len(name) > 1:
            for token in name:
                if len(token) >= _SHORTEST_PART and token.text[0].isupper():
                    votes[token.text]["PER"] += _PART
    return dict(votes)


def _decided(votes: Counter[str]) -> str | None:
    """The type that clearly leads."""
    ranked = votes.most_common(2)
    if len(ranked) == 1 or ranked[0][1] >= _DECISIVE * ranked[1][1]:
        return ranked[0][0]
    return None


def _missed(doc: Doc, types: dict[str, str]) -> list[Span]:
    """Single words outside all names that are a short form of one, inside a sentence."""
    strings = doc.vocab.strings
    kinds = {strings[form]: kind for form, kind in types.items()}
    rows = doc.to_array([ORTH, ENT_TYPE, SENT_START])
    free = (rows[:, 1] == 0) & (rows[:, 2] != 1)
    places = np.flatnonzero(free & np.isin(rows[:, 0], np.array(list(kinds), dtype="uint64")))
    return [Span(doc, i, i + 1, label=kinds[int(rows[i, 0])]) for i in places.tolist()]


@Language.component("kawat_consistency", assigns=["doc.ents"], requires=["doc.ents"])  # type: ignore[untyped-decorator]
def make_consistent(doc: Doc) -> Doc:
    """Let the names of a story decide about each other.

    Args:
        doc: A story whose names were found.

    Returns:
        The same document.
    """
    found = [name for name in doc.ents if any(map(str.isalpha, name.text))]
    if not found:
        doc.ents = []
        return doc
    decided = {form: kind for form, v in _votes(doc).items() if (kind := _decided(v))}
    names = [
        name if decided.get(name.text, name.label_) == name.label_
        else Span(doc, name.start, name.end, label=decided[name.text])
        for name in found
    ]  # fmt: skip
    parts = {form: kind for form, kind in decided.items() if kind in {"PER", "ORG"}}
    single = {f: k for f, k in parts.items() if " " not in f and f[:1].isupper()}
    doc.ents = names + _missed(doc, single)
    return doc
