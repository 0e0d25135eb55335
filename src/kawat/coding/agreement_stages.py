"""How far an agreement got: the words around its name that tell its stage, read with their tense.

Comes in: a sentence and the place of an agreement's name in it. Goes out: stage and status. Reads
``codebook/agreements.yml``.
"""

from __future__ import annotations

from collections.abc import Iterator

from kawat.coding.agreement_parties import TRUCE
from kawat.coding.agreement_words import AgreementWords, Stage
from kawat.coding.graph import Graph
from kawat.coding.scene import Scene

SIGNED, NEGOTIATING, TO_BE_SIGNED = "signed", "negotiating", "to_be_signed"
PROPOSED, IN_FORCE, RATIFIED = "proposed", "in_force", "ratified"
SUSPENDED, TERMINATED = "suspended", "terminated"
BEFORE = 4
NEAR = 6
RIGHT_BEFORE = 2


def find_stage(
    graph: Graph, words: AgreementWords, first: int, end: int
) -> tuple[Stage | None, int | None]:
    """Find the stage that the words around an agreement tell.

    Args:
        graph: The sentence.
        words: The words of stages.
        first: First token of the agreement's name.
        end: Token after its last.

    Returns:
        The stage and the token that tells it, nearest first: the verbs above the name, the words
        under it that are not of another purpose, the words right before it; or a phrase of the
        sentence, without a token.
    """
    for at in _around(graph, first, end, words.lists["asides"]):
        for stage in words.stages:
            if graph.lower[at] in stage.words:
                return stage, at
    joined = f" {' '.join(graph.lower)} "
    for stage in words.stages:
        if any(f" {phrase} " in joined for phrase in stage.phrases):
            return stage, None
    return None, None


def _around(graph: Graph, first: int, end: int, asides: frozenset[str]) -> Iterator[int]:
    yield from graph.governors(first)
    yield from _under(graph, first, asides)
    for at in range(first - 1, max(first - 1 - NEAR, -1), -1):
        if graph.tokens[at].pos == "PUNCT":
            break
        yield at
    # "gencatan senjata itu berlaku": the verb behind, wherever the parser hangs it.
    for at in range(end, min(end + NEAR, len(graph.tokens))):
        if graph.tokens[at].pos == "PUNCT":
            break
        if graph.tokens[at].pos == "VERB":
            yield at
            break


def _under(graph: Graph, first: int, asides: frozenset[str]) -> Iterator[int]:
    """Yield the tokens under a name, without what it is meant for ("untuk mengakhiri perang")."""
    for child in graph.children[first]:
        tokens = graph.subtree(child)
        if asides.isdisjoint(graph.lower[at] for at in tokens[:1]):
            yield from tokens


def find_status(
    scene: Scene, graph: Graph, stage: Stage | None, at: int, first: int, kind: str
) -> str | None:
    """Find the status that a stage gives after tense, negation, request and doubt.

    Args:
        scene: The story.
        graph: The sentence.
        stage: The stage, if any.
        at: Token that tells it, or the first of the agreement's name.
        first: First token of the agreement's name.
        kind: Kind of the agreement.

    Returns:
        A status, or None where the place does not tell; "akan MoU dengan Jepang" needs no verb.
    """
    composition = scene.codebook.composition
    lists = scene.tables.agreements.lists
    before = set(graph.lower[max(0, at - BEFORE) : at])
    asked = bool(before & lists["asked"])
    if stage is None:
        soon = set(graph.lower[max(0, at - RIGHT_BEFORE) : at]) & composition.future_words
        return PROPOSED if asked else TO_BE_SIGNED if soon else None
    if stage.status == TERMINATED and graph.case(first) == "dengan":
        return None  # "perang berakhir dengan gencatan senjata"
    if stage.status == SIGNED and before & composition.negations:
        return NEGOTIATING
    if stage.truce and graph.lower[first] in lists["plans"]:
        return PROPOSED
    if asked and stage.status in (SIGNED, IN_FORCE, RATIFIED):
        return PROPOSED
    if stage.future and (asked or _to_come(scene, graph, at)):
        return stage.future
    return (stage.truce if kind == TRUCE else None) or stage.status


def _to_come(scene: Scene, graph: Graph, at: int) -> bool:
    """Say whether the words around a stage only plan, hope for, try or doubt it."""
    composition = scene.codebook.composition
    lists = scene.tables.agreements.lists
    doubt = composition.future_words | composition.wish_words | lists["unreal"]
    before = graph.lower[max(0, at - BEFORE) : at]
    right_before = graph.lower[max(0, at - RIGHT_BEFORE) : at]
    behind = graph.lower[at + 1 : at + 1 + NEAR]
    return not (
        doubt.isdisjoint(before)
        and lists["purpose"].isdisjoint(right_before)
        and lists["planned"].isdisjoint(behind)
    )


def talks_are_off(scene: Scene) -> bool:
    """Say whether a story tells that talks are suspended, put off or ended.

    Args:
        scene: The story.

    Returns:
        True if such a verb governs, or is told of, a word for talks.
    """
    words = scene.tables.agreements
    ends = [s.words for s in words.stages if s.status in (SUSPENDED, TERMINATED)]
    for graph in scene.graphs:
        for at, word in enumerate(graph.lower):
            if word not in words.lists["talks"]:
                continue
            above = graph.lower[graph.tokens[at].head]
            if any(above in told for told in ends):
                return True
    return False


def tells_past(scene: Scene, graph: Graph, at: int) -> bool:
    """Say whether a stage is only how things came to be: "sejak perjanjian ditandatangani".

    Args:
        scene: The story.
        graph: The sentence.
        at: Token that tells the stage.

    Returns:
        True if a word of what was earlier stands right before.
    """
    before = graph.lower[max(0, at - BEFORE) : at]
    return not scene.tables.agreements.lists["earlier"].isdisjoint(before)
