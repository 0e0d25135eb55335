"""Compose acts and operators: what one predicate, with those inside of it, amounts to.

Comes in: the predicates of a sentence. Goes out: drafts, one for each predicate that stands on its
own. An operator takes in the act that it wraps ("mengancam akan menyerang"): the act gives the
mode, the operator the type, and the act is not coded by itself.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from kawat.coding.clauses import Clause, Phrase, build_clause
from kawat.coding.conditions import unmet
from kawat.coding.graph import CLAUSE_RELATIONS, Graph
from kawat.coding.predicates import Predicate
from kawat.coding.rulebook.types import Codebook, Form, Outcome, Rule
from kawat.coding.tense import Tense, read_tense

COMPLEMENT_RELATIONS = CLAUSE_RELATIONS - {"acl:relcl", "parataxis"}
INNER_SLOTS = ("complement", "patient", "untuk", "agar", "supaya", "terhadap", "atas")
MAX_GAP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a predicate amounts to.

    Attributes:
        predicate: Index of the predicate in its sentence.
        rule: The rule that gives the type.
        clause: Its clause.
        type: PLOVER type, None if the composition yields nothing.
        modes: Modes from rule and composition.
        tense: Tense and polarity of the predicate.
        inner: Reading of the act inside, if there is one.
    """

    predicate: int
    rule: Rule
    clause: Clause
    type: str | None
    modes: tuple[str, ...]
    tense: Tense
    inner: Reading | None

    def chain(self) -> tuple[Reading, ...]:
        """Return this reading and those inside of it, outermost first."""
        return (self, *(self.inner.chain() if self.inner else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A rule that was considered for a predicate and dropped, with the reason."""

    predicate: int
    rule: str
    reason: str


@dataclass(slots=True)
class Composer:
    """Works out the readings of one sentence; each predicate is read once.

    Attributes:
        graph: The sentence.
        predicates: Its predicates.
        codebook: The rules.
        speakers: Predicate index → mentions of whoever says it, where it is part of a statement.
        cues: Words that report speech.
        rejected: Rules dropped so far.
    """

    graph: Graph
    predicates: tuple[Predicate, ...]
    codebook: Codebook
    speakers: Mapping[int, tuple[int, ...]]
    cues: Container[str]
    rejected: list[Rejected] = field(default_factory=list)
    _memo: dict[int, Reading | None] = field(default_factory=dict)
    _open: set[int] = field(default_factory=set)

    def readings(self) -> tuple[Reading, ...]:
        """Return the readings that stand on their own, in the order of the sentence."""
        found: list[Reading] = []
        for index in range(len(self.predicates)):
            covered = found and self.predicates[index].first < found[-1].clause.last
            reading = None if covered else self.read(index)
            if reading is not None:
                found.append(reading)
        taken = {part.predicate for r in found for part in r.chain()[1:]}
        heads = {self.predicates[i].head for i in taken}
        return tuple(
            r
            for r in found
            if r.predicate not in taken
            and not self._joined_to(r, heads)
            and r.clause.governor not in heads
            and not any(self._spends(other, r) for other in found)
        )

    def _spends(self, verb: Reading, noun: Reading) -> bool:
        """Say whether a noun is part of what another rule asks for, or modifies that.

        "sanksi" in "mencabut sanksi", "patroli bersama" in "meneken perjanjian patroli bersama".
        """
        if verb is noun or noun.clause.voice != "noun":
            return False
        head = noun.clause.head
        above = self.graph.tokens[head].head if self.graph.case(head) is None else head
        for condition in verb.rule.when:
            phrase = verb.clause.slots.get(condition.slot)
            if condition.words and phrase is not None and phrase.head in (head, above):
                return True
        return False

    def _joined_to(self, reading: Reading, heads: set[int]) -> bool:
        """Say whether a predicate is coordinated to one that an operator took in."""
        token = self.graph.tokens[self.predicates[reading.predicate].head]
        return token.relation == "conj" and token.head in heads

    def read(self, index: int) -> Reading | None:
        """Return the reading of a predicate, or None if no rule of its words applies."""
        if index in self._memo:
            return self._memo[index]
        if index in self._open:
            return None
        self._open.add(index)
        reading = self._best(index)
        self._open.discard(index)
        self._memo[index] = reading
        return reading

    def _best(self, index: int) -> Reading | None:
        """Try the rules of a predicate: longer words first, then an operator that finds its act.

        Of several rules that apply to the same words, the one with more conditions is meant.
        """
        predicate = self.predicates[index]
        by_length: dict[int, list[Reading]] = {}
        for form in predicate.forms:
            if by_length and len(form.words) not in by_length:
                break
            reading = self._try(index, predicate.read_as(self.graph, form), form)
            if reading is not None:
                by_length.setdefault(len(form.words), []).append(reading)
        return next((max(found, key=_weight) for found in by_length.values()), None)

    def _try(self, index: int, predicate: Predicate, form: Form) -> Reading | None:
        rule = self.codebook.rules[form.rule]
        clause = build_clause(self.graph, predicate, form, self.codebook.light_verbs)
        if index in self.speakers:
            said_by = Phrase(head=clause.head, mentions=self.speakers[index])
            clause = replace(clause, slots={**clause.slots, "speaker": said_by})
        complement = self._complement_head(clause)
        reason = unmet(self.graph, clause, rule, complement)
        inner = None
        if reason is None and rule.operator:
            inner = self._inner(clause, rule)
            if inner is None and not rule.alone:
                reason = "no act inside, and the operator does not code alone"
        if reason is not None:
            self.rejected.append(Rejected(predicate=index, rule=rule.id, reason=reason))
            return None
        type_, modes = self._outcome(rule, inner)
        return Reading(
            predicate=index,
            rule=rule,
            clause=clause,
            type=type_,
            modes=modes,
            tense=read_tense(self.graph, clause, self.codebook.composition, self.cues),
            inner=inner,
        )

    def _outcome(self, rule: Rule, inner: Reading | None) -> tuple[str | None, tuple[str, ...]]:
        if inner is None:
            return rule.type, rule.modes
        if inner.type is None:
            return None, ()
        keys = [f"{inner.type}/{mode}" for mode in inner.modes]
        named = next((rule.results[key] for key in keys if key in rule.results), None)
        outcome = named or pick(rule.results, inner.type)
        if outcome is None:
            return rule.type, rule.modes
        return outcome.type, outcome.modes or (rule.modes if outcome.type == rule.type else ())

    def _complement_head(self, clause: Clause) -> int | None:
        """Return the head token of the complement clause: on the verb, or on its object."""
        return next(iter(self._complement_heads(clause)), None)

    def _complement_heads(self, clause: Clause) -> list[int]:
        """Return the heads of clauses that hang on a predicate, its light verb or its object."""
        heads = dict.fromkeys((clause.governor, *range(clause.first, clause.last)))
        if "patient" in clause.slots:
            heads[clause.slots["patient"].head] = None
        return [
            child
            for head in heads
            for child in self.graph.children[head]
            if child >= clause.last and self.graph.tokens[child].relation in COMPLEMENT_RELATIONS
        ]

    def _inner(self, clause: Clause, rule: Rule) -> Reading | None:
        """Find and read the act that an operator wraps."""
        for slot in rule.inner or INNER_SLOTS:
            if slot == "complement":
                heads = self._complement_heads(clause)
            else:
                heads = [clause.slots[slot].head] if slot in clause.slots else []
            for head in heads:
                found = self._reading_at(head, clause)
                if found is not None and not self._only_if(found, clause):
                    return found
        if "complement" in (rule.inner or INNER_SLOTS):
            found = self._next_reading(clause)
            return found if found is None or not self._only_if(found, clause) else None
        return None

    def _only_if(self, inner: Reading, clause: Clause) -> bool:
        """Say whether an act stands in a condition that the operator is free of.

        "bersedia membantu jika diserang": nobody is willing to attack.
        """
        composition = self.codebook.composition
        outer = read_tense(self.graph, clause, composition, self.cues)
        return inner.tense.condition and not outer.condition

    def _reading_at(self, head: int, besides: Clause) -> Reading | None:
        """Return the reading whose predicate, or whose light verb, is a given token."""
        for number, predicate in enumerate(self.predicates):
            if besides.first <= predicate.first < besides.last:
                continue
            above = self.graph.tokens[predicate.head].head
            carried = above == head and self.graph.tokens[above].lower in self.codebook.light_verbs
            if predicate.first <= head < predicate.last or carried:
                found = self.read(number)
                if found is not None:
                    return found
        return None

    def _next_reading(self, clause: Clause) -> Reading | None:
        """Return the next predicate where only small words and the patient stand between."""
        after = (n for n, p in enumerate(self.predicates) if p.first >= clause.last)
        number = next(after, None)
        if number is None:
            return None
        predicate = self.predicates[number]
        between = range(clause.last, predicate.first)
        if len(between) > MAX_GAP:
            return None
        for at in between:
            token = self.graph.tokens[at]
            small = token.pos in ("AUX", "ADV", "PART", "SCONJ", "ADP", "DET")
            if not small and self.graph.mention_at[at] is None:
                light = token.lower in self.codebook.light_verbs
                if not light:
                    return None
            if token.lower == "yang":
                return None
        return self.read(number)


def _weight(reading: Reading) -> tuple[bool, int, int]:
    rule = reading.rule
    return reading.inner is not None, len(rule.when), len(rule.unless)


def pick(table: Mapping[str, Outcome], type_: str) -> Outcome | None:
    """Return what a table says of a type, its "other" entry if it does not name the type."""
    return table.get(type_, table.get("other"))
