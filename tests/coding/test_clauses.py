"""Clauses of every voice, on sentences parsed by hand."""

from __future__ import annotations

import pytest
from tests.coding.builders import build_mention, build_sentence

from kawat.coding.clauses import Clause, build_clause
from kawat.coding.graph import Graph, build_graph
from kawat.coding.predicates import Predicate
from kawat.coding.rulebook.types import Form


def clause_of(
    words: str, mentions: tuple[tuple[int, int], ...], at: int, voice: str, possessor: str = "agent"
) -> tuple[Graph, Clause]:
    sentence = build_sentence(words)
    found = tuple(build_mention(sentence, *span) for span in mentions)
    graph = build_graph(sentence, found, range(len(found)))
    form = Form(words=(sentence.tokens[at].lower,), rule="test", voice=voice, possessor=possessor)
    predicate = Predicate(first=at, last=at + 1, head=at, forms=(form,))
    return graph, build_clause(graph, predicate, form, {})


def filler(graph: Graph, clause: Clause, slot: str) -> str | None:
    phrase = clause.slots.get(slot)
    return graph.tokens[phrase.head].text if phrase else None


CASES = [
    (
        "active: subject is agent, object is patient",
        "Prancis/PROPN/2/nsubj mengkritik/VERB/0/root Jepang/PROPN/2/obj",
        ((0, 1), (2, 3)),
        1,
        "active",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
    (
        "passive with oleh",
        "Jepang/PROPN/2/nsubj:pass dikritik/VERB/0/root oleh/ADP/4/case Prancis/PROPN/2/obl",
        ((0, 1), (3, 4)),
        1,
        "passive",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
    (
        "passive with a bare agent right after the verb",
        "Jepang/PROPN/2/nsubj:pass dikritik/VERB/0/root Prancis/PROPN/2/obl",
        ((0, 1), (2, 3)),
        1,
        "passive",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
    (
        "relative clause: the noun it modifies is the subject",
        "Prancis/PROPN/0/root yang/PRON/3/nsubj mengkritik/VERB/1/acl:relcl Jepang/PROPN/3/obj",
        ((0, 1), (3, 4)),
        2,
        "active",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
    (
        "coordination: the second verb shares the subject",
        (
            "Prancis/PROPN/2/nsubj datang/VERB/0/root dan/CCONJ/4/cc mengkritik/VERB/2/conj "
            "Jepang/PROPN/4/obj"
        ),
        ((0, 1), (4, 5)),
        3,
        "active",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
    (
        "control: the object of the verb above is the subject",
        (
            "Prancis/PROPN/2/nsubj meminta/VERB/0/root Jepang/PROPN/2/obj menarik/VERB/2/xcomp "
            "pasukan/NOUN/4/obj"
        ),
        ((0, 1), (2, 3)),
        3,
        "active",
        {"agent": "Jepang", "patient": "pasukan"},
    ),
    (
        "an object that the parser left out is the nominal right after the verb",
        "Prancis/PROPN/2/nsubj mengkritik/VERB/0/root Jepang/PROPN/2/obl",
        ((0, 1), (2, 3)),
        1,
        "active",
        {"agent": "Prancis", "patient": "Jepang"},
    ),
]


@pytest.mark.parametrize(("words", "mentions", "at", "voice", "expected"), [c[1:] for c in CASES])
def test_clause_fills_its_slots(
    words: str, mentions: tuple[tuple[int, int], ...], at: int, voice: str, expected: dict[str, str]
) -> None:
    """Each voice and construction gives the same agent and patient."""
    graph, clause = clause_of(words, mentions, at, voice)
    assert {slot: filler(graph, clause, slot) for slot in expected} == expected


def test_noun_takes_possessor_as_its_side() -> None:
    """In "serangan Israel ke Gaza" the possessor acts, in "penangkapan Hasan" it is acted on."""
    words = "serangan/NOUN/0/root Prancis/PROPN/1/nmod ke/ADP/4/case Jepang/PROPN/1/nmod"
    graph, clause = clause_of(words, ((1, 2), (3, 4)), 0, "noun")
    assert filler(graph, clause, "agent") == "Prancis"
    assert filler(graph, clause, "ke") == "Jepang"
    words = "penangkapan/NOUN/0/root Hasan/PROPN/1/nmod oleh/ADP/4/case polisi/NOUN/1/nmod"
    graph, clause = clause_of(words, ((1, 2), (3, 4)), 0, "noun", "patient")
    assert filler(graph, clause, "patient") == "Hasan"
    assert filler(graph, clause, "agent") == "polisi"


def test_list_keeps_the_members_that_the_parse_loses() -> None:
    """All states of "A, B dan C" act, also where the parse hangs one of them elsewhere."""
    graph, clause = clause_of(
        "Norwegia/PROPN/6/nsubj ,/PUNCT/3/punct Swedia/PROPN/6/obl dan/CCONJ/5/cc "
        "Jerman/PROPN/6/obl mengkritik/VERB/0/root Kanada/PROPN/6/obj",
        ((0, 1), (2, 3), (4, 5), (6, 7)),
        5,
        "active",
    )
    found = [graph.mentions[i].text for i in clause.slots["agent"].mentions]
    assert found == ["Norwegia", "Swedia", "Jerman"]


def test_both_mentions_of_the_same_words_are_parties() -> None:
    """Where "kedua negara" stands for two states, both are in the slot."""
    graph, clause = clause_of(
        "Kedua/NUM/2/nummod negara/NOUN/3/nsubj mengkritik/VERB/0/root Kanada/PROPN/3/obj",
        ((0, 2), (0, 2), (3, 4)),
        2,
        "active",
    )
    assert clause.slots["agent"].mentions == (0, 1)
    assert graph.lists[0] == (0, 1)


def test_noun_takes_the_sides_after_antara() -> None:
    """In "Bentrokan pecah antara A dan B" A and B fight, however the words are hung."""
    graph, clause = clause_of(
        "Bentrokan/NOUN/2/nsubj pecah/VERB/0/root antara/ADP/4/case Norwegia/PROPN/2/obl "
        "dan/CCONJ/6/cc Swedia/PROPN/4/conj",
        ((3, 4), (5, 6)),
        0,
        "noun",
    )
    assert [graph.mentions[i].text for i in clause.slots["agent"].mentions] == [
        "Norwegia",
        "Swedia",
    ]


def test_joined_nouns_share_who_acts() -> None:
    """In "Serangan dan tembakan Norwegia" both are Norway's."""
    graph, clause = clause_of(
        "Serangan/NOUN/0/root dan/CCONJ/3/cc tembakan/NOUN/1/conj Norwegia/PROPN/3/nmod",
        ((3, 4),),
        0,
        "noun",
    )
    assert filler(graph, clause, "agent") == "Norwegia"
