"""Making parses by hand: what the language model would say, given in short."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kawat.records import Name, Parse, RawStory, Sentence, Span, Story, Token, WireMarks

_TOKEN = re.compile(r"\w+(?:[-'/]\w+)*|\S")


def make_parse(
    *sentences: tuple[str, Sequence[tuple[str, str]]],
    verbs: Sequence[str] = (),
    heads: Mapping[str, tuple[str, str]] | None = None,
    published: str | None = "2025-03-12",
    dateline: str | None = None,
) -> Parse:
    """Make the parse of a story.

    Args:
        sentences: Text of each sentence with its names as (type, words).
        verbs: Words that are verbs; capitalised words are PROPN, numbers NUM, marks PUNCT,
            di, ke, dari and the like ADP, dan and serta CCONJ, all others NOUN.
        heads: Word → (word it hangs on, relation); all others hang on the first verb.
        published: Day of publication.
        dateline: Place of the dateline.

    Returns:
        The parse.
    """
    text = "\n".join(sentence for sentence, _ in sentences)
    made, offset = [], 0
    for index, (sentence, names) in enumerate(sentences):
        tokens = _tokens(sentence, offset, verbs, heads or {})
        made.append(
            Sentence(
                index=index,
                paragraph=index,
                start=offset,
                end=offset + len(sentence),
                tokens=tokens,
                names=tuple(_name(tokens, kind, words) for kind, words in names),
            )
        )
        offset += len(sentence) + 1
    story = Story(
        raw=RawStory(id="x", text=text, published=published),
        wire=WireMarks(dateline=dateline),
        published=published,
        title=None,
        language="id",
        paragraphs=(Span(start=0, end=len(text)),),
    )
    return Parse(story=story, sentences=tuple(made))


def _tokens(
    sentence: str, offset: int, verbs: Sequence[str], heads: Mapping[str, tuple[str, str]]
) -> tuple[Token, ...]:
    pieces = list(_TOKEN.finditer(sentence))
    words = [piece[0] for piece in pieces]
    root = next((i for i, word in enumerate(words) if word in verbs), 0)
    tokens = []
    for i, piece in enumerate(pieces):
        word = piece[0]
        head, relation = heads.get(word, ("", ""))
        tokens.append(
            Token(
                index=i,
                start=offset + piece.start(),
                end=offset + piece.end(),
                text=word,
                lower=word.lower(),
                lemma=word.lower(),
                pos=_pos(word, verbs),
                head=words.index(head) if head else root,
                relation=relation or ("root" if i == root else "nsubj" if i < root else "obj"),
            )
        )
    return tuple(tokens)


def _pos(word: str, verbs: Sequence[str]) -> str:
    if word in verbs:
        return "VERB"
    if word in {"di", "ke", "dari", "pada", "untuk", "kepada"}:
        return "ADP"
    if word in {"dan", "serta"}:
        return "CCONJ"
    if word[0].isdigit() or word in {"dua", "tiga"}:
        return "NUM"
    if not word[0].isalnum():
        return "PUNCT"
    return "PROPN" if word[0].isupper() else "NOUN"


def _name(tokens: Sequence[Token], kind: str, words: str) -> Name:
    wanted = [piece[0] for piece in _TOKEN.finditer(words)]
    texts = [token.text for token in tokens]
    first = next(i for i in range(len(texts)) if texts[i : i + len(wanted)] == wanted)
    return Name(first=first, last=first + len(wanted), type=kind)
