"""The sentence splitter inside the pipeline."""

from spacy.tokens import Doc

from kawat.language.indonesian import Indonesian
from kawat.language.sentences import set_sentences


def test_text_gets_sentences_of_splitter() -> None:
    """Line breaks and full stops end sentences; a closing quote stays with its sentence."""
    doc = Indonesian().make_doc('"Kami siap." Ia pergi.\n\nNo. 5 menang.')
    sentences = [s.text.strip() for s in set_sentences(doc).sents]
    assert sentences == ['"Kami siap."', "Ia pergi.", "No. 5 menang."]


def test_given_sentence_starts_are_kept() -> None:
    """A document that has its sentences is left as it is."""
    doc = Doc(Indonesian().vocab, words=["a", ".", "B"], sent_starts=[True, False, False])
    assert len(list(set_sentences(doc).sents)) == 1


def test_empty_document_passes() -> None:
    """Nothing in, nothing out."""
    assert len(set_sentences(Indonesian().make_doc(""))) == 0
