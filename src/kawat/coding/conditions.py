"""Check the conditions of a rule (``when``, ``unless``) on a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kawat.coding.clauses import Clause, Phrase
from kawat.coding.graph import Graph
from kawat.coding.rulebook.types import Condition, Rule

ACTOR_TYPES = frozenset({"PER", "ORG", "GPE", "GRP"})


def has_words(graph: Graph, tokens: Sequence[int], words: Iterable[str]) -> bool:
    """Say whether one of the words or phrases stands among the tokens.

    Words are compared as they stand, a doubled one also once ("kapal-kapal"): by lemma "perintah"
    would be met by "pemerintah".

    Args:
        graph: The sentence.
        tokens: Token indexes, in order.
        words: Lower-case words or phrases of several words.

    Returns:
        True if one is found; a phrase must stand without gaps.
    """
    lower = [graph.lower[i] for i in tokens]
    known = {*lower, *(graph.singular[i] for i in tokens)}
    joined = None
    for word in words:
        if " " not in word:
            if word in known:
                return True
            continue
        joined = joined or f" {' '.join(lower)} "
        if f" {word} " in joined:
            return True
    return False


def unmet(graph: Graph, clause: Clause, rule: Rule, complement: int | None) -> str | None:
    """Return why a rule does not apply to a clause, or None if it does.

    Args:
        graph: The sentence.
        clause: The clause.
        rule: The rule.
        complement: Head token of the complement clause, if there is one.

    Returns:
        A short reason that names the slot, for `kawat explain`.
    """
    for condition in rule.when:
        if not _holds(graph, clause, condition, complement):
            return f"`when` does not hold for {condition.slot}"
    for condition in rule.unless:
        if _holds(graph, clause, condition, complement):
            return f"`unless` holds for {condition.slot}"
    return None


def _holds(graph: Graph, clause: Clause, condition: Condition, complement: int | None) -> bool:
    if condition.slot in ("clause", "sentence"):
        tokens = clause.words if condition.slot == "clause" else range(len(graph.tokens))
        return has_words(graph, tokens, condition.words)
    phrase = clause.slots.get(condition.slot)
    if condition.slot == "complement" and complement is not None:
        phrase = Phrase(head=complement, mentions=())
    if condition.present is not None and condition.present != (phrase is not None):
        return False
    if phrase is None:
        return condition.present is False
    if condition.words and not _phrase_has(graph, phrase, condition):
        return False
    if condition.itself:
        phrase = _by_itself(graph, phrase)
    if condition.apart and not _apart(graph, phrase, clause.slots.get(condition.apart)):
        return False
    return _is(graph, phrase, condition)


def _phrase_has(graph: Graph, phrase: Phrase, condition: Condition) -> bool:
    tokens = [phrase.head] if condition.slot == "complement" else graph.phrase(phrase.head)
    return has_words(graph, tokens, condition.words)


def _by_itself(graph: Graph, phrase: Phrase) -> Phrase:
    """Return the phrase with those mentions only that its head names or describes."""
    named = (
        number
        for number in phrase.mentions
        if phrase.head in range(*graph.mentions[number].extent)
        and graph.mentions[number].form != "pronoun"
    )
    return Phrase(head=phrase.head, mentions=tuple(named))


def _apart(graph: Graph, phrase: Phrase, other: Phrase | None) -> bool:
    """Say whether two phrases stand for parties of different country or sector."""
    if other is None or not phrase.mentions or not other.mentions:
        return False
    one, two = graph.mentions[phrase.mentions[0]], graph.mentions[other.mentions[0]]
    return (one.country, one.sectors[:1]) != (two.country, two.sectors[:1])


def _is(graph: Graph, phrase: Phrase, condition: Condition) -> bool:
    mentions = [graph.mentions[i] for i in phrase.mentions]
    types = {mention.type for mention in mentions}
    if condition.classes:
        named = set(condition.classes)
        if "actor" in named:
            named |= ACTOR_TYPES
        if not (types & named) and not ("thing" in named and not types & ACTOR_TYPES):
            return False
    if condition.sectors:
        return any(set(mention.sectors[:1]) & set(condition.sectors) for mention in mentions)
    return bool(mentions) or not condition.itself
