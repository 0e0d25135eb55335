"""From stories to sentences, with the packaged pipeline."""

import pickle
from pathlib import Path

import pytest

from kawat.errors import ModelError
from kawat.language import load_language, model_version, parse_stories
from kawat.records import RawStory, Span, Story, WireMarks

TEXT = (
    "Sidoarum (KABAR) - Gubernur Wirya Atmaja menemui  para petani di Balai Desa.\n"
    '"Saya minta irigasi diperbaiki," ujarnya. Ia kemudian pulang.\n'
    "Pewarta: Tegar"
)


@pytest.fixture(scope="module")
def nlp():
    return load_language()


def story(text: str, *spans: tuple[int, int]) -> Story:
    return Story(
        raw=RawStory(id="s", text=text),
        wire=WireMarks(),
        published=None,
        title=None,
        language="id",
        paragraphs=tuple(Span(start=a, end=b) for a, b in spans),
    )


@pytest.fixture(scope="module")
def body() -> Story:
    first, second, _ = TEXT.split("\n")
    begin = TEXT.index("Gubernur")
    at = len(first) + 1
    return story(TEXT, (begin, len(first)), (at, at + len(second)))


def test_tokens_point_into_story(nlp, body) -> None:
    """Every token quotes the story at its offsets; credits and dateline are left out."""
    (parse,) = parse_stories([body], nlp)
    assert [s.paragraph for s in parse.sentences] == [0, 1, 1]
    for sentence in parse.sentences:
        assert sentence.start == sentence.tokens[0].start
        assert sentence.end == sentence.tokens[-1].end
        for i, token in enumerate(sentence.tokens):
            assert token.index == i
            assert TEXT[token.start : token.end] == token.text
            assert 0 <= token.head < len(sentence.tokens)
        assert sum(t.relation == "root" for t in sentence.tokens) == 1
    words = [t.text for s in parse.sentences for t in s.tokens]
    assert words[0] == "Gubernur"
    assert "nya" in words
    assert "Pewarta" not in words


def test_names_and_lemmas_are_found(nlp, body) -> None:
    """A person's title is not part of the name; the lemma is the root."""
    (parse,) = parse_stories([body], nlp)
    first = parse.sentences[0]
    names = [" ".join(t.text for t in first.tokens[n.first : n.last]) for n in first.names]
    assert "Wirya Atmaja" in names
    assert next(t.lemma for t in first.tokens if t.text == "menemui") == "temu"


def test_stories_keep_order_and_laziness(nlp, body) -> None:
    """Stories come back in order, one each, also those without paragraphs."""
    stories = [story(""), body, story("x")]
    parses = parse_stories(iter(stories), nlp, batch_size=2)
    assert [p.story for p in parses] == stories
    assert next(iter(parse_stories([story("")], nlp))).sentences == ()


def test_long_story_is_cut_at_sentences(nlp) -> None:
    """A story longer than one document gives one parse whose offsets still fit."""
    text = "Warga menolak tambang itu. " * 700 + "kata " * 900
    (parse,) = parse_stories([story(text, (0, len(text)))], nlp)
    assert all(text[t.start : t.end] == t.text for s in parse.sentences for t in s.tokens)
    assert max(len(s.tokens) for s in parse.sentences) <= 400
    assert [s.index for s in parse.sentences] == list(range(len(parse.sentences)))


def test_pipeline_survives_pickle(nlp, body) -> None:
    """Worker processes get the same analysis."""
    again = pickle.loads(pickle.dumps(nlp))  # noqa: S301  our own bytes
    assert list(parse_stories([body], again)) == list(parse_stories([body], nlp))


def test_missing_model_says_what_to_do(tmp_path: Path) -> None:
    """A folder without a model gives one clear error."""
    with pytest.raises(ModelError, match="missing or damaged"):
        load_language(tmp_path)


def test_damaged_model_says_what_to_do(tmp_path: Path) -> None:
    """A folder with broken files gives one clear error."""
    (tmp_path / "meta.json").write_text('{"lang": "id"}', encoding="utf-8")
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 3\n", encoding="utf-8")
    with pytest.raises(ModelError, match="install Kawat again"):
        load_language(tmp_path)


def test_model_version_names_the_model() -> None:
    """Records can say which model made them."""
    assert model_version().startswith("id_kawat_news-")
