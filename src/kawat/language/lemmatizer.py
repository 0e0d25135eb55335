"""The lemmatizer: a table of forms, then affix rules over a list of roots.

A lemma is the root, as in UD Indonesian-CSUI: "serang" of "menyerang", "penyerangan", "terserang".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import srsly
from spacy.attrs import LEMMA, ORTH, POS, SENT_START
from spacy.language import Language
from spacy.parts_of_speech import IDS, PUNCT

from kawat.errors import ModelError
from kawat.language.affixes import strip_affixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_FILE = "lemmas.json"
_KEPT_AS_IT_STANDS = frozenset({"PROPN", "X", "NUM", "SYM", "PUNCT"})


class WireLemmatizer:
    """Set ``token.lemma`` from the form and the part of speech.

    Args:
        vocab: Vocabulary of the pipeline.
        forms: Lower-case form, or form + "/" + part of speech, → lemma.
        roots: Known roots.
    """

    def __init__(
        self, vocab: Vocab, forms: dict[str, str] | None = None, roots: Iterable[str] = ()
    ) -> None:
        self.vocab = vocab
        self.forms = dict(forms or {})
        self.roots = frozenset(roots)
        self._cache: dict[tuple[int, int, bool], int] = {}
        self._names = {number: name for name, number in IDS.items()}

    def set_tables(self, forms: dict[str, str], roots: Iterable[str]) -> None:
        """Take other tables.

        Args:
            forms: Lower-case form, or form + "/" + part of speech, → lemma.
            roots: Known roots.
        """
        self.forms, self.roots = dict(forms), frozenset(roots)
        self._cache.clear()

    def lemma(self, form: str, pos: str, *, opens: bool = False) -> str:
        """The lemma of a form as a part of speech.

        Args:
            form: The form as it stands in the text.
            pos: Universal part of speech.
            opens: Whether it opens a sentence, so that its capital says nothing.

        Returns:
            The lemma: the form itself for names, numbers, foreign words and marks, and for words
            with a capital inside a sentence ("Direktur Bank Sentosa"), as in the treebank.
        """
        if pos in _KEPT_AS_IT_STANDS or (form[:1].isupper() and not opens):
            return form
        lower = form.lower()
        known = self.forms.get(f"{lower}/{pos}") or self.forms.get(lower)
        return known or strip_affixes(lower, self.roots)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a document."""
        rows = doc.to_array([ORTH, POS, SENT_START]).tolist()
        cache = self._cache
        lemmas = np.empty((len(doc), 1), dtype="uint64")
        opens = True
        for i, (orth, pos, start) in enumerate(rows):
            opens = opens or start == 1
            lemma = cache.get((orth, pos, opens))
            if lemma is None:
                text = self.lemma(self.vocab.strings[orth], self._names[pos], opens=opens)
                lemma = cache[orth, pos, opens] = self.vocab.strings.add(text)
            lemmas[i, 0] = lemma
            # a quotation mark at the start does not open the sentence, the word after it does
            opens = opens and pos == PUNCT
        if len(doc):
            doc.from_array([LEMMA], lemmas)
        if len(cache) > 100_000:
            cache.clear()
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:  # noqa: ARG002
        """Set the lemmas of documents, lazily."""
        return map(self, docs)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002  spaCy's interface
        """Give the tables as bytes."""
        return srsly.msgpack_dumps({"forms": self.forms, "roots": sorted(self.roots)})  # type: ignore[no-any-return]

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> WireLemmatizer:  # noqa: ARG002
        """Take the tables from bytes."""
        self._set(srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Write the tables into a folder."""
        path.mkdir(parents=True, exist_ok=True)
        srsly.write_json(path / _FILE, {"forms": self.forms, "roots": sorted(self.roots)})

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> WireLemmatizer:  # noqa: ARG002
        """Read the tables from a folder."""
        self._set(srsly.read_json(path / _FILE))
        return self

    def _set(self, tables: Any) -> None:
        try:
            self.set_tables(tables["forms"], tables["roots"])
        except (KeyError, TypeError) as error:
            raise ModelError(
                f"lemmatizer/{_FILE}: no tables of forms and roots; install Kawat again"
            ) from error


@Language.factory("kawat_lemmatizer", assigns=["token.lemma"], requires=["token.pos"])  # type: ignore[untyped-decorator]
def make_lemmatizer(nlp: Language, name: str) -> WireLemmatizer:  # noqa: ARG001  spaCy's interface
    """Make the lemmatizer of a pipeline."""
    return WireLemmatizer(nlp.vocab)
