"""The form of every codebook file, as strict pydantic models.

Imported only where the codebook is compiled or checked: a run from the cache needs no pydantic.
Names (types, modes, slots …) are compared with the data in ``checks``; here is only the form.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from kawat.records import Status

_WORD = re.compile(r"[a-zà-ÿ0-9]+(?:[-'’./&][a-zà-ÿ0-9]+)*")
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


class Strict(BaseModel):
    """Base of all models: no unknown keys, no conversions."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _check_word(value: str) -> str:
    if not all(_WORD.fullmatch(word) for word in value.split(" ")):
        raise ValueError("must be words in lower case, with one space between them")
    return value


def _check_id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError('must be letters a-z and digits, joined by "-" or "_"')
    return value


def _check_number(value: str) -> str:
    if not re.fullmatch(r"-?(?:10\.0|[0-9]\.[0-9])", value):
        raise ValueError("must be a number from -10.0 to 10.0 with one decimal")
    return value


def _text_to_hit(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


def _one_to_list(value: object) -> object:
    return [value] if isinstance(value, dict) else value


def _word_to_noun(value: object) -> object:
    return {"word": value} if isinstance(value, str) else value


def _name_to_outcome(value: object) -> object:
    if value == "none":
        return {"nothing": True}
    return {"type": value} if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(_check_id)]
Word = Annotated[str, AfterValidator(_check_word)]
Words = list[Word]
TypeName = Annotated[str, Field(pattern=r"^[A-Z]+$")]
Country = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Cameo = Annotated[str, Field(pattern=r"^[0-9]{3,4}$")]
Number = Annotated[str, AfterValidator(_check_number)]


class Hit(Strict):
    """A sentence with what must come out of it."""

    text: Annotated[str, Field(min_length=1)]
    type: TypeName | None = None
    modes: list[str] | None = None
    actors: list[Country] | None = None
    recipients: list[Country] | None = None
    status: Status | None = None


Example = Annotated[Hit, BeforeValidator(_text_to_hit)]


class Examples(Strict):
    """Sentences that are run as tests."""

    hits: list[Example] = []
    near_misses: list[Example] = []
    known_misses: list[Example] = []


class Condition(Strict):
    """What must or must not be in a slot."""

    words: Words = []
    is_: Annotated[
        list[Literal["PER", "ORG", "GPE", "GRP", "LOC", "actor", "thing"]], Field(alias="is")
    ] = []
    sectors: list[str] = []
    present: bool | None = None
    itself: Literal[True] | None = None
    apart: str | None = None


Conditions = dict[
    str, Annotated[list[Condition], BeforeValidator(_one_to_list), Field(min_length=1)]
]


class Noun(Strict):
    """An act noun, and who its bare possessor is."""

    word: Word
    possessor: Literal["agent", "patient"] | None = None


class Roles(Strict):
    """Slots tried in order."""

    actor: list[str] | None = None
    recipient: list[str] | None = None


class Outcome(Strict):
    """What becomes of an act: a type, modes, or nothing."""

    type: TypeName | None = None
    modes: list[str] = []
    nothing: Annotated[bool, Field(repr=False)] = False


Result = Annotated[Outcome, BeforeValidator(_name_to_outcome)]


class Act(Examples):
    """A rule of ``acts/``."""

    id: Id
    type: TypeName
    modes: list[str] = []
    verbs: Words = []
    phrases: Words = []
    words: Words = []
    passive_words: Words = []
    nouns: list[Annotated[Noun, BeforeValidator(_word_to_noun)]] = []
    bare: bool = True
    when: Conditions = {}
    unless: Conditions = {}
    roles: Roles = Roles()
    also_actor: list[str] = []
    absent_actor: list[str] = []
    reciprocal: bool = False
    noun_needs: list[Literal["actor", "recipient"]] | None = None
    contexts: list[str] = []
    cameo: Cameo | None = None
    note: str | None = None


class Operator(Act):
    """A rule of ``operators/``."""

    alone: bool = True
    inner: list[str] = []
    results: dict[str, Result] = {}


class CompositionFile(Examples):
    """``composition.yml``."""

    future_words: Words
    wish_words: Words
    condition_words: Words
    negations: Words
    between_words: Words = []
    only_words: Words = []
    contrast_words: Words = []
    future: dict[str, Result]
    refused: dict[str, Result]
    unreal_heads: Words = []
    noun_needs: dict[TypeName, list[Literal["actor", "recipient"]]] = {}
    deed_reporters: list[str] = []
    temporal_words: Words = []
    foretellers: list[str] = []
    known_actors: list[TypeName] = []
    authorities: dict[TypeName, list[str]] = {}


class ModeRule(Examples):
    """An entry of ``modes.yml``."""

    id: Id
    mode: str
    types: list[TypeName] = []
    slots: list[str] = []
    words: Annotated[Words, Field(min_length=1)]
    note: str | None = None


class ContextRule(Examples):
    """An entry of ``contexts.yml``."""

    id: Id
    context: str
    types: list[TypeName] = []
    slots: list[str] = []
    words: Annotated[Words, Field(min_length=1)]
    note: str | None = None


class GateRule(Examples):
    """An entry of ``gate.yml``."""

    id: Id
    topic: str
    words: Annotated[Words, Field(min_length=1)]
    note: str | None = None


class LightVerbRule(Examples):
    """An entry of ``light_verbs.yml``."""

    id: Id
    subject: Literal["agent", "patient", "act"]
    verbs: Words = []
    words: Words = []
    note: str | None = None


class ModeEntry(Strict):
    """A mode in ``plover.yml``."""

    meaning: str
    cameo: Cameo | None
    intensity: Number
    source: str


class TypeEntry(Strict):
    """A type in ``plover.yml``."""

    meaning: str
    quad: Literal[1, 2, 3, 4]
    verbal: bool
    directed: bool
    cameo: Cameo
    roots: list[Annotated[str, Field(pattern=r"^[0-9]{2}$")]]
    intensity: Number
    source: str
    modes: dict[str, ModeEntry] = {}


class PloverFile(Strict):
    """``plover.yml``."""

    types: dict[TypeName, TypeEntry]
    contexts: dict[str, str]
    sectors: dict[str, str]


class SlotsFile(Strict):
    """``slots.yml``."""

    parts: dict[str, str]
    prepositions: Words
