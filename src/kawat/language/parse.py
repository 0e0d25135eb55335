"""From stories to analysed sentences.

The pipeline sees the body alone: one ``Doc`` per story (long stories: several), without white
space, its sentence starts set beforehand; the offsets into the story are kept beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from kawat.language.splitter import sentence_starts
from kawat.records import Name, Parse, Sentence, Story, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

_LONGEST_DOC = 2_000  # tokens; a longer story is analysed in pieces, which bounds the memory
_LONGEST_SENTENCE = 400  # tokens; longer ones are tables or broken text, and are cut
_LONGEST_PIECE = 20_000  # characters given to the tokenizer at once
_MOST_STRINGS = 200_000
_LAST_SPACE = re.compile(r"\s\S*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    """Tokens to be analysed together, and where they stand in the story."""

    forms: list[int]
    starts: list[int]
    ends: list[int]
    first: list[int]  # index of the first token of each sentence
    paragraph: list[int]  # paragraph of each sentence


def parse_stories(
    stories: Iterable[Story], nlp: Language, *, batch_size: int = 24
) -> Iterator[Parse]:
    """Analyse stories, lazily and in order.

    Args:
        stories: The stories; only their paragraphs are analysed.
        nlp: The pipeline of ``load_language``.
        batch_size: Documents that go through the pipeline together.

    Yields:
        One parse per story. A story without paragraphs has no sentences.
    """
    strings = _Strings(nlp)
    story: Story | None = None
    sentences: list[Sentence] = []
    pairs = ((doc, part) for s in stories for doc, part in _documents(s, nlp))
    for doc, (owner, chunk, last) in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
        if story is None:
            story, sentences = owner, []
        if len(strings) > _MOST_STRINGS:
            strings.clear()
        sentences += _sentences(doc, chunk, strings, len(sentences))
        if last:
            yield Parse(story=story, sentences=tuple(sentences))
            story = None


def _documents(story: Story, nlp: Language) -> Iterator[tuple[Doc, tuple[Story, _Chunk, bool]]]:
    """Make the documents of a story, each with its chunk and whether it is the last."""
    from spacy.tokens import Doc

    waiting = _Chunk(forms=[], starts=[], ends=[], first=[], paragraph=[])
    for chunk in _chunks(story, nlp):
        if waiting.forms:
            yield _document(Doc, nlp, waiting), (story, waiting, False)
        waiting = chunk
    yield _document(Doc, nlp, waiting), (story, waiting, True)


def _document(make: Any, nlp: Language, chunk: _Chunk) -> Doc:
    doc = make(nlp.vocab, words=chunk.forms)
    if chunk.forms:
        marks = np.full((len(chunk.forms), 1), -1, dtype="int64")
        marks[chunk.first] = 1
        doc.from_array(["SENT_START"], marks.astype("uint64"))
    return doc


def _chunks(story: Story, nlp: Language) -> Iterator[_Chunk]:
    chunk = _Chunk(forms=[], starts=[], ends=[], first=[], paragraph=[])
    for paragraph, lo, hi in _pieces(story):
        for forms, starts, ends in _cut(nlp, story.raw.text[lo:hi], lo):
            if chunk.forms and len(chunk.forms) + len(forms) > _LONGEST_DOC:
                yield chunk
                chunk = _Chunk(forms=[], starts=[], ends=[], first=[], paragraph=[])
            chunk.first.append(len(chunk.forms))
            chunk.paragraph.append(paragraph)
            chunk.forms.extend(forms)
            chunk.starts.extend(starts)
            chunk.ends.extend(ends)
    yield chunk


def _pieces(story: Story) -> Iterator[tuple[int, int, int]]:
    """Give the sentences as (paragraph, start, end), overlong ones cut at a space."""
    text = story.raw.text
    for index, paragraph in enumerate(story.paragraphs):
        starts = [
            paragraph.start + s for s in sentence_starts(text[paragraph.start : paragraph.end])
        ]
        for lo, hi in zip(starts, [*starts[1:], paragraph.end], strict=False):
            while hi - lo > _LONGEST_PIECE:
                space = _LAST_SPACE.search(text, lo + _LONGEST_PIECE - 200, lo + _LONGEST_PIECE)
                cut = space.start() + 1 if space else lo + _LONGEST_PIECE
                yield index, lo, cut
                lo = cut
            yield index, lo, hi


def _cut(nlp: Language, text: str, offset: int) -> Iterator[tuple[list[int], list[int], list[int]]]:
    """Cut a sentence into tokens: forms (hashes), starts, ends in the story; at most so many."""
    doc = nlp.tokenizer(text)
    if not len(doc):
        return
    table = doc.to_array(["ORTH", "LENGTH", "SPACY", "IS_SPACE"]).astype("uint64")
    lengths = table[:, 1].astype("int64")
    ends = np.cumsum(lengths + table[:, 2].astype("int64")) - table[:, 2].astype("int64")
    starts = ends - lengths
    visible = table[:, 3] == 0
    forms = table[visible, 0].tolist()
    first = (starts[visible] + offset).tolist()
    last = (ends[visible] + offset).tolist()
    for i in range(0, len(forms), _LONGEST_SENTENCE):
        j = i + _LONGEST_SENTENCE
        yield forms[i:j], first[i:j], last[i:j]


class _Strings(dict[int, str]):
    """Hash → string, without asking the string store twice."""

    __slots__ = ("_store",)

    def __init__(self, nlp: Language) -> None:
        super().__init__()
        self._store = nlp.vocab.strings

    def __missing__(self, key: int) -> str:
        value: str = self._store[key]
        self[key] = value
        return value


def _sentences(doc: Doc, chunk: _Chunk, strings: _Strings, index: int) -> list[Sentence]:
    if not chunk.forms:
        return []
    table = doc.to_array(["LEMMA", "POS", "DEP", "ENT_IOB", "ENT_TYPE", "LOWER"])
    lemmas, tags, relations, marks, kinds, lowers = (column.tolist() for column in table.T)
    offsets = doc.to_array("HEAD").astype("int64").tolist()
    found = []
    bounds = [*chunk.first, len(chunk.forms)]
    for k, (lo, hi) in enumerate(pairwise(bounds)):
        tokens = tuple(
            Token(
                index=i - lo,
                start=chunk.starts[i],
                end=chunk.ends[i],
                text=strings[chunk.forms[i]],
                lower=strings[lowers[i]],
                lemma=strings[lemmas[i]],
                pos=strings[tags[i]],
                head=i - lo + offsets[i],
                relation="root" if offsets[i] == 0 else strings[relations[i]],
            )
            for i in range(lo, hi)
        )
        found.append(
            Sentence(
                index=index + k,
                paragraph=chunk.paragraph[k],
                start=chunk.starts[lo],
                end=chunk.ends[hi - 1],
                tokens=tokens,
                names=_names(marks[lo:hi], kinds[lo:hi], strings),
            )
        )
    return found


def _names(marks: list[int], kinds: list[int], strings: _Strings) -> tuple[Name, ...]:
    """Read the names off the marks of spaCy: 3 begins, 1 goes on, 2 is outside."""
    names = []
    first = -1
    for i, mark in enumerate([*marks, 2]):
        if first >= 0 and mark != 1:
            names.append(Name(first=first, last=i, type=strings[kinds[first]]))
            first = -1
        if mark == 3:
            first = i
    return tuple(names)
