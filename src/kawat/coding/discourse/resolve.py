"""Speakers and pronouns, resolved in the order of the story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.coding.discourse.chains import Chain, fold
from kawat.coding.discourse.reporting import Reporting
from kawat.coding.discourse.reports import Report
from kawat.coding.discourse.words import Words
from kawat.records import Mention, TextSpan

_SUBJECT = ("nsubj",)
_MEMORY = 6
_TITLES = frozenset({"NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Who spoke last.

    Attributes:
        chain: Index of the chain.
        sentence: Sentence of the report.
    """

    chain: int
    sentence: int


def _is_hidden(mention: Mention) -> bool:
    """Whether a story names a person by initials alone: suspects and victims seldom speak."""
    return mention.form == "name" and mention.text.isupper() and not mention.sectors


class Resolver:
    """Keeps who is in focus while a story is read from start to end.

    Args:
        words: The story.
        reporting: The reporting words.
        chains: The chains; phrases that speak and are no mention are added to them.
        of: Chain of each mention.
        quoted: Places within direct quotes, whose words put no one into focus.
    """

    def __init__(
        self,
        words: Words,
        reporting: Reporting,
        chains: list[Chain],
        of: Sequence[int],
        quoted: frozenset[int],
    ) -> None:
        self._words = words
        self._reporting = reporting
        self._chains = chains
        self._of = of
        self._spoken: list[Spoken] = []
        self._nouns: dict[str, int] = {}
        self._firsts = [words.first[m.sentence] + m.first for m in words.mentions]
        self._heads = [words.first[m.sentence] + m.head for m in words.mentions]
        self._subjects = self._persons(quoted)

    def _persons(self, quoted: frozenset[int]) -> list[list[tuple[int, int]]]:
        """For each sentence the persons in it: subjects first, each with its place."""
        words = self._words
        found: list[list[tuple[bool, int, int]]] = [[] for _ in words.paragraph]
        for index, mention in enumerate(words.mentions):
            chain = self._of[index]
            place = words.first[mention.sentence] + mention.head
            if chain < 0 or self._chains[chain].type != "PER" or place in quoted:
                continue
            if _is_hidden(mention):
                continue
            subject = words.tokens[place].relation.startswith(_SUBJECT)
            found[mention.sentence].append((not subject, place, chain))
        return [[(place, chain) for _, place, chain in sorted(one)] for one in found]

    def speaker(self, report: Report) -> int | None:
        """Index of the chain that speaks, which then is in focus."""
        chain = self._find(report)
        if chain is not None:
            sentence = self._words.sentence[report.place]
            self._spoken.append(Spoken(chain=chain, sentence=sentence))
            if report.end > report.start:
                self._chains[chain].speaks = True
        return chain

    def _find(self, report: Report) -> int | None:
        reference = report.speaker
        if reference.same or (reference.empty and report.kind != "direct"):
            sentence = self._words.sentence[report.place]
            if self._spoken and self._spoken[-1].sentence == sentence:
                return self._spoken[-1].chain
        if reference.mention >= 0 and self._of[reference.mention] >= 0:
            return self._of[reference.mention]
        if reference.mention >= 0:
            return self.singular(report.place, within=False)
        if reference.noun is not None:
            return self._phrase(*reference.noun)
        if reference.pronoun == "many":
            return self.plural(report.place)
        if reference.pronoun == "one":
            return self.singular(report.place, within=report.kind != "direct")
        if report.follows or report.kind == "direct":
            return self._last(report.place)
        return self.singular(report.place, within=True)

    def _last(self, place: int) -> int | None:
        return self._spoken[-1].chain if self._spoken else self.singular(place, within=False)

    def singular(self, place: int, *, within: bool) -> int | None:
        """The person that "dia" at a place means.

        Args:
            place: Place of the pronoun or of its cue.
            within: Whether a subject before it in the same sentence may be meant.
        """
        words = self._words
        sentence = words.sentence[place]
        low = words.first[sentence]
        if within:
            for here, chain in self._subjects[sentence]:
                if low <= here < place and words.tokens[here].relation.startswith(_SUBJECT):
                    return chain
        for back in range(sentence, max(-1, sentence - _MEMORY), -1):
            spoken = self._person_speaking(back)
            if spoken is not None:
                return spoken
            if back < sentence and self._subjects[back] and self._takes_over(back):
                return self._subjects[back][0][1]
        for back in range(sentence - 1, max(-1, sentence - _MEMORY), -1):
            if self._subjects[back] and self._topical(back):
                return self._subjects[back][0][1]
        return self._spoken[-1].chain if self._spoken else self._ahead(sentence)

    def _takes_over(self, sentence: int) -> bool:
        """Whether the subject of a sentence is a person whom the story names there first."""
        place, chain = self._subjects[sentence][0]
        mention = self._words.mentions[self._chains[chain].mentions[0]]
        one = self._words.lower(self._words.first[sentence] + mention.extent[0])
        single = mention.form != "description" or one in self._reporting.words["one"]
        return single and mention.sentence == sentence and self._subject(place)

    def _topical(self, sentence: int) -> bool:
        """Whether the first person of a sentence is its subject, or nobody has spoken yet."""
        return not self._spoken or self._subject(self._subjects[sentence][0][0])

    def _subject(self, place: int) -> bool:
        """Whether a mention is the subject of its sentence, or opens it."""
        words = self._words
        if words.tokens[place].relation.startswith(_SUBJECT):
            return True
        mention = words.mention_at[place]
        if mention < 0 or words.mentions[mention].form != "name":
            return False
        low = words.bounds(place)[0]
        return all(words.tokens[p].pos in _TITLES for p in range(low, place))

    def _person_speaking(self, sentence: int) -> int | None:
        for spoken in reversed(self._spoken):
            if spoken.sentence < sentence:
                return None
            if spoken.sentence == sentence and self._chains[spoken.chain].type == "PER":
                return spoken.chain
        return None

    def _ahead(self, sentence: int) -> int | None:
        """The first person of the story from here on: a quote may come before the name."""
        for persons in self._subjects[sentence:]:
            if persons:
                return persons[0][1]
        return None

    def plural(self, place: int) -> int | None:
        """The group, organisation or state that "mereka" at a place means."""
        words = self._words
        sentence = words.sentence[place]
        for spoken in reversed(self._spoken):
            if self._chains[spoken.chain].type != "PER":
                if sentence - spoken.sentence <= 2:
                    return spoken.chain
                break
        best: tuple[int, int] | None = None
        for index, here in self._before(place):
            chain = self._of[index]
            mention = words.mentions[index]
            if sentence - mention.sentence > _MEMORY:
                break
            if chain < 0 or self._chains[chain].type == "PER":
                continue
            subject = words.tokens[here].relation.startswith(_SUBJECT)
            group = self._chains[chain].type == "GRP"
            rank = mention.sentence * 4 + 2 * subject + group
            if best is None or rank > best[0]:
                best = (rank, chain)
        if best is not None:
            return best[1]
        return self._spoken[-1].chain if self._spoken else None

    def state(self, place: int, *, own: bool) -> int | None:
        """The state that "negaranya" (``own``) or "negara itu" at a place means."""
        words = self._words
        country = None
        if own:
            chain = self.singular(place, within=True)
            country = None if chain is None else self._chains[chain].country
            if country is None:
                return None
        for index, _ in self._before(place if not own else len(words.tokens)):
            chain = self._of[index]
            if chain < 0 or self._chains[chain].type != "GPE":
                continue
            if not own or self._chains[chain].country == country:
                return chain
        return None

    def _before(self, place: int) -> Iterator[tuple[int, int]]:
        """The mentions that begin before a place, last first, with the places of their heads."""
        for index in range(bisect_left(self._firsts, place) - 1, -1, -1):
            yield index, self._heads[index]

    def _phrase(self, low: int, high: int) -> int:
        """The chain of a noun phrase that is no mention; part of a known name is that name."""
        words = self._words
        start, end = words.tokens[low].start, words.tokens[high - 1].end
        text = words.text[start:end]
        key = fold(text)
        if key not in self._nouns:
            known = self._known(key)
            self._nouns[key] = self._new(key, low, high) if known is None else known
        chain = self._nouns[key]
        self._chains[chain].extra.append(TextSpan(start=start, end=end, text=text))
        return chain

    def _known(self, key: str) -> int | None:
        """Index of the chain that a name speaks of which the world stage has not marked."""
        part = frozenset(key.split())
        for index in reversed(range(len(self._chains))):
            chain = self._chains[index]
            if key in chain.names:
                return index
            if chain.type == "PER" and any(part <= frozenset(n.split()) for n in chain.names):
                return index
        return None

    def _new(self, key: str, low: int, high: int) -> int:
        words = self._words
        one = words.lower(low) in self._reporting.words["one"]
        name = all(words.tokens[place].pos == "PROPN" for place in range(low, high))
        self._chains.append(Chain(type="PER" if one or name else "GRP", names={key}))
        return len(self._chains) - 1
