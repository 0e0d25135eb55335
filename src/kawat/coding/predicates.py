"""Find the words of a sentence that call a rule of the codebook.

Comes in: a sentence's graph and the codebook's forms. Goes out: predicates, each with the forms
that fit its words, not overlapping, the longest first.
"""

from __future__ import annotations

from dataclasses import dataclass

from kawat.coding.graph import Graph
from kawat.coding.rulebook.types import Codebook, Form

FIRST_AND_SECOND_PERSON = frozenset({"kami", "kita", "saya", "aku", "ku", "kau", "anda", "kamu"})
GOVERNED = frozenset({"obj", "nsubj", "nsubj:pass", "nmod", "obl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """Words that may name an event: tokens ``first`` up to but not including ``last``.

    Attributes:
        first: First token.
        last: Token after the last.
        head: The token of it that the rest of the sentence attaches to.
        forms: Forms of the codebook that begin here, of one or several rules, the longest first.
            Where no rule of the longest applies, a shorter one may ("mundur dari", "mundur").
    """

    first: int
    last: int
    head: int
    forms: tuple[Form, ...]

    def read_as(self, graph: Graph, form: Form) -> Predicate:
        """Return the predicate cut to the words of one of its forms."""
        last = self.first + len(form.words)
        return Predicate(
            first=self.first, last=last, head=_head(graph, self.first, last, form), forms=(form,)
        )


def find_predicates(graph: Graph, codebook: Codebook) -> tuple[Predicate, ...]:
    """Find the predicates of a sentence.

    Args:
        graph: The sentence.
        codebook: The rules with their word forms.

    Returns:
        Predicates in the order of the sentence. They may overlap ("menyatakan dukungan",
        "dukungan"): which words are taken is known only once rules have been tried.
    """
    lower = graph.lower
    found = []
    for at in range(len(lower)):
        forms = _fitting(graph, lower, at, codebook)
        if forms:
            last = at + len(forms[0].words)
            found.append(
                Predicate(first=at, last=last, head=_head(graph, at, last, forms[0]), forms=forms)
            )
    return tuple(found)


def _fitting(graph: Graph, lower: tuple[str, ...], at: int, codebook: Codebook) -> tuple[Form, ...]:
    """Return the forms that begin at a token and suit its part of speech, longest first.

    What is verb and noun alike ("koordinasi") is a noun where a verb governs it as one.
    """
    known = codebook.forms.get(lower[at], ())
    nouns = {form.words for form in known if form.voice == "noun"} if _governed(graph, at) else ()
    return tuple(
        form
        for form in known
        if lower[at : at + len(form.words)] == form.words
        and (form.voice != "active" or form.words not in nouns)
        and _suits(graph, at, form)
    )


def _governed(graph: Graph, at: int) -> bool:
    token = graph.tokens[at]
    return token.pos == "NOUN" and token.relation in GOVERNED


def _suits(graph: Graph, at: int, form: Form) -> bool:
    """Say whether a token can be the form in this place.

    A bare stem is a verb only after "kami", "saya" … or where the tagger says so; many stems are
    nouns as well ("serang" the town, "kritik"). A word inside a name is no predicate.
    """
    token = graph.tokens[at]
    found = graph.mention_at[at]
    if found is not None:
        mention = graph.mentions[found]
        if mention.first <= at < mention.last and mention.form == "name":
            return False
    if form.voice == "bare":
        before = graph.tokens[at - 1].lower if at else ""
        return token.pos == "VERB" or before in FIRST_AND_SECOND_PERSON
    if form.voice == "noun" and len(form.words) == 1:
        return token.pos not in ("VERB", "ADP", "AUX")
    return True


def _head(graph: Graph, first: int, last: int, form: Form) -> int:
    """Return the token of a stretch whose head lies outside of it; for verb phrases the verb."""
    if form.voice != "noun":
        return first
    for at in range(first, last):
        head = graph.tokens[at].head
        if head == at or not first <= head < last:
            return at
    return first
