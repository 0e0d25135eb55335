"""Turn a predicate of any form into one clause: agent, patient, phrases by preposition.

Comes in: a sentence's graph and a predicate with its voice. Goes out: a clause. The parse is the
main witness; where it leaves a slot empty, the order of words is asked, for Indonesian puts the
subject before the verb, the object right after it and a bare agent right after a *di-* verb.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kawat.coding.graph import CLAUSE_RELATIONS, NOMINAL, Graph
from kawat.coding.predicates import FIRST_AND_SECOND_PERSON, Predicate
from kawat.coding.rulebook.types import Form, LightVerb, Voice

LightVerbs = Mapping[str, tuple[Voice, LightVerb]]
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis"})
NEAR = 4  # words between an act noun and "antara"
QUOTES = frozenset('"“”»«')


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What fills a slot: the head token of a phrase and the mentions it stands for."""

    head: int
    mentions: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with what it governs.

    Attributes:
        head: Token index of the predicate's head.
        first: First token of the predicate.
        last: Token after its last.
        voice: Voice of the predicate.
        slots: "agent", "patient" or a preposition → the phrase that fills it.
        governor: Head token of the verb that carries the noun ("melakukan"), else ``head``.
        words: Tokens of the clause: what hangs on it without further clauses.
    """

    head: int
    first: int
    last: int
    voice: Voice
    slots: Mapping[str, Phrase]
    governor: int
    words: tuple[int, ...]


def build_clause(graph: Graph, predicate: Predicate, form: Form, light_verbs: LightVerbs) -> Clause:
    """Build the clause of a predicate read as one of its forms.

    Args:
        graph: The sentence.
        predicate: The predicate.
        form: The form it is read as.
        light_verbs: Verbs that only carry a noun, by their forms.

    Returns:
        The clause, with every slot that could be filled.
    """
    slots: dict[str, Phrase] = {}
    governor = predicate.head
    if form.voice == "noun":
        governor = _fill_noun(graph, predicate, form, light_verbs, slots)
    else:
        _fill_verb(graph, predicate.head, predicate.last, form.voice, slots)
    for at in range(predicate.first, predicate.last):
        _fill_prepositions(graph, at, slots)
    if governor != predicate.head:
        _fill_prepositions(graph, governor, slots)
    patient = slots.get("patient")
    if patient is not None and form.voice != "noun":
        _fill_prepositions(graph, patient.head, slots)
    if "oleh" in slots and "agent" not in slots:
        slots["agent"] = slots["oleh"]
    words = set(graph.phrase(predicate.head)) | set(graph.phrase(governor))
    return Clause(
        head=predicate.head,
        first=predicate.first,
        last=predicate.last,
        voice=form.voice,
        slots=slots,
        governor=governor,
        words=tuple(sorted(words | set(range(predicate.first, predicate.last)))),
    )


def _phrase(graph: Graph, index: int) -> Phrase:
    return Phrase(head=index, mentions=graph.mentions_of(index))


def _fill_verb(graph: Graph, head: int, after: int, voice: Voice, slots: dict[str, Phrase]) -> None:
    """Fill agent and patient of a verb."""
    subject = find_subject(graph, head)
    if voice == "passive":
        if subject is not None:
            slots["patient"] = _phrase(graph, subject)
        agent = _passive_agent(graph, head, after)
        if agent is not None:
            slots["agent"] = _phrase(graph, agent)
        return
    if voice == "bare" and after >= 2 and graph.tokens[head - 1].lower in FIRST_AND_SECOND_PERSON:
        slots["agent"] = _phrase(graph, head - 1)
        if subject is not None and subject != head - 1:
            slots["patient"] = _phrase(graph, subject)
            return
    elif subject is not None:
        slots["agent"] = _phrase(graph, subject)
    found = _object(graph, head, after)
    if found is not None:
        slots["patient"] = _phrase(graph, found)


def find_subject(graph: Graph, head: int) -> int | None:
    """Return the head token of a verb's subject, by the parse or else by the order of words.

    Args:
        graph: The sentence.
        head: Token of the verb.

    Returns:
        A token; None where nobody stands before the verb who could be its subject.
    """
    parsed = _parsed_subject(graph, head)
    return parsed if parsed is not None else _party_before(graph, head)


def _party_before(graph: Graph, head: int) -> int | None:
    """Return the nearest party before a verb that has no preposition of its own."""
    for at in range(head - 1, -1, -1):
        number = graph.mention_at[at]
        if graph.tokens[at].text in QUOTES:
            return None
        if number is None or graph.mentions[number].type == "LOC":
            continue
        if graph.case(at) is None:
            return graph.mentions[number].head
    return None


def _parsed_subject(graph: Graph, head: int) -> int | None:
    """Return the head token of a verb's subject: its own, or the one it shares.

    A relative clause has the noun it modifies; a conjunct, a purpose clause or a complement
    without a subject has that of the verb above. Fronted speech ("…," kata X) is no clause to
    share with.
    """
    own = _own_subject(graph, head)
    if own is not None:
        return own
    token = graph.tokens[head]
    if token.head == head:
        return _nominal_before(graph, head)
    if token.relation in ("acl:relcl", "acl"):
        return token.head if graph.tokens[token.head].pos in NOMINAL else None
    if token.relation in SHARING or token.relation == "ccomp":
        above = token.head
        if token.relation in ("xcomp", "ccomp", "advcl"):
            controlled = _controller(graph, above, head)
            if controlled is not None:
                return controlled
        if graph.tokens[above].pos in NOMINAL:
            return None
        shared = (
            _parsed_subject(graph, above) if above < head or token.relation != "parataxis" else None
        )
        return shared if shared != head else None
    return _nominal_before(graph, head)


def _own_subject(graph: Graph, head: int) -> int | None:
    for child in graph.children[head]:
        token = graph.tokens[child]
        if token.relation not in SUBJECTS or token.pos not in NOMINAL:
            continue
        if token.lower == "yang":
            above = graph.tokens[head].head
            return above if above != head and graph.tokens[above].pos in NOMINAL else None
        if token.lower not in ("ini", "itu"):
            return child
    return None


def _controller(graph: Graph, above: int, head: int) -> int | None:
    """Return the object of the verb above where it stands between both ("meminta A menarik …")."""
    for child in graph.children[above]:
        token = graph.tokens[child]
        if token.relation in ("obj", "iobj") and above < child < head:
            return child if graph.mention_at[child] is not None else None
    return None


def _nominal_before(graph: Graph, head: int) -> int | None:
    """Return the mention that stands right before a verb, adverbs and auxiliaries skipped."""
    at = head - 1
    while at >= 0 and graph.tokens[at].pos in ("AUX", "ADV", "PART"):
        at -= 1
    if at < 0 or graph.mention_at[at] is None or graph.case(at) is not None:
        return None
    mention = graph.mentions[graph.mention_at[at] or 0]
    return mention.head


def _object(graph: Graph, head: int, after: int) -> int | None:
    """Return the head token of a verb's object: by the parse, else the nominal right after it."""
    for child in graph.children[head]:
        if graph.tokens[child].relation in ("obj", "iobj") and child >= after:
            return child
    if after >= len(graph.tokens):
        return None
    token = graph.tokens[after]
    if token.pos not in NOMINAL or token.relation in ("obl:tmod", "nmod:tmod"):
        return None
    found = graph.mention_at[after]
    if found is not None:
        return graph.mentions[found].head
    at = after
    while graph.tokens[at].head > at and graph.tokens[graph.tokens[at].head].pos in NOMINAL:
        at = graph.tokens[at].head
    return at if graph.tokens[at].relation not in SUBJECTS else None


def _passive_agent(graph: Graph, head: int, after: int) -> int | None:
    """Return the agent of a passive: with "oleh", or bare right after the verb."""
    for child in graph.children[head]:
        if graph.tokens[child].relation == "obl:agent" or graph.case(child) == "oleh":
            return child
    if after < len(graph.tokens) and graph.tokens[after].lower == "oleh":
        after += 1
    if after >= len(graph.tokens):
        return None
    found = graph.mention_at[after]
    if found is None:
        return None
    mention = graph.mentions[found]
    if mention.type == "LOC" or graph.tokens[mention.head].relation in SUBJECTS:
        return None
    return mention.head


def _fill_noun(
    graph: Graph,
    predicate: Predicate,
    form: Form,
    light_verbs: LightVerbs,
    slots: dict[str, Phrase],
) -> int:
    """Fill agent and patient of an act noun; return the light verb that carries it, if any."""
    head = predicate.head
    under = [c for at in range(predicate.first, predicate.last) for c in graph.children[at]]
    for child in sorted(under):
        token = graph.tokens[child]
        if child < predicate.last or token.relation in CLAUSE_RELATIONS:
            continue
        case = graph.case(child)
        if case == "antara":
            slots["agent"] = _phrase(graph, child)
        elif case is None and token.relation != "conj" and "possessor" not in slots:
            phrase = _phrase(graph, child)
            if phrase.mentions:
                slots["possessor"] = phrase
    if "agent" not in slots:
        _fill_between(graph, predicate.last, slots)
    possessor = slots.pop("possessor", None) or _shared_possessor(graph, predicate)
    if possessor is not None and form.possessor not in slots:
        slots[form.possessor] = possessor
    found = _light_verb(graph, head, light_verbs)
    if found is None:
        return head
    above, (voice, verb) = found
    carried: dict[str, Phrase] = {}
    _fill_verb(graph, above, above + 1, voice, carried)
    side = carried.get("agent")
    if side is not None and side.head != head and side.mentions:
        slots.setdefault(verb.subject, side)
    return above


def _shared_possessor(graph: Graph, predicate: Predicate) -> Phrase | None:
    """Return whose both nouns are in "serangan dan tembakan tentara Israel"."""
    for noun in graph.children[predicate.head]:
        token = graph.tokens[noun]
        if token.relation != "conj" or token.pos != "NOUN" or graph.mention_at[noun] is not None:
            continue
        for child in graph.children[noun]:
            part = graph.tokens[child].relation.startswith("nmod") and child > noun
            if part and graph.case(child) is None:
                phrase = _phrase(graph, child)
                if phrase.mentions:
                    return phrase
    return None


def _fill_between(graph: Graph, after: int, slots: dict[str, Phrase]) -> None:
    """Fill the agent of an act noun by the words: "Bentrokan pecah antara A dan B"."""
    reach = range(after, min(after + NEAR, len(graph.tokens) - 1))
    for at in reach:
        if graph.mention_at[at] is not None or graph.tokens[at].pos == "PUNCT":
            return
        if graph.lower[at] != "antara":
            continue
        beside = (at + 1, at + 2) if at + 2 < len(graph.tokens) else (at + 1,)
        number = next((n for i in beside if (n := graph.mention_at[i]) is not None), None)
        if number is not None:
            slots["agent"] = _phrase(graph, graph.mentions[number].head)
        return


def _light_verb(
    graph: Graph, head: int, light_verbs: LightVerbs
) -> tuple[int, tuple[Voice, LightVerb]] | None:
    """Return the light verb that carries an act noun.

    It stands above the noun, of one word or two ("menjadi korban serangan"), or in a relative
    clause below it ("serangan yang dilancarkan X terhadap Y").
    """
    for child in graph.children[head]:
        below = graph.tokens[child]
        if below.relation.startswith("acl") and below.lower in light_verbs:
            return child, light_verbs[below.lower]
    above = graph.tokens[head].head
    if above == head:
        return None
    light = light_verbs.get(graph.tokens[above].lower)
    if light is not None:
        return above, light
    if above:
        pair = f"{graph.tokens[above - 1].lower} {graph.tokens[above].lower}"
        if pair in light_verbs:
            return above - 1, light_verbs[pair]
    return None


def _fill_prepositions(graph: Graph, head: int, slots: dict[str, Phrase]) -> None:
    """File what hangs on a token with a preposition under that preposition; first one wins."""
    for child in graph.children[head]:
        token = graph.tokens[child]
        if token.pos in NOMINAL or graph.mention_at[child] is not None:
            case = graph.case(child)
            if case is not None and case not in slots:
                slots[case] = _phrase(graph, child)
