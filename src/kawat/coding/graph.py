"""A sentence as a graph: who depends on whom, and which mention stands on which token.

Comes in: a sentence and the mentions in it. Goes out: look-ups that the clause finder needs many
times, worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kawat.records import Mention, Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
PHRASE_PARTS = frozenset(
    {"nmod", "nmod:poss", "flat", "flat:name", "compound", "appos", "nmod:lmod"}
)
JOINERS = frozenset({"dan", "serta", "maupun"})
PAIR = 2
LISTED = frozenset({"GPE", "LOC"})
JOINED_RELATIONS = PHRASE_PARTS | {"conj", "nsubj", "nsubj:pass", "root", "dep", "orphan"}
CLAUSE_RELATIONS = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "xcomp", "csubj", "parataxis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A sentence with its look-ups.

    Attributes:
        sentence: The sentence.
        children: Token index → indexes of the tokens that depend on it, in order.
        mention_at: Token index → index (in the story's mentions) of the mention whose extent
            covers it, the narrowest one where several do; None where there is none.
        mentions: The mentions of the story.
        lists: Index of a mention → those that are named in one list with it, itself included.
        tokens: The tokens of the sentence.
        lower: The words in lower case.
        lemmas: The lemmas in lower case.
        singular: The words in lower case, a doubled one once ("kapal" of "kapal-kapal").
    """

    sentence: Sentence
    children: tuple[tuple[int, ...], ...]
    mention_at: tuple[int | None, ...]
    mentions: tuple[Mention, ...]
    lists: Mapping[int, tuple[int, ...]]
    tokens: tuple[Token, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    singular: tuple[str, ...]

    def case(self, index: int) -> str | None:
        """Return the preposition of the phrase that a token heads, if it has one.

        A mention may be headed by another token than the one that carries the preposition, so the
        word before the mention is looked at as well.
        """
        for child in self.children[index]:
            token = self.tokens[child]
            if token.relation.startswith("case") and child < index:
                return token.lower
        found = self.mention_at[index]
        first = self.mentions[found].extent[0] if found is not None else index
        if first > 0 and self.tokens[first - 1].pos == "ADP":
            return self.tokens[first - 1].lower
        return None

    def subtree(self, index: int) -> list[int]:
        """Return the tokens under a token, itself included, in order."""
        return self._under(index, frozenset())

    def phrase(self, index: int) -> list[int]:
        """Return the tokens of the phrase a token heads: its subtree without clauses in it."""
        return self._under(index, CLAUSE_RELATIONS)

    def _under(self, index: int, without: frozenset[str]) -> list[int]:
        """Return the tokens under a token but for some relations; a parse may hold a cycle."""
        found, stack = {index}, [index]
        while stack:
            below = self.children[stack.pop()]
            new = [c for c in below if c not in found and self.tokens[c].relation not in without]
            found.update(new)
            stack.extend(new)
        return sorted(found)

    def mentions_of(self, index: int) -> tuple[int, ...]:
        """Return the mentions that a phrase stands for, coordinated ones included.

        Where the head itself is no mention ("kapal tanker Inggris"), the nearest mention that
        modifies it without a preposition is taken.

        Args:
            index: Head token of the phrase.

        Returns:
            Indexes into the story's mentions, in the order of the sentence.
        """
        found: list[int] = []
        self._collect(index, found, set())
        return tuple(dict.fromkeys(found))

    def _collect(self, index: int, found: list[int], seen: set[int]) -> None:
        """Add the mentions of a phrase to ``found``; ``seen`` are the tokens already visited."""
        own = self.mention_at[index]
        spread = (index,) if own is None else range(*self.mentions[own].extent)
        seen |= {index, *spread}
        if own is not None:
            found.extend(self.lists.get(own, (own,)))
            found.extend(m for m in self._beside(own) if m not in found)
        for child in (c for at in spread for c in self.children[at] if c not in seen):
            if self.tokens[child].relation == "conj" and self.tokens[child].pos in NOMINAL:
                self._collect(child, found, seen)
        for child in self.children[index] if not found else ():
            part = self.tokens[child].relation in PHRASE_PARTS and child not in seen
            if part and self.case(child) in (None, "milik", "dari"):
                self._collect(child, found, seen)
            if found:
                break

    def _beside(self, number: int) -> tuple[int, ...]:
        """Return the mentions joined to one by "dan" right beside it, whatever the parse says.

        The first conjunct is lost often where the parser hangs "A dan B" on the verb apart.
        """
        mention = self.mentions[number]
        before, after = mention.extent[0] - 2, mention.extent[1] + 1
        found = []
        for at, link in ((before, before + 1), (after, after - 1)):
            if not 0 <= at < len(self.tokens) or self.tokens[link].lower not in JOINERS:
                continue
            other = self.mention_at[at]
            if other is None or other == number:
                continue
            partner = self.mentions[other]
            own_role = self.tokens[partner.head].relation
            if partner.type == mention.type and own_role in JOINED_RELATIONS:
                found.append(other)
        return tuple(found)

    def governors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first, up to the root."""
        seen = {index}
        while (head := self.tokens[index].head) not in seen:
            yield head
            seen.add(head)
            index = head


def build_graph(sentence: Sentence, mentions: tuple[Mention, ...], here: Sequence[int]) -> Graph:
    """Work out the look-ups of a sentence.

    Args:
        sentence: The sentence.
        mentions: All mentions of the story.
        here: Indexes of the mentions that stand in this sentence.

    Returns:
        The graph.
    """
    size = len(sentence.tokens)
    children: list[list[int]] = [[] for _ in range(size)]
    for token in sentence.tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    mention_at: list[int | None] = [None] * size
    widest_first = sorted(here, key=lambda i: mentions[i].extent[0] - mentions[i].extent[1])
    for number in widest_first:
        for at in range(*mentions[number].extent):
            mention_at[at] = number
    return Graph(
        sentence=sentence,
        children=tuple(map(tuple, children)),
        mention_at=tuple(mention_at),
        mentions=mentions,
        lists=_lists(sentence, mentions, here),
        tokens=sentence.tokens,
        lower=tuple(token.lower for token in sentence.tokens),
        lemmas=tuple(token.lemma.lower() for token in sentence.tokens),
        singular=tuple(_once(token.lower) for token in sentence.tokens),
    )


def _lists(
    sentence: Sentence, mentions: tuple[Mention, ...], here: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """Find the lists of a sentence: "Mesir, Irak dan Oman"; both of "kedua negara" are one, too.

    The words are asked, not the parse, which loses a member of a long list. Only states, for a
    comma between other names may as well be an apposition.
    """
    found: dict[int, tuple[int, ...]] = {}
    run: list[int] = []
    for number in sorted(here, key=lambda i: mentions[i].extent):
        if run and not _joined(sentence, mentions[run[-1]], mentions[number]):
            found.update(_closed(sentence, mentions, run))
            run = []
        run.append(number)
    found.update(_closed(sentence, mentions, run))
    return found


def _joined(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Say whether two mentions can be neighbours in a list."""
    if one.extent == other.extent:
        return True
    between = [t.lower for t in sentence.tokens[one.extent[1] : other.extent[0]]]
    if not between or one.type not in LISTED or other.type not in LISTED:
        return False
    return all(word == "," or word in JOINERS for word in between)


def _closed(
    sentence: Sentence, mentions: tuple[Mention, ...], run: list[int]
) -> dict[int, tuple[int, ...]]:
    """Return the members of a list that "dan" closes, each with all of them."""
    if len(run) < PAIR:
        return {}
    last = mentions[run[-1]].extent
    twins = mentions[run[0]].extent == last
    closed = sentence.tokens[last[0] - 1].lower in JOINERS
    return dict.fromkeys(run, tuple(run)) if twins or closed else {}


def _once(word: str) -> str:
    """Return a doubled word once.

    >>> _once("kapal-kapal"), _once("besar-besaran")
    ('kapal', 'besar-besaran')
    """
    first, dash, second = word.partition("-")
    return first if dash and first == second else word
