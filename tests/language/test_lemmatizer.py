"""The lemmatizer component."""

import pytest
from spacy.tokens import Doc

from kawat.errors import ModelError
from kawat.language.indonesian import Indonesian
from kawat.language.lemmatizer import WireLemmatizer


@pytest.fixture
def lemmatizer() -> WireLemmatizer:
    return WireLemmatizer(Indonesian().vocab, {"beri": "beri", "bank": "bank"}, {"temu", "tani"})


def test_lemma_depends_on_class_and_place(lemmatizer: WireLemmatizer) -> None:
    """Names and capitals inside a sentence keep their form; the capital of its first word goes."""
    words = ['"', "Pertemuan", "Petani", "Temu", "."]
    pos = ["PUNCT", "NOUN", "NOUN", "PROPN", "PUNCT"]
    starts = [True, False, False, False, False]
    doc = Doc(lemmatizer.vocab, words=words, pos=pos, sent_starts=starts)
    assert [t.lemma_ for t in lemmatizer(doc)] == ['"', "temu", "Petani", "Temu", "."]


def test_tables_survive_bytes_and_disk(lemmatizer: WireLemmatizer, tmp_path) -> None:
    """What is written is read back."""
    again = WireLemmatizer(lemmatizer.vocab).from_bytes(lemmatizer.to_bytes())
    lemmatizer.to_disk(tmp_path / "lemmatizer")
    read = WireLemmatizer(lemmatizer.vocab).from_disk(tmp_path / "lemmatizer")
    assert again.forms == read.forms == lemmatizer.forms
    assert again.roots == read.roots == lemmatizer.roots


def test_wrong_tables_are_refused(lemmatizer: WireLemmatizer, tmp_path) -> None:
    """A damaged file gives a clear error."""
    (tmp_path / "lemmas.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ModelError, match="install Kawat again"):
        lemmatizer.from_disk(tmp_path)
