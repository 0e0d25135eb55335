"""Packing a codebook as JSON for the cache, and unpacking it: fast and without pydantic.

The longest part, the word forms, is packed as one text with a line per form: a hundred thousand
small lists would cost more to read than all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Literal, cast

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

Packed = dict[str, Any]


def pack(codebook: Codebook) -> Packed:
    """Return a codebook as JSON types.

    Args:
        codebook: The codebook.

    Returns:
        What ``unpack`` makes the same codebook of.
    """
    numbers = {rule: str(number) for number, rule in enumerate(codebook.rules)}
    composition = asdict(codebook.composition)
    for key, value in composition.items():
        composition[key] = sorted(value) if isinstance(value, frozenset) else value
    return {
        "rules": [asdict(rule) for rule in codebook.rules.values()],
        "forms": "\n".join(
            "\t".join((" ".join(f.words), numbers[f.rule], f.voice, f.possessor))
            for forms in codebook.forms.values()
            for f in forms
        ),
        "light_verbs": {
            form: [voice, verb.id, verb.subject]
            for form, (voice, verb) in codebook.light_verbs.items()
        },
        "types": [asdict(entry) for entry in codebook.types.values()],
        "composition": composition,
        "modes": [asdict(rule) for rule in codebook.modes],
        "contexts": [asdict(rule) for rule in codebook.contexts],
        "gate": [asdict(rule) for rule in codebook.gate],
        "tables": json.loads(json.dumps(codebook.tables)),
        "digest": codebook.digest,
    }


def unpack(packed: Packed) -> Codebook:
    """Return the codebook that was packed.

    Args:
        packed: What ``pack`` returned, after any number of passes through JSON.

    Returns:
        The codebook.
    """
    rules = {rule["id"]: _rule(rule) for rule in packed["rules"]}
    return Codebook(
        rules=rules,
        forms=_forms(packed["forms"], tuple(rules)),
        light_verbs={
            form: (voice, LightVerb(id=id_, subject=subject))
            for form, (voice, id_, subject) in packed["light_verbs"].items()
        },
        types={entry["name"]: _type(entry) for entry in packed["types"]},
        composition=_composition(packed["composition"]),
        modes=tuple(_word_rule(rule) for rule in packed["modes"]),
        contexts=tuple(_word_rule(rule) for rule in packed["contexts"]),
        gate=tuple(_word_rule(rule) for rule in packed["gate"]),
        tables=packed["tables"],
        digest=packed["digest"],
    )


def _forms(packed: str, rules: tuple[str, ...]) -> dict[str, tuple[Form, ...]]:
    groups: dict[str, list[Form]] = {}
    for line in packed.splitlines():
        phrase, number, voice, possessor = line.split("\t")
        words = tuple(phrase.split(" "))
        form = Form(
            words=words,
            rule=rules[int(number)],
            voice=cast("Voice", voice),
            possessor=cast("Literal['agent', 'patient']", possessor),
        )
        groups.setdefault(words[0], []).append(form)
    return {first: tuple(forms) for first, forms in groups.items()}


def _tuples(packed: Packed) -> Packed:
    """Return the same with tuples for lists."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in packed.items()}


def _rule(packed: Packed) -> Rule:
    fields = _tuples(packed)
    for key in ("when", "unless"):
        fields[key] = tuple(Condition(**_tuples(condition)) for condition in packed[key])
    fields["results"] = _outcomes(packed["results"])
    return Rule(**fields)


def _outcomes(packed: Mapping[str, Packed]) -> dict[str, Outcome]:
    return {key: Outcome(**_tuples(outcome)) for key, outcome in packed.items()}


def _type(packed: Packed) -> PloverType:
    return PloverType(
        **{**packed, "modes": {name: Mode(**mode) for name, mode in packed["modes"].items()}}
    )


def _composition(packed: Packed) -> Composition:
    fields: Packed = {k: frozenset(v) if isinstance(v, list) else v for k, v in packed.items()}
    for key in ("future", "refused"):
        fields[key] = _outcomes(packed[key])
    for key in ("noun_needs", "authorities"):
        fields[key] = _tuples(packed[key])
    return Composition(**fields)


def _word_rule(packed: Packed) -> WordRule:
    return WordRule(**_tuples(packed))
