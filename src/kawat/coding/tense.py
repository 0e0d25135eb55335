"""Read tense, negation, wish and condition around a predicate.

Comes in: a clause and the word lists of ``composition.yml``. Goes out: a reading of its polarity
and time that the composer turns into type and status.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from kawat.coding.clauses import Clause
from kawat.coding.graph import Graph
from kawat.coding.rulebook.types import Composition

MODIFYING = frozenset({"aux", "advmod", "mark", "cop"})
PARTICLES = frozenset({"AUX", "ADV", "PART", "SCONJ"})
REACH = 2  # how far above an act noun a word may stand that makes it a mere thought
CONDITIONAL_LINKS = frozenset({"advcl", "ccomp", "xcomp", "conj", "acl", "acl:relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense:
    """What the small words around a predicate say.

    Attributes:
        future: The act is to come ("akan", "bakal", "berencana").
        negated: It is said not to be ("tidak", "belum", "batal").
        wish: It is only wished or possible ("ingin", "bisa").
        condition: It stands in a condition ("jika", "kalau").
    """

    future: bool
    negated: bool
    wish: bool
    condition: bool


def read_tense(
    graph: Graph, clause: Clause, composition: Composition, cues: Container[str]
) -> Tense:
    """Read the words before a predicate and on the verbs above it.

    Args:
        graph: The sentence.
        clause: The clause of the predicate.
        composition: Word lists of ``composition.yml``.
        cues: Words that report speech; "jika" right after one means "bahwa".

    Returns:
        What they say.
    """
    places = set(_modifiers(graph, clause, composition))
    words = {graph.lower[at] for at in places}
    future = bool(words & composition.future_words)
    setting = future and bool(words & composition.temporal_words)
    thought = _only_thought_of(graph, clause, composition) or _only_asked(
        graph, clause, composition
    )
    return Tense(
        future=future,
        negated=any(_negates(graph, at, composition) for at in places),
        wish=bool(words & composition.wish_words) or setting or thought,
        condition=_in_condition(graph, clause, composition, cues),
    )


def _negates(graph: Graph, at: int, composition: Composition) -> bool:
    """Say whether a word is a negation; in "tidak hanya" it is none."""
    after = graph.lower[at + 1 : at + 2]
    return graph.lower[at] in composition.negations and composition.only_words.isdisjoint(after)


def _modifiers(graph: Graph, clause: Clause, composition: Composition) -> Iterator[int]:
    """Yield the words that modify a predicate, or the light verb that carries it, from before.

    Verbs of plan and wish stand in the same place as particles: "diharapkan menandatangani". What
    modifies the first of two joined verbs holds for the second ("akan menutup jalan dan mogok").
    """
    passed = composition.future_words | composition.wish_words | composition.between_words
    for head in {clause.head, clause.governor, *_joined_verbs(graph, clause, composition)}:
        for child in graph.children[head]:
            token = graph.tokens[child]
            if child < min(clause.first, head) and token.relation in MODIFYING:
                yield child
        start = clause.first if head == clause.head else head
        at = start - 1
        while at >= 0 and (graph.tokens[at].pos in PARTICLES or graph.lower[at] in passed):
            yield at
            at -= 1


def _joined_verbs(graph: Graph, clause: Clause, composition: Composition) -> Iterator[int]:
    """Yield the verbs to which a verb without a subject of its own is joined, nearest first.

    Not those to which it is opposed ("tidak menolak, tetapi …").
    """
    at, contrast = clause.head, composition.contrast_words
    while clause.voice != "noun" and graph.tokens[at].relation == "conj":
        under = [graph.tokens[c] for c in graph.children[at]]
        if any(t.relation.startswith("nsubj") or t.lower in contrast for t in under):
            return
        above = graph.tokens[at].head
        alike = graph.lower[above].startswith("di") == graph.lower[at].startswith("di")
        if above >= at or graph.tokens[above].pos != "VERB" or not alike:
            return
        at = above
        yield at


def _only_thought_of(graph: Graph, clause: Clause, composition: Composition) -> bool:
    """Say whether an act noun stands below a word that makes it a mere thought.

    "rencana serangan", "mencegah bentrokan", "tidak ada unjuk rasa".
    """
    if clause.voice != "noun" or clause.governor != clause.head:
        return False
    above = tuple(graph.governors(clause.head))[:REACH]
    before = graph.lower[max(0, clause.first - 1) : clause.first]
    return not composition.unreal_heads.isdisjoint((*(graph.lower[i] for i in above), *before))


def _only_asked(graph: Graph, clause: Clause, composition: Composition) -> bool:
    """Say whether a verb is what another one asks for, hopes or fears.

    "massa meminta X membebaskan Y", "korban berharap pelaku ditangkap".
    """
    token = graph.tokens[clause.governor]
    complement = token.relation in ("ccomp", "xcomp") and token.head < clause.first
    above = graph.lower[token.head]
    unreal = above in composition.unreal_heads or above in composition.wish_words
    return clause.voice != "noun" and complement and unreal


def _in_condition(
    graph: Graph, clause: Clause, composition: Composition, cues: Container[str]
) -> bool:
    """Say whether the clause, or one that it is part of, opens with a word of condition."""
    at = clause.governor
    for _ in range(len(graph.tokens)):
        for child in graph.children[at]:
            token = graph.tokens[child]
            opens = child < at and token.lower in composition.condition_words
            if opens and not (child and graph.lower[child - 1] in cues):
                return True
        token = graph.tokens[at]
        if token.head == at or token.relation not in CONDITIONAL_LINKS:
            return False
        at = token.head
    return False
