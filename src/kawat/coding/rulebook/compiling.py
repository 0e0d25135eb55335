"""Compiling validated entries into a codebook, and packing a codebook for the cache."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from kawat.coding.rulebook.cutting import cut
from kawat.coding.rulebook.forms import is_act_on_patient, verb_forms
from kawat.coding.rulebook.types import (
    Codebook,
    Composition,
    Condition,
    Form,
    LightVerb,
    Mode,
    Outcome,
    PloverType,
    Rule,
    Voice,
    WordRule,
)

if TYPE_CHECKING:
    from kawat.coding.rulebook import schema
    from kawat.coding.rulebook.sources import Sources

DEFAULT_CONTEXT_SLOTS = ("sentence",)


def compile_codebook(sources: Sources, digest: str) -> Codebook:
    """Compile validated entries.

    Args:
        sources: Entries without faults.
        digest: Short hash of the files.

    Returns:
        The codebook.
    """
    from kawat.coding.rulebook import schema

    composition = sources.only(schema.CompositionFile)
    plover = sources.only(schema.PloverFile)
    if composition is None or plover is None:
        raise ValueError("composition.yml and plover.yml must be checked before compiling")
    rules = {entry.id: _rule(entry.id, model) for entry, model in sources.rules()}
    forms = [form for entry, model in sources.rules() for form in rule_forms(entry.id, model)]
    return Codebook(
        rules=rules,
        forms=_by_first_word(forms),
        light_verbs=_light_verbs(sources),
        types={name: _type(name, model) for name, model in plover.types.items()},
        composition=_composition(composition),
        modes=tuple(
            _word_rule(entry.id, m.mode, m.types, m.words, m.slots)
            for entry, m in sources.of(schema.ModeRule)
        ),
        contexts=tuple(
            _word_rule(entry.id, c.context, c.types, c.words, c.slots or DEFAULT_CONTEXT_SLOTS)
            for entry, c in sources.of(schema.ContextRule)
        ),
        gate=tuple(
            _word_rule(entry.id, g.topic, (), g.words, ())
            for entry, g in sources.of(schema.GateRule)
        ),
        tables=sources.tables,
        digest=digest,
    )


def digest_of(contents: Mapping[str, bytes]) -> str:
    """Return the version of a codebook: a short hash of the names and contents of its files."""
    digest = sha256()
    for name, content in sorted(contents.items()):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def rule_forms(rule: str, model: schema.Act) -> Iterator[Form]:
    """Yield the word forms that call a rule; what the rule spells out goes before what is made."""
    listed: tuple[tuple[list[str], Voice], ...] = (
        (model.words, "active"),
        (model.passive_words, "passive"),
    )
    seen: set[tuple[str, ...]] = set()
    for phrases, voice in listed:
        for phrase in phrases:
            words = tuple(cut(phrase).split(" "))
            if words not in seen:
                seen.add(words)
                yield Form(words=words, rule=rule, voice=voice)
    for stem in (*model.verbs, *model.phrases):
        for made, voice in verb_forms(stem, bare=model.bare):
            words = tuple(cut(" ".join(made)).split(" "))
            if words not in seen:
                seen.add(words)
                yield Form(words=words, rule=rule, voice=voice)
    # A noun may be spelt like a bare stem ("protes"): the tagger tells them apart.
    for word in dict.fromkeys(noun.word for noun in model.nouns):
        given = next(noun.possessor for noun in model.nouns if noun.word == word)
        on_patient = is_act_on_patient(word, (*model.verbs, *model.phrases))
        possessor = given or ("patient" if on_patient else "agent")
        yield Form(words=tuple(cut(word).split(" ")), rule=rule, voice="noun", possessor=possessor)


def light_verb_forms(model: schema.LightVerbRule) -> Iterator[tuple[str, Voice]]:
    """Yield the forms of a light verb."""
    for phrase in model.words:
        yield phrase, "active"
    for stem in model.verbs:
        for words, voice in verb_forms(stem):
            yield " ".join(words), voice


def _by_first_word(forms: list[Form]) -> dict[str, tuple[Form, ...]]:
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        groups[form.words[0]].append(form)
    return {
        word: tuple(sorted(group, key=lambda f: (-len(f.words), f.words, f.rule, f.voice)))
        for word, group in sorted(groups.items())
    }


def _rule(rule_id: str, model: schema.Act) -> Rule:
    operator = rule_id.startswith("operators/")
    results: Mapping[str, schema.Outcome] = getattr(model, "results", {})
    return Rule(
        id=rule_id,
        operator=operator,
        type=model.type,
        modes=tuple(model.modes),
        cameo=model.cameo,
        when=_conditions(model.when),
        unless=_conditions(model.unless),
        actor=tuple(model.roles.actor or ("agent",)),
        recipient=tuple(("patient",) if model.roles.recipient is None else model.roles.recipient),
        also_actor=tuple(model.also_actor),
        absent_actor=tuple(model.absent_actor),
        reciprocal=model.reciprocal,
        noun_needs=None if model.noun_needs is None else tuple(model.noun_needs),
        contexts=tuple(model.contexts),
        alone=getattr(model, "alone", True),
        inner=tuple(getattr(model, "inner", ())),
        results={key: _outcome(outcome, model.type) for key, outcome in results.items()},
    )


def _conditions(given: schema.Conditions) -> tuple[Condition, ...]:
    return tuple(_condition(slot, c) for slot, conditions in given.items() for c in conditions)


def _condition(slot: str, model: schema.Condition) -> Condition:
    return Condition(
        slot=slot,
        words=tuple(map(cut, model.words)),
        classes=tuple(model.is_),
        sectors=tuple(model.sectors),
        present=model.present,
        itself=model.itself is True,
        apart=model.apart,
    )


def _outcome(model: schema.Outcome, default: str | None) -> Outcome:
    if model.nothing:
        return Outcome(type=None)
    return Outcome(type=model.type or default, modes=tuple(model.modes))


def _type(name: str, model: schema.TypeEntry) -> PloverType:
    return PloverType(
        name=name,
        quad=model.quad,
        verbal=model.verbal,
        directed=model.directed,
        cameo=model.cameo,
        intensity=float(model.intensity),
        modes={
            key: Mode(name=key, cameo=mode.cameo, intensity=float(mode.intensity))
            for key, mode in model.modes.items()
        },
    )


def _composition(model: schema.CompositionFile) -> Composition:
    return Composition(
        future_words=frozenset(map(cut, model.future_words)),
        wish_words=frozenset(map(cut, model.wish_words)),
        condition_words=frozenset(map(cut, model.condition_words)),
        negations=frozenset(map(cut, model.negations)),
        between_words=frozenset(map(cut, model.between_words)),
        only_words=frozenset(map(cut, model.only_words)),
        contrast_words=frozenset(map(cut, model.contrast_words)),
        future={key: _outcome(value, key) for key, value in model.future.items()},
        refused={key: _outcome(value, key) for key, value in model.refused.items()},
        unreal_heads=frozenset(map(cut, model.unreal_heads)),
        noun_needs={key: tuple(sides) for key, sides in model.noun_needs.items()},
        deed_reporters=frozenset(model.deed_reporters),
        temporal_words=frozenset(map(cut, model.temporal_words)),
        foretellers=frozenset(model.foretellers),
        known_actors=frozenset(model.known_actors),
        authorities={key: tuple(sectors) for key, sectors in model.authorities.items()},
    )


def _word_rule(
    rule_id: str,
    value: str,
    types: list[str] | tuple[()],
    words: list[str],
    slots: list[str] | tuple[str, ...],
) -> WordRule:
    return WordRule(
        id=rule_id,
        value=value,
        types=tuple(types),
        words=tuple(map(cut, words)),
        slots=tuple(slots),
    )


def _light_verbs(sources: Sources) -> dict[str, tuple[Voice, LightVerb]]:
    from kawat.coding.rulebook import schema

    found: dict[str, tuple[Voice, LightVerb]] = {}
    for entry, model in sources.of(schema.LightVerbRule):
        verb = LightVerb(id=entry.id, subject=model.subject)
        for form, voice in light_verb_forms(model):
            found.setdefault(form, (voice, verb))
    return found
