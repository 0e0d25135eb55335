"""The layer that keeps embeddings, and the vectors kept as bytes."""

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry

from kawat.language.indonesian import Indonesian
from kawat.language.layers import cached_embed
from kawat.language.vectors import ByteVectors


def embedding():
    make = registry.architectures.get("spacy.MultiHashEmbed.v2")
    return make(8, ["NORM", "SHAPE"], [50, 50], False)


def test_cached_embedding_equals_plain_one() -> None:
    """Looking up gives what computing gives, also after the weights moved."""
    vocab = Indonesian().vocab
    docs = [Doc(vocab, words=w.split()) for w in ("warga desa datang", "warga pulang", "datang")]
    layer = cached_embed(embedding())
    layer.initialize(X=docs)
    for _ in range(2):
        plain = layer.layers[0].predict(docs)
        for _ in range(2):
            for a, b in zip(layer.predict(docs), plain, strict=True):
                np.testing.assert_allclose(a, b, rtol=1e-5)
        for node in layer.walk():
            if node.has_param("W"):
                node.get_param("W")[:] += 0.1


def test_empty_documents_pass() -> None:
    """A batch without tokens gives empty arrays."""
    vocab = Indonesian().vocab
    layer = cached_embed(embedding())
    layer.initialize(X=[Doc(vocab, words=["a"])])
    assert [len(a) for a in layer.predict([Doc(vocab), Doc(vocab)])] == [0, 0]


def test_byte_vectors_come_back_nearly_the_same(tmp_path) -> None:
    """A row loses at most half a step of its scale."""
    chance = np.random.default_rng(1)
    data = chance.normal(size=(20, 6)).astype("float32")
    data[3] = 0
    vectors = ByteVectors(data=data, mode="floret", minn=2, maxn=3, hash_count=2)
    vectors.to_disk(tmp_path)
    read = ByteVectors().from_disk(tmp_path)
    steps = np.abs(data).max(axis=1, keepdims=True) / 127
    assert (np.abs(read.data - data) <= steps * 0.6 + 1e-3).all()
    assert read.mode == "floret"
    assert not (tmp_path / "vectors").exists()
