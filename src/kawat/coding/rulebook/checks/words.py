"""Checks of words: that a rule has some, and that rules do not quarrel over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kawat.coding.rulebook import schema
from kawat.coding.rulebook.checks.base import Check
from kawat.coding.rulebook.compiling import light_verb_forms, rule_forms
from kawat.coding.rulebook.sources import Entry, Sources
from kawat.errors import Fault

WORD_KEYS = ("verbs", "phrases", "words", "passive_words", "nouns")
COMPOSITION_KEYS = (
    "future_words",
    "wish_words",
    "condition_words",
    "negations",
    "between_words",
    "only_words",
    "contrast_words",
    "unreal_heads",
    "temporal_words",
)


def without_words(sources: Sources) -> Iterator[Fault]:
    """Find rules that nothing can call."""
    for entry, rule in sources.rules():
        if not any(getattr(rule, key) for key in WORD_KEYS):
            yield entry.fault(f"no words; give at least one of {', '.join(WORD_KEYS)}")
    for entry, verb in sources.of(schema.LightVerbRule):
        if not verb.verbs and not verb.words:
            yield entry.fault("no words; give verbs or words")


def doubled_words(sources: Sources) -> Iterator[Fault]:
    """Find words that stand twice in one list."""
    for entry in sources.entries:
        for key in (*WORD_KEYS, *COMPOSITION_KEYS):
            seen = set()
            for item in getattr(entry.model, key, ()):
                word = getattr(item, "word", item)
                if word in seen:
                    yield entry.fault(f'"{word}" stands twice', key)
                seen.add(word)


def prefixed_stems(sources: Sources) -> Iterator[Fault]:
    """Find stems that still have their voice prefix."""
    for entry, rule in sources.rules():
        for key in ("verbs", "phrases"):
            for stem in getattr(rule, key):
                first = stem.split(" ")[0]
                # "mentahkan" and the like are stems that only look prefixed.
                if first.startswith(("meng", "meny", "memb", "memp")) and len(first) > 7:
                    message = f'"{stem}" has its prefix; give the stem, without meN- or di-'
                    yield entry.fault(message, key)


def shared_forms(sources: Sources) -> Iterator[Fault]:
    """Find forms of two rules of which neither has a condition that tells them apart."""
    claimed: dict[tuple[str, tuple[str, ...]], dict[str, tuple[Entry, schema.Act]]]
    claimed = defaultdict(dict)
    for entry, rule in sources.rules():
        for form in rule_forms(entry.id, rule):
            kind = "noun" if form.voice == "noun" else "verb"
            claimed[kind, form.words][entry.id] = (entry, rule)
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (_, words), owners in claimed.items():
        plain = [entry.id for entry, rule in owners.values() if not rule.when and not rule.unless]
        for other in plain[1:]:
            told[plain[0], other].append(" ".join(words))
    entries = {entry.id: entry for entry, _ in sources.rules()}
    for (first, other), forms in told.items():
        message = f"shares {', '.join(forms)} with {first}; give one of them a condition"
        yield entries[other].fault(message)


def shared_light_verbs(sources: Sources) -> Iterator[Fault]:
    """Find light verbs that stand in two entries, or that are acts by themselves."""
    first: dict[str, Entry] = {}
    for entry, verb in sources.of(schema.LightVerbRule):
        for form, _ in light_verb_forms(verb):
            if form in first and first[form] is not entry:
                yield entry.fault(f'"{form}" is a form of {first[form].id} as well')
            first.setdefault(form, entry)


CHECKS = (
    Check(
        code="CB010",
        severity="error",
        meaning="Every rule has words that call it.",
        find=without_words,
    ),
    Check(
        code="CB011",
        severity="error",
        meaning="No word stands twice in a list.",
        find=doubled_words,
    ),
    Check(
        code="CB012",
        severity="warning",
        meaning="Stems are without voice prefix.",
        find=prefixed_stems,
    ),
    Check(
        code="CB013",
        severity="warning",
        meaning="A form that two rules claim is told apart by a condition of at least one.",
        find=shared_forms,
    ),
    Check(
        code="CB014",
        severity="error",
        meaning="A light verb stands in one entry only.",
        find=shared_light_verbs,
    ),
)
