"""The chains that count as entities, with their fullest name, role, country and sectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kawat.coding.discourse.chains import Chain, fold, known_country
from kawat.coding.discourse.words import Words
from kawat.records import Entity, Mention, TextSpan

_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_BESIDE = frozenset({"obl"})
_JOINED = 6  # members of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The entities of a story.

    Attributes:
        major: Those that speak, act or are acted on, in the order of their first mention.
        minor: The others that the story names.
        ids: Chain → id of its entity.
    """

    major: tuple[Entity, ...]
    minor: tuple[Entity, ...]
    ids: Mapping[int, str]


def make_entities(words: Words, chains: Sequence[Chain]) -> Cast:
    """Make entities of the chains.

    Args:
        words: The story.
        chains: All chains.
    """
    spoken_of = [i for i, chain in enumerate(chains) if chain.mentions or chain.speaks]
    spoken_of.sort(key=lambda i: _first(words, chains[i]))
    major = [i for i in spoken_of if _counts(words, chains[i])]
    minor = sorted(set(spoken_of) - set(major), key=spoken_of.index)
    ids = {chain: f"e{number}" for number, chain in enumerate([*major, *minor], start=1)}
    return Cast(
        major=tuple(_entity(words, chains[i], ids[i]) for i in major),
        minor=tuple(_entity(words, chains[i], ids[i]) for i in minor),
        ids=ids,
    )


def _first(words: Words, chain: Chain) -> tuple[int, int]:
    starts = [(words.mentions[i].start, words.mentions[i].end) for i in chain.mentions]
    starts += [(span.start, span.end) for span in chain.extra]
    return min(starts)


def _counts(words: Words, chain: Chain) -> bool:
    """Whether a chain takes part in the story, and is not only mentioned.

    Who speaks always does. A person with a name does with a role or more than one mention; an
    office or a description alone does not. An organisation does as subject or object; so does a
    state, or one that is named more than once or beside others.
    """
    if chain.speaks:
        return True
    mentions = [words.mentions[i] for i in chain.mentions]
    named = any(mention.form == "name" for mention in mentions)
    relations = {_relation(words, mention) for mention in mentions}
    if chain.type == "PER":
        return named and (len(mentions) > 1 or any(mention.role for mention in mentions))
    if chain.type == "GPE":
        return named and (len(mentions) > 1 or bool(relations & (_CORE | _BESIDE)))
    if chain.type == "ORG" and not named:
        return len(mentions) > 1 and bool(relations & _CORE)
    known = chain.type != "ORG" or chain.sector is not None or len(mentions) > 1
    return known and bool(relations & _CORE)


def _relation(words: Words, mention: Mention) -> str:
    """The relation of a mention; one of several that are joined has that of the first."""
    place = words.first[mention.sentence] + mention.head
    for _ in range(_JOINED):
        if words.tokens[place].relation != "conj":
            break
        place = words.head(place)
    return words.tokens[place].relation


def _entity(words: Words, chain: Chain, identity: str) -> Entity:
    mentions = [words.mentions[i] for i in chain.mentions]
    # The words as they stand: a mention that runs over a line break keeps it.
    spans = [TextSpan(start=m.start, end=m.end, text=words.text[m.start : m.end]) for m in mentions]
    spans += chain.extra
    spans.sort(key=lambda span: (span.start, span.end))
    return Entity(
        id=identity,
        type=chain.type,
        name=" ".join(_name(chain, mentions).split()),
        role=_role(mentions),
        country=_country(mentions),
        sectors=_sectors(mentions),
        mentions=tuple(spans),
    )


def _name(chain: Chain, mentions: Sequence[Mention]) -> str:
    """The fullest name in the words of the story; a description where there is no name."""
    named = [m for m in mentions if m.form == "name"]
    if chain.type == "GPE" and named:
        usual = [m.text for m in named if fold(m.text) == fold(m.name)]
        return max(usual or [m.text for m in named], key=len)
    texts = [m.text for m in named] or [m.text for m in mentions]
    texts = texts or [span.text for span in chain.extra]
    return max(texts, key=lambda text: (len(text.split()), len(text)))


def _role(mentions: Sequence[Mention]) -> str | None:
    roles = [m.role for m in mentions if m.role]
    return max(roles, key=len) if roles else None


def _country(mentions: Sequence[Mention]) -> str | None:
    known = [c for c in map(known_country, mentions) if c]
    counts = Counter(known or [m.country for m in mentions if m.country])
    return counts.most_common(1)[0][0] if counts else None


def _sectors(mentions: Sequence[Mention]) -> tuple[str, ...]:
    ordered: dict[str, None] = {}
    for mention in sorted(mentions, key=lambda m: m.role is None):
        ordered.update(dict.fromkeys(mention.sectors))
    return tuple(ordered)
