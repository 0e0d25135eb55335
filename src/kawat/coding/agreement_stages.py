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
SUSPENDED, TERMINATED, REJECTED = "suspended", "terminated", "rejected"
BEFORE = 4
NEAR = 6
RIGHT_BEFORE = 2
REACH = 10
STOPS = frozenset({",", ".", ";", ":"})


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
    for at in _around(graph, words, first, end):
        for stage in words.stages:
            if graph.lower[at] in stage.words and _is_left(graph, stage, first):
                return stage, at
    joined = f" {' '.join(graph.lower)} "
    for stage in words.stages:
        if any(f" {phrase} " in joined for phrase in stage.phrases):
            return stage, None
    return None, None


def _is_left(graph: Graph, stage: Stage, first: int) -> bool:
    """Say whether an agreement is what one leaves, if the stage is about leaving: "keluar dari"."""
    return stage.case is None or graph.case(first) == stage.case


def _around(graph: Graph, words: AgreementWords, first: int, end: int) -> Iterator[int]:
    asides = words.lists["asides"]
    yield from _above(graph, words, first)
    yield from _under(graph, first, asides)
    for at in range(first - 1, max(first - 1 - NEAR, -1), -1):
        if graph.tokens[at].pos == "PUNCT":
            break
        yield at
        if _is_deed(graph, words, at):
            break
    # "gencatan senjata itu berlaku": the verb behind, wherever the parser hangs it.
    for at in range(end, min(end + NEAR, len(graph.tokens))):
        if graph.tokens[at].pos == "PUNCT":
            break
        if graph.tokens[at].pos == "VERB":
            yield at
            break


def _above(graph: Graph, words: AgreementWords, first: int) -> Iterator[int]:
    """Yield the words above a name, up to what is done with it.

    Who refuses to pay for an agreement has not refused it; "sebagai upaya" tells what it is for.
    """
    for at in graph.governors(first):
        if graph.case(at) not in words.lists["asides"]:
            yield at
        if _is_deed(graph, words, at):
            return


def _is_deed(graph: Graph, words: AgreementWords, at: int) -> bool:
    """Say whether a token is a verb by itself, not one that only carries the next ("mulai")."""
    token = graph.tokens[at]
    return token.pos == "VERB" and token.lower not in words.lists["carriers"]


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
    if is_lacking(scene, graph, first):
        return NEGOTIATING
    if stage is None:
        soon = set(graph.lower[max(0, at - RIGHT_BEFORE) : at]) & composition.future_words
        if asked or soon:
            return PROPOSED if asked else TO_BE_SIGNED
        return NEGOTIATING if _is_doubted(scene, graph, first) else None
    if stage.status == TERMINATED and graph.case(first) == "dengan":
        return None  # "perang berakhir dengan gencatan senjata"
    if stage.status in (SIGNED, RATIFIED) and _is_refused(scene, before):
        return REJECTED
    if stage.status == SIGNED and before & composition.negations:
        return NEGOTIATING
    if stage.truce and graph.lower[first] in lists["plans"]:
        return PROPOSED
    if asked and stage.status in (SIGNED, IN_FORCE, RATIFIED):
        return PROPOSED
    if stage.future and (asked or _to_come(scene, graph, at)):
        return stage.future
    return (stage.truce if kind == TRUCE else None) or stage.status


def _is_refused(scene: Scene, before: set[str]) -> bool:
    """Say whether the words before a stage refuse it: "menolak …", "tidak akan …"."""
    composition = scene.codebook.composition
    stages = scene.tables.agreements.stages
    refusals = {word for s in stages if s.status == REJECTED for word in s.words}
    never = before & composition.negations and before & composition.future_words
    return bool(before & refusals or never)


def is_lacking(scene: Scene, graph: Graph, first: int) -> bool:
    """Say whether an agreement is said not to be there: "tanpa kesepakatan", "tidak ada …".

    Args:
        scene: The story.
        graph: The sentence.
        first: First token of the agreement's name.

    Returns:
        True if such words stand right before.
    """
    lists = scene.tables.agreements.lists
    before = graph.lower[max(0, first - RIGHT_BEFORE) : first]
    denied = not scene.codebook.composition.negations.isdisjoint(before[:1])
    return not lists["lacking"].isdisjoint(before) or (denied and before[-1] in lists["there"])


def _to_come(scene: Scene, graph: Graph, at: int) -> bool:
    """Say whether the words around a stage only plan, hope for, try or doubt it.

    What comes before the first of several verbs goes for all: "akan bertemu dan menyepakati …".
    """
    while graph.tokens[at].relation == "conj" and graph.tokens[at].head < at:
        if _is_to_come(scene, graph, at):
            return True
        at = graph.tokens[at].head
    return _is_to_come(scene, graph, at)


def _is_to_come(scene: Scene, graph: Graph, at: int) -> bool:
    composition = scene.codebook.composition
    lists = scene.tables.agreements.lists
    doubt = composition.future_words | composition.wish_words | lists["unreal"]
    before = graph.lower[max(0, at - BEFORE) : at]
    right_before = graph.lower[max(0, at - RIGHT_BEFORE) : at]
    behind = graph.lower[at + 1 : at + 1 + NEAR]
    return not (
        doubt.isdisjoint(before)
        and composition.condition_words.isdisjoint(_clause_before(graph, at))
        and lists["purpose"].isdisjoint(right_before)
        and lists["planned"].isdisjoint(behind)
    )


def _clause_before(graph: Graph, at: int) -> tuple[str, ...]:
    """Return the words before a token, back to the last comma."""
    start = at
    while start > max(0, at - REACH) and graph.lower[start - 1] not in STOPS:
        start -= 1
    return graph.lower[start:at]


def _is_doubted(scene: Scene, graph: Graph, first: int) -> bool:
    """Say whether an agreement without a word of its stage is only hoped for or supposed."""
    before = _clause_before(graph, first)
    return not scene.tables.agreements.lists["hopes"].isdisjoint(before)


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
