"""Checks of examples: that there are some, and that they can prove their rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kawat.coding.rulebook import schema
from kawat.coding.rulebook.checks.base import Check
from kawat.coding.rulebook.compiling import rule_forms
from kawat.coding.rulebook.sources import Entry, Sources
from kawat.errors import Fault

_WORD = re.compile(r"[^\W_]+(?:[-'’./&][^\W_]+)*")
_KINDS = ("hits", "near_misses", "known_misses")


def _with_examples(sources: Sources) -> Iterator[tuple[Entry, schema.Examples]]:
    for entry in sources.entries:
        if isinstance(entry.model, schema.Examples):
            yield entry, entry.model


def without_hits(sources: Sources) -> Iterator[Fault]:
    """Find rules that no sentence proves."""
    for entry, rule in sources.rules():
        if not rule.hits:
            yield entry.fault("no hits; give at least one sentence that the rule must code")


def without_near_misses(sources: Sources) -> Iterator[Fault]:
    """Find rules that no sentence limits."""
    for entry, rule in sources.rules():
        if not rule.near_misses:
            message = "no near_misses; give at least one sentence that the rule must not code"
            yield entry.fault(message)


def repeated_sentences(sources: Sources) -> Iterator[Fault]:
    """Find a sentence that stands twice in one rule."""
    for entry, examples in _with_examples(sources):
        seen: dict[str, str] = {}
        for kind in _KINDS:
            for number, example in enumerate(getattr(examples, kind)):
                if example.text in seen:
                    message = f"the sentence stands in {seen[example.text]} already"
                    yield entry.fault(message, kind, number)
                seen[example.text] = kind


def hits_without_form(sources: Sources) -> Iterator[Fault]:
    """Find hits in which no word of their rule stands."""
    for entry, rule in sources.rules():
        forms = {" ".join(form.words) for form in rule_forms(entry.id, rule)}
        for number, hit in enumerate(rule.hits):
            if not _has_form(hit.text, forms):
                message = f'no form of the rule is in the hit "{hit.text}"'
                yield entry.fault(message, "hits", number)


def unmarked_sentences(sources: Sources) -> Iterator[Fault]:
    """Find examples that do not look like a sentence of newswire."""
    for entry, examples in _with_examples(sources):
        for kind in _KINDS:
            for number, example in enumerate(getattr(examples, kind)):
                text = example.text.rstrip('"”’')
                if not text.endswith((".", "!", "?")) or text[0].islower():
                    message = "begin with a capital letter and end with a full stop"
                    yield entry.fault(f"{message}: {example.text!r}", kind, number)


def words_in(text: str) -> str:
    """Return the words of a text in lower case, a space around each; "-nya" is cut off.

    >>> words_in("Serangannya gagal.")
    ' serangan nya gagal '
    """
    words = (re.sub(r"(?<=\w{3})nya$", " nya", w) for w in _WORD.findall(text.lower()))
    return f" {' '.join(words)} "


def _has_form(text: str, forms: set[str]) -> bool:
    joined = words_in(text)
    plain = f" {' '.join(_WORD.findall(text.lower()))} "
    return any(f" {form} " in joined or f" {form} " in plain for form in forms)


CHECKS = (
    Check(
        code="CB020",
        severity="unproven",
        meaning="Every rule has a sentence that it must code.",
        find=without_hits,
    ),
    Check(
        code="CB021",
        severity="unproven",
        meaning="Every rule has a sentence that it must not code.",
        find=without_near_misses,
    ),
    Check(
        code="CB022",
        severity="error",
        meaning="A sentence stands once in a rule.",
        find=repeated_sentences,
    ),
    Check(
        code="CB023",
        severity="unproven",
        meaning="A form of the rule stands in every hit.",
        find=hits_without_form,
    ),
    Check(
        code="CB024",
        severity="warning",
        meaning="Examples are written like sentences.",
        find=unmarked_sentences,
    ),
)
