"""Checks of names: ids, types, modes, contexts, sectors, slots, CAMEO codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from kawat.coding.rulebook import schema
from kawat.coding.rulebook.checks.base import Check
from kawat.coding.rulebook.sources import Entry, Sources
from kawat.errors import Fault

OTHER = "other"
Path = tuple[str | int, ...]

SECTOR_LISTS = ("deed_reporters", "foretellers")  # keys of composition.yml that list sectors


def _hint(name: str, allowed: Iterable[str]) -> str:
    """Return the likely name, or all allowed ones."""
    names = list(allowed)
    near = get_close_matches(name, names, n=1)
    return f'did you mean "{near[0]}"?' if near else f"allowed: {', '.join(names) or 'none'}"


def _types(sources: Sources) -> Mapping[str, schema.TypeEntry]:
    plover = sources.only(schema.PloverFile)
    return plover.types if plover else {}


def duplicate_ids(sources: Sources) -> Iterator[Fault]:
    """Find ids that stand twice in a file."""
    first: dict[str, Entry] = {}
    for entry in sources.entries:
        if not entry.key:
            continue
        if entry.id in first:
            line = first[entry.id].node.line
            yield entry.fault(f"the id stands twice in this file; first in line {line}", "id")
        first.setdefault(entry.id, entry)


def _tables(entry: Entry) -> Iterator[tuple[str, str, schema.Outcome]]:
    """Yield table, key and outcome of everything that maps a type to an outcome."""
    for table in ("results", "future", "refused"):
        for key, outcome in getattr(entry.model, table, {}).items():
            yield table, key, outcome


def _type_names(sources: Sources) -> Iterator[tuple[Entry, str, Path]]:
    """Yield every type that is named, with its place."""
    for entry in sources.entries:
        name = getattr(entry.model, "type", None)
        if name:
            yield entry, name, ("type",)
        for name in _types_of(entry.model):
            yield entry, name, ("types",)
        if isinstance(entry.model, schema.CompositionFile):
            yield from ((entry, name, ("noun_needs", name)) for name in entry.model.noun_needs)
            yield from ((entry, name, ("authorities", name)) for name in entry.model.authorities)
            yield from ((entry, name, ("known_actors",)) for name in entry.model.known_actors)
        for table, key, outcome in _tables(entry):
            yield entry, key.partition("/")[0], (table, key)
            if outcome.type:
                yield entry, outcome.type, (table, key)
        yield from ((entry, name, path) for name, path in _example_types(entry))


def _types_of(model: schema.Strict) -> list[str]:
    return model.types if isinstance(model, schema.ModeRule | schema.ContextRule) else []


def _example_types(entry: Entry) -> Iterator[tuple[str, Path]]:
    for kind in ("hits", "near_misses", "known_misses"):
        for number, example in enumerate(getattr(entry.model, kind, ())):
            if example.type:
                yield example.type, (kind, number, "type")


def unknown_types(sources: Sources) -> Iterator[Fault]:
    """Find types that plover.yml does not have; "other" may stand in tables."""
    types = _types(sources)
    for entry, name, path in _type_names(sources):
        if name not in types and not (
            name == OTHER and path[0] in ("results", "future", "refused")
        ):
            yield entry.fault(f'unknown type "{name}"; {_hint(name, types)}', *path)


def _mode_names(sources: Sources) -> Iterator[tuple[Entry, str, str, Path]]:
    """Yield entry, type, mode and place for every mode that is named."""
    for entry, rule in sources.rules():
        for mode in rule.modes:
            yield entry, rule.type, mode, ("modes",)
        for number, hit in enumerate(rule.hits):
            for mode in hit.modes or ():
                yield entry, hit.type or rule.type, mode, ("hits", number, "modes")
    for entry, words in sources.of(schema.ModeRule):
        for name in words.types:
            yield entry, name, words.mode, ("mode",)
    for entry in sources.entries:
        yield from ((entry, *found) for found in _modes_in_tables(entry))


def _modes_in_tables(entry: Entry) -> Iterator[tuple[str, str, Path]]:
    """Yield type, mode and place for every mode in a key or an outcome."""
    for table, key, outcome in _tables(entry):
        inside, _, mode = key.partition("/")
        if mode:
            yield inside, mode, (table, key)
        own: str = getattr(entry.model, "type", inside)
        for name in outcome.modes:
            yield outcome.type or own, name, (table, key)


def unknown_modes(sources: Sources) -> Iterator[Fault]:
    """Find modes that their type does not have."""
    types = _types(sources)
    for entry, type_, mode, path in _mode_names(sources):
        if type_ in types and mode not in types[type_].modes:
            message = f'{type_} has no mode "{mode}"; {_hint(mode, types[type_].modes)}'
            yield entry.fault(message, *path)
    every = {mode for entry_ in types.values() for mode in entry_.modes}
    for entry, words in sources.of(schema.ModeRule):
        if not words.types and words.mode not in every:
            message = f'no type has a mode "{words.mode}"; {_hint(words.mode, sorted(every))}'
            yield entry.fault(message, "mode")


def unknown_contexts(sources: Sources) -> Iterator[Fault]:
    """Find contexts that plover.yml does not have."""
    plover = sources.only(schema.PloverFile)
    contexts = plover.contexts if plover else {}
    named = [
        *((e, name, "contexts") for e, rule in sources.rules() for name in rule.contexts),
        *((e, words.context, "context") for e, words in sources.of(schema.ContextRule)),
    ]
    for entry, name, key in named:
        if name not in contexts:
            yield entry.fault(f'unknown context "{name}"; {_hint(name, contexts)}', key)


def _conditions(
    sources: Sources,
) -> Iterator[tuple[Entry, Path, str, schema.Condition]]:
    """Yield entry, place, slot and condition for every condition."""
    for entry, rule in sources.rules():
        for key, slots in (("when", rule.when), ("unless", rule.unless)):
            for slot, conditions in slots.items():
                for number, condition in enumerate(conditions):
                    yield entry, (key, slot, number), slot, condition


def unknown_sectors(sources: Sources) -> Iterator[Fault]:
    """Find sectors that plover.yml does not have."""
    plover = sources.only(schema.PloverFile)
    sectors = plover.sectors if plover else {}
    for entry, path, _, condition in _conditions(sources):
        for name in condition.sectors:
            if name not in sectors:
                message = f'unknown sector "{name}"; {_hint(name, sectors)}'
                yield entry.fault(message, *path, "sectors")
    for entry, composition in sources.of(schema.CompositionFile):
        for name, path in _composition_sectors(composition):
            if name not in sectors:
                yield entry.fault(f'unknown sector "{name}"; {_hint(name, sectors)}', *path)


def _composition_sectors(composition: schema.CompositionFile) -> Iterator[tuple[str, Path]]:
    """Yield every sector that the composition names, with its place."""
    for key in SECTOR_LISTS:
        yield from ((name, (key,)) for name in getattr(composition, key))
    for type_, names in composition.authorities.items():
        yield from ((name, ("authorities", type_)) for name in names)


def _slot_names(sources: Sources) -> Iterator[tuple[Entry, Iterable[str], Path]]:
    """Yield entry, slots and place for every list of slots."""
    for entry, rule in sources.rules():
        for key, slots in (("when", rule.when), ("unless", rule.unless)):
            yield entry, slots, (key,)
            yield entry, [c.apart for cs in slots.values() for c in cs if c.apart], (key,)
        yield entry, rule.roles.actor or (), ("roles", "actor")
        yield entry, rule.roles.recipient or (), ("roles", "recipient")
        yield entry, rule.also_actor, ("also_actor",)
        yield entry, getattr(rule, "inner", ()), ("inner",)
    for entry in sources.entries:
        yield entry, getattr(entry.model, "slots", ()), ("slots",)


def unknown_slots(sources: Sources) -> Iterator[Fault]:
    """Find slots that slots.yml does not have."""
    known = sources.only(schema.SlotsFile)
    if known is None:
        return
    allowed = (*known.parts, *known.prepositions)
    for entry, slots, path in _slot_names(sources):
        for slot in slots:
            if slot not in allowed:
                hint = f"{_hint(slot, allowed)} (codebook/slots.yml)"
                yield entry.fault(f'unknown slot "{slot}"; {hint}', *path, slot)


def empty_conditions(sources: Sources) -> Iterator[Fault]:
    """Find conditions that ask nothing, or ask of a whole clause what only a phrase has."""
    for entry, path, slot, c in _conditions(sources):
        if slot in ("clause", "sentence") and not c.words:
            yield entry.fault(f'a condition on "{slot}" needs `words`', *path)
        elif not (c.words or c.is_ or c.sectors or c.present is not None or c.itself or c.apart):
            message = (
                "the condition asks nothing; give words, is, sectors, present, itself or apart"
            )
            yield entry.fault(message, *path)


def foreign_cameo(sources: Sources) -> Iterator[Fault]:
    """Find CAMEO codes of a family that the type has nothing to do with."""
    types = _types(sources)
    for entry, rule in sources.rules():
        if rule.cameo and rule.type in types and rule.cameo[:2] not in types[rule.type].roots:
            roots = ", ".join(types[rule.type].roots)
            message = f"CAMEO {rule.cameo} is no code for {rule.type}; families: {roots}"
            yield entry.fault(message, "cameo")


CHECKS = (
    Check(
        code="CB002",
        severity="error",
        meaning="An id stands once in its file.",
        find=duplicate_ids,
    ),
    Check(
        code="CB003",
        severity="error",
        meaning="Every type that is named is one of the 16 of plover.yml.",
        find=unknown_types,
    ),
    Check(
        code="CB004",
        severity="error",
        meaning="Every mode that is named belongs to its type in plover.yml.",
        find=unknown_modes,
    ),
    Check(
        code="CB005",
        severity="error",
        meaning="Every context that is named is in plover.yml.",
        find=unknown_contexts,
    ),
    Check(
        code="CB006",
        severity="error",
        meaning="Every sector that is named is in plover.yml.",
        find=unknown_sectors,
    ),
    Check(
        code="CB007",
        severity="error",
        meaning="Every slot that is named is a part of the clause or a preposition of slots.yml.",
        find=unknown_slots,
    ),
    Check(
        code="CB008",
        severity="error",
        meaning="Every condition asks something that its slot can answer.",
        find=empty_conditions,
    ),
    Check(
        code="CB009",
        severity="error",
        meaning="A rule's own CAMEO code is of a family that suits its type.",
        find=foreign_cameo,
    ),
)
