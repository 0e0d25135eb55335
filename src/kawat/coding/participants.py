"""Who takes part in an event: actors and recipients of a composed predicate.

Comes in: a reading of a sentence, with the scene. Goes out: entity ids. The slots that the rule
names are asked first; then, for operators, the act inside; then what the story as a whole tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kawat.coding.clauses import Clause, Phrase, find_subject
from kawat.coding.compose import Reading
from kawat.coding.conditions import ACTOR_TYPES
from kawat.coding.graph import Graph
from kawat.coding.scene import Scene
from kawat.records import Mention, Statement

RECIPROCAL_SLOTS = ("agent", "patient", "dengan", "antara", "bersama")
OPERATOR_RECIPIENTS = ("kepada", "terhadap", "pada", "dari")
ADDRESSEE_REACH = 8
LINKS = frozenset({"agar", "supaya", "untuk", "bahwa", "para", ","})
SOURCES = frozenset({"di", "dari", "oleh", "sejak"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Finds the parties of one reading.

    Attributes:
        scene: The story.
        sentence: Index of the sentence.
        reading: The composed predicate.
        beside: The other readings of the sentence.
    """

    scene: Scene
    sentence: int
    reading: Reading
    beside: tuple[Reading, ...]

    @property
    def graph(self) -> Graph:
        """The graph of the sentence."""
        return self.scene.graphs[self.sentence]

    @property
    def words(self) -> Mapping[str, frozenset[str]]:
        """The lists of ``details.yml``."""
        return self.scene.tables.details

    def find(self, statement: Statement | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Find who acts and who is acted on.

        Args:
            statement: The statement that the predicate was said in, if any.

        Returns:
            Entity ids of the actors and of the recipients; nobody is both.
        """
        rule, clause = self.reading.rule, self.reading.clause
        cause = self._cause()
        if cause is not None:
            told = Parties(
                scene=self.scene, sentence=self.sentence, reading=cause, beside=self.beside
            )
            sides = told.find(statement)
            if any(sides):
                return sides
        if rule.reciprocal and self._to_come():
            return self._who_will(clause)
        if rule.reciprocal:
            slots = (*RECIPROCAL_SLOTS, *rule.also_actor, *rule.recipient)
            found = _all(clause, slots)
            if clause.voice == "noun" and len(self.scene.entities_of(found)) == 1:
                found = (*self._attending(), *found)
            return self.scene.entities_of(found), ()
        acting = (*_first(clause, rule.actor), *_all(clause, rule.also_actor))
        actors = self.scene.entities_of(acting)
        if not actors and statement is not None and statement.speaker and self._spoken():
            actors = (statement.speaker,)
        actors = actors or self._by_means()
        recipients = self._recipients(actors) or self._meant(statement, actors)
        if not actors and rule.absent_actor:
            able = self._authority(frozenset(rule.absent_actor))
            actors = tuple(i for i in able if i not in recipients)
        return actors, recipients

    def _meant(self, statement: Statement | None, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom an act is aimed at that its own phrases do not name."""
        type_ = self.reading.rule.type
        found = self._told(statement, actors) if statement is not None else ()
        if not found and type_ in self.words["marches"]:
            found = self._before_whom(actors)
        if not found and self.scene.codebook.types[type_].directed:
            told_by = (statement.speaker,) if statement and statement.speaker else ()
            found = self._bystander((*actors, *told_by))
        return found

    def _told(self, statement: Statement, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return to whom a promise or request was made: "X mengatakan kepada Y bahwa …"."""
        if statement.cue is None or self.reading.rule.type not in self.words["addressed"]:
            return ()
        entities = self.scene.entities
        states = {entities[id_].country for id_ in actors}
        if statement.speaker not in actors and (
            statement.speaker is None or entities[statement.speaker].country not in states
        ):
            return ()
        starts = [token.start for token in self.graph.tokens]
        if statement.cue.start not in starts:
            return ()
        for child in self.graph.children[starts.index(statement.cue.start)]:
            if self.graph.case(child) in self.words["addressee"]:
                heard = self.graph.mentions_of(child)
                known = [m for m in heard if self._may_be_meant(self.scene.mentions[m], actors)]
                return self._others(known, actors)
        return ()

    def _before_whom(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return whose building a protest is held at: "di depan Gedung DPRD"."""
        buildings = self.scene.world.words["building"]
        entities = self.scene.entities
        near = dict.fromkeys(n for n in self.graph.mention_at if n is not None)
        housed = []
        for number in near:
            mention = self.scene.mentions[number]
            first = mention.extent[0]
            before = self.graph.lower[max(0, first - 2) : first]
            owners = {entities[id_].type for id_ in self.scene.entities_of((number,))}
            if "ORG" in owners if mention.type == "LOC" else not buildings.isdisjoint(before):
                housed.append(number)
        return self._others(housed[:1], actors)

    def unnamed(self, statement: Statement | None) -> tuple[str, ...]:
        """Say who acts where no report of an event names anybody.

        "Warga diimbau …" is said by whoever speaks; "Ia dijatuhi sanksi" tells of an authority.

        Args:
            statement: The statement that the predicate was said in, if any.

        Returns:
            Entity ids; empty where nobody of the story is likely.
        """
        type_, words = self.reading.rule.type, self.words
        voice = self.reading.clause.voice
        if voice not in ("passive", "noun"):
            return ()
        if (
            type_ in words["spoken"]
            and voice == "passive"
            and statement is not None
            and statement.speaker
        ):
            return (statement.speaker,)
        likely = self.scene.codebook.composition.authorities.get(type_, ())
        for sector in likely:
            # Of a mere noun ("penyelidikan") only police and the like are sure enough.
            sure = voice == "passive" or sector in words["sure_actors"]
            able = self._authority(frozenset({sector})) if sure else ()
            if able:
                return able
        return ()

    def _to_come(self) -> bool:
        """Say whether one side says that it will meet another: what it promises is its own act."""
        clause = self.reading.clause
        subject = clause.slots.get("agent")
        named = subject is not None and len(self.scene.entities_of(subject.mentions)) == 1
        verbal = clause.voice != "noun" or clause.governor != clause.head
        return self.reading.tense.future and verbal and named

    def _who_will(self, clause: Clause) -> tuple[tuple[str, ...], tuple[str, ...]]:
        actors = self.scene.entities_of(_all(clause, ("agent",)))
        return actors, self._others(_all(clause, RECIPROCAL_SLOTS), actors)

    def _attending(self) -> tuple[int, ...]:
        """Return the subject of the verb above a noun: who attends "pertemuan dengan …"."""
        head = self.reading.clause.head
        above = self.graph.tokens[head].head
        if above == head or self.graph.tokens[above].pos != "VERB":
            return ()
        subject = find_subject(self.graph, above)
        if subject is None or subject == head:
            return ()
        return self.graph.mentions_of(subject)

    def _cause(self) -> Reading | None:
        """Return the act noun that is this verb's subject: "serangan A ke B menewaskan …"."""
        subject = self.reading.clause.slots.get("agent")
        if subject is None or self.reading.clause.voice == "noun":
            return None
        return next(
            (
                other
                for other in self.beside
                if other.clause.voice == "noun"
                and other.clause.head == subject.head
                and other.type == self.reading.type
            ),
            None,
        )

    def _by_means(self) -> tuple[str, ...]:
        """Return who did what brought a deed about: "tewas dalam serangan udara Israel"."""
        clause = self.reading.clause
        if clause.voice == "noun":
            return ()
        means = {clause.slots[slot].head for slot in self.words["means"] if slot in clause.slots}
        for act in self.beside:
            noun = act.clause.voice == "noun" and act.type == self.reading.type
            if noun and act.clause.head in means:
                return self.scene.entities_of(_first(act.clause, act.rule.actor))
        return ()

    def _spoken(self) -> bool:
        """Say whether a verb without a subject is the speaker's own verbal act ("Menolak …").

        So is one whose subject is no party: "jalan itu rusak, dan mendesak bupati …".
        """
        clause = self.reading.clause
        kind = self.scene.codebook.types[self.reading.rule.type]
        subject = clause.slots.get("agent")
        party = subject is not None and (clause.voice == "bare" or bool(subject.mentions))
        return kind.verbal and not party and clause.voice in ("active", "bare")

    def _recipients(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        rule, clause = self.reading.rule, self.reading.clause
        found = self._others(self._first_acting(clause, rule.recipient), actors)
        if not found and rule.operator:
            found = self._of_operator(actors)
        if not found:
            found = self._others(self._within(clause, rule.recipient), actors)
        return found

    def _first_acting(self, clause: Clause, slots: Iterable[str]) -> tuple[int, ...]:
        """Return the mentions of the first slot that has any; of an act noun, who does it.

        Who condemns "serangan Israel ke Lebanon" condemns Israel.
        """
        for slot in slots:
            phrase = clause.slots.get(slot)
            if phrase is None:
                continue
            act = next((r for r in self.beside if r.clause.head == phrase.head), None)
            if act is not None and act.clause.voice == "noun":
                doers = _first(act.clause, act.rule.actor)
                if doers:
                    return doers
            if phrase.mentions:
                return phrase.mentions
        return ()

    def _of_operator(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Find whom an operator is aimed at: by its own phrases, else by the act inside."""
        clause = self.reading.clause
        found = self._others(_first(clause, OPERATOR_RECIPIENTS), actors)
        inner = self.reading.inner
        while not found and inner is not None:
            for slots in (inner.rule.actor, inner.rule.recipient):
                found = found or self._others(_first(inner.clause, slots), actors)
            if inner.rule.reciprocal:
                found = found or self._others(_all(inner.clause, RECIPROCAL_SLOTS), actors)
            inner = inner.inner
        # Several who agree have each other; a third party named further on is not addressed.
        if found or len(actors) > 1:
            return found
        return self._others(self._addressee(clause), actors)

    def _addressee(self, clause: Clause) -> tuple[int, ...]:
        """Return who is first named in what is asked or promised: "meminta agar KPK bertindak"."""
        if clause.voice not in ("active", "bare"):
            return ()
        for at in range(clause.last, min(clause.last + ADDRESSEE_REACH, len(self.graph.tokens))):
            token = self.graph.tokens[at]
            number = self.graph.mention_at[at]
            if number is not None and self.scene.mentions[number].type in ACTOR_TYPES:
                return () if self.graph.case(at) in SOURCES else (number,)
            if token.pos == "PUNCT" and token.lower not in LINKS:
                return ()
        return ()

    def _within(self, clause: Clause, slots: Iterable[str]) -> tuple[int, ...]:
        """Return the first party named anywhere inside a slot ("kekerasan oleh milisi di Mali")."""
        for slot in slots:
            phrase: Phrase | None = clause.slots.get(slot)
            for at in self.graph.subtree(phrase.head) if phrase is not None else ():
                number = self.graph.mention_at[at]
                if number is not None and self.scene.mentions[number].form != "pronoun":
                    return (number,)
        return ()

    def _bystander(self, besides: tuple[str, ...]) -> tuple[str, ...]:
        """Return the nearest other party of the sentence, after the predicate or else before it.

        What is denied or refused without naming anybody was said in the sentence before.
        """
        first, last = self.reading.clause.first, self.reading.clause.last
        answer = self.reading.rule.type in self.words["answers"]
        # What follows an answer is what it denies, not who said so.
        after = () if answer else range(last, len(self.graph.tokens))
        places = (*after, *range(first - 1, -1, -1))
        near = [n for at in places if (n := self.graph.mention_at[at]) is not None]
        if answer:
            near += self._told_before(besides)
        for number in near:
            mention = self.scene.mentions[number]
            if mention.type in ACTOR_TYPES and self._may_be_meant(mention, besides):
                found = self._others((number,), besides)
                if found:
                    return found
        return ()

    def _told_before(self, besides: tuple[str, ...]) -> list[int]:
        """Return who is named in the sentence before, without the own state.

        Its subject comes first, who accused; then the others, nearest first.
        """
        own = {self.scene.entities[id_].country for id_ in besides}
        told = [
            number
            for number, mention in reversed(list(enumerate(self.scene.mentions)))
            if mention.sentence == self.sentence - 1
            and mention.form != "pronoun"
            and not (mention.type == "GPE" and mention.country in own)
        ]
        tokens = self.scene.graphs[self.sentence - 1].tokens
        accusing = [n for n in told if tokens[self.scene.mentions[n].head].relation == "nsubj"]
        return [*accusing[-1:], *told]

    def _may_be_meant(self, mention: Mention, besides: tuple[str, ...]) -> bool:
        """Say whether a mention that no slot names can be a party.

        Not an unknown place, nobody in particular, no medium that reports, no place at home; and
        protesters do not march against people like themselves.
        """
        if (
            mention.country is None
            or _is_nobody(mention)
            or not self.words["relaying"].isdisjoint(mention.sectors[:1])
        ):
            return False
        if mention.type == "LOC":
            return mention.country not in {self.scene.entities[id_].country for id_ in besides}
        alike = not self.words["marchers"].isdisjoint(mention.sectors[:1])
        return not (alike and self.reading.rule.type in self.words["marches"])

    def _authority(self, wanted: frozenset[str]) -> tuple[str, ...]:
        """Return the nearest party of the story with a sector that does such things.

        Embassies are left out, for they have no power where they are.
        """
        embassies = self.scene.tables.visits.lists["residents"]
        start = self.graph.tokens[self.reading.clause.first].start
        able = [
            number
            for number, mention in enumerate(self.scene.mentions)
            if wanted & set(mention.sectors[:1])
            and mention.type in ("ORG", "GRP", "GPE")
            and embassies.isdisjoint(mention.name.lower().split())
        ]
        before = [i for i in able if self.scene.mentions[i].start < start]
        return self.scene.entities_of(before[-1:] or able[:1])

    def _others(self, mentions: Iterable[int], actors: tuple[str, ...]) -> tuple[str, ...]:
        named = (m for m in mentions if not _is_nobody(self.scene.mentions[m]))
        return tuple(i for i in self.scene.entities_of(named) if i not in actors)


def _is_nobody(mention: Mention) -> bool:
    """Say whether a mention is nobody in particular, "semua pihak", or an unknown place."""
    if mention.type == "LOC":
        return mention.country is None
    return mention.type == "GRP" and not mention.sectors


def _first(clause: Clause, slots: Iterable[str]) -> tuple[int, ...]:
    """Return the mentions of the first slot that has any."""
    for slot in slots:
        if slot in clause.slots and clause.slots[slot].mentions:
            return clause.slots[slot].mentions
    return ()


def _all(clause: Clause, slots: Iterable[str]) -> tuple[int, ...]:
    """Return the mentions of all slots."""
    return tuple(m for slot in slots if slot in clause.slots for m in clause.slots[slot].mentions)
