"""What the codebook becomes when it is compiled: frozen types that the coding stages read.

The files and their meaning are described in ``codebook/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Voice = Literal["active", "passive", "bare", "noun"]
Side = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What must (or must not) stand in a slot of the clause.

    Attributes:
        slot: "agent", "patient", "complement", "clause", "sentence" or a preposition.
        words: Words or phrases in lower case, one of which must be in the slot; empty: any.
        classes: Mention types, "actor" or "thing"; empty: any.
        sectors: Sector codes; empty: any.
        present: Whether the slot must be filled (True) or empty (False); None: not asked.
        itself: Whether the party must be named or described by the head of the phrase: neither a
            pronoun ("kami") nor only the owner of something ("tambahan anggaran KPU").
        apart: A slot whose party must be another one, of another country or sector.
    """

    slot: str
    words: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    present: bool | None = None
    itself: bool = False
    apart: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an operator makes of the act inside; ``type`` None codes nothing."""

    type: str | None
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An act or an operator of the codebook.

    Attributes:
        id: Full id: file and id within the file ("acts/coerce.yml:tangkap").
        operator: True for a rule of ``operators/``.
        type: PLOVER type.
        modes: Modes it always has.
        cameo: CAMEO code if the rule names one, else None (then the mode's or type's holds).
        when: Conditions that must all hold.
        unless: Conditions of which none may hold.
        actor: Slots tried in order for the actor.
        recipient: Slots tried in order for the recipient.
        also_actor: Slots whose fillers are actors too.
        absent_actor: Sectors of whoever does it where the sentence names nobody: the nearest such
            party of the story ("ditangkap" without agent: the police that the story speaks of).
        reciprocal: True if all parties are actors.
        noun_needs: Sides that an act noun must name to tell of an event by itself; None: as the
            composition says for the type, else both.
        contexts: Contexts it always has.
        alone: Operators: whether it codes without an act inside. True for acts.
        inner: Operators: slots where the act inside is looked for.
        results: Operators: type of the act inside → outcome; the key "other" holds for the rest.
    """

    id: str
    operator: bool
    type: str
    modes: tuple[str, ...] = ()
    cameo: str | None = None
    when: tuple[Condition, ...] = ()
    unless: tuple[Condition, ...] = ()
    actor: tuple[str, ...] = ("agent",)
    recipient: tuple[str, ...] = ("patient",)
    also_actor: tuple[str, ...] = ()
    absent_actor: tuple[str, ...] = ()
    reciprocal: bool = False
    noun_needs: tuple[Side, ...] | None = None
    contexts: tuple[str, ...] = ()
    alone: bool = True
    inner: tuple[str, ...] = ()
    results: Mapping[str, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A word form, or several words, that calls a rule.

    Attributes:
        words: Lower-case words, as the tokenizer cuts them.
        rule: Id of the rule.
        voice: "active" (subject is agent), "passive" (subject is patient), "bare" (object voice
            "kami tangkap", imperative, or after a modal), "noun".
        possessor: Nouns: who a bare possessor is, "agent" or "patient".
    """

    words: tuple[str, ...]
    rule: str
    voice: Voice
    possessor: Literal["agent", "patient"] = "agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """A mode of a type with its CAMEO code and intensity."""

    name: str
    cameo: str | None
    intensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """One of the 16 types.

    Attributes:
        name: Its name.
        quad: Quad class, 1 to 4.
        verbal: Done with words.
        directed: Aimed at somebody.
        cameo: CAMEO code where no mode tells more.
        intensity: PLOVER conflict-cooperation score.
        modes: Name → mode.
    """

    name: str
    quad: int
    verbal: bool
    directed: bool
    cameo: str
    intensity: float
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What tense and negation make of an act.

    Attributes:
        future_words: Words that put a clause in the future ("akan", "bakal", "berencana").
        wish_words: Words of wish or possibility ("ingin", "bisa", "berharap").
        condition_words: Words that open a condition ("jika", "kalau", "andai").
        negations: Words that negate ("tidak", "belum", "bukan", "tanpa", "batal", "gagal").
        between_words: Words that may stand between these and the verb ("tidak berhasil ditangkap").
        only_words: Words behind these that leave the act a fact ("tidak hanya bertemu").
        contrast_words: Words that join a verb which takes nothing over ("tidak X, tetapi Y").
        future: Type of an act to come → outcome (CONSULT → AGREE; None type: nothing).
        refused: Type of a refused act to come ("tidak akan bertemu") → outcome.
        unreal_heads: Words above an act noun that make it a mere thought ("rencana serangan").
        noun_needs: Type → sides that its act nouns must name to tell of an event by themselves.
        deed_reporters: Sectors of those whose direct quotes tell deeds as facts.
        temporal_words: Words that open a clause of time; an act to come in it is told as a setting.
        foretellers: Sectors of those whose word on what others will do is a forecast, no threat.
        known_actors: Types that need an actor of a known sector where one is named.
        authorities: Type → sectors of those who are likely to have acted where nobody is named.
    """

    future_words: frozenset[str]
    wish_words: frozenset[str]
    condition_words: frozenset[str]
    negations: frozenset[str]
    between_words: frozenset[str]
    only_words: frozenset[str]
    contrast_words: frozenset[str]
    future: Mapping[str, Outcome]
    refused: Mapping[str, Outcome]
    unreal_heads: frozenset[str]
    noun_needs: Mapping[str, tuple[Side, ...]]
    deed_reporters: frozenset[str]
    temporal_words: frozenset[str]
    foretellers: frozenset[str]
    known_actors: frozenset[str]
    authorities: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule:
    """Words that add something to an event: a mode (to the named types) or a context.

    Attributes:
        id: Full id ("modes.yml:aerial").
        value: Name of the mode or context.
        types: Types that it applies to; empty: all.
        words: Lower-case words or phrases.
        slots: Slots that are looked at ("clause", "patient", "dengan" …); empty: the clause.
    """

    id: str
    value: str
    types: tuple[str, ...]
    words: tuple[str, ...]
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LightVerb:
    """A verb that only carries an act noun; its subject fills ``subject`` of the noun."""

    id: str
    subject: Literal["agent", "patient", "act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The whole codebook, compiled.

    Attributes:
        rules: Full id → rule.
        forms: First word → forms that begin with it, longest first.
        light_verbs: Word form ("melakukan", "dilakukan") → voice and what its subject fills.
        types: Name → PLOVER type.
        composition: Tense and negation.
        modes: Words that give modes.
        contexts: Words that give contexts.
        gate: Words of topics that yield no events, by topic (``value``).
        tables: The further YAML files as plain data, by file name ("reporting.yml").
        digest: Short hash of all files: the codebook's version.
    """

    rules: Mapping[str, Rule]
    forms: Mapping[str, tuple[Form, ...]]
    light_verbs: Mapping[str, tuple[Voice, LightVerb]]
    types: Mapping[str, PloverType]
    composition: Composition
    modes: tuple[WordRule, ...]
    contexts: tuple[WordRule, ...]
    gate: tuple[WordRule, ...]
    tables: Mapping[str, object]
    digest: str

    def __hash__(self) -> int:
        """Hash by content: the digest covers every file."""
        return hash(self.digest)
