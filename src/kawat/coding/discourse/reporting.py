"""The reporting words of the codebook, compiled for look-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

CueForm = Literal["active", "bare", "passive", "noun", "preposition"]
Complement = Literal["any", "clause", "bahwa", "request"]

_FORMS: dict[str, CueForm] = {
    "active": "active",
    "bare": "bare",
    "passive": "passive",
    "nouns": "noun",
    "prepositions": "preposition",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWord:
    """A word that reports speech.

    Attributes:
        rule: Full id of its rule ("reporting.yml:kata").
        form: How it stands to its speaker: "active" (speaker is subject), "bare" (speaker follows,
            "kata Menlu"), "passive" (agent follows), "noun" (speaker is possessor), "preposition".
        complement: What must follow it to report speech (codebook/reporting.yml).
        noun: Whether the word is also a noun of speech ("klaim X bahwa …").
    """

    rule: str
    form: CueForm
    complement: Complement
    noun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """The whole of ``reporting.yml``.

    Attributes:
        cues: Lower-case word → cue word.
        words: Name of a word list → its words ("singular" → "ia", "dia" …).
    """

    cues: Mapping[str, CueWord]
    words: Mapping[str, frozenset[str]]


def compile_reporting(data: object) -> Reporting:
    """Compile the plain data of ``reporting.yml`` that its schema has checked.

    Args:
        data: A mapping with the keys ``verbs`` and ``words``, as the YAML loader gives it.

    Returns:
        The words, ready for look-up. Where two rules name one word, the first holds.

    >>> compile_reporting({"verbs": [{"id": "kata", "bare": ["kata"], "complement": "any"}],
    ...                    "words": {}}).cues["kata"].rule
    'reporting.yml:kata'
    """
    table = cast("Mapping[str, object]", data)
    cues: dict[str, CueWord] = {}
    rules = cast("list[Mapping[str, object]]", table["verbs"])
    nouns = {word for rule in rules for word in cast("list[str]", rule.get("nouns", ()))}
    for rule in rules:
        complement = cast("Complement", rule["complement"])
        for key, form in _FORMS.items():
            for word in cast("list[str]", rule.get(key, ())):
                cue = CueWord(
                    rule=f"reporting.yml:{rule['id']}",
                    form=form,
                    complement=complement,
                    noun=word in nouns,
                )
                cues.setdefault(word, cue)
    words = cast("Mapping[str, list[str]]", table["words"])
    return Reporting(cues=cues, words={name: frozenset(listed) for name, listed in words.items()})
