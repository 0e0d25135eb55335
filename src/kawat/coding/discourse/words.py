"""The tokens of a story in one row, with look-ups that the reading of speech needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.records import Mention, Parse, Token

_ENDS = frozenset(".?!…")
_ACTORS = frozenset({"PER", "ORG", "GPE", "GRP"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All tokens of a story in one row; a place is an index into ``tokens``.

    Attributes:
        text: The text of the story.
        tokens: The tokens.
        sentence: Index of the sentence of each token.
        first: Place of the first token of each sentence; one more entry for the end.
        paragraph: Index of the paragraph of each sentence.
        starts: Start offset of each token.
        mention_at: Index of the mention that speaks of someone at each token, or −1.
        extents: Places (half-open) of each mention's extent.
        mentions: The mentions.
        children: Places of the dependents of each token.
    """

    text: str
    tokens: tuple[Token, ...]
    sentence: tuple[int, ...]
    first: tuple[int, ...]
    paragraph: tuple[int, ...]
    starts: tuple[int, ...]
    mention_at: tuple[int, ...]
    extents: tuple[tuple[int, int], ...]
    mentions: tuple[Mention, ...]
    children: tuple[tuple[int, ...], ...]

    def at(self, offset: int) -> int:
        """Place of the first token that starts at or after ``offset``."""
        return bisect_left(self.starts, offset)

    def head(self, place: int) -> int:
        """Place of the head of a token; its own place at the root."""
        return self.first[self.sentence[place]] + self.tokens[place].head

    def bounds(self, place: int) -> tuple[int, int]:
        """Places (half-open) of the sentence of a token."""
        sentence = self.sentence[place]
        return self.first[sentence], self.first[sentence + 1]

    def lower(self, place: int) -> str:
        """Lower-case form of a token; empty outside of the story."""
        return self.tokens[place].lower if 0 <= place < len(self.tokens) else ""

    def subtree(self, place: int) -> tuple[int, int]:
        """Places (half-open) that a token and its dependents reach over."""
        low, high, stack = place, place + 1, [place]
        while stack:
            for child in self.children[stack.pop()]:
                low, high = min(low, child), max(high, child + 1)
                stack.append(child)
        return low, high


def lay_out(parse: Parse, mentions: Sequence[Mention]) -> Words:
    """Put the tokens of a story in one row and mark who is spoken of where."""
    tokens: list[Token] = []
    sentence: list[int] = []
    first: list[int] = []
    for one in parse.sentences:
        first.append(len(tokens))
        tokens.extend(one.tokens)
        sentence.extend([one.index] * len(one.tokens))
    first.append(len(tokens))
    children: list[list[int]] = [[] for _ in tokens]
    for place, token in enumerate(tokens):
        head = first[sentence[place]] + token.head
        if head != place:
            children[head].append(place)
    extents = tuple(
        (first[m.sentence] + m.extent[0], first[m.sentence] + m.extent[1]) for m in mentions
    )
    return Words(
        text=parse.story.raw.text,
        tokens=tuple(tokens),
        sentence=tuple(sentence),
        first=tuple(first),
        paragraph=tuple(one.paragraph for one in parse.sentences),
        starts=tuple(token.start for token in tokens),
        mention_at=_marked(len(tokens), extents, mentions),
        extents=extents,
        mentions=tuple(mentions),
        children=tuple(map(tuple, children)),
    )


def _marked(
    length: int, extents: Sequence[tuple[int, int]], mentions: Sequence[Mention]
) -> tuple[int, ...]:
    """The widest mention of an actor over each token: "delegasi Rusia" before "Rusia"."""
    marked = [-1] * length
    widest = sorted(range(len(extents)), key=lambda i: extents[i][1] - extents[i][0])
    for index in widest:
        if mentions[index].type in _ACTORS and mentions[index].form != "pronoun":
            low, high = extents[index]
            marked[low:high] = [index] * (high - low)
    return tuple(marked)


def ends_sentence(text: str) -> bool:
    """Whether a token closes a sentence.

    >>> ends_sentence("?"), ends_sentence(",")
    (True, False)
    """
    return text[-1:] in _ENDS
